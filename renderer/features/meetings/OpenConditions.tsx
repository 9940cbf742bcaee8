import type { MeetingDetail } from '../../../db/contract/meetings.ts';
import { actionHref, reviewHref } from '../../app/links.ts';
import { Link } from '../../ui/index.ts';
import { ApprovalCondition } from '../reviews/review/ApprovalCondition.tsx';

type OpenConditionsProps = { readonly conditions: MeetingDetail['openConditions'] };

/** Conditions that the body set earlier: each is discharged here or where the approval stands. */
export function OpenConditions({ conditions }: OpenConditionsProps) {
  if (conditions.length === 0) return null;
  return (
    <>
      <h3 className="meeting-small-heading">Conditions it set that are still open</h3>
      <ul className="meeting-conditions">
        {conditions.map(({ id, text, subject, reviewId, actionId }) => {
          const href =
            reviewId === null ? (actionId === null ? null : actionHref(actionId)) : reviewHref(reviewId, 'approvals');
          return (
            <li key={id}>
              {href === null ? subject : <Link href={href}>{subject}</Link>}
              <ul>
                <ApprovalCondition condition={{ id, text, dischargedOn: null, dischargedBy: '' }} isRevoked={false} />
              </ul>
            </li>
          );
        })}
      </ul>
    </>
  );
}
