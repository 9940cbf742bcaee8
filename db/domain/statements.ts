/** Status statements for reports and packs, in plain English. A nil is a statement too: it is said, never left out. */
import { type DelayReasonGiven, delayPhrase } from './delay-words.ts';
import { formatDate, type PartialDate } from './partial-date.ts';
import { countOf, joinWords } from './plain-words.ts';

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
