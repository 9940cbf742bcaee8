/** What became of a report once it was sent: submitted, graded, contested, appealed, considered again, regraded, as one dated story. */
import { EVALUATION_STATUS_LABELS, type EvaluationStatus, type EventKind } from './codes.ts';
import { formatDate, inDateOrder, type PartialDate } from './partial-date.ts';
import { capitalised } from './plain-words.ts';

type Dated = {
  readonly id: string;
  readonly date: PartialDate | null;
  readonly dateText: string | null;
  readonly note: string;
};
export type StoryEvent = Dated & { readonly kind: EventKind; readonly name: string };
export type StoryEvaluation = Dated & {
  readonly evaluator: string;
  readonly grade: string;
  readonly status: EvaluationStatus;
  readonly regimeNote: string;
};

export type StoryStep = {
  readonly key: string;
  readonly date: PartialDate | null;
  /** "8 May 2020", "late 2019", or "Date not known". */
  readonly on: string;
  readonly words: string;
  readonly note: string;
};

const TOLD: readonly EventKind[] = ['report-agreed', 'completed', 'submitted'];

const EVENT_WORDS: Partial<Record<EventKind, string>> = {
  'report-agreed': 'The report was agreed',
  completed: 'The review was completed',
  submitted: 'The report was submitted',
};

/** Steps in date order; those of one day keep the order in which they were recorded, events first. */
export const evaluationStory = (
  events: readonly StoryEvent[],
  evaluations: readonly StoryEvaluation[],
): readonly StoryStep[] => {
  if (evaluations.length === 0 && !events.some(({ kind }) => kind === 'submitted')) return [];
  const told = events
    .filter(({ kind, date, dateText }) => TOLD.includes(kind) && (date !== null || dateText !== null))
    .map((event) => stepOf(event, EVENT_WORDS[event.kind] ?? event.name));
  const ordered = inDateOrder(evaluations, ({ date }) => date);
  const graded = ordered.map((evaluation, at) => stepOf(evaluation, evaluationWords(evaluation, ordered.slice(0, at))));
  return inDateOrder([...told, ...graded], ({ date }) => date);
};

const stepOf = ({ id, date, dateText, note }: Dated, words: string): StoryStep => ({
  key: id,
  date,
  on: formatDate(date, dateText) || 'Date not known',
  words,
  note,
});

/** "Ofsted: regraded from inadequate to adequate". */
const evaluationWords = (evaluation: StoryEvaluation, earlier: readonly StoryEvaluation[]): string => {
  const { evaluator, grade, status, regimeNote } = evaluation;
  const before = earlier.findLast((other) => other.evaluator === evaluator && other.grade !== '')?.grade ?? '';
  const under = regimeNote === '' ? '' : `, under ${regimeNote}`;
  return `${capitalised(evaluator)}: ${statusWords(status, grade, before)}${under}`;
};

const statusWords = (status: EvaluationStatus, grade: string, before: string): string => {
  const label = EVALUATION_STATUS_LABELS[status].toLowerCase();
  if (status === 'regraded' && before !== '' && grade !== '') return `${label} from ${before} to ${grade}`;
  if (status === 'reconsidered')
    return grade === '' ? label : `${label}, ${grade === before ? `still ${grade}` : grade}`;
  return grade === '' ? label : `${grade}, ${label}`;
};
