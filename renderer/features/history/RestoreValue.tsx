import { type FormEvent, useId, useState } from 'react';
import type { HistoryEntry } from '../../../db/contract/history.ts';
import { useSave } from '../../app/use-save.ts';
import { client } from '../../client.ts';
import { Button, Dialog, TextField, useReadOnly } from '../../ui/index.ts';

type RestoreValueProps = {
  readonly operationId: string;
  readonly change: HistoryEntry['changes'][number];
};

/** Gives a field the value again that it got by this change; asks why, and says why not where a rule stands against it. */
export function RestoreValue({ operationId, change }: RestoreValueProps) {
  const [isOpen, setIsOpen] = useState(false);
  const isReadOnly = useReadOnly();
  if (!change.canRestore || isReadOnly) return null;
  return (
    <>
      <Button
        kind="quiet"
        size="small"
        aria-label={`Restore this value of ${change.label.toLowerCase()}: ${change.new ?? 'nothing'}`}
        onPress={() => setIsOpen(true)}
      >
        Restore this value
      </Button>
      {isOpen && <RestoreDialog operationId={operationId} change={change} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function RestoreDialog({ operationId, change, onClose }: RestoreValueProps & { readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const { save, isSaving } = useSave();
  const formId = useId();
  const { table, rowId, field, label } = change;
  const restore = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (reason.trim() === '') return setProblem('Say why, in a few words. It stands in the history.');
    const outcome = await save(
      () => client.history.restoreValue({ table, rowId, field, operationId, reason }),
      `Restored ${label.toLowerCase()}`,
    );
    if (outcome.ok) onClose();
    else setProblem(outcome.message);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Restore this value?"
      footer={
        <>
          <Button kind="primary" type="submit" form={formId} busy={isSaving}>
            Restore the value
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} className="ui-stack" noValidate onSubmit={(event) => void restore(event)}>
        <p>
          {label} becomes <strong>{change.new ?? 'nothing'}</strong> again. What stands there now stays in the history.
        </p>
        <TextField label="Reason" value={reason} onChange={setReason} error={problem ?? undefined} autoFocus />
      </form>
    </Dialog>
  );
}
