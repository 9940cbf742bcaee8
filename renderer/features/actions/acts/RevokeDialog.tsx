import { useState } from 'react';
import type { ActionDetail } from '../../../../db/contract/actions.ts';
import { APPROVAL_KIND_LABELS, type ApprovalKind } from '../../../../db/domain/codes.ts';
import { client } from '../../../client.ts';
import { useBoard } from '../../../app/use-board.ts';
import { DateEntry, TextField } from '../../../ui/index.ts';
import { ActDialog } from './ActDialog.tsx';
import { missing } from './missing.ts';
import { runSaved } from './run-act.ts';
import { useDateField } from './use-date-field.ts';

type RevokeDialogProps = {
  readonly approval: ActionDetail['approvals'][number];
  readonly isOfAction: boolean;
  readonly onClose: () => void;
};

export function RevokeDialog({ approval, isOfAction, onClose }: RevokeDialogProps) {
  const { today } = useBoard();
  const [reason, setReason] = useState('');
  const on = useDateField({ exactness: 'partial', isRequired: true, initial: today });
  const words = `“${APPROVAL_KIND_LABELS[approval.kind as ApprovalKind].toLowerCase()}” by ${approval.body}`;
  const submit = () =>
    runSaved(
      () => client.approvals.revoke({ id: approval.id, revokedOn: on.value.date ?? today, reason }),
      `Revoked ${words}`,
      { staysOnRecord: true },
    );
  return (
    <ActDialog
      title="Revoke this approval"
      submitLabel="Revoke"
      isDanger
      onClose={onClose}
      isReady={reason.trim() !== '' && on.wrong === null}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <p>
            {words} stays on record, marked as revoked.
            {isOfAction && ' The state of the action is not moved: reopen it where that is needed.'}
          </p>
          <TextField
            label="Reason"
            value={reason}
            onChange={setReason}
            maxLength={500}
            error={missing(tried, reason, 'Say why.')}
            autoFocus
          />
          <DateEntry label="Revoked on" {...on.entry(tried)} />
        </>
      )}
    </ActDialog>
  );
}
