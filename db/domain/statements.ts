/** Status statements for reports and packs, in plain English. A nil is a statement too: it is said, never left out. */
import { type DelayReasonGiven, delayPhrase } from './delay-words.ts';
import { formatDate, type PartialDate } from './partial-date.ts';
import { capitalised, countOf, joinWords } from './plain-words.ts';

export { capitalised, countOf, joinWords } from './plain-words.ts';
export { DELAY_REASON_PHRASES, delayReasonsWords } from './delay-words.ts';

/** A review type as it reads inside a sentence. */
export type Counted = { readonly singular: string; readonly plural: string };

/** How many of the reviews spoken of each reason holds up; one review can have several. */
export type ReasonCount = { readonly reason: DelayReasonGiven; readonly reviews: number };

export type ReviewStatement =
  | {
      readonly kind: 'complete-and-unpublished';
      readonly of: Counted;
      readonly count: number;
      readonly reasons: readonly ReasonCount[];
    }
  | {
      readonly kind: 'under-way';
      readonly of: Counted;
      readonly count: number;
      /** When they are expected to be complete; the words as written win ("late 2019"). */
      readonly expected: { readonly date: PartialDate | null; readonly text: string | null } | null;
    }
  | { readonly kind: 'published'; readonly of: Counted; readonly count: number; readonly period: string }
  | { readonly kind: 'not-to-be-published'; readonly of: Counted; readonly count: number }
  | { readonly kind: 'outside-area'; readonly count: number }
  | {
      readonly kind: 'to-be-handed-over';
      readonly of: Counted;
      readonly count: number;
      readonly to: string;
      /** "before 29 September 2020". */
      readonly by: string;
    };

export const reviewStatement = (statement: ReviewStatement): string => {
  const { count } = statement;
  const are = count === 1 ? 'is' : 'are';
  switch (statement.kind) {
    case 'complete-and-unpublished':
      if (count === 0) return `No ${statement.of.singular} is complete and unpublished.`;
      return `${subject(statement)} ${are} complete; ${whyUnpublished(statement.reasons, count)}.`;
    case 'under-way':
      if (count === 0) return `No ${statement.of.singular} is under way.`;
      return `${subject(statement)} ${are} under way${expectedWords(statement.expected)}.`;
    case 'published':
      if (count === 0) return `No ${statement.of.singular} was published in ${statement.period}.`;
      return `${subject(statement)} ${count === 1 ? 'was' : 'were'} published in ${statement.period}.`;
    case 'not-to-be-published':
      if (count === 0) return `No ${statement.of.singular} is withheld from publication.`;
      return `${subject(statement)} ${are} not to be published.`;
    case 'outside-area':
      if (count === 0) return 'The board is not involved in any review outside its area.';
      return `The board is involved in ${countOf(count, 'review', 'reviews')} led by another area.`;
    case 'to-be-handed-over':
      if (count === 0) return `No ${statement.of.singular} is to be handed over.`;
      return `${subject(statement)} ${are} to be handed over to ${statement.to} for finalisation ${statement.by}.`;
  }
};

/** The same where room is short: the types of which there is none share one nil, last of its kind. */
export const statementsInShort = (statements: readonly ReviewStatement[]): readonly string[] =>
  (['under-way', 'complete-and-unpublished', 'other'] as const).flatMap((kind) => {
    const mine = statements.filter((statement) => (isOfType(statement) ? statement.kind : 'other') === kind);
    const none = mine.filter(isOfType).filter(({ count }) => count === 0);
    const [first] = none;
    if (first === undefined || none.length < 2) return mine.map(reviewStatement);
    const of = { ...first.of, singular: eitherOf(none.map(({ of: { singular } }) => singular)) };
    return [
      ...mine.filter((statement) => !none.some((nil) => nil === statement)).map(reviewStatement),
      reviewStatement({ ...first, of }),
    ];
  });

const eitherOf = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

type OfType = Extract<ReviewStatement, { readonly kind: 'under-way' | 'complete-and-unpublished' }>;

const isOfType = (statement: ReviewStatement): statement is OfType =>
  statement.kind === 'under-way' || statement.kind === 'complete-and-unpublished';

/** "No actions were recorded." for a part of a report that is empty. */
export const nilReturn = (plural: string): string => `No ${plural} were recorded.`;

const subject = ({ count, of }: { readonly count: number; readonly of: Counted }): string =>
  countOf(count, of.singular, of.plural);

/** Numbers are given only where a reason does not hold for every review spoken of. */
const whyUnpublished = (reasons: readonly ReasonCount[], count: number): string => {
  const given = reasons.filter(({ reviews }) => reviews > 0);
  if (given.length === 0) return 'publication has not taken place and no delay is recorded';
  const sameForAll = given.every(({ reviews }) => reviews >= count);
  const words = given.map(({ reason, reviews }) =>
    sameForAll ? delayPhrase(reason) : `${delayPhrase(reason)} (${reviews} of ${count})`,
  );
  return `publication is delayed by ${joinWords(words)}`;
};

const expectedWords = (
  expected: { readonly date: PartialDate | null; readonly text: string | null } | null,
): string => {
  const words = expected === null ? '' : formatDate(expected.date, expected.text);
  return words === '' ? '' : ` and not expected to be complete until ${words}`;
};

/**
 * Statements about one year, for the annual report: complete sentences, with numbers to ten in words. `unclear`: how many more have a
 * date that does not say whether it lies in the year; none is claimed where one may be.
 */
export type AnnualStatement =
  | {
      readonly kind: 'completed-in-year';
      readonly of: Counted;
      readonly count: number;
      readonly published: number;
      readonly notToBePublished: number;
      /** Why the others were not published by the end of the year. */
      readonly reasons: readonly ReasonCount[];
      readonly unclear: number;
    }
  | {
      readonly kind: 'unpublished-from-earlier';
      readonly of: Counted;
      readonly count: number;
      readonly reasons: readonly ReasonCount[];
    }
  | { readonly kind: 'none-in-year'; readonly of: Counted; readonly count: 0; readonly unclear: number }
  | { readonly kind: 'in-progress-at-end'; readonly of: Counted; readonly count: number; readonly end: string }
  | { readonly kind: 'published-in-year'; readonly of: Counted; readonly count: number; readonly unclear: number }
  | { readonly kind: 'led-elsewhere-in-year'; readonly count: number }
  | { readonly kind: 'converted-in-year'; readonly count: number };

export const annualStatement = (statement: AnnualStatement): string => {
  const { count } = statement;
  const were = count === 1 ? 'was' : 'were';
  switch (statement.kind) {
    case 'completed-in-year':
      if (count === 0)
        return `No ${statement.of.singular} ${was(statement)} completed in the year${openWords(statement)}.`;
      return `${countedSubject(statement)} ${were} completed in the year${fateWords(statement)}.`;
    case 'unpublished-from-earlier':
      if (count === 0) return `No ${statement.of.singular} of an earlier year is still to be published.`;
      return `${countedSubject(statement)} completed in an earlier year ${were} not published by the end of the year${becauseOf(statement.reasons, count)}.`;
    case 'none-in-year':
      return `No ${statement.of.singular} ${was(statement)} begun, completed, published or in progress in the year${openWords(statement)}.`;
    case 'in-progress-at-end':
      if (count === 0) return `No ${statement.of.singular} was in progress on ${statement.end}.`;
      return `${countedSubject(statement)} ${were} in progress on ${statement.end}.`;
    case 'published-in-year':
      if (count === 0)
        return `No ${statement.of.singular} ${was(statement)} published in the year${openWords(statement)}.`;
      return `${countedSubject(statement)} ${were} published in the year.`;
    case 'led-elsewhere-in-year':
      if (count === 0) return 'The board took part in no review led by another area.';
      return `The board took part in ${numberInWords(count)} ${count === 1 ? 'review' : 'reviews'} led by another area.`;
    case 'converted-in-year':
      if (count === 0) return 'No review was converted into one of another type in the year.';
      return `${capitalised(numberInWords(count))} ${count === 1 ? 'review was converted into one' : 'reviews were converted into ones'} of another type in the year.`;
  }
};

type Unclear = { readonly unclear: number };

const was = ({ unclear }: Unclear): string => (unclear === 0 ? 'was' : 'is known to have been');

const openWords = ({ unclear }: Unclear): string => {
  if (unclear === 0) return '';
  return unclear === 1 ? '; the date of one does not say' : `; the dates of ${numberInWords(unclear)} do not say`;
};

const SMALL_NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const;

/** Words up to ten, figures from 11. */
export const numberInWords = (count: number): string => SMALL_NUMBERS[count] ?? String(count);

const countedSubject = ({ count, of }: { readonly count: number; readonly of: Counted }): string =>
  `${capitalised(numberInWords(count))} ${count === 1 ? of.singular : of.plural}`;

type Completed = Extract<AnnualStatement, { readonly kind: 'completed-in-year' }>;

/** What became of the reports; where one thing holds for all of them it is not counted again. */
const fateWords = ({ count, published, notToBePublished, reasons }: Completed): string => {
  const waiting = count - published - notToBePublished;
  if (published === count) return ' and published';
  if (notToBePublished === count) return count === 1 ? ' and is not to be published' : ' and are not to be published';
  if (waiting === count) return ` and not published${becauseOf(reasons, count)}`;
  const parts = [
    published === 0 ? '' : `${numberInWords(published)} ${published === 1 ? 'was' : 'were'} published`,
    waiting === 0
      ? ''
      : `${numberInWords(waiting)} ${waiting === 1 ? 'was' : 'were'} not published${becauseOf(reasons, waiting)}`,
    notToBePublished === 0
      ? ''
      : `${numberInWords(notToBePublished)} ${notToBePublished === 1 ? 'is' : 'are'} not to be published`,
  ].filter(Boolean);
  return `: ${joinWords(parts)}`;
};

const becauseOf = (reasons: readonly ReasonCount[], count: number): string => {
  const given = reasons.filter(({ reviews }) => reviews > 0);
  if (given.length === 0) return '; no reason for it is recorded';
  const holdsForAll = given.every(({ reviews }) => reviews >= count);
  const words = given.map(({ reason, reviews }) =>
    holdsForAll ? delayPhrase(reason) : `${delayPhrase(reason)} (${reviews} of ${count})`,
  );
  return ` because of ${joinWords(words)}`;
};
