import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ACTION_SORTS } from '../../../db/contract/actions.ts';
import { ACTION_STATES, type ActionState } from '../../../db/domain/codes.ts';
import { mayMove, needsReason } from '../../../db/domain/action-states.ts';
import { openSharedBoard, refusalOf, TODAY } from '../../support/board.ts';

let board: Awaited<ReturnType<typeof openSharedBoard>>;
let reviewId: string;
let reviews = 0;
beforeAll(async () => {
  board = await openSharedBoard();
}, 60_000);
afterAll(() => board.close());
beforeEach(async () => {
  const type = (await board.client.board.get()).reviewTypes.find(({ code }) => code === 'lcspr-england');
  const review = { reference: `LCSPR 2026/${++reviews}`, reviewTypeId: type?.id ?? '', notifiedOn: '2026-06-01' };
  reviewId = (await board.client.reviews.add(review)).id;
});

let number = 0;
const addAction = async (fields: object = {}): Promise<string> =>
  (await board.client.actions.add({ number: `1.${++number}`, text: 'Brief all teams', reviewId, ...fields })).id;
const stateOf = (id: string): string => board.store.row('actions', id).state;
const inState = async (state: ActionState): Promise<string> => {
  const id = await addAction();
  board.store.operation({ kind: 'import' }, (write) => write.update('actions', id, { state }));
  return id;
};

describe('moving an action to another state', () => {
  it('does every move that the rules allow and refuses every other, saying why', async () => {
    const ids = new Map<ActionState, string>();
    for (const state of ACTION_STATES) {
      // oxlint-disable-next-line no-await-in-loop -- one record after another
      ids.set(state, await inState(state));
    }
    for (const from of ACTION_STATES) {
      for (const to of ACTION_STATES) {
        const id = ids.get(from) ?? '';
        // oxlint-disable-next-line no-await-in-loop -- each move is taken back before the next
        const done = await board.client.actions.moveState({ ids: [id], to, date: TODAY, reason: 'As decided' });
        const allowed = mayMove(from, to);
        expect(done.changed, `${from} to ${to}`).toBe(allowed.allowed ? 1 : 0);
        expect(done.refused.map(({ why }) => why)).toEqual(allowed.allowed ? [] : [allowed.why]);
        expect(stateOf(id)).toBe(allowed.allowed ? to : from);
        // oxlint-disable-next-line no-await-in-loop -- as above
        if (done.operationId !== null) await board.client.history.undo({ operationId: done.operationId });
        expect(stateOf(id)).toBe(from);
      }
    }
  });

  it('asks for a reason where one is needed', async () => {
    const id = await inState('in-progress');
    expect(needsReason('in-progress', 'superseded')).toBe(true);
    const without = await board.client.actions.moveState({ ids: [id], to: 'superseded', reason: ' ' });
    expect(without).toMatchObject({ changed: 0, operationId: null });
    expect(without.refused[0]?.why).toContain('needs a reason');
    await board.client.actions.moveState({ ids: [id], to: 'superseded', date: TODAY, reason: 'Replaced' });
    expect((await board.client.actions.get({ id })).moves).toMatchObject([
      { fromState: 'in-progress', toState: 'superseded', date: TODAY, reason: 'Replaced' },
    ]);
  });

  it('does what can be done of several, and names the rest', async () => {
    const [one, two, three] = [await inState('not-started'), await inState('signed-off'), await inState('in-progress')];
    await board.client.actions.remove({ ids: [three], reason: 'Entered twice' });
    const done = await board.client.actions.moveState({ ids: [one, two, three, one], to: 'in-progress', date: TODAY });
    expect(done.changed).toBe(1);
    expect(done.refused).toEqual([
      { id: two, number: board.store.row('actions', two).number, why: expect.stringContaining('needs a reason') },
      { id: three, number: board.store.row('actions', three).number, why: 'It was removed.' },
    ]);
    expect([stateOf(one), stateOf(two)]).toEqual(['in-progress', 'signed-off']);
  });

  it('does nothing at all when one of several is not there', async () => {
    const id = await inState('not-started');
    const call = board.client.actions.moveState({ ids: [id, board.store.newId()], to: 'in-progress' });
    expect((await refusalOf(call)).code).toBe('not-found');
    expect(stateOf(id)).toBe('not-started');
  });
});

describe('changing a target', () => {
  it('takes a first target without a reason, and keeps each earlier one with the reason it was moved', async () => {
    const id = await addAction();
    const change = (targetDate: string | null, reason = '', targetText: string | null = null) =>
      board.client.actions.changeTarget({ ids: [id], targetDate, targetText, reason });
    expect((await change('2026-12-31')).changed).toBe(1);
    expect((await change('2027-01-31')).refused[0]?.why).toBe('Its target is moved, so a reason is needed.');
    await change('2027-01-31', 'Waiting for the inquest');
    await change(null, 'Tied to the trial', 'after the verdict');
    expect((await change(null, 'Again', 'after the verdict')).refused[0]?.why).toBe('It already has this target.');
    const detail = await board.client.actions.get({ id });
    expect(detail.action).toMatchObject({ targetDate: null, targetText: 'after the verdict', timesMoved: 2 });
    expect(detail.earlierTargets.map(({ targetDate, reason, movedOn }) => [targetDate, reason, movedOn])).toEqual([
      ['2027-01-31', 'Tied to the trial', TODAY],
      ['2026-12-31', 'Waiting for the inquest', TODAY],
    ]);
  });

  it('to a day before its review began is refused, and done for the others', async () => {
    const [one, other] = [await addAction(), await addAction({ reviewId: null })];
    const done = await board.client.actions.changeTarget({ ids: [other, one], targetDate: '2026-05-31' });
    expect(done.refused).toMatchObject([{ id: one, why: '31 May 2026 is before its review began, on 1 June 2026.' }]);
    expect(board.store.row('actions', other).targetDate).toBe('2026-05-31');
    expect(board.store.row('actions', one).targetDate).toBeNull();
    expect((await board.client.actions.changeTarget({ ids: [one], targetDate: '2026-06' })).changed).toBe(1);
  });

  it('of several is one act with one undo', async () => {
    const ids = [
      await addAction({ targetDate: '2026-12-01' }),
      await addAction({ targetDate: '2026-12-02' }),
      await addAction(),
    ];
    const done = await board.client.actions.changeTarget({ ids, targetDate: '2027-03-31', reason: 'New chair' });
    expect(done.changed).toBe(3);
    await board.client.history.undo({ operationId: done.operationId ?? '' });
    expect(ids.map((id) => board.store.row('actions', id).targetDate)).toEqual(['2026-12-01', '2026-12-02', null]);
    expect((await board.client.actions.get({ id: ids[0] ?? '' })).action.timesMoved).toBe(0);
  });
});

describe('updates and requests', () => {
  it('an update that was asked for and has not come is counted until it comes', async () => {
    const id = await addAction({ targetDate: '2027-06-30' });
    await board.client.actions.requestUpdates({ ids: [id], requestedOn: '2026-11-01', dueOn: '2026-11-15' });
    expect((await board.client.actions.get({ id })).action).toMatchObject({ noUpdate: true, rag: 'no-update' });
    await board.client.actions.addUpdate({ ids: [id], date: '2026-11-10', text: 'Half of the teams are briefed' });
    expect((await board.client.actions.get({ id })).action).toMatchObject({
      noUpdate: false,
      lastUpdateOn: '2026-11-10',
    });
    const { updates } = await board.client.actions.get({ id });
    await board.client.records.remove({ table: 'progressUpdates', id: updates[0]?.id ?? '' });
    expect((await board.client.actions.get({ id })).action).toMatchObject({ noUpdate: true, lastUpdateOn: null });
  });

  it('a rating is one of the board’s levels; what the agency asserts is kept apart from what the board confirms', async () => {
    const id = await addAction({ targetDate: '2027-06-30' });
    const purple = board.client.actions.rate({ ids: [id], which: 'confirmed', level: 'purple' });
    expect((await refusalOf(purple)).code).toBe('bad-input');
    await board.client.actions.addUpdate({ ids: [id], date: TODAY, text: 'All done', ragAsserted: 'signed-off' });
    expect((await board.client.actions.get({ id })).action).toMatchObject({
      ragAsserted: 'signed-off',
      ragConfirmed: null,
      rag: 'on-time',
      ragFrom: 'computed',
    });
    await board.client.actions.rate({ ids: [id], which: 'confirmed', level: 'overdue', on: TODAY });
    expect((await board.client.actions.get({ id })).action).toMatchObject({ rag: 'overdue', ragFrom: 'confirmed' });
  });

  it('one piece of evidence serves several actions, and is not linked twice', async () => {
    const [one, other] = [await addAction(), await addAction()];
    await board.client.actions.addEvidence({ ids: [one], what: 'Audit report' });
    const linked = (await board.client.actions.get({ id: one })).evidence[0];
    const evidenceId = linked?.id ?? '';
    const link = await board.client.actions.linkEvidence({ evidenceId, ids: [one, other] });
    expect(link.changed).toBe(1);
    expect(link.refused).toMatchObject([{ id: one, why: 'This evidence already serves it.' }]);
    expect((await board.client.actions.get({ id: other })).evidence[0]).toMatchObject({
      what: 'Audit report',
      alsoServes: 1,
    });
    await board.client.actions.unlinkEvidence({ linkId: linked?.linkId ?? '' });
    expect((await board.client.actions.get({ id: one })).action.evidenceCount).toBe(0);
    expect((await board.client.actions.get({ id: other })).action.evidenceCount).toBe(1);
  });
});

describe('approvals', () => {
  const bodyId = async (kind: string): Promise<string> =>
    (await board.client.board.get()).bodies.find((body) => body.kind === kind)?.id ?? '';

  it('of several actions at once move those whose state allows it, and name the others', async () => {
    const ids = [await inState('reported-complete'), await inState('not-started'), await inState('evidence-accepted')];
    const done = await board.client.approvals.record({
      appliesTo: 'action',
      actionIds: ids,
      bodyId: await bodyId('sub-group'),
      kind: 'evidence-accepted',
      date: TODAY,
    });
    expect(done.changed).toBe(2);
    expect(done.refused).toMatchObject([{ id: ids[1] }]);
    expect(ids.map(stateOf)).toEqual(['evidence-accepted', 'not-started', 'evidence-accepted']);
    const detail = await board.client.actions.get({ id: ids[0] ?? '' });
    expect(detail.approvals).toMatchObject([{ kind: 'evidence-accepted', date: TODAY, revokedOn: null }]);
    expect(detail.moves).toMatchObject([{ toState: 'evidence-accepted', date: TODAY }]);
  });

  it('never move an action back: it is reopened by an act of its own', async () => {
    const id = await inState('signed-off');
    const done = await board.client.approvals.record({
      appliesTo: 'action',
      actionIds: [id],
      bodyId: await bodyId('sub-group'),
      kind: 'evidence-accepted',
      date: TODAY,
      minuteReference: '4.2',
    });
    expect(done).toMatchObject({ changed: 0, operationId: null });
    expect(done.refused).toHaveLength(1);
    expect(stateOf(id)).toBe('signed-off');
  });

  it('hang on their conditions until each is discharged', async () => {
    await board.client.approvals.record({
      appliesTo: 'plan',
      reviewId,
      bodyId: await bodyId('sub-group'),
      kind: 'endorsed',
      date: TODAY,
      conditions: ['Leads to be agreed', 'Costs to be shown'],
    });
    const plan = async () =>
      (await board.client.reviews.get({ id: reviewId })).ladders.find(({ appliesTo }) => appliesTo === 'plan')
        ?.steps[0];
    expect((await plan())?.state).toBe('met-with-conditions');
    const conditions = (await board.client.reviews.get({ id: reviewId })).approvals[0]?.conditions ?? [];
    expect(conditions.map(({ text }) => text)).toEqual(['Leads to be agreed', 'Costs to be shown']);
    for (const { id: conditionId } of conditions) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await board.client.approvals.dischargeCondition({ conditionId, dischargedOn: TODAY, dischargedBy: 'Chair' });
    }
    expect((await plan())?.state).toBe('met');
    const approval = (await board.client.reviews.get({ id: reviewId })).approvals[0]?.id ?? '';
    await board.client.approvals.revoke({ id: approval, revokedOn: TODAY, reason: 'The plan was replaced' });
    expect((await plan())?.state).toBe('outstanding');
  });

  it('say what they are of', async () => {
    const decision = { bodyId: await bodyId('executive'), kind: 'adopted' } as const;
    expect((await refusalOf(board.client.approvals.record({ ...decision, appliesTo: 'report' }))).code).toBe(
      'bad-input',
    );
    expect((await refusalOf(board.client.approvals.record({ ...decision, appliesTo: 'action' }))).code).toBe(
      'bad-input',
    );
  });
});

describe('what else is on record about an action', () => {
  it('names its impact checks, and the agendas and decisions it was on', async () => {
    const id = await addAction();
    const other = await addAction();
    const { client } = board;
    const bodyId = (await client.board.get()).bodies[0]?.id ?? '';
    const add = async (table: 'impactChecks' | 'meetings' | 'meetingItems' | 'decisions', values: object) =>
      (await client.records.add({ table, row: values } as Parameters<typeof client.records.add>[0])).id;
    await add('impactChecks', { question: 'Do teams know?', actionId: id, plannedOn: '2026-10' });
    await add('impactChecks', { question: 'Of another', actionId: other });
    const meetingId = await add('meetings', { bodyId, date: '2026-12-01' });
    const itemId = await add('meetingItems', { meetingId, title: 'Briefings', purpose: 'decision', actionId: id });
    await add('decisions', { meetingId, meetingItemId: itemId, text: 'Carry on.' });
    const plan = await add('meetingItems', { meetingId, title: 'The plan', purpose: 'decision' });
    await add('decisions', { meetingId, meetingItemId: plan, actionId: id, text: 'Signed off by post.' });
    const detail = await client.actions.get({ id });
    expect(detail.impactChecks).toMatchObject([{ question: 'Do teams know?', overdue: true }]);
    expect(detail.agendaItems).toMatchObject([
      { title: 'Briefings', meeting: { id: meetingId }, decisions: ['Carry on.', 'Signed off by post.'] },
      { title: 'The plan', meeting: { id: meetingId }, decisions: ['Signed off by post.'] },
    ]);
    expect((await client.actions.get({ id: other })).agendaItems).toEqual([]);
  });
});

describe('the list', () => {
  it.each(ACTION_SORTS.flatMap((by) => [[by, false] as const, [by, true] as const]))(
    'sorts by %s (descending: %s) with what has none of it last, and pages through all of it once',
    async (by, descending) => {
      const text = `Sorted by ${by}, ${descending}`;
      await addAction({ text, targetDate: '2026-12-01' });
      await addAction({ text, targetDate: '2026-11' });
      await addAction({ text, reviewId: null });
      const query = { filter: { find: text }, sort: { by, descending } };
      const all = await board.client.actions.list(query);
      expect(all.total).toBe(3);
      const paged: string[] = [];
      for (let offset = 0; offset < 3; offset++) {
        // oxlint-disable-next-line no-await-in-loop -- page after page
        const page = await board.client.actions.list({ ...query, offset, limit: 1 });
        paged.push(...page.rows.map(({ id }) => id));
      }
      expect(paged).toEqual(all.rows.map(({ id }) => id));
      if (by === 'target') {
        const days = ['2026-11-30', '2026-12-01'];
        expect(all.rows.map(({ targetDay }) => targetDay)).toEqual([...(descending ? days.toReversed() : days), null]);
      }
    },
  );

  it('finds words in number, text and origin; what a person types is never a pattern', async () => {
    await addAction({ text: 'Audit 100% of files' });
    await addAction({ text: 'Brief the “night_team”' });
    const found = async (find: string) => (await board.client.actions.list({ filter: { find } })).total;
    expect(await found('100%')).toBe(1);
    expect(await found('%')).toBe(1);
    expect(await found('_')).toBe(1);
    expect(await found('AUDIT')).toBe(1);
    expect(await found(`2026/${reviews}`)).toBe(2);
    expect(await found("'; drop table actions; --")).toBe(0);
    expect(await found('\\')).toBe(0);
  });
});
