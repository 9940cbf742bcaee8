/**
 * All that a public pack is written from, and nothing else: no writer of this folder reads the board by itself. What it says of a
 * review that is not public is a count.
 */
import { formatDate } from '../../domain/partial-date.ts';
import type { ReportedYear } from '../../domain/reported-year.ts';
import { type IdentifyingWords, identifyingWordsIn, joinIdentifyingWords } from '../../domain/identifying-words.ts';
import type { Reader } from '../../service/context.ts';
import { identifyingWords } from '../../service/identifying-words.ts';
import { type PublicReviews, readPublicReviews, type ReviewOfPublic } from '../../service/public-reviews.ts';
import { isOurs, readYearReviews } from '../../service/year-reviews.ts';
import { countedYear } from '../sections/annual-year.ts';
import type { PackSource } from '../sections/source.ts';
import { guardNames, type NameGuard } from './never-printed.ts';
import { type PublicCounts, readPublicCounts } from './public-counts.ts';
import {
  actionsOf,
  namePublicReviews,
  type PlanOwner,
  type PublicPlan,
  type PublicReport,
  readPublicPlans,
  readPublicReports,
} from './public-plans.ts';
import { type PublicTheme, readPublicThemes } from './public-themes.ts';

export type PublishedReview = ReviewOfPublic & {
  readonly name: string;
  /** '' where the name of its type is withheld. */
  readonly typeName: string;
  readonly publishedOn: string;
  /** The years that were written instead of a date: “2018/19”. */
  readonly publishedText: string | null;
  readonly place: string;
  /** What was released about the review as a whole, or null. */
  readonly words: string | null;
};

export type PublicReading = {
  readonly words: IdentifyingWords;
  readonly names: NameGuard;
  readonly reviews: PublicReviews;
  readonly published: readonly PublishedReview[];
  readonly reports: readonly PublicReport[];
  readonly plans: readonly PublicPlan[];
  readonly themes: readonly PublicTheme[];
  readonly counts: PublicCounts;
  /** As far as it has come by the day of the pack. */
  readonly year: ReportedYear;
};

/** What of a pack's source is looked at here. */
export type PublicSource = Pick<PackSource, 'reader' | 'dataAsAt' | 'options' | 'now'>;

/** Read once a pack: a source is one board, one day and one set of options. */
const readings = new WeakMap<PublicSource, PublicReading>();

export const readPublic = (source: PublicSource): PublicReading => {
  const known = readings.get(source);
  if (known !== undefined) return known;
  const reading = read(source);
  readings.set(source, reading);
  return reading;
};

/** A span of years says when, and nothing else; other words that stand for a date are not released. */
const yearsWritten = (text: string | null): string | null =>
  text !== null && /^\d{4}[/–-]\d{2}(\d{2})?$/.test(text) ? text : null;

const read = (source: PublicSource): PublicReading => {
  const { reader, dataAsAt } = source;
  const reviews = readPublicReviews(reader, dataAsAt);
  const words = identifyingWordsOf(source, reviews);
  const names = guardNames(words);
  const releasedOf = reader.prepare<[string], { text: string }>(
    'select text from releasedTexts where reviewId = ? and removed is null order by id limit 1',
  );
  const published = namePublicReviews(reviews.published, names).map((review) => ({
    ...review,
    typeName: names.printable(review.type),
    publishedOn: review.publication.record?.publishedOn ?? '',
    publishedText: yearsWritten(review.publication.record?.publishedText ?? null),
    place: names.printable(review.publication.record?.place ?? ''),
    words: releasedOf.get(review.id)?.text ?? null,
  }));
  const reports = readPublicReports(reader, dataAsAt, names);
  const owners: PlanOwner[] = [
    ...published.map(({ id, name, typeName, publishedOn, publishedText }) => ({
      id,
      kind: 'review' as const,
      name,
      about: `${typeName || 'Review'}, published ${formatDate(publishedOn, publishedText)}`,
    })),
    ...reports.map(({ id, name, publishedOn }) => ({
      id,
      kind: 'report' as const,
      name,
      about: `Report of another body, published ${formatDate(publishedOn)}`,
    })),
  ];
  const plans = readPublicPlans(reader, owners, names);
  const year = countedYear(source);
  return {
    words,
    names,
    reviews,
    published,
    reports,
    plans,
    themes: readPublicThemes(reader, plans, names),
    counts: readPublicCounts(reviews, inYear(reader, year), names),
    year,
  };
};

/** Of that day and of now: a label that was recorded since tells as much as an old one. */
const identifyingWordsOf = ({ reader, now }: PublicSource, { published }: PublicReviews): IdentifyingWords => {
  const then = identifyingWords(reader, { publicReviewIds: idsOf(published) });
  if (now === null) return then;
  const publicNow = readPublicReviews(now.reader, now.dataAsAt).published;
  return joinIdentifyingWords(then, identifyingWords(now.reader, { publicReviewIds: idsOf(publicNow) }));
};

const idsOf = (reviews: readonly ReviewOfPublic[]): ReadonlySet<string> => new Set(reviews.map(({ id }) => id));

/** The board's own annual figures, of the reviews that it leads: two reports on one year must not disagree. */
const inYear = (reader: Reader, year: ReportedYear): { readonly begun: number; readonly completed: number } => {
  const ours = readYearReviews(reader, year).filter(isOurs);
  return {
    begun: ours.filter(({ began }) => began === 'in').length,
    completed: ours.filter(({ completed }) => completed === 'in').length,
  };
};

/** Where words stand that hold what identifies: "LR 2025/07, action 1.2". Whoever released them saw what they hold. */
export const textsThatTell = ({ plans, published, words }: PublicReading): readonly string[] =>
  [
    ...published.map((review) => ({ where: review.name, words: review.words })),
    ...plans.flatMap((plan) => [
      ...plan.recommendations.map((one) => ({ where: `${plan.name}, recommendation ${one.number}`, words: one.words })),
      ...actionsOf(plan).map((one) => ({ where: `${plan.name}, action ${one.number}`, words: one.words })),
    ]),
  ].flatMap((text) => (text.words !== null && identifyingWordsIn(text.words, words).length > 0 ? [text.where] : []));
