import { ANSWER_COLUMNS, ANSWER_HEADINGS, type AnswerColumn, SHEET_FACTS } from '../domain/chasing.ts';
import { formatDate } from '../domain/date-words.ts';
import type { Fact } from './cover.ts';

/**
 * What one agency is asked: its own open actions and nothing else. The audience is outside the board's office, so a review is
 * named by its reference only; no label, no title and no other agency's words stand here.
 */
export type RequestSheet = {
  readonly board: { readonly id: string; readonly name: string };
  readonly agency: { readonly id: string; readonly name: string };
  /** One request goes to one agency or to several; its code stands on every sheet of it. */
  readonly request: string;
  readonly marking: string;
  /** Civil dates. */
  readonly askedOn: string;
  readonly dueOn: string | null;
  readonly states: readonly string[];
  readonly ratings: readonly { readonly label: string; readonly rule: string }[];
  readonly rows: readonly AskedRow[];
};

export type AskedRow = {
  readonly reference: string;
  /** Reference of the review, external report or meeting that the action comes from. */
  readonly origin: string;
  readonly number: string;
  readonly action: string;
  readonly target: string;
  readonly state: string;
  readonly lastUpdate: string;
};

export const SHEET_TITLE = 'Request for updates';

export const sheetSubject = (sheet: RequestSheet): string =>
  `${sheet.board.name}: request for updates to ${sheet.agency.name}, asked on ${formatDate(sheet.askedOn)}`;

/** A scheme without levels leaves nothing to rate by. */
export const answerColumns = (sheet: RequestSheet): readonly AnswerColumn[] =>
  ANSWER_COLUMNS.filter((column) => column !== 'rag' || sheet.ratings.length > 0);

export const answerHeadings = (sheet: RequestSheet): readonly string[] =>
  answerColumns(sheet).map((column) => ANSWER_HEADINGS[column]);

export const sheetFacts = (sheet: RequestSheet): readonly Fact[] => [
  { label: 'From', value: sheet.board.name },
  { label: 'To', value: sheet.agency.name },
  { label: 'Asked on', value: formatDate(sheet.askedOn) },
  { label: 'Please return by', value: sheet.dueOn === null ? 'No date set' : formatDate(sheet.dueOn) },
  { label: 'Open actions', value: String(sheet.rows.length) },
  { label: 'Marking', value: sheet.marking },
];

/** What a returned sheet is known by. */
export const sheetIdentity = (sheet: RequestSheet): readonly Fact[] => [
  { label: SHEET_FACTS.board, value: sheet.board.id },
  { label: SHEET_FACTS.request, value: sheet.request },
  { label: SHEET_FACTS.agency, value: sheet.agency.id },
];

/** How to fill the sheet in, a sentence each. `where` names the part that is filled in. */
export const sheetInstructions = (sheet: RequestSheet, where: string): readonly string[] => [
  `${where} Leave a row empty when there is nothing to say.`,
  `${ANSWER_HEADINGS.update}: what was done since the last update, in a few sentences.`,
  `${ANSWER_HEADINGS.state}: ${sheet.states.join(', ')}. Report complete when the action is done; the board then asks for the evidence and decides on sign-off.`,
  ...(sheet.ratings.length === 0
    ? []
    : [`${ANSWER_HEADINGS.rag}: ${sheet.ratings.map(({ label, rule }) => ratingInWords(label, rule)).join('; ')}.`]),
  `${ANSWER_HEADINGS.evidence}: what shows it, and where it is held.`,
  `${ANSWER_HEADINGS.newTarget}: a date such as 31 March 2027, only if the target cannot be kept; say why beside it. The target moves when the board agrees.`,
  'Please leave the references as they are and do not merge cells or use formulas: a row that cannot be recognised is not read.',
  'Name no child and no member of a family. Name posts, not people.',
];

/** "On time (the target date has never moved)". */
const ratingInWords = (label: string, rule: string): string => {
  const words = rule.replace(/\.$/, '');
  if (words === '') return label;
  return `${label} (${/^[A-Z][a-z ]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words})`;
};
