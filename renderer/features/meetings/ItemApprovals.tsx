import { useState } from 'react';
import type { MeetingApproval } from '../../../db/contract/meetings.ts';
import { APPROVAL_KIND_LABELS } from '../../../db/domain/codes.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { decidedWords } from '../../../db/domain/waiting-decisions.ts';
import { useBoard } from '../../app/use-board.ts';
import { WaitingMark } from '../../app/WaitingMark.tsx';
import { client } from '../../client.ts';
import { Button } from '../../ui/index.ts';
import { ApprovalCondition } from '../reviews/review/ApprovalCondition.tsx';
import { DateAndReasonDialog } from '../reviews/review/DateAndReasonDialog.tsx';
import { problemOf, saveForGood } from '../reviews/review/saving.ts';

/** "Report of LCSPR 2025/02: adopted by the Executive group, 12 January 2027, minute 4.2". */
export const approvalWords = ({
  subject,
  kind,
  body,
  date,
  dateText,
  minuteReference,
  waits,
}: MeetingApproval): string =>
  decidedWords(
    [
      `${subject}: ${APPROVAL_KIND_LABELS[kind].toLowerCase()} by ${body}`,
      formatDate(date, dateText),
      minuteReference && `minute ${minuteReference}`,
    ]
      .filter(Boolean)
      .join(', '),
    { waits },
  );

/** Approvals stay on record; one that is wrong is revoked, with a reason. */
export function ItemApprovals({ approvals }: { readonly approvals: readonly MeetingApproval[] }) {
  const { today } = useBoard();
  const [revoking, setRevoking] = useState<MeetingApproval | null>(null);
  if (approvals.length === 0) return null;
  return (
    <>
      <ul className="meeting-approvals">
        {approvals.map((approval) => (
          <li key={approval.id}>
            <div className="meeting-approval">
              <span className={approval.revokedOn === null ? undefined : 'review-revoked'}>
                <span aria-hidden="true">✓ </span>
                {approvalWords(approval)}
              </span>
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
            <WaitingMark table="approvals" rowId={approval.id} what={approvalWords(approval)} />
            {approval.note !== '' && <p className="ui-quiet">{approval.note}</p>}
            {approval.revokedOn !== null && (
              <p>
                Revoked {formatDate(approval.revokedOn)}: {approval.revokedReason}
              </p>
            )}
            {approval.conditions.length > 0 && (
              <ul>
                {approval.conditions.map((condition) => (
                  <ApprovalCondition key={condition.id} condition={condition} isRevoked={approval.revokedOn !== null} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {revoking !== null && (
        <DateAndReasonDialog
          title="Revoke this approval"
          dateLabel="Revoked on"
          wants="date"
          date={today}
          confirmLabel="Revoke the approval"
          onConfirm={async (revokedOn, reason) =>
            problemOf(
              await saveForGood(
                () => client.approvals.revoke({ id: revoking.id, revokedOn: revokedOn ?? today, reason }),
                'Revoked an approval',
              ),
            )
          }
          onClose={() => setRevoking(null)}
        >
          <p>{approvalWords(revoking)}. It stays on record as revoked, and this cannot be undone.</p>
        </DateAndReasonDialog>
      )}
    </>
  );
}
