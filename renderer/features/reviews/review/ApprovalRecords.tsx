import { useState } from 'react';
import type { ApprovalRow } from '../../../../db/contract/reviews.ts';
import { APPROVAL_KIND_LABELS, type ApprovalKind } from '../../../../db/domain/codes.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { useBoard } from '../../../app/use-board.ts';
import { client } from '../../../client.ts';
import { Button } from '../../../ui/index.ts';
import { ApprovalCondition } from './ApprovalCondition.tsx';
import { SUBJECT_WORDS } from './approval-look.ts';
import { DateAndReasonDialog } from './DateAndReasonDialog.tsx';
import { problemOf, saveForGood } from './saving.ts';

/** Every approval given, the newest first; revoked ones stay, with their reason. */
export function ApprovalRecords({ approvals }: { readonly approvals: readonly ApprovalRow[] }) {
  const [revoking, setRevoking] = useState<ApprovalRow | null>(null);
  if (approvals.length === 0) return <p className="ui-quiet">No approval is recorded yet.</p>;
  return (
    <>
      <ul className="review-records">
        {approvals.toReversed().map((approval) => (
          <li key={approval.id} className="review-record">
            <div className="review-record-head">
              <p className={approval.revokedOn === null ? undefined : 'review-revoked'}>{approvalWords(approval)}</p>
              {approval.revokedOn === null && (
                <Button
                  kind="quiet"
                  size="small"
                  aria-label={`Revoke: ${approvalWords(approval)}`}
                  onPress={() => setRevoking(approval)}
                >
                  Revoke
                </Button>
              )}
            </div>
            {approval.note !== '' && <p className="ui-quiet">{approval.note}</p>}
            {approval.revokedOn !== null && (
              <p>
                Revoked {formatDate(approval.revokedOn)}: {approval.revokedReason}
              </p>
            )}
            {approval.conditions.length > 0 && (
              <ul className="review-conditions">
                {approval.conditions.map((condition) => (
                  <ApprovalCondition key={condition.id} condition={condition} isRevoked={approval.revokedOn !== null} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {revoking !== null && <RevokeDialog approval={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}

function RevokeDialog({ approval, onClose }: { readonly approval: ApprovalRow; readonly onClose: () => void }) {
  const { today } = useBoard();
  return (
    <DateAndReasonDialog
      title="Revoke this approval"
      dateLabel="Revoked on"
      wants="date"
      date={today}
      confirmLabel="Revoke the approval"
      onConfirm={async (revokedOn, reason) =>
        problemOf(
          await saveForGood(
            () => client.approvals.revoke({ id: approval.id, revokedOn: revokedOn ?? '', reason }),
            'Revoked an approval',
          ),
        )
      }
      onClose={onClose}
    >
      <p>{approvalWords(approval)}. It stays on record as revoked, and this cannot be undone.</p>
    </DateAndReasonDialog>
  );
}

const approvalWords = ({ kind, body, appliesTo, date, dateText, minuteReference }: ApprovalRow): string =>
  [
    `${SUBJECT_WORDS[appliesTo]}: ${(APPROVAL_KIND_LABELS[kind as ApprovalKind] ?? kind).toLowerCase()} by ${body}`,
    formatDate(date, dateText) || 'date not recorded',
    minuteReference && `minute ${minuteReference}`,
  ]
    .filter(Boolean)
    .join(', ');
