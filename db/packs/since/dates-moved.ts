/** Dates that were moved: what, from, to and why. A date that was set for the first time did not move. */
import { formatDate } from '../../domain/partial-date.ts';
import type { Reader } from '../../service/context.ts';
import { LABEL } from '../../service/review-names.ts';
import { readingOf } from '../../service/review-detail.ts';
import { reviewEvents } from '../../store/review-events.ts';
import type { Row } from '../../store/tables.ts';
import { actionsById, actionSubject } from './action-names.ts';
import type { DateMoved, When } from './model.ts';
import type { EarlierMoment, Moment } from './moment.ts';
import { byId, type Comparison, isNewIn, loggedMoves, when } from './period.ts';

export const datesMoved = (comparison: Comparison): readonly DateMoved[] => {
  const { earlier: then, now } = comparison;
  const recorded =
    then === null ? [] : [...clocksMoved(then, now), ...MOVABLE.flatMap((of) => fieldsMoved(of, then, now))];
  return [...targetsMoved(comparison), ...recorded];
};

type EarlierTarget = Pick<
  Row<'earlierTargets'>,
  'id' | 'actionId' | 'targetDate' | 'targetText' | 'targetMeetingId' | 'movedOn' | 'reason'
>;

/** Every move of an action's target, each with its own reason: the next earlier target, or the present one, is where it went. */
const targetsMoved = (comparison: Comparison): readonly DateMoved[] => {
  const { reader, day } = comparison.now;
  const isNew = isNewIn(comparison, 'earlierTargets');
  const targets = reader
    .prepare<[], EarlierTarget>(
      `select t.* from earlierTargets t join actions a on a.id = t.actionId
       where t.removed is null and a.removed is null order by t.actionId, t.movedOn, t.id`,
    )
    .all();
  const moved = targets
    .map((target, at) => ({ ...target, next: targets[at + 1] }))
    .filter(({ id, movedOn }) => isNew(id, movedOn));
  const actions = actionsById(
    reader,
    day,
    moved.map(({ actionId }) => actionId),
  );
  return moved.flatMap((target) => {
    const action = actions.get(target.actionId);
    if (action === undefined) return [];
    const { next } = target;
    return [
      {
        subject: actionSubject(action),
        what: '',
        from: targetWords(target),
        to: targetWords(next?.actionId === target.actionId ? next : action),
        reason: target.reason,
        movedOn: when(target.movedOn),
      },
    ];
  });
};

const targetWords = ({
  targetDate,
  targetText,
}: {
  readonly targetDate: string | null;
  readonly targetText: string | null;
}): When => {
  const { sort, words } = when(targetDate, targetText);
  return { sort, words: words || 'No target' };
};

type Clock = Row<'clocks'> & { readonly reference: string; readonly label: string };

const readClocks = (reader: Reader): readonly Clock[] =>
  reader
    .prepare<[], Clock>(
      `select k.*, r.reference, ${LABEL} as label from clocks k join reviews r on r.id = k.reviewId
       where k.removed is null and r.removed is null order by r.reference, k.position, k.id`,
    )
    .all();

const CLOCK_FIELDS = ['overrideDueOn', 'overrideReason', 'relaxedUntil', 'relaxationReason'] as const;

/** Clocks whose due date was set by hand, put back, or relaxed. One that moved with its event is not a date anybody moved. */
const clocksMoved = (then: EarlierMoment, now: Moment): readonly DateMoved[] => {
  const before = byId(readClocks(then.reader));
  const logged = loggedMoves(then.log, 'clocks', CLOCK_FIELDS);
  return readClocks(now.reader).flatMap((clock) => {
    const earlier = before.get(clock.id);
    if (earlier === undefined || CLOCK_FIELDS.every((field) => earlier[field] === clock[field])) return [];
    const [from, to] = [dueWords(then, earlier), dueWords(now, clock)];
    if (from.words === to.words) return [];
    return [
      {
        subject: subjectWords(clock),
        what: `due date of “${clock.name}”`,
        from,
        to,
        reason: reasonWords(earlier, clock) || logged.get(clock.id)?.reason || '',
        movedOn: logged.get(clock.id)?.when ?? when(null),
      },
    ];
  });
};

const reasonWords = (earlier: Clock, clock: Clock): string =>
  [
    clock.overrideReason === earlier.overrideReason ? '' : clock.overrideReason,
    clock.relaxationReason === earlier.relaxationReason ? '' : clock.relaxationReason,
  ]
    .filter(Boolean)
    .join('; ');

const dueWords = ({ reader, day, calendar }: Moment, clock: Clock): When => {
  const { dueOn } = readingOf(clock, reviewEvents(reader, clock.reviewId), day, calendar);
  const due = formatDate(dueOn) || 'No due date';
  if (clock.relaxationReason === '') return { sort: dueOn, words: due };
  return {
    sort: dueOn,
    words: `${due}, relaxed${clock.relaxedUntil === null ? '' : ` until ${formatDate(clock.relaxedUntil)}`}`,
  };
};

const subjectWords = ({ reference, label }: { readonly reference: string; readonly label: string }): string =>
  [reference, label].filter(Boolean).join(', ');

type Movable = {
  readonly table: string;
  /** The column of the date, and that of its words where there is one. */
  readonly date: string;
  readonly text: string | null;
  readonly what: string;
  /** SQL of what it is a date of, over the table as `x`, with the joins it needs. */
  readonly subject: string;
  readonly joins: string;
};

const REVIEW = {
  subject: `r.reference || case ${LABEL} when '' then '' else ', ' || ${LABEL} end`,
  joins: 'join reviews r on r.id = x.reviewId and r.removed is null',
} as const;

const MOVABLE: readonly Movable[] = [
  {
    table: 'meetings',
    date: 'date',
    text: 'dateText',
    what: 'meeting',
    subject: `coalesce(nullif(x.title, ''), b.name)`,
    joins: 'join bodies b on b.id = x.bodyId',
  },
  { table: 'publications', date: 'plannedOn', text: 'plannedText', what: 'planned publication', ...REVIEW },
  {
    table: 'publicationDelays',
    date: 'nextReviewOn',
    text: null,
    what: 'next review of the publication delay',
    ...REVIEW,
  },
  {
    table: 'publicationDelays',
    date: 'expectedEndOn',
    text: null,
    what: 'expected end of the publication delay',
    ...REVIEW,
  },
  { table: 'milestones', date: 'forecast', text: 'forecastText', what: 'forecast', ...REVIEW },
  { table: 'agencyReports', date: 'dueOn', text: null, what: 'agency report due', ...REVIEW },
  { table: 'handOvers', date: 'deadline', text: 'deadlineText', what: 'hand-over deadline', ...REVIEW },
];

type Dated = {
  readonly id: string;
  readonly date: string | null;
  readonly text: string | null;
  readonly subject: string;
};

const readDated = (reader: Reader, { table, date, text, subject, joins }: Movable): readonly Dated[] =>
  reader
    .prepare<[], Dated>(
      `select x.id, x.${date} as date, ${text === null ? 'null' : `x.${text}`} as text, ${subject} as subject
       from ${table} x ${joins} where x.removed is null order by subject, x.id`,
    )
    .all();

const fieldsMoved = (of: Movable, then: EarlierMoment, now: Moment): readonly DateMoved[] => {
  const before = byId(readDated(then.reader, of));
  const logged = loggedMoves(then.log, of.table, of.text === null ? [of.date] : [of.date, of.text]);
  return readDated(now.reader, of).flatMap(({ id, date, text, subject }) => {
    const earlier = before.get(id);
    const [from, to] = [when(earlier?.date ?? null, earlier?.text ?? null), when(date, text)];
    if (from.words === '' || to.words === '' || from.words === to.words) return [];
    const move = logged.get(id);
    return [{ subject, what: of.what, from, to, reason: move?.reason ?? '', movedOn: move?.when ?? when(null) }];
  });
};
