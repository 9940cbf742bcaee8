import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { SyncReport } from '../../../db/contract/sync.ts';
import { api } from '../../client.ts';
import { Button, Notice, useReadOnly } from '../../ui/index.ts';
import { chooseFolder, chooseSyncFile, LARGEST_SYNC_FILE } from './exchange-files.ts';
import { FocusedHeading } from './FocusedHeading.tsx';
import { StepProgress } from './StepProgress.tsx';
import { SyncReportView } from './SyncReportView.tsx';
import { reportHeadline } from './sync-words.ts';
import { Trouble } from './Trouble.tsx';
import { handIn, type Source, useTakingIn } from './use-taking-in.ts';

/** A file or a folder of another laptop: looked at first, then taken in or left. */
export function TakeIn() {
  const isReadOnly = useReadOnly();
  const queries = useQueryClient();
  const { state, begin, takeIn, answer, putAway, cancel } = useTakingIn({
    hasPreview: true,
    onTaken: () => void queries.invalidateQueries({ queryKey: api.sync.key() }),
  });
  const buttons = useRef<HTMLDivElement>(null);
  /** Back to where it began: what had the focus is no longer there. */
  const leave = (): void => {
    putAway();
    buttons.current?.querySelector('button')?.focus();
  };
  const isBusy = state.at === 'looking' || state.at === 'taking';
  return (
    <div className="ui-stack">
      <div className="ui-row" ref={buttons}>
        <Button
          isDisabled={isReadOnly}
          onPress={() => void begin(async () => handIn(await chooseSyncFile(LARGEST_SYNC_FILE)))}
        >
          Take in a file…
        </Button>
        <Button kind="quiet" isDisabled={isReadOnly} onPress={() => void begin(chooseFolder)}>
          Take in from a folder…
        </Button>
      </div>
      {isBusy && <StepProgress step={state.step} onCancel={cancel} />}
      {state.at === 'preview' && (
        <section className="sync-card" aria-label="What would come">
          <FocusedHeading level={3}>What “{state.source.name}” would bring</FocusedHeading>
          <SyncReportView report={state.report} isPreview />
          <div className="ui-row">
            <TakeInButton {...state} onTakeIn={(source) => void takeIn(source)} />
            <Button kind={state.report.asks === null ? 'secondary' : 'primary'} onPress={leave}>
              {state.report.operations > 0 ? 'Not now' : 'Close'}
            </Button>
          </div>
        </section>
      )}
      {state.at === 'question' && (
        <section className="sync-card" aria-label="A question">
          <FocusedHeading level={3}>Look at this first</FocusedHeading>
          <p>{state.question.words}</p>
          <p className="ui-quiet">{state.question.kept}</p>
          <div className="ui-row">
            <Button onPress={() => void answer(state.source, state.question, state.resume)}>
              {state.question.answer === 'acceptRemovals' ? 'The removals are right: go on' : 'Take them in as dated'}
            </Button>
            <Button kind="primary" onPress={leave}>
              Not now
            </Button>
          </div>
        </section>
      )}
      {state.at === 'taken' && (
        <section className="sync-card sync-card-good" aria-label="What came">
          <FocusedHeading level={3}>{reportHeadline(state.report, false)}</FocusedHeading>
          {state.report.operations > 0 && <p>What came stands below, under “Last report”.</p>}
        </section>
      )}
      {state.at === 'stopped' && (
        <Notice>Stopped. What was taken in until then stays; for the rest, take it in again.</Notice>
      )}
      {state.at === 'failed' && <Trouble error={state.error} />}
    </div>
  );
}

type TakeInButtonProps = {
  readonly source: Source;
  readonly report: SyncReport;
  readonly onTakeIn: (source: Source) => void;
};

/** Who takes in what asks first has seen what would go. */
function TakeInButton({ source, report: { operations, asks }, onTakeIn }: TakeInButtonProps) {
  if (operations === 0) return null;
  if (asks === null)
    return (
      <Button kind="primary" onPress={() => onTakeIn(source)}>
        Take in
      </Button>
    );
  const answers = { ...source.answers, acceptRemovals: true };
  return <Button onPress={() => onTakeIn({ ...source, answers })}>The removals are right: take in</Button>;
}
