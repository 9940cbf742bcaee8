import { useQueryClient } from '@tanstack/react-query';
import type { SyncFolderStatus } from '../../../db/contract/sync.ts';
import { formatInstant, formatTime } from '../../app/format-instant.ts';
import { api, client } from '../../client.ts';
import { Button, Pill, Section, showToast, useReadOnly } from '../../ui/index.ts';
import { chooseFolder } from './exchange-files.ts';
import { FolderQuestion } from './FolderQuestion.tsx';
import { FOLDER_LOOKS } from './sync-words.ts';
import { Trouble } from './Trouble.tsx';
import { useAttempt } from './use-attempt.ts';

/** The folder that all laptops reach, kept up to date while the program runs. */
export function SharedFolder({ folder }: { readonly folder: SyncFolderStatus | null }) {
  const isReadOnly = useReadOnly();
  const queries = useQueryClient();
  const attempt = useAttempt();
  // By itself: it may take long, and pausing or stopping must not wait for it.
  const looking = useAttempt();
  /** `done` is said when the work is through. */
  const act = (work: () => Promise<unknown>, done: string, by = attempt) =>
    by.run(async () => {
      await work();
      await queries.invalidateQueries({ queryKey: api.sync.key() });
      showToast({ message: done });
    });
  const choose = () =>
    attempt.run(async () => {
      const name = await shareChosenFolder();
      if (name === null) return;
      await queries.invalidateQueries({ queryKey: api.sync.key() });
      showToast({ message: `“${name}” is kept up to date from now on` });
    });
  const isPaused = folder?.state === 'paused';
  const looks = folder === null ? undefined : LOOKS[folder.state];
  return (
    <Section
      heading="Shared folder"
      note={
        folder === null
          ? 'A folder that every laptop of the board reaches, for example on a drive of your organisation. What others wrote is taken in and what you change is written there by itself, while the board is unlocked.'
          : undefined
      }
    >
      {folder === null ? (
        <div className="ui-stack">
          <div>
            <Button isDisabled={isReadOnly} busy={attempt.busy} onPress={() => void choose()}>
              Choose the shared folder…
            </Button>
          </div>
          <Trouble error={attempt.error} />
        </div>
      ) : (
        <div className="ui-stack">
          <FolderFacts folder={folder} />
          {folder.asked !== null && (
            <FolderQuestion
              folder={folder}
              asked={folder.asked}
              onAccept={() => void act(() => client.sync.resume({ acceptRemovals: true }), 'The shared folder goes on')}
            />
          )}
          <div className="ui-row">
            {looks !== undefined && (
              <Button
                isDisabled={isReadOnly}
                busy={looking.busy}
                onPress={() => void act(() => client.sync.lookNow(), 'The shared folder was looked through', looking)}
              >
                {looks}
              </Button>
            )}
            {/* A question stops it already. */}
            {folder.state !== 'asks' && (
              <Button
                kind={isPaused ? 'primary' : 'secondary'}
                isDisabled={isReadOnly}
                onPress={() =>
                  void (isPaused
                    ? act(() => client.sync.resume({}), 'The shared folder goes on')
                    : act(() => client.sync.pause(), 'The shared folder is paused'))
                }
              >
                {isPaused ? 'Resume' : 'Pause'}
              </Button>
            )}
            <Button kind="quiet" isDisabled={isReadOnly} onPress={() => void choose()}>
              Use another folder…
            </Button>
            <Button
              kind="quiet"
              isDisabled={isReadOnly}
              onPress={() =>
                void act(
                  () => client.sync.forgetFolder(),
                  `“${folder.name}” is no longer used. The folder itself stays as it is.`,
                )
              }
            >
              Stop using it
            </Button>
          </div>
          <Trouble error={attempt.error ?? looking.error} />
        </div>
      )}
    </Section>
  );
}

/** What looking by hand is called, where there is something to look for. */
const LOOKS: Readonly<Partial<Record<SyncFolderStatus['state'], string>>> = {
  'up-to-date': 'Look now',
  looking: 'Look now',
  away: 'Try now',
  error: 'Try now',
};

function FolderFacts({ folder: { name, state, words, lookedAt, nextTryAt } }: { readonly folder: SyncFolderStatus }) {
  const { tone, symbol, word } = FOLDER_LOOKS[state];
  const times = [
    lookedAt === null
      ? 'Not looked through since the board was opened'
      : `Last looked through ${formatInstant(lookedAt)}`,
    ...(nextTryAt === null ? [] : [`tried again at ${formatTime(nextTryAt)}`]),
  ];
  return (
    <div className="sync-folder">
      <p className="sync-folder-name">
        <strong>{name}</strong>
        <Pill tone={tone} symbol={symbol}>
          {word}
        </Pill>
      </p>
      {state !== 'asks' && (
        <>
          <p>{words}</p>
          <p className="ui-quiet">{times.join(', ')}.</p>
        </>
      )}
    </div>
  );
}

/** Its name; null when the person changed their mind. */
const shareChosenFolder = async (): Promise<string | null> => {
  const place = await chooseFolder();
  if (place === null) return null;
  await client.sync.useFolder({ placeId: place.placeId });
  return place.name;
};
