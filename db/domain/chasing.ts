/**
 * The request sheet: what an agency is asked to fill in for each of its open actions, and how a filled-in row is read. A row is
 * never applied by reading: it becomes a proposal, or a sentence that says why it is not read.
 */
import { mayMove } from './action-states.ts';
import { ACTION_STATE_LABELS, type ActionState } from './codes.ts';
import { readDateEntry } from './date-entry.ts';
import { formatDate } from './date-words.ts';

/** What the agency fills in, in the order of the sheet. */
export const ANSWER_COLUMNS = ['update', 'state', 'rag', 'evidence', 'newTarget', 'newTargetReason'] as const;
export type AnswerColumn = (typeof ANSWER_COLUMNS)[number];

export const ANSWER_HEADINGS: Readonly<Record<AnswerColumn, string>> = {
  update: 'Your update',
  state: 'State you report',
  rag: 'RAG as you see it',
  evidence: 'Evidence',
  newTarget: 'New target asked for',
  newTargetReason: 'Why a new target',
};

export const REFERENCE_HEADING = 'Reference (do not change)';

/** Stand on every sheet with their values beside them: a returned sheet is known by these. */
export const SHEET_FACTS = {
  board: 'Board (do not change)',
  request: 'Request (do not change)',
  agency: 'Agency (do not change)',
} as const;
export type SheetFact = keyof typeof SHEET_FACTS;

export const SHEET_FORMATS = ['xlsx', 'docx'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** Bytes of a returned sheet. */
export const LARGEST_RETURN = 5 * 1024 * 1024;
export const MOST_ROWS = 5000;

/** Characters. */
export const LONGEST_ANSWERS: Readonly<Record<AnswerColumn, number>> = {
  update: 10_000,
  state: 200,
  rag: 200,
  evidence: 2000,
  newTarget: 200,
  newTargetReason: 500,
};

/** What an agency can say of its action; everything later is decided by the board and its groups. */
export const REPORTED_STATES = ['not-started', 'in-progress', 'reported-complete'] as const satisfies ActionState[];

export type RatingChoice = { readonly code: string; readonly label: string };

/** Levels of the schedule scheme that say what the board decided or did not hear are no agency's view. */
export const ratingsToChoose = <Level extends RatingChoice>(levels: readonly Level[]): readonly Level[] =>
  levels.filter(({ code }) => code !== 'signed-off' && code !== 'no-update');

export type Answers = Readonly<Record<AnswerColumn, string>>;

export const isUnanswered = (answers: Answers): boolean =>
  ANSWER_COLUMNS.every((column) => answers[column].trim() === '');

export type AskedAction = {
  readonly state: ActionState;
  readonly targetDate: string | null;
  readonly targetText: string | null;
};

export type ReadAnswers = {
  /** Never empty: words made of the other columns when only those were filled in. */
  readonly text: string;
  /** Null: stays as it is. */
  readonly state: ActionState | null;
  readonly rag: string | null;
  readonly evidence: string;
  readonly target: { readonly date: string | null; readonly text: string | null } | null;
  readonly targetReason: string;
  /** What the board manager should know before accepting. */
  readonly notes: readonly string[];
};

export type Unread = { readonly refused: string };

export const readAnswers = (
  answers: Answers,
  action: AskedAction,
  { levels, today }: { readonly levels: readonly RatingChoice[]; readonly today: string },
): ReadAnswers | Unread => {
  const tooLong = ANSWER_COLUMNS.find((column) => answers[column].trim().length > LONGEST_ANSWERS[column]);
  if (tooLong !== undefined) {
    const [length, most] = [answers[tooLong].trim().length, LONGEST_ANSWERS[tooLong]];
    return {
      refused: `“${ANSWER_HEADINGS[tooLong]}” holds ${grouped(length)} characters; at most ${grouped(most)} are read.`,
    };
  }
  const state = readState(answers.state, action.state);
  if ('refused' in state) return state;
  const rag = readRating(answers.rag, levels);
  if ('refused' in rag) return rag;
  const target = readTarget(answers.newTarget, action, today);
  if ('refused' in target) return target;
  const [update, evidence, targetReason] = [answers.update, answers.evidence, answers.newTargetReason].map((words) =>
    words.trim(),
  ) as [string, string, string];
  return {
    text: update === '' ? wordsOfTheRest(state.reported, rag.label, evidence !== '', target.isAsked) : update,
    state: state.state,
    rag: rag.code,
    evidence,
    target: target.target,
    targetReason,
    notes: [
      ...state.notes,
      ...target.notes,
      ...(target.target !== null && targetReason === '' ? ['No reason is given for the new target.'] : []),
      ...(!target.isAsked && targetReason !== '' ? ['A reason for a new target is given, but no new target.'] : []),
    ],
  };
};

type ReadState = {
  readonly state: ActionState | null;
  /** As the agency said it, also where nothing moves. */
  readonly reported: ActionState | null;
  readonly notes: readonly string[];
};

const readState = (written: string, now: ActionState): ReadState | Unread => {
  if (written.trim() === '') return { state: null, reported: null, notes: [] };
  const reported = stateOfWords(written);
  if (reported === null) {
    return {
      refused: `“${short(written)}” is not a state. Use ${listOf(REPORTED_STATES.map((state) => ACTION_STATE_LABELS[state]))}.`,
    };
  }
  if (reported === now) return { state: null, reported, notes: [] };
  const move = mayMove(now, reported);
  if (move.allowed && move.by === 'lead-agency') return { state: reported, reported, notes: [] };
  const [to, from] = [ACTION_STATE_LABELS[reported], ACTION_STATE_LABELS[now]];
  return {
    state: null,
    reported,
    notes: [`It reports “${to}”. That is not an agency’s to decide: the action stays “${from}”.`],
  };
};

const stateOfWords = (written: string): ActionState | null => {
  const words = plain(written);
  const found = Object.entries(ACTION_STATE_LABELS).find(([code, label]) => words === plain(label) || words === code);
  return found === undefined ? null : (found[0] as ActionState);
};

const readRating = (
  written: string,
  levels: readonly RatingChoice[],
): { readonly code: string | null; readonly label: string | null } | Unread => {
  if (written.trim() === '') return { code: null, label: null };
  const choices = ratingsToChoose(levels);
  const found = choices.find(({ label }) => plain(label) === plain(written));
  if (found !== undefined) return found;
  return {
    refused:
      choices.length === 0
        ? `“${short(written)}” is a rating, and the board’s scheme has none for an agency to give.`
        : `“${short(written)}” is not a rating an agency gives. Use ${listOf(choices.map(({ label }) => label))}.`,
  };
};

type ReadTarget = {
  /** Null where none is asked for, or the one that it has already. */
  readonly target: ReadAnswers['target'];
  readonly isAsked: boolean;
  readonly notes: readonly string[];
};

const readTarget = (written: string, action: AskedAction, today: string): ReadTarget | Unread => {
  const entry = readDateEntry(written);
  if ('error' in entry) return { refused: `The new target is not read. ${entry.error}` };
  const isAsked = entry.date !== null || entry.text !== null;
  const isOld = entry.date === action.targetDate && entry.text === action.targetText;
  if (!isAsked || isOld) return { target: null, isAsked, notes: [] };
  const isPast = entry.date !== null && entry.date < today.slice(0, entry.date.length);
  return {
    target: entry,
    isAsked,
    notes: isPast ? [`The new target, ${formatDate(entry.date, entry.text)}, has passed already.`] : [],
  };
};

/** The update of a row whose update column was left empty. */
const wordsOfTheRest = (
  state: ActionState | null,
  rating: string | null,
  evidence: boolean,
  asksForTarget: boolean,
): string => {
  const words = [
    ...(state === null ? [] : [`State reported: ${ACTION_STATE_LABELS[state].toLowerCase()}.`]),
    ...(rating === null ? [] : [`Rated by the agency: ${rating}.`]),
    ...(evidence ? ['Evidence was named.'] : []),
    ...(asksForTarget ? ['A new target was asked for.'] : []),
  ];
  return words.length === 0 ? 'Returned without an update in words.' : words.join(' ');
};

/** Kept at the end of the update when the target that was asked for is not agreed. */
export const targetNotMoved = (
  target: { readonly date: string | null; readonly text: string | null },
  reason: string,
): string =>
  `New target asked for, not agreed: ${formatDate(target.date, target.text)}.${reason === '' ? '' : ` Why: ${reason}`}`;

const plain = (words: string): string => words.trim().replace(/\s+/g, ' ').toLowerCase();
const short = (words: string): string => {
  const line = words.trim().replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 60)}…`;
};
const grouped = (number: number): string => number.toLocaleString('en-GB');
const listOf = (words: readonly string[]): string =>
  words.map((word, at) => `${at === 0 ? '' : at === words.length - 1 ? ' or ' : ', '}“${word}”`).join('');

/** In words, how long an agency has been silent: "34 days", "1 day". */
export const daysInWords = (days: number): string => `${grouped(days)} ${days === 1 ? 'day' : 'days'}`;

/** The last request was to be answered by a day that has passed, and something of it is unanswered. */
export const isAnswerLate = (
  { noUpdate, dueOn }: { readonly noUpdate: number; readonly dueOn: string | null },
  today: string,
): boolean => noUpdate > 0 && dueOn !== null && dueOn < today;

/** What stands in the place of an answer that did not come. */
export const noAnswerWords = (isWaitedFor: boolean): string => (isWaitedFor ? 'Not yet' : 'No: the action is not open');
