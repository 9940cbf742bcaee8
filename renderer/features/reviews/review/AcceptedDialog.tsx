import type { Saved } from '../../../../db/contract/common.ts';
import { useBoard } from '../../../app/use-board.ts';
import type { SaveOutcome } from '../../../app/use-save.ts';
import { DateEntry } from '../../../ui/index.ts';
import { ActDialog } from '../../actions/acts/ActDialog.tsx';
import { useDateField } from '../../actions/acts/use-date-field.ts';

type AcceptedDialogProps = {
  readonly reference: string;
  readonly onSave: (acceptedOn: string) => Promise<SaveOutcome<Saved>>;
  readonly onClose: () => void;
};

export function AcceptedDialog({ reference, onSave, onClose }: AcceptedDialogProps) {
  const { today } = useBoard();
  const on = useDateField({ exactness: 'day', isRequired: true, initial: today });
  return (
    <ActDialog
      title={`Record that ${reference} arrived`}
      submitLabel="Record it"
      onClose={onClose}
      isReady={on.wrong === null}
      onSubmit={async () => {
        const outcome = await onSave(on.value.date ?? today);
        return outcome.ok ? { ok: true, changed: 1, refused: [] } : { ok: false, message: outcome.message };
      }}
    >
      {(tried) => <DateEntry label="Accepted on" hint="The day the other body said so." {...on.entry(tried)} />}
    </ActDialog>
  );
}
