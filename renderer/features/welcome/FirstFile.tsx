import { findScreen } from '../../app/screens.ts';
import { Button, Notice } from '../../ui/index.ts';
import { chooseFolder, chooseSyncFile, LARGEST_SYNC_FILE } from '../sync/exchange-files.ts';
import { StepProgress } from '../sync/StepProgress.tsx';
import { reportHeadline, leftInWords } from '../sync/sync-words.ts';
import { Trouble } from '../sync/Trouble.tsx';
import { handIn, useTakingIn } from '../sync/use-taking-in.ts';

/** The first file, or the shared folder: with it the board is here, and opens. */
export function FirstFile({ from }: { readonly from: string }) {
  const { state, begin, answer, putAway, cancel } = useTakingIn({
    hasPreview: false,
    answers: { itMatches: true },
    onTaken: () => void findScreen(),
  });
  const isBusy = state.at === 'taking' || state.at === 'looking';
  return (
    <div className="ui-stack">
      <p>{from} now writes everything that the board holds: as a file, or into a folder that both of you reach.</p>
      <div className="ui-row">
        <Button kind="primary" onPress={() => void begin(async () => handIn(await chooseSyncFile(LARGEST_SYNC_FILE)))}>
          Take in the first file…
        </Button>
        <Button onPress={() => void begin(chooseFolder)}>Take in from a folder…</Button>
      </div>
      {isBusy && <StepProgress step={state.step} onCancel={cancel} />}
      {state.at === 'question' && (
        <Notice
          kind="warning"
          title={state.question.words}
          action={
            <>
              <Button onPress={() => void answer(state.source, state.question, state.resume)}>Go on</Button>
              <Button onPress={putAway}>Not now</Button>
            </>
          }
        >
          {state.question.kept}
        </Notice>
      )}
      {state.at === 'taken' && state.report.operations === 0 && (
        <Notice kind="warning" title={reportHeadline(state.report, false)}>
          {state.report.left.length === 0
            ? 'There is no file for this laptop yet. Ask the other one to write it.'
            : state.report.left.map(leftInWords).join(' ')}
        </Notice>
      )}
      {state.at === 'stopped' && <Notice>Stopped. Nothing is lost: take it in again.</Notice>}
      {state.at === 'failed' && <Trouble error={state.error} />}
    </div>
  );
}
