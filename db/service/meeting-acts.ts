import { paperDeadlineFor, proposeMeetings } from '../domain/meeting-calendar.ts';
import { type DayOfMonth, meetingRuleWords, readMeetingRule } from '../domain/meeting-rule.ts';
import { earliestDay, formatDate, latestDay } from '../domain/partial-date.ts';
import { readCalendar } from '../store/facts.ts';
import { Failure } from '../store/failure.ts';
import type { Store, Writer } from '../store/store.ts';
import type { Row } from '../store/tables.ts';
import { askedOfBodies, isAskedBy } from './asked-of-bodies.ts';
import { badInput, type Reader, refuse, todayOf } from './context.ts';
import { agendaOf } from './meeting-list.ts';
import { keepTargetsWithMeeting } from './records.ts';

const inField = (field: string, problem: string): never => {
  throw new Failure('bad-input', { problem, field });
};

/** The meeting, unless it was removed. */
const standing = (store: Store, id: string): Row<'meetings'> => {
  const meeting = store.row('meetings', id);
  if (meeting.removed !== null) throw new Failure('not-found', { what: 'meeting', id });
  return meeting;
};

const datesOf = (reader: Reader, condition: string, value: string): string[] =>
  reader
    .prepare<[string], { date: string }>(
      `select m.date from meetings m join bodies b on b.id = m.bodyId
       where m.date is not null and m.state <> 'cancelled' and m.removed is null and ${condition} order by m.date`,
    )
    .all(value)
    .map(({ date }) => date);

/** A year of meetings as the body's calendar rule gives them. `day` stands in where a monthly rule names none. */
export const proposeYear = (store: Store, bodyId: string, fromMonth: string, day: DayOfMonth | null) => {
  const body = store.row('bodies', bodyId);
  const calendar = readCalendar(store.db);
  const rule = readMeetingRule(body.calendarRule);
  if (calendar === null || rule === null) {
    const problem =
      body.calendarRule.trim() === ''
        ? 'No calendar rule is written for this body. Write one under Settings, or add its dates by hand.'
        : `“${body.calendarRule}” is kept as it is written, but no dates can be counted from it. Add them by hand, or write the rule in other words under Settings.`;
    return { rule: null, namesDay: false, meetings: [], leftOut: [], problem };
  }
  const namesDay = rule.every === 'weeks' || rule.day !== null;
  const proposal = proposeMeetings({
    rule: rule.every === 'months' ? { ...rule, day: rule.day ?? day } : rule,
    fromMonth,
    months: 12,
    notBefore: todayOf(store),
    calendar,
    paperDeadlineDays: body.paperDeadlineDays,
    known: datesOf(store, 'm.bodyId = ?', bodyId),
    boardDates: datesOf(store, `b.kind = 'board' and b.id <> ?`, bodyId),
  });
  return {
    rule: meetingRuleWords(rule),
    namesDay,
    meetings: [...proposal.meetings],
    leftOut: [...proposal.leftOut],
    problem: proposal.problem,
  };
};

type Planned = { readonly date: string; readonly paperDeadline: string | null };

/** Plans them all as provisional, in one operation, or none. */
export const planMeetings = (store: Store, bodyId: string, planned: readonly Planned[]) => {
  if (store.row('bodies', bodyId).removed !== null) throw new Failure('not-found', { what: 'body', id: bodyId });
  const known = new Set(datesOf(store, 'm.bodyId = ?', bodyId));
  for (const [at, { date, paperDeadline }] of planned.entries()) {
    if (known.has(date))
      inField(`meetings.${at}.date`, `A meeting of this body is planned for ${formatDate(date)} already.`);
    if (paperDeadline !== null && earliestDay(paperDeadline) > latestDay(date)) {
      inField(`meetings.${at}.paperDeadline`, `Papers for ${formatDate(date)} cannot be due after the meeting.`);
    }
    known.add(date);
  }
  return store.operation({ kind: 'plan-meetings' }, (write) => {
    for (const { date, paperDeadline } of planned)
      write.insert('meetings', { bodyId, date, paperDeadline, provisional: 1 });
  });
};

type Move = {
  readonly id: string;
  readonly date: string | null;
  readonly dateText: string | null;
  readonly provisional: boolean;
  readonly reason: string;
};

/** The deadline of papers follows the date; so do the actions that are due at the meeting. */
export const moveMeeting = (store: Store, { id, reason, provisional, ...when }: Move) => {
  const meeting = standing(store, id);
  if (meeting.state === 'held')
    refuse('This meeting was held: its date stays. Correct it in its place if it was written wrongly.');
  if (when.date === null && when.dateText === null) inField('date', 'Give the new date, or words for it.');
  if (when.date === meeting.date && when.dateText === meeting.dateText)
    inField('date', 'The meeting has this date already.');
  const calendar = readCalendar(store.db);
  const { paperDeadlineDays } = store.row('bodies', meeting.bodyId);
  const paperDeadline = calendar === null ? null : paperDeadlineFor(calendar, when.date, paperDeadlineDays);
  return store.operation({ kind: 'edit-meeting', reason }, (write) => {
    write.update('meetings', id, { ...when, paperDeadline, provisional: provisional ? 1 : 0, state: 'planned' });
    keepTargetsWithMeeting(store, write, id);
  });
};

export const cancelMeeting = (store: Store, id: string, reason: string, carryTo: string | null) => {
  const meeting = standing(store, id);
  if (meeting.state === 'cancelled') refuse('This meeting was cancelled already.');
  if (meeting.state === 'held') refuse('This meeting was held, so it cannot be cancelled.');
  if (carryTo !== null) refuseAsTarget(store, meeting, carryTo, 'carryTo');
  return store.operation({ kind: 'edit-meeting', reason }, (write) => {
    write.update('meetings', id, { state: 'cancelled' });
    if (carryTo === null) return;
    for (const item of openItems(store, id)) carry(store, write, item, carryTo);
  });
};

/** A meeting of a day to come was not held yet. */
export const holdMeeting = (store: Store, id: string) => {
  const meeting = standing(store, id);
  if (meeting.state !== 'planned') refuse(`This meeting is ${meeting.state} already.`);
  if (meeting.date === null) inField('date', 'Give the date on which it was held first.');
  if (meeting.date !== null && earliestDay(meeting.date) > todayOf(store)) {
    refuse(`This meeting is on ${formatDate(meeting.date)}: it can be recorded as held from that day on.`);
  }
  return store.operation({ kind: 'edit-meeting' }, (write) =>
    write.update('meetings', id, { state: 'held', provisional: 0 }),
  );
};

export const replanMeeting = (store: Store, id: string, reason: string) => {
  if (standing(store, id).state === 'planned') refuse('This meeting is planned already.');
  return store.operation({ kind: 'edit-meeting', reason }, (write) =>
    write.update('meetings', id, { state: 'planned' }),
  );
};

const itemsOf = (store: Store, meetingId: string): Row<'meetingItems'>[] =>
  store
    .prepare<[string], Row<'meetingItems'>>(
      'select * from meetingItems where meetingId = ? and removed is null order by position, id',
    )
    .all(meetingId);

const endOf = (store: Store, meetingId: string): number => (itemsOf(store, meetingId).at(-1)?.position ?? 0) + 1;

/** What the ladder asks of the meeting's body, as items for decision. What stands on the agenda already is not put there twice. */
export const putOnAgenda = (store: Store, meetingId: string, keys: readonly string[]) => {
  const meeting = standing(store, meetingId);
  if (meeting.state === 'cancelled') refuse('This meeting was cancelled, so nothing can be put on its agenda.');
  const asked = askedOfBodies(store).filter(({ bodyId }) => bodyId === meeting.bodyId);
  return store.operation({ kind: 'edit-meeting' }, (write) => {
    for (const [at, key] of [...new Set(keys)].entries()) {
      const found = asked.find((one) => one.key === key);
      if (found === undefined)
        throw new Failure('bad-input', {
          problem: 'The ladder does not ask this of the body any more. Look again.',
          field: `keys.${at}`,
        });
      if (agendaOf(store, meetingId).some((item) => isAskedBy(found, item))) continue;
      write.insert('meetingItems', {
        meetingId,
        title: found.title,
        purpose: 'decision',
        reviewId: found.reviewId,
        externalReportId: found.externalReportId,
        actionId: found.actions.length === 1 ? found.actions[0]?.id : null,
        position: endOf(store, meetingId),
      });
    }
  });
};

export const orderItems = (store: Store, meetingId: string, itemIds: readonly string[]) => {
  const ids = new Set(itemsOf(store, standing(store, meetingId).id).map(({ id }) => id));
  if (itemIds.length !== ids.size || new Set(itemIds).size !== ids.size || itemIds.some((id) => !ids.has(id))) {
    badInput('The agenda was changed meanwhile. Look again, then put its items in order.');
  }
  return store.operation({ kind: 'edit-meeting' }, (write) => {
    for (const [at, id] of itemIds.entries()) write.update('meetingItems', id, { position: at + 1 });
  });
};

const hasDecision = (store: Store, itemId: string): boolean =>
  (store
    .prepare<[string], { n: number }>('select count(*) as n from decisions where meetingItemId = ? and removed is null')
    .get(itemId)?.n ?? 0) > 0;

const openItems = (store: Store, meetingId: string): Row<'meetingItems'>[] =>
  itemsOf(store, meetingId).filter((item) => item.deferredToMeetingId === null && !hasDecision(store, item.id));

const refuseAsTarget = (store: Store, from: Row<'meetings'>, toMeetingId: string, field: string): void => {
  const to = standing(store, toMeetingId);
  if (to.id === from.id) inField(field, 'Choose another meeting than this one.');
  if (to.state !== 'planned') inField(field, `That meeting is ${to.state}. Choose one that is still to be held.`);
  if (to.date !== null && from.date !== null && latestDay(to.date) < earliestDay(from.date)) {
    inField(field, 'That meeting is before this one. Choose a later one.');
  }
};

/** The item stays here, marked; a copy of it stands at the end of the other agenda. */
const carry = (store: Store, write: Writer, item: Row<'meetingItems'>, toMeetingId: string): void => {
  const { title, purpose, reviewId, actionId, externalReportId, packId, paper } = item;
  write.update('meetingItems', item.id, { deferredToMeetingId: toMeetingId, deferredText: null });
  write.insert('meetingItems', {
    meetingId: toMeetingId,
    title,
    purpose,
    reviewId,
    actionId,
    externalReportId,
    packId,
    paper,
    position: endOf(store, toMeetingId),
    carriedFromItemId: item.id,
  });
};

export const deferItem = (
  store: Store,
  itemId: string,
  toMeetingId: string | null,
  text: string | null,
  reason: string,
) => {
  const item = store.row('meetingItems', itemId);
  if (item.removed !== null) throw new Failure('not-found', { what: 'item', id: itemId });
  if (item.deferredToMeetingId !== null)
    refuse('This item was carried forward already. Undo that, or defer it where it stands now.');
  if (toMeetingId === null && text === null)
    inField('toMeetingId', 'Choose the meeting it is deferred to, or say in words to when.');
  if (toMeetingId !== null) refuseAsTarget(store, standing(store, item.meetingId), toMeetingId, 'toMeetingId');
  return store.operation({ kind: 'defer-item', reason }, (write) => {
    if (toMeetingId === null) write.update('meetingItems', itemId, { deferredText: text });
    else carry(store, write, item, toMeetingId);
  });
};
