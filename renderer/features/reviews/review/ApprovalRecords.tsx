import { useState } from 'react';
import type { ApprovalRow } from '../../../../db/contract/reviews.ts';
import { APPROVAL_KIND_LABELS, type ApprovalKind } from '../../../../db/domain/codes.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { decidedWords } from '../../../../db/domain/waiting-decisions.ts';
import { meetingHref } from '../../../app/links.ts';
import { useBoard } from '../../../app/use-board.ts';
import { WaitingMark } from '../../../app/WaitingMark.tsx';
import { client } from '../../../client.ts';
import { Button, Link } from '../../../ui/index.ts';
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
            <WaitingMark table="approvals" rowId={approval.id} what={approvalWords(approval)} />
            {approval.meetingId !== null && (
              <p>
                <Link href={meetingHref(approval.meetingId)}>The meeting that decided it</Link>
              </p>
            )}
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

type RevokeDialogProps = {
  readonly approval: ApprovalRow;
  /** Revokes a rejection so that the body is asked again. */
  readonly isReopening?: boolean;
  readonly onClose: () => void;
};

export function RevokeDialog({ approval, isReopening = false, onClose }: RevokeDialogProps) {
  const { today } = useBoard();
  return (
    <DateAndReasonDialog
      title={isReopening ? 'Reopen after the rejection' : 'Revoke this approval'}
      dateLabel={isReopening ? 'Reopened on' : 'Revoked on'}
      wants="date"
      date={today}
      confirmLabel={isReopening ? 'Reopen it' : 'Revoke the approval'}
      onConfirm={async (revokedOn, reason) =>
        problemOf(
          await saveForGood(
            () => client.approvals.revoke({ id: approval.id, revokedOn: revokedOn ?? '', reason }),
            isReopening ? 'Reopened after the rejection' : 'Revoked an approval',
          ),
        )
      }
      onClose={onClose}
    >
      <p>
        {approvalWords(approval)}. It stays on record as revoked, and this cannot be undone.
        {isReopening && ' The body is then asked again.'}
      </p>
    </DateAndReasonDialog>
  );
}

const approvalWords = ({ kind, body, appliesTo, date, dateText, minuteReference, waits }: ApprovalRow): string =>
  decidedWords(
    [
      `${SUBJECT_WORDS[appliesTo]}: ${(APPROVAL_KIND_LABELS[kind as ApprovalKind] ?? kind).toLowerCase()} by ${body}`,
      formatDate(date, dateText) || 'date not recorded',
      minuteReference && `minute ${minuteReference}`,
    ]
      .filter(Boolean)
      .join(', '),
    { waits },
  );
