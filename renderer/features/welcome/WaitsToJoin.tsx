import '../sync/sync.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../app/Failure.tsx';
import { formatInstant } from '../../app/format-instant.ts';
import { closeBoard } from '../../app/screens.ts';
import { Starting } from '../../app/Starting.tsx';
import { api, client } from '../../client.ts';
import { Button } from '../../ui/index.ts';
import { chooseSyncFile, type KeptFile, LARGEST_JOIN_FILE, saveSyncFile } from '../sync/exchange-files.ts';
import { Step, Steps } from '../sync/Steps.tsx';
import { SyncFileNotice } from '../sync/SyncFileNotice.tsx';
import { Trouble } from '../sync/Trouble.tsx';
import { useAttempt } from '../sync/use-attempt.ts';
import { Doorway } from './Doorway.tsx';
import { FirstFile } from './FirstFile.tsx';
import { ReadOutCode } from './ReadOutCode.tsx';

/** The laptop has asked to join, and the board has not come yet: what is to be done, one step after another. */
export function WaitsToJoin() {
  const state = useQuery(api.joining.state.queryOptions());
  const queries = useQueryClient();
  const requesting = useAttempt();
  const opening = useAttempt();
  const [kept, setKept] = useState<KeptFile | null>(null);
  const [isJustOpened, setJustOpened] = useState(false);
  const [matches, setMatches] = useState<'not-asked' | 'yes' | 'no'>('not-asked');
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: api.joining.key() });

  const saveRequest = (anew: boolean) =>
    requesting.run(async () => {
      const request = await client.joining.request({ anew });
      if (anew) {
        setMatches('not-asked');
        await refresh();
      }
      setKept(await saveSyncFile(request));
    });
  const openAcceptance = () =>
    opening.run(async () => {
      const file = await chooseSyncFile(LARGEST_JOIN_FILE);
      if (file === null) return;
      setJustOpened(false);
      await client.joining.openAcceptance(file);
      setMatches('not-asked');
      await refresh();
      setJustOpened(true);
    });

  if (state.isPending) return <Starting />;
  const waiting = state.data?.waiting ?? null;
  if (waiting === null)
    return (
      <Doorway title="Waiting to join a board">
        {state.error !== null && <Failure error={state.error} onRetry={() => void state.refetch()} />}
        <div className="doorway-foot">
          <OtherBoard />
        </div>
      </Doorway>
    );
  const { acceptance } = waiting;
  return (
    <Doorway
      title={acceptance === null ? 'Waiting to join a board' : `Joining ${acceptance.boardName}`}
      lead={`${waiting.name} (${waiting.post}) asks to join. You can close the program and go on later.`}
    >
      <Steps label="How this laptop joins">
        <Step number={1} heading="Send the request" isDone={acceptance !== null}>
          <p>
            Made on {formatInstant(waiting.requestedAt)}. It goes to a laptop of the board by memory stick or e-mail.
            There the person chooses Sync, then “Let a laptop join”. It holds no case data and no secret.
          </p>
          <div>
            <Button
              kind={acceptance === null && kept?.outcome !== 'saved' ? 'primary' : 'secondary'}
              busy={requesting.busy}
              onPress={() => void saveRequest(false)}
            >
              {acceptance === null && kept === null ? 'Save the request' : 'Save the request again'}
            </Button>
          </div>
          <SyncFileNotice kept={kept} next="Next it goes to a laptop of the board." />
          <Trouble error={requesting.error} />
        </Step>
        <Step number={2} heading="Open the acceptance that comes back" isDone={acceptance !== null}>
          {acceptance !== null && (
            <p>
              {acceptance.deviceName} ({acceptance.post}) lets this laptop join <strong>{acceptance.boardName}</strong>.
              Is that the board, and do you know them?
            </p>
          )}
          <div>
            <Button
              kind={acceptance === null && kept?.outcome === 'saved' ? 'primary' : 'secondary'}
              busy={opening.busy}
              onPress={() => void openAcceptance()}
            >
              {acceptance === null ? 'Open the acceptance…' : 'Open another acceptance…'}
            </Button>
          </div>
          <Trouble error={opening.error} />
        </Step>
        <Step number={3} heading="Read out the code on the phone" isDone={matches === 'yes'} takesFocus={isJustOpened}>
          {acceptance === null ? (
            <p className="ui-quiet">It is shown here once the acceptance is opened.</p>
          ) : (
            <ReadOutCode
              acceptance={acceptance}
              matches={matches}
              onAnswer={setMatches}
              onAskAnew={() => void saveRequest(true)}
            />
          )}
        </Step>
        <Step number={4} heading="Take in the board" takesFocus={matches === 'yes'}>
          {acceptance !== null && matches === 'yes' ? (
            <FirstFile from={acceptance.deviceName} />
          ) : (
            <p className="ui-quiet">Once the code matches, the first file brings the board, and it opens.</p>
          )}
        </Step>
      </Steps>
      <div className="doorway-foot doorway-buttons">
        <OtherBoard />
        <Button kind="quiet" isDisabled={requesting.busy} onPress={() => void saveRequest(true)}>
          The offer has ended: make a new request
        </Button>
      </div>
    </Doorway>
  );
}

function OtherBoard() {
  return (
    <Button kind="quiet" onPress={() => void closeBoard()}>
      Choose another board
    </Button>
  );
}
