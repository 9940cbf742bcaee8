/** What waits for a decision after laptops worked apart, in the words of those who decide. */
import type { ConflictKind } from './codes.ts';
import { fieldWords, tableWords } from './field-words.ts';
import { TREES } from './merge-rules.ts';
import { joinWords } from './plain-words.ts';
import { numberWords } from './waiting-decisions.ts';

/** What `conflicts` says of one of them. `count`: how many sides it has. */
export type ConflictMatter = {
  readonly kind: ConflictKind;
  readonly table: string;
  readonly cell: string;
  readonly count: number;
};

/** What two records of one thing have in common, by which one of them can be told apart. */
export const TWIN_FIELDS: Readonly<Record<string, string>> = {
  actions: 'number',
  agencies: 'name',
  bodies: 'name',
  externalReports: 'reference',
  meetings: 'date',
  reviews: 'reference',
};

const TWINS: Readonly<Record<string, string>> = {
  actions: 'actions of one plan have the same number',
  agencies: 'agencies have the same name',
  bodies: 'bodies have the same name',
  externalReports: 'external reports have the same reference',
  meetings: 'meetings of one body are on the same day',
  reviews: 'reviews have the same reference',
};

const DECISIONS: Readonly<Record<string, string>> = {
  approvals: 'decisions of one body on the same matter',
  proceedDecisions: 'decisions whether to proceed with one review',
  publicationDecisions: 'publication decisions on one review',
};

const isLink = (table: string, cell: string): boolean => TREES[table]?.includes(cell) === true;

/** "“Text” has two versions". */
export const conflictHeading = ({ kind, table, cell, count }: ConflictMatter): string => {
  switch (kind) {
    case 'field':
      return `“${fieldWords(cell)}” has ${numberWords(count).toLowerCase()} versions`;
    case 'removed-and-edited':
      return 'Removed on one laptop, changed on another';
    case 'two-decisions':
      return `${numberWords(count)} ${DECISIONS[table] ?? 'decisions on one matter'}`;
    case 'twins':
      return `${numberWords(count)} ${TWINS[table] ?? 'records of one thing'}`;
    case 'cannot-stand':
      return isLink(table, cell)
        ? `“${fieldWords(cell)}” would lead round in a circle`
        : 'A change that this record cannot hold';
    case 'after-hand-over':
      return count === 1
        ? 'Changed after the review was handed over'
        : `Changed ${numberWords(count).toLowerCase()} times after the review was handed over`;
  }
};

/** Why it waits, and what counts until somebody decides. `isGoverned`: a recorded decision or a state. */
export const conflictExplanation = ({ kind, table, cell }: ConflictMatter, isGoverned: boolean): string => {
  switch (kind) {
    case 'field':
      return `It was changed on different laptops that did not know of each other. ${untilDecided(cell, isGoverned)}`;
    case 'removed-and-edited':
      return 'Whoever removed the record did not know of the changes that another laptop made meanwhile. Until you decide, the record stays.';
    case 'two-decisions':
      return 'They were recorded on different laptops that did not know of each other. Until you decide, all of them stay on record, none of them counts, and what stood before holds.';
    case 'twins':
      return 'They were recorded on different laptops that did not know of each other. They may be one thing recorded twice, or two things that need telling apart. Until you decide, all of them stay.';
    case 'cannot-stand':
      return isLink(table, cell)
        ? 'Each link was right on its own laptop; together they lead back to where they begin. Until you decide, the last of them is left out.'
        : 'Each change was right on its own laptop; together they break a rule of the record. Until you decide, the last of them is left out.';
    case 'after-hand-over':
      return 'A laptop that did not know of the hand-over changed the review. The body that leads it now does not have the changes. Until you decide, they stand here.';
  }
};

const untilDecided = (cell: string, isGoverned: boolean): string => {
  if (isGoverned) return 'Until you decide, what stood before counts.';
  return cell === 'legalHold'
    ? 'Until you decide, the hold stays on.'
    : 'Until you decide, one version is shown and the others are kept.';
};

/** What a side did: wrote values, removed the record, is a record of its own, or was left out. */
export type SideDeed = 'wrote' | 'removed' | 'recorded' | 'left-out';

export type FieldSaid = { readonly label: string; readonly value: string | null };

/** "says 8 May 2020", "removed the record". */
export const sideSays = (deed: SideDeed, fields: readonly FieldSaid[]): string => {
  const filled = fields.filter(({ value }) => value !== null);
  switch (deed) {
    case 'removed':
      return 'removed the record';
    case 'wrote':
    case 'left-out':
      return filled.length === 0
        ? 'says nothing: the field is empty'
        : `says ${joinWords(filled.map(inQuotes(fields)))}`;
    case 'recorded':
      return filled.length === 0
        ? 'is a record of its own'
        : filled.map(({ label, value }) => `${label}: ${value}`).join('; ');
  }
};

/** One field speaks for itself; several say which they are. */
const inQuotes =
  (fields: readonly FieldSaid[]) =>
  ({ label, value }: FieldSaid): string =>
    fields.length === 1 ? `“${value}”` : `${label} “${value}”`;

/** What can be chosen beside the values that a person gives. */
export type OfferedAct = 'take' | 'take-base' | 'take-back' | 'keep' | 'drop';

/** `by`: the laptop whose side it is. */
export const choiceWords = (
  { kind, table, cell }: Pick<ConflictMatter, 'kind' | 'table' | 'cell'>,
  act: OfferedAct,
  { by = '', deed = 'wrote' }: { readonly by?: string; readonly deed?: SideDeed } = {},
): string => {
  switch (act) {
    case 'take':
      if (deed === 'removed') return 'Remove the record';
      return `Take the version of ${by}`;
    case 'take-base':
      return 'Go back to what stood before';
    case 'take-back':
      return 'Take the changes back';
    case 'drop':
      return table === 'approvals' && kind === 'two-decisions'
        ? `Revoke the one recorded on ${by}`
        : `Remove the one recorded on ${by}`;
    case 'keep':
      return keepWords(kind, table, cell);
  }
};

const keepWords = (kind: ConflictKind, table: string, cell: string): string => {
  switch (kind) {
    case 'field':
      return 'Keep what is shown';
    case 'removed-and-edited':
      return 'Keep the record, with the changes';
    case 'two-decisions':
      return 'Keep all of them: of the same date, the one recorded last stands';
    case 'twins':
      return 'Keep all of them as they are';
    case 'cannot-stand':
      return isLink(table, cell) ? `Leave “${fieldWords(cell)}” empty` : 'Leave the record as it is shown';
    case 'after-hand-over':
      return 'Keep the changes, and tell the body that leads the review now';
  }
};

/** "Combine: write “Text” yourself", "Give “Lead agency” another value", "Give one of them another number". */
export const ownValueWords = (
  { kind, table, cell }: Pick<ConflictMatter, 'kind' | 'table' | 'cell'>,
  isWritten: boolean,
): string => {
  if (kind === 'twins') return `Give one of them another ${fieldWords(TWIN_FIELDS[table] ?? 'name').toLowerCase()}`;
  if (kind === 'cannot-stand') return 'Give it another value';
  return isWritten ? `Combine: write “${fieldWords(cell)}” yourself` : `Give “${fieldWords(cell)}” another value`;
};

/** Why a value cannot be made up: the field has an act of its own. */
export const notCombinedWords = (table: string, cell: string): string =>
  `“${fieldWords(cell)}” of ${articleWords(tableWords(table))} is not combined: take one of the versions, then change it where it is changed otherwise.`;

const articleWords = (words: string): string => `${/^[aeio]/i.test(words) ? 'an' : 'a'} ${words.toLowerCase()}`;
