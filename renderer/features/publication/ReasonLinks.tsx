import { useState } from 'react';
import { countOf } from '../../../db/domain/plain-words.ts';
import { listHref } from '../../app/links.ts';
import { Button } from '../../ui/index.ts';

type ReasonFigures = {
  readonly delayReasonId: string;
  readonly reason: string;
  readonly reviews: number;
  readonly longestDays: number | null;
};

const shownFirst = 6;

/** What delays publication now, the commonest first. A review with two reasons counts under both. */
export function ReasonLinks({ byReason }: { readonly byReason: readonly ReasonFigures[] }) {
  const [showsAll, setShowsAll] = useState(false);
  if (byReason.length === 0) return <p className="ui-quiet">Nothing delays publication now.</p>;
  const shown = showsAll ? byReason : byReason.slice(0, shownFirst);
  return (
    <ul className="register-reasons">
      {shown.map(({ delayReasonId, reason, reviews, longestDays }) => (
        <li key={delayReasonId}>
          <a href={listHref('publication', { delayReasonId })}>{reason}</a>
          <span className="ui-quiet">
            {' '}
            {countOf(reviews, 'review', 'reviews')}
            {longestDays !== null && `, longest ${longestDays.toLocaleString('en-GB')} days`}
          </span>
        </li>
      ))}
      {byReason.length > shownFirst && (
        <li>
          <Button size="small" kind="quiet" aria-expanded={showsAll} onPress={() => setShowsAll(!showsAll)}>
            {showsAll ? 'Fewer reasons' : `${byReason.length - shownFirst} more reasons`}
          </Button>
        </li>
      )}
    </ul>
  );
}
