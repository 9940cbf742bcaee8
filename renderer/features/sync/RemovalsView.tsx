import type { SyncRemovals } from '../../../db/contract/sync.ts';
import { formatInstant } from '../../app/format-instant.ts';

/** Which records would go, by area: who removed each and when. */
export function RemovalsView({ removals }: { readonly removals: readonly SyncRemovals[] }) {
  return removals.map((area) => <Area key={area.label} area={area} />);
}

function Area({ area: { label, total, records } }: { readonly area: SyncRemovals }) {
  const heading = `${label}: ${total.toLocaleString('en-GB')} would go`;
  const removals = records.map(({ rowId, record, actor, laptop, at }) => ({
    rowId,
    record,
    by: `Removed by ${actor} on ${laptop}, ${formatInstant(at)}`,
  }));
  const [first] = removals;
  // What one person removed at one time is said once.
  const common = removals.every(({ by }) => by === first?.by) ? first?.by : undefined;
  return (
    <div>
      <h4>{heading}</h4>
      {common !== undefined && <p className="ui-quiet">{common}</p>}
      <ul className="sync-list sync-removals" aria-label={heading} tabIndex={0}>
        {removals.map(({ rowId, record, by }) => (
          <li key={rowId}>
            {record} {common === undefined && <span className="ui-quiet">{by}</span>}
          </li>
        ))}
      </ul>
      {records.length < total && <p>And {(total - records.length).toLocaleString('en-GB')} more.</p>}
    </div>
  );
}
