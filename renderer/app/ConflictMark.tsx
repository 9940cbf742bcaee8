import './conflict-marks.css';
import { type FieldMarkProps, Icon, Link } from '../ui/index.ts';
import { conflictHref } from './links.ts';
import { type OpenConflicts, useOpenConflicts } from './open-conflicts.ts';
import { useEarlierDay } from './use-earlier-day.ts';

/** Beside a field that laptops changed apart: how many versions there are, and the way to them. What waits is of today. */
export function ConflictMark({ label, keptIn: { table, rowId, field } }: FieldMarkProps) {
  const isToday = useEarlierDay() === null;
  const ofField = ({ conflicts }: OpenConflicts) =>
    conflicts.find(
      (conflict) => conflict.table === table && conflict.fields.includes(field) && conflict.rowIds.includes(rowId),
    ) ?? null;
  const conflict = useOpenConflicts(ofField);
  if (conflict === null || !isToday) return null;
  const versions = conflict.kind === 'field' ? `${conflict.sides} versions` : 'Left out';
  return (
    <span className="app-conflict-mark">
      <Link href={conflictHref(conflict.id)} aria-label={`${versions} of “${label}”: decide between them`}>
        <Icon name="conflict" size={12} />
        {versions}
      </Link>
    </span>
  );
}
