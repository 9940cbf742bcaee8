/** In which years a theme was seen. The year is that of one event of each review, and which one is always said. */
import type { PartialDate } from './partial-date.ts';

export const TREND_EVENTS = ['incident', 'notified'] as const;
export type TrendEvent = (typeof TREND_EVENTS)[number];

export const TREND_EVENT_LABELS: Readonly<Record<TrendEvent, string>> = {
  incident: 'Year of the incident',
  notified: 'Year of the notification',
};

/** A year is known of every date, however imprecise: "2007", "2007-05". */
export const yearOf = (date: PartialDate | null): number | null => (date === null ? null : Number(date.slice(0, 4)));

export type ReviewYear = { readonly reviewId: string; readonly year: number | null };

export type Trend = {
  /** Every year from the first to the last, also those without a review. */
  readonly years: readonly number[];
  /** Reviews of each year, in the order of `years`; each review counts once. */
  readonly counts: readonly number[];
  readonly withoutYear: number;
  readonly total: number;
};

/** All years from the earliest to the latest of the reviews. */
export const yearsOf = (reviews: readonly ReviewYear[]): readonly number[] => {
  const known = reviews.flatMap(({ year }) => (year === null ? [] : [year]));
  if (known.length === 0) return [];
  const first = known.reduce((least, year) => Math.min(least, year));
  const last = known.reduce((most, year) => Math.max(most, year));
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
};

export const readTrend = (reviews: readonly ReviewYear[], years: readonly number[] = yearsOf(reviews)): Trend => {
  const once = new Map(reviews.map((review) => [review.reviewId, review.year]));
  const counts = new Map<number | null, number>();
  for (const year of once.values()) counts.set(year, (counts.get(year) ?? 0) + 1);
  return {
    years,
    counts: years.map((year) => counts.get(year) ?? 0),
    withoutYear: counts.get(null) ?? 0,
    total: once.size,
  };
};

/** "7 reviews in 2024–2026, against 3 in 2021–2023": the last three years beside the three before; null when there are too few. */
export const trendWords = ({ years, counts }: Trend): string | null => {
  const last = years.at(-1);
  if (last === undefined || years.length < 6) return null;
  const sum = (from: number, until: number): number =>
    years.reduce((total, year, at) => (year >= from && year <= until ? total + (counts[at] ?? 0) : total), 0);
  const now = sum(last - 2, last);
  return `${now} ${now === 1 ? 'review' : 'reviews'} in ${last - 2}–${last}, against ${sum(last - 5, last - 3)} in ${last - 5}–${last - 3}`;
};
