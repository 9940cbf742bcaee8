/** What became late, and what is late no longer and why. */
import type { ActionRow } from '../../contract/actions.ts';
import type { RegisterRow } from '../../contract/publication.ts';
import { ACTION_STATE_LABELS } from '../../domain/codes.ts';
import { isOpen } from '../../domain/action-states.ts';
import { formatDate, latestDay } from '../../domain/partial-date.ts';
import { actionsWhere } from '../../service/action-list.ts';
import type { Reader } from '../../service/context.ts';
import { lateThings } from '../../service/overview.ts';
import { registerRows } from '../../service/publication.ts';
import { OPEN } from '../../service/rag.ts';
import { readingOf } from '../../service/review-detail.ts';
import { reviewEvents } from '../../store/review-events.ts';
import type { Row } from '../../store/tables.ts';
import { actionsById, actionSubject } from './action-names.ts';
import type { LateKind, NewlyLate, NoLongerLate } from './model.ts';
import type { Moment } from './moment.ts';
import type { Comparison } from './period.ts';

/** Actions one by one, which the overview tells together for each agency. */
const lateAt = ({ reader, day, calendar }: Moment): readonly NewlyLate[] => [
  ...lateThings(reader, day, calendar)
    .filter(({ kind }) => kind !== 'action')
    .map(({ kind, recordId, subject, words, daysLate }) => ({ kind, recordId, subject, words, daysLate })),
  ...actionsWhere(reader, day, `${OPEN} and a.targetDay < @today`).map(lateAction),
];

const lateAction = (action: ActionRow): NewlyLate => ({
  kind: 'action',
  recordId: action.id,
  subject: actionSubject(action),
  words: `Was due ${formatDate(action.targetDate, action.targetText)}: ${action.text}`,
  daysLate: action.daysLate ?? 0,
});

const keyOf = ({ kind, recordId }: NewlyLate): string => `${kind} ${recordId}`;

const ORDER: readonly LateKind[] = ['clock', 'delay-review', 'publication', 'hand-over', 'agency-report', 'action'];

const byKind = (a: { readonly kind: LateKind }, b: { readonly kind: LateKind }): number =>
  ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);

export const latenessChanges = ({
  earlier: then,
  now,
  from,
}: Comparison): { readonly newlyLate: readonly NewlyLate[]; readonly noLongerLate: readonly NoLongerLate[] } => {
  // Where the board was not recorded yet, today's records say what was late on that day already.
  const before = lateAt(then ?? { ...now, day: from });
  const after = lateAt(now);
  const [keysBefore, keysAfter] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  const ended = before.filter((late) => !keysAfter.has(keyOf(late)));
  const actions = actionsById(
    now.reader,
    now.day,
    ended.filter(({ kind }) => kind === 'action').map(({ recordId }) => recordId),
  );
  const register = registerOf(now);
  return {
    newlyLate: after
      .filter((late) => !keysBefore.has(keyOf(late)))
      .sort((a, b) => byKind(a, b) || b.daysLate - a.daysLate),
    noLongerLate: ended
      .map(({ kind, recordId, subject, words }) => ({
        kind,
        recordId,
        subject,
        was: words,
        now: kind === 'action' ? actionNow(actions.get(recordId)) : NOW[kind](now, recordId, register),
      }))
      .sort(byKind),
  };
};

const REMOVED = 'Removed from the register';

const actionNow = (action: ActionRow | undefined): string => {
  if (action === undefined) return REMOVED;
  if (!isOpen(action.state))
    return [ACTION_STATE_LABELS[action.state], formatDate(action.stateSince)].filter(Boolean).join(' ');
  const target = formatDate(action.targetDate, action.targetText);
  return target === '' ? 'Its target was taken out' : `Target moved to ${target}`;
};

const rowIn = <T>(reader: Reader, table: string, id: string): T | undefined =>
  reader.prepare<[string], T>(`select * from ${table} where id = ? and removed is null`).get(id);

const clockNow = ({ reader, day, calendar }: Moment, id: string): string => {
  const clock = rowIn<Row<'clocks'>>(reader, 'clocks', id);
  const review = clock === undefined ? undefined : rowIn<Row<'reviews'>>(reader, 'reviews', clock.reviewId);
  if (clock === undefined || review === undefined) return REMOVED;
  const { state, words } = readingOf(clock, reviewEvents(reader, clock.reviewId), day, calendar);
  return state === 'breached' ? 'Its review is closed or no longer counted, so the clock no longer runs' : words;
};

type Register = () => ReadonlyMap<string, RegisterRow>;

/** Read when it is first asked for: most packs have no such line. */
const registerOf = ({ reader, day }: Moment): Register => {
  let rows: ReadonlyMap<string, RegisterRow> | null = null;
  return () => (rows ??= new Map(registerRows(reader, day).map((row) => [row.reviewId, row])));
};

const publicationNow = (_: Moment, reviewId: string, register: Register): string => {
  const row = register().get(reviewId);
  if (row === undefined) return REMOVED;
  return row.state === 'delayed' && row.nextReviewOn !== null
    ? `Next review of the delay: ${formatDate(row.nextReviewOn)}`
    : row.words;
};

const handOverNow = ({ reader }: Moment, id: string): string => {
  const handOver = rowIn<Row<'handOvers'>>(reader, 'handOvers', id);
  if (handOver === undefined) return REMOVED;
  if (handOver.handedOverOn !== null) return `Handed over ${formatDate(handOver.handedOverOn)}`;
  return `Deadline moved to ${formatDate(handOver.deadline, handOver.deadlineText) || 'no date'}`;
};

const agencyReportNow = ({ reader }: Moment, id: string): string => {
  const report = rowIn<Row<'agencyReports'>>(reader, 'agencyReports', id);
  if (report === undefined) return REMOVED;
  if (report.receivedOn !== null) return `Received ${formatDate(report.receivedOn)}`;
  return report.dueOn === null
    ? 'Its due date was taken out'
    : `Due date moved to ${formatDate(latestDay(report.dueOn))}`;
};

const NOW: Readonly<Record<Exclude<LateKind, 'action'>, (now: Moment, id: string, register: Register) => string>> = {
  clock: clockNow,
  'delay-review': publicationNow,
  publication: publicationNow,
  'hand-over': handOverNow,
  'agency-report': agencyReportNow,
};
