import type { SyncFolderStatus } from '../../../db/contract/sync.ts';
import { Button, Notice, useReadOnly } from '../../ui/index.ts';
import { FocusedHeading } from './FocusedHeading.tsx';
import { StepProgress } from './StepProgress.tsx';
import { SyncReportView } from './SyncReportView.tsx';
import { Trouble } from './Trouble.tsx';
import { useTakingIn } from './use-taking-in.ts';

type FolderQuestionProps = {
  readonly folder: Pick<SyncFolderStatus, 'name' | 'words'>;
  /** Stands for the file that would remove so much. */
  readonly asked: string;
  readonly onAccept: () => void;
};

/** The shared folder stands still until a person has looked at what a file would remove, and says that it is right. */
export function FolderQuestion({ folder: { name, words }, asked, onAccept }: FolderQuestionProps) {
  const isReadOnly = useReadOnly();
  const { state, begin, cancel } = useTakingIn({ hasPreview: true });
  return (
    <>
      <Notice
        kind="warning"
        title="The shared folder stopped to ask you"
        action={
          <>
            <Button kind="primary" onPress={() => void begin(async () => ({ placeId: asked, name }))}>
              See what would go
            </Button>
            <Button isDisabled={isReadOnly} onPress={onAccept}>
              The removals are right: go on
            </Button>
          </>
        }
      >
        {words} If the removals are not right, leave it so and ring whoever works on that laptop.
      </Notice>
      {state.at === 'looking' && <StepProgress step={state.step} onCancel={cancel} />}
      {state.at === 'preview' && (
        <section className="sync-card" aria-label="What the file would bring">
          <FocusedHeading level={3}>What the file would bring</FocusedHeading>
          <SyncReportView report={state.report} isPreview />
        </section>
      )}
      {state.at === 'question' && <Notice kind="warning">{state.question.words}</Notice>}
      {state.at === 'failed' && <Trouble error={state.error} />}
    </>
  );
}
