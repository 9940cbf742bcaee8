import { useState } from 'react';
import type { ThemeTask } from '../../../../db/contract/themes.ts';
import { useBoard } from '../../../app/use-board.ts';
import { client } from '../../../client.ts';
import { DateEntry, TextArea } from '../../../ui/index.ts';
import { ActDialog } from '../../actions/acts/ActDialog.tsx';
import { missing } from '../../actions/acts/missing.ts';
import { runSaved } from '../../actions/acts/run-act.ts';
import { useDateField } from '../../actions/acts/use-date-field.ts';

/** A change is verified by what was found, not by a tick. */
export function VerifyDialog({ task, onClose }: { readonly task: ThemeTask; readonly onClose: () => void }) {
  const { today } = useBoard();
  const [finding, setFinding] = useState(task.finding);
  const verifiedOn = useDateField({ exactness: 'partial', isRequired: true, initial: today });
  return (
    <ActDialog
      title={`Did the change work? ${task.theme}`}
      submitLabel="Record the finding"
      onClose={onClose}
      isReady={finding.trim() !== '' && verifiedOn.wrong === null}
      onSubmit={() =>
        runSaved(
          () => client.themes.verify({ routeId: task.id, verifiedOn: verifiedOn.value.date ?? '', finding }),
          `Recorded what ${task.body} found on ${task.theme}`,
        )
      }
    >
      {(tried) => (
        <>
          <TextArea
            label="What was found"
            hint="For example: asked in 18 of 20 cases audited, against 7 of 20 before."
            value={finding}
            onChange={setFinding}
            error={missing(tried, finding, 'Write what was found: a change is verified by a finding.')}
          />
          <DateEntry label="Verified on" {...verifiedOn.entry(tried)} />
        </>
      )}
    </ActDialog>
  );
}
