import './conflict-marks.css';
import { Icon, Link } from '../ui/index.ts';
import { conflictHref } from './links.ts';
import { useOpenConflicts } from './open-conflicts.ts';
import { useEarlierDay } from './use-earlier-day.ts';

type WaitingMarkProps = {
  readonly table: 'approvals' | 'publicationDecisions' | 'proceedDecisions';
  readonly rowId: string;
  /** Names the line to who does not see it. */
  readonly what: string;
};

/** On the line of a decision that does not count until it is settled against another: the way to it. What waits is of today. */
export function WaitingMark({ table, rowId, what }: WaitingMarkProps) {
  const isToday = useEarlierDay() === null;
  const id = useOpenConflicts(
    ({ conflicts }) =>
      conflicts.find(
        (conflict) => conflict.kind === 'two-decisions' && conflict.table === table && conflict.rowIds.includes(rowId),
      )?.id ?? null,
  );
  if (id === null || !isToday) return null;
  return (
    <span className="app-conflict-mark">
      <Link href={conflictHref(id)} aria-label={`Settle it: ${what}`}>
        <Icon name="conflict" size={12} />
        Settle it
      </Link>
    </span>
  );
}
