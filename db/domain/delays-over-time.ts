/**
 * Days of delay by reason, quarter by quarter or year by year: what a board reports over time. A day counts once for a review
 * and reason, however many spells it lies in; a review with two reasons counts under both, so the rows do not add up to the
 * total, which counts each review's days once. As everywhere, the fewest days that imprecise dates can mean are counted.
 */
import { addMonths, type CivilDate, daysBetween } from './civil-days.ts';
import type { DelaySpan } from './publication-delays.ts';

export type DelaySpell = { readonly reviewId: string; readonly reasonIds: readonly string[]; readonly span: DelaySpan };

export const PERIOD_LENGTHS = ['quarter', 'year'] as const;
export type PeriodLength = (typeof PERIOD_LENGTHS)[number];

export type DelayPeriod = { readonly label: string; readonly start: CivilDate; readonly end: CivilDate };

export type DelaysOverTime = {
  readonly periods: readonly DelayPeriod[];
  /** Days in each of the periods, in their order. Reasons with the most days come first. */
  readonly byReason: readonly { readonly reasonId: string; readonly days: readonly number[]; readonly total: number }[];
  readonly inAll: { readonly days: readonly number[]; readonly total: number };
};

export const MOST_PERIODS = 8;

/** The last periods up to the one that today lies in; from the first spell on where that is fewer. */
export const delaysOverTime = (
  spells: readonly DelaySpell[],
  length: PeriodLength,
  today: CivilDate,
): DelaysOverTime => {
  const starts = spells.map(({ span }) => span.start).sort();
  const periods = starts[0] === undefined ? [] : periodsBetween(starts[0], today, length);
  const reasonIds = [...new Set(spells.flatMap((spell) => spell.reasonIds))];
  const byReason = reasonIds
    .map((reasonId) => {
      const days = daysIn(
        periods,
        spells.filter((spell) => spell.reasonIds.includes(reasonId)),
      );
      return { reasonId, days, total: sum(days) };
    })
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total || (a.reasonId < b.reasonId ? -1 : 1));
  const days = daysIn(periods, spells);
  return { periods, byReason, inAll: { days, total: sum(days) } };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

const periodsBetween = (first: CivilDate, today: CivilDate, length: PeriodLength): readonly DelayPeriod[] => {
  const months = length === 'year' ? 12 : 3;
  const last = startOfPeriod(today, months);
  const periods: DelayPeriod[] = [];
  for (let start = last; periods.length < MOST_PERIODS; start = addMonths(start, -months)) {
    periods.unshift({ label: labelOf(start, length), start, end: addMonths(start, months) });
    if (start <= first) break;
  }
  return periods;
};

const startOfPeriod = (day: CivilDate, months: number): CivilDate => {
  const month = Number(day.slice(5, 7)) - 1;
  return `${day.slice(0, 4)}-${String(month - (month % months) + 1).padStart(2, '0')}-01`;
};

/** "2026", "Jan–Mar 2026". */
const labelOf = (start: CivilDate, length: PeriodLength): string => {
  const year = start.slice(0, 4);
  return length === 'year' ? year : `${QUARTERS[Math.floor((Number(start.slice(5, 7)) - 1) / 3)] ?? ''} ${year}`;
};

const QUARTERS = ['Jan–Mar', 'Apr–Jun', 'Jul–Sep', 'Oct–Dec'] as const;

const daysIn = (periods: readonly DelayPeriod[], spells: readonly DelaySpell[]): readonly number[] => {
  const spansByReview = new Map<string, DelaySpan[]>();
  for (const { reviewId, span } of spells) spansByReview.set(reviewId, [...(spansByReview.get(reviewId) ?? []), span]);
  const merged = [...spansByReview.values()].flatMap(mergeSpans);
  return periods.map((period) => sum(merged.map((span) => overlap(span, period))));
};

/** Spans that overlap or touch become one: no day is counted twice. */
export const mergeSpans = (spans: readonly DelaySpan[]): readonly DelaySpan[] => {
  const merged: DelaySpan[] = [];
  for (const span of [...spans].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))) {
    const last = merged.at(-1);
    if (last === undefined || span.start > last.end) merged.push(span);
    else if (span.end > last.end) merged[merged.length - 1] = { start: last.start, end: span.end };
  }
  return merged;
};

const overlap = (span: DelaySpan, period: DelayPeriod): number => {
  const start = span.start < period.start ? period.start : span.start;
  const end = span.end < period.end ? span.end : period.end;
  return end <= start ? 0 : daysBetween(start, end);
};
