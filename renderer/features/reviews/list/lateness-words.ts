import type { ReviewRow } from '../../../../db/contract/reviews.ts';
import { daysBetween, formatDate } from '../../../../db/domain/partial-date.ts';
import { countOf } from '../../../../db/domain/plain-words.ts';

/**
 * Where a review's next clock stands, lateness first: "12 days late, was due 8 May 2020". The row does not say in what the clock
 * counts, so these are calendar days; the review's own page counts as the clock does.
 */
export const nextClockWords = (row: Pick<ReviewRow, 'nextDueOn' | 'late'>, today: string): string => {
  if (row.nextDueOn === null) return '';
  const days = daysBetween(today, row.nextDueOn);
  if (row.late) return `${countOf(-days, 'day', 'days')} late, was due ${formatDate(row.nextDueOn)}`;
  if (days < 0) return `Was due ${formatDate(row.nextDueOn)}`;
  return days === 0 ? `Due today, ${formatDate(row.nextDueOn)}` : `Due ${formatDate(row.nextDueOn)}`;
};
