import type { ClockReadingRow } from '../../../../db/contract/reviews.ts';
import { usedWords } from './clock-look.ts';

/** What is used and left of a clock, and whether its event is expected in time: beside every due date. */
export function ClockStanding({ reading }: { readonly reading: ClockReadingRow }) {
  const { forecast } = reading;
  const used = reading.state === 'waiting' ? '' : usedWords(reading);
  if (used === '' && forecast === null) return null;
  return (
    <p className="review-clock-standing">
      {used !== '' && <span>{used}</span>}
      {forecast !== null && (
        <span className={forecast.isLate ? 'review-clock-late' : undefined}>
          {forecast.isLate && <span aria-hidden="true">▲ </span>}
          {forecast.words}
        </span>
      )}
    </p>
  );
}
