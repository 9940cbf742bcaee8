import { useState } from 'react';
import { client } from '../../../client.ts';
import { TextField } from '../../../ui/index.ts';
import { ActDialog } from './ActDialog.tsx';
import { missing } from './missing.ts';
import { runAct } from './run-act.ts';
import { type ActProps, subjectWords } from './subject.ts';

type RemoveDialogProps = ActProps & { readonly onRemoved?: () => void };

export function RemoveDialog({ subject, onClose, onRemoved }: RemoveDialogProps) {
  const [reason, setReason] = useState('');
  const submit = async () => {
    const outcome = await runAct(
      () => client.actions.remove({ ids: [...subject.ids], reason }),
      `Removed ${subjectWords(subject)}`,
    );
    if (outcome.ok && outcome.refused.length === 0) onRemoved?.();
    return outcome;
  };
  return (
    <ActDialog
      title={`Remove ${subjectWords(subject)}`}
      submitLabel="Remove"
      isDanger
      onClose={onClose}
      isReady={reason.trim() !== ''}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <p>
            For what was entered by mistake. Removed actions leave every list and pack; their history stays, and the
            removal can be undone. An action that is no longer wanted is better moved to “Superseded” or “Rejected”.
          </p>
          <TextField
            label="Reason"
            value={reason}
            onChange={setReason}
            maxLength={500}
            error={missing(tried, reason, 'Say why. It is kept with the removal.')}
            autoFocus
          />
        </>
      )}
    </ActDialog>
  );
}
