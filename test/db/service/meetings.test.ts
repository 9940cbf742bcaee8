import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBoard, openSharedBoard, refusalOf, type TestBoard, TODAY } from '../../support/board.ts';

let board: TestBoard & { close(): void };
let executive: string;
let main: string;
let caseReview: string;

beforeAll(async () => {
  board = await openSharedBoard('sample');
  const { bodies } = await board.client.board.get();
  const of = (kind: string): string => bodies.find((body) => body.kind === kind)?.id ?? '';
  [executive, main, caseReview] = [
    of('executive'),
    of('board'),
    bodies.find(({ name }) => name === 'Case review sub-group')?.id ?? '',
  ];
});
afterAll(() => board.close());

const edit = (table: 'bodies' | 'meetings', id: string, now: Record<string, string | number | null>) =>
  board.client.records.edit({ table, id, was: {}, now, force: true });
const meetingOf = async (bodyId: string, date: string | null, more = {}): Promise<string> =>
  (await board.client.records.add({ table: 'meetings', row: { bodyId, date, ...more } })).id;
const addItem = async (meetingId: string, title: string, more = {}): Promise<string> =>
  (
    await board.client.records.add({
      table: 'meetingItems',
      row: { meetingId, title, purpose: 'discussion', ...more },
    })
  ).id;
const get = (id: string) => board.client.meetings.get({ id });
const reviewId = (reference: string): string =>
  board.store.prepare<[string], { id: string }>('select id from reviews where reference = ?').get(reference)?.id ?? '';
const operations = (): number =>
  board.store.prepare<[], { n: number }>('select count(*) as n from operations').get()?.n ?? 0;

describe('planning a year', () => {
  it('proposes the dates of the rule and plans them as one operation, provisional, with papers due', async () => {
    await edit('bodies', executive, {
      calendarRule: 'monthly on the second Tuesday except in months with a board',
      paperDeadlineDays: 5,
    });
    const proposal = await board.client.meetings.propose({ bodyId: executive, fromMonth: '2027-01' });
    expect(proposal).toMatchObject({
      rule: 'monthly on the second Tuesday except in months with a board',
      namesDay: true,
    });
    expect(proposal.meetings).toHaveLength(12);
    expect(proposal.problem).toContain('No meeting of the board is known');
    const before = operations();
    const meetings = proposal.meetings.map(({ date, paperDeadline }) => ({ date, paperDeadline }));
    const done = await board.client.meetings.plan({ bodyId: executive, meetings });
    expect(done.planned).toBe(12);
    expect(operations()).toBe(before + 1);
    const { rows } = await board.client.meetings.list({ when: 'year', year: 2027, bodyId: executive });
    expect(rows[0]).toMatchObject({
      date: '2027-01-12',
      paperDeadline: '2027-01-05',
      provisional: 1,
      state: 'planned',
    });
    const again = await board.client.meetings.propose({ bodyId: executive, fromMonth: '2027-01' });
    expect([again.meetings.length, again.leftOut.length]).toEqual([0, 12]);
    expect(
      await refusalOf(board.client.meetings.plan({ bodyId: executive, meetings: meetings.slice(2, 4) })),
    ).toMatchObject({
      code: 'bad-input',
      details: { field: 'meetings.0.date' },
    });
    await board.client.history.undo({ operationId: done.operationId ?? '' });
    expect((await board.client.meetings.list({ when: 'year', year: 2027, bodyId: executive })).rows).toEqual([]);
  });

  it('keeps words that it does not understand, and says so', async () => {
    await edit('bodies', caseReview, { calendarRule: 'when the chair calls it' });
    expect(await board.client.meetings.propose({ bodyId: caseReview, fromMonth: '2027-01' })).toMatchObject({
      rule: null,
      meetings: [],
      problem: expect.stringContaining('“when the chair calls it” is kept as it is written'),
    });
    await edit('bodies', caseReview, { calendarRule: '' });
    expect((await board.client.meetings.propose({ bodyId: caseReview, fromMonth: '2027-01' })).problem).toContain(
      'No calendar rule is written',
    );
  });

  it('takes the day from the person where the rule names none', async () => {
    await edit('bodies', caseReview, { calendarRule: 'quarterly' });
    const asked = { bodyId: caseReview, fromMonth: '2027-01' };
    const months = await board.client.meetings.propose(asked);
    expect(months.namesDay).toBe(false);
    expect(months.meetings[0]?.date).toHaveLength(7);
    const days = await board.client.meetings.propose({ ...asked, day: { week: 'first', weekday: 'Monday' } });
    expect(days.meetings[0]?.date).toHaveLength(10);
  });

  it('refuses impossible dates, papers after the meeting, and too many, and plans none of them', async () => {
    const plan = (meetings: { date: string; paperDeadline: string | null }[]) =>
      refusalOf(board.client.meetings.plan({ bodyId: caseReview, meetings }));
    const good = { date: '2028-01-10', paperDeadline: null };
    expect((await plan([good, { date: '2028-02-31', paperDeadline: null }])).details['field']).toBe('meetings.1.date');
    expect((await plan([good, { date: '2028-02-10', paperDeadline: '2028-02-11' }])).details['field']).toBe(
      'meetings.1.paperDeadline',
    );
    expect((await plan([good, good])).details['field']).toBe('meetings.1.date');
    expect((await plan([])).code).toBe('bad-input');
    expect((await board.client.meetings.list({ when: 'year', year: 2028 })).rows).toEqual([]);
  });
});

describe('a meeting that is moved, cancelled or held', () => {
  it('takes its papers and the actions due at it along, with the reason', async () => {
    const id = await meetingOf(executive, '2027-02-10', { provisional: 1 });
    const action = await board.client.actions.add({
      number: '1',
      text: 'Bring the paper',
      meetingId: id,
      targetMeetingId: id,
    });
    await board.client.meetings.move({ id, date: '2027-02-17', provisional: false, reason: 'The chair is away' });
    const { meeting, changes } = await get(id);
    expect(meeting).toMatchObject({ date: '2027-02-17', provisional: 0, paperDeadline: '2027-02-10' });
    expect(changes).toMatchObject([
      { words: 'Moved from 10 February 2027 to 17 February 2027', reason: 'The chair is away' },
    ]);
    expect((await board.client.actions.get({ id: action.id })).action.targetDate).toBe('2027-02-17');
    const move = { id, date: '2027-02-17', provisional: true, reason: 'Again' };
    expect((await refusalOf(board.client.meetings.move(move))).details['field']).toBe('date');
    expect((await refusalOf(board.client.meetings.move({ ...move, reason: ' ' }))).details['field']).toBe('reason');
    expect((await refusalOf(board.client.meetings.move({ ...move, date: '2027-02-30' }))).details['field']).toBe(
      'date',
    );
    expect((await refusalOf(board.client.meetings.move({ ...move, date: null }))).details['field']).toBe('date');
  });

  it('is cancelled with a reason, its open items carried to another, and planned again by an act of its own', async () => {
    const from = await meetingOf(main, '2027-03-10');
    const to = await meetingOf(main, '2027-06-09');
    const decided = await addItem(from, 'Already decided by email');
    await board.client.records.add({
      table: 'decisions',
      row: { meetingId: from, meetingItemId: decided, text: 'Agreed.' },
    });
    await addItem(from, 'Training evaluation');
    const cancelled = await board.client.meetings.cancel({ id: from, reason: 'Not quorate', carryTo: to });
    expect((await get(from)).meeting.state).toBe('cancelled');
    expect((await get(to)).items).toMatchObject([{ title: 'Training evaluation', carriedFrom: { id: from } }]);
    expect((await refusalOf(board.client.meetings.cancel({ id: from, reason: 'Twice' }))).code).toBe('not-allowed');
    await board.client.history.undo({ operationId: cancelled.operationId ?? '' });
    expect([(await get(from)).meeting.state, (await get(to)).items.length]).toEqual(['planned', 0]);
    await board.client.meetings.cancel({ id: from, reason: 'Not quorate' });
    await board.client.meetings.replan({ id: from, reason: 'A deputy chairs it' });
    expect((await get(from)).changes.map(({ words }) => words)).toEqual([
      'Planned, was cancelled',
      'Cancelled, was planned',
    ]);
  });

  it('is held on its day at the earliest, and then its date stays', async () => {
    const future = await meetingOf(main, '2027-08-10');
    expect((await refusalOf(board.client.meetings.hold({ id: future }))).code).toBe('not-allowed');
    const past = await meetingOf(main, '2026-11-17', { provisional: 1 });
    expect((await get(past)).meeting.isOverdue).toBe(true);
    await board.client.meetings.hold({ id: past });
    expect((await get(past)).meeting).toMatchObject({ state: 'held', provisional: 0, isOverdue: false });
    const move = { id: past, date: '2026-12-01', provisional: false, reason: 'Slip' };
    expect((await refusalOf(board.client.meetings.move(move))).code).toBe('not-allowed');
    expect((await refusalOf(board.client.meetings.hold({ id: past }))).code).toBe('not-allowed');
  });
});

describe('the agenda', () => {
  it('takes what the ladder asks of the body, each once, and knows it stands there', async () => {
    const { bodies } = await board.client.meetings.asked();
    const asking = bodies.find(({ bodyId }) => bodyId === executive);
    expect(asking?.asked.length).toBeGreaterThan(0);
    const id = asking?.meeting?.id ?? '';
    const keys = asking?.asked.map(({ key }) => key) ?? [];
    const put = await board.client.meetings.putOnAgenda({ meetingId: id, keys });
    const { items, asked } = await get(id);
    expect(items).toHaveLength(keys.length);
    expect(items.every(({ purpose }) => purpose === 'decision')).toBe(true);
    expect(asked.every(({ isOnAgenda }) => isOnAgenda)).toBe(true);
    expect((await board.client.meetings.putOnAgenda({ meetingId: id, keys })).operationId).toBeNull();
    expect(
      (await refusalOf(board.client.meetings.putOnAgenda({ meetingId: id, keys: ['report:gone'] }))).details['field'],
    ).toBe('keys.0');
    await board.client.history.undo({ operationId: put.operationId ?? '' });
    expect((await get(id)).items).toEqual([]);
  });

  it('is put in another order as a whole', async () => {
    const id = await meetingOf(main, '2027-09-08');
    const [a, b, c] = [await addItem(id, 'A'), await addItem(id, 'B'), await addItem(id, 'C')];
    await board.client.meetings.order({ meetingId: id, itemIds: [c, a, b] });
    expect((await get(id)).items.map(({ title }) => title)).toEqual(['C', 'A', 'B']);
    for (const itemIds of [
      [c, a],
      [c, a, a],
      [c, a, reviewId('LCSPR 2025/02')],
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await refusalOf(board.client.meetings.order({ meetingId: id, itemIds }))).code).toBe('bad-input');
    }
  });

  it('defers an item to a later meeting, where it stands again; both say so', async () => {
    const [from, to] = [await meetingOf(main, '2027-10-06'), await meetingOf(main, '2027-12-08')];
    const item = await addItem(from, 'Draft report', {
      purpose: 'decision',
      reviewId: reviewId('LCSPR 2026/01'),
      paper: 'Paper 4',
    });
    const defer = { itemId: item, toMeetingId: to, reason: 'The author is ill' };
    const deferred = await board.client.meetings.deferItem(defer);
    expect((await get(from)).items).toMatchObject([{ title: 'Draft report', deferredTo: { id: to } }]);
    expect((await get(to)).items).toMatchObject([
      { title: 'Draft report', paper: 'Paper 4', carriedFrom: { id: from } },
    ]);
    expect((await refusalOf(board.client.meetings.deferItem(defer))).code).toBe('not-allowed');
    const carried = (await get(to)).items[0];
    const renamed = { was: { title: 'Draft report' }, now: { title: 'Draft overview report' } };
    await board.client.records.edit({ table: 'meetingItems', id: carried?.id ?? '', ...renamed });
    expect((await get(to)).items).toMatchObject([{ title: 'Draft overview report', carriedFrom: { id: from } }]);
    await board.client.records.edit({
      table: 'meetingItems',
      id: carried?.id ?? '',
      was: { ...renamed.now, reviewId: reviewId('LCSPR 2026/01') },
      now: { ...renamed.was, reviewId: null },
    });
    expect((await get(to)).items).toMatchObject([{ reviewId: null, carriedFrom: { id: from } }]);
    await board.client.history.undo({ operationId: deferred.operationId ?? '' });
    expect((await get(to)).items).toEqual([]);
    expect((await refusalOf(board.client.meetings.deferItem({ ...defer, toMeetingId: from }))).details['field']).toBe(
      'toMeetingId',
    );
    expect(
      (await refusalOf(board.client.meetings.deferItem({ itemId: item, toMeetingId: null }))).details['field'],
    ).toBe('toMeetingId');
    await board.client.meetings.deferItem({ itemId: item, toMeetingId: null, text: 'to an extraordinary meeting' });
    await board.client.meetings.deferItem(defer);
    expect((await get(from)).items).toMatchObject([{ deferredTo: { id: to }, deferredText: null }]);
    const back = await addItem(to, 'Backwards');
    expect(
      (await refusalOf(board.client.meetings.deferItem({ itemId: back, toMeetingId: from }))).details['field'],
    ).toBe('toMeetingId');
  });
});

describe('attendance', () => {
  it('adds those who attended before with their posts, each once, and counts over the year', async () => {
    const first = await meetingOf(caseReview, '2025-02-03', { state: 'held' });
    const { added } = await board.client.meetings.addMembers({ meetingId: first });
    expect(added).toBeGreaterThan(3);
    expect(await board.client.meetings.addMembers({ meetingId: first })).toMatchObject({ added: 0, operationId: null });
    const { attendances } = await get(first);
    expect(attendances.some(({ post }) => post !== '')).toBe(true);
    const second = await meetingOf(caseReview, '2025-05-06', { state: 'held' });
    const [one] = attendances;
    if (one === undefined) throw new Error('nobody is listed');
    await board.client.records.add({
      table: 'attendances',
      row: { meetingId: second, agencyId: one.agencyId, attendance: 'apologies' },
    });
    await board.client.records.add({
      table: 'attendances',
      row: { meetingId: second, agencyId: one.agencyId, attendance: 'deputised' },
    });
    await meetingOf(caseReview, '2025-07-06', { state: 'held' });
    const table = await board.client.meetings.attendance({ bodyId: caseReview, year: 2025 });
    expect(table.meetings.map(({ id }) => id)).toEqual([first, second]);
    expect(table.rows.find(({ agencyId }) => agencyId === one.agencyId)).toMatchObject({
      cells: ['present', 'deputised'],
      attended: 2,
    });
    expect(table.rows.find(({ agencyId }) => agencyId !== one.agencyId)?.cells[1]).toBeNull();
    expect(table.totals).toEqual([
      { attended: added, recorded: added },
      { attended: 1, recorded: 1 },
    ]);
    expect(await board.client.meetings.attendance({ bodyId: caseReview, year: 2001 })).toEqual({
      meetings: [],
      rows: [],
      totals: [],
    });
  });

  it('begins with every agency of the area where nobody attended yet', async () => {
    const own = await openBoard();
    const add = (row: object) => own.client.records.add({ table: 'agencies', row: row as never });
    await add({ name: 'Police' });
    await add({ name: 'Another county', outsideArea: 1 });
    const bodyId = (await own.client.board.get()).bodies[0]?.id ?? '';
    const { id: meetingId } = await own.client.records.add({ table: 'meetings', row: { bodyId, date: TODAY } });
    expect((await own.client.meetings.addMembers({ meetingId, attendance: 'apologies' })).added).toBe(1);
    expect((await own.client.meetings.get({ id: meetingId })).attendances).toMatchObject([
      { agency: 'Police', attendance: 'apologies' },
    ]);
  });
});

describe('decisions of a meeting', () => {
  let id: string;
  beforeEach(async () => {
    id = await meetingOf(executive, TODAY);
  });

  it('stand with its approvals, their conditions and the actions that arose', async () => {
    const item = await addItem(id, 'The plan', { purpose: 'decision', reviewId: reviewId('LCSPR 2026/01') });
    await board.client.records.add({
      table: 'decisions',
      row: { meetingId: id, meetingItemId: item, text: 'The plan is endorsed.', minuteReference: '6.1' },
    });
    await board.client.approvals.record({
      appliesTo: 'plan',
      reviewId: reviewId('LCSPR 2026/01'),
      bodyId: executive,
      meetingId: id,
      kind: 'leads-to-be-agreed',
      date: TODAY,
      minuteReference: '6.1',
      conditions: ['The leads are agreed by the executive'],
    });
    await board.client.actions.add({ number: 'M1', text: 'Write to housing', meetingId: id });
    const { decisions, approvals, actions, openConditions, meeting } = await get(id);
    expect(decisions).toMatchObject([{ meetingItemId: item, minuteReference: '6.1' }]);
    expect(approvals).toMatchObject([{ subject: 'Action plan of LCSPR 2026/01', kind: 'leads-to-be-agreed' }]);
    expect(actions).toMatchObject([{ number: 'M1' }]);
    expect(openConditions.map(({ text }) => text)).toContain('The leads are agreed by the executive');
    expect(meeting).toMatchObject({ items: 1, decisions: 1, actions: 1 });
  });

  it('are refused on what is gone: a cancelled meeting, a removed review, a condition discharged before it was set', async () => {
    const approval = {
      appliesTo: 'report',
      reviewId: reviewId('LCSPR 2026/02'),
      bodyId: executive,
      kind: 'adopted',
    } as const;
    await board.client.meetings.cancel({ id, reason: 'Snow' });
    expect((await refusalOf(board.client.approvals.record({ ...approval, meetingId: id }))).details['field']).toBe(
      'meetingId',
    );
    await board.client.approvals.record({ ...approval, date: TODAY, conditions: ['Costs shown'] });
    const given = (await board.client.reviews.get({ id: approval.reviewId })).approvals.at(-1);
    const conditionId = given?.conditions[0]?.id ?? '';
    const discharge = (dischargedOn: string) =>
      board.client.approvals.dischargeCondition({ conditionId, dischargedOn });
    expect((await refusalOf(discharge('2026-01-01'))).details['field']).toBe('dischargedOn');
    await discharge(TODAY);
    expect((await refusalOf(discharge(TODAY))).code).toBe('not-allowed');
    const revoke = { id: given?.id ?? '', revokedOn: '2026-01-01', reason: 'Wrong report' };
    expect((await refusalOf(board.client.approvals.revoke(revoke))).details['field']).toBe('revokedOn');
    await board.client.records.remove({ table: 'meetings', id });
    expect((await refusalOf(get(id))).code).toBe('not-found');
  });

  it('bring back to the body what it rejected, once the rejection is revoked', async () => {
    const rejected = { appliesTo: 'report', reviewId: reviewId('LCSPR 2026/02'), bodyId: caseReview } as const;
    const step = async () =>
      (await board.client.reviews.get({ id: rejected.reviewId })).ladders
        .find(({ appliesTo }) => appliesTo === 'report')
        ?.steps.find(({ bodyId }) => bodyId === caseReview)?.state;
    const before = await step();
    await board.client.approvals.record({ ...rejected, kind: 'rejected', date: TODAY });
    expect(await step()).toBe('rejected');
    const given = (await board.client.reviews.get({ id: rejected.reviewId })).approvals.findLast(
      ({ kind }) => kind === 'rejected',
    );
    await board.client.approvals.revoke({ id: given?.id ?? '', revokedOn: TODAY, reason: 'The report was rewritten' });
    expect(await step()).toBe(before);
  });
});
