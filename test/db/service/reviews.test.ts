import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewTypeCode } from '../../../db/domain/codes.ts';
import { DAY, openBoard, openSharedBoard, refusalOf, TODAY } from '../../support/board.ts';

let board: Awaited<ReturnType<typeof openSharedBoard>>;
beforeAll(async () => {
  board = await openSharedBoard();
}, 60_000);
afterAll(() => board.close());

const typeOf = async (code: ReviewTypeCode) => {
  const type = (await board.client.board.get()).reviewTypes.find((candidate) => candidate.code === code);
  if (type === undefined) throw new Error(`no type ${code}`);
  return type;
};

let references = 0;
const add = async (code: ReviewTypeCode, fields: object = {}) =>
  board.client.reviews.add({ reference: `R ${++references}`, reviewTypeId: (await typeOf(code)).id, ...fields });
const get = (id: string) => board.client.reviews.get({ id });

describe('recording a review', () => {
  it('makes its case, label and notification, in the first stage of its type, as one act with one undo', async () => {
    const { id, operationId } = await add('lcspr-england', {
      label: 'Baby T',
      notifiedOn: '2026-10-01',
      incidentOn: '2026-09',
      incidentText: 'late September',
    });
    const detail = await get(id);
    expect(detail.labels).toMatchObject([{ label: 'Baby T', kind: 'pseudonym' }]);
    expect(detail.case).toMatchObject({ incidentOn: '2026-09', incidentText: 'late September' });
    expect(detail.milestones).toMatchObject([{ kind: 'notified', date: '2026-10-01' }]);
    expect(detail.review.stageId).toBe((await typeOf('lcspr-england')).stages[0]?.id);
    await board.client.history.undo({ operationId: operationId ?? '' });
    expect((await board.client.reviews.list({ filter: { find: detail.review.reference } })).total).toBe(0);
    expect((await get(id)).labels).toEqual([]);
  });

  it('brings exactly the clocks of its type, and of the regime in force on the day', async () => {
    const type = await typeOf('rapid-review-england');
    const review = await get((await add('rapid-review-england', { notifiedOn: '2026-11-02' })).id);
    const rules = type.clockRules.filter(({ regimeId }) => regimeId === null || regimeId === review.review.regimeId);
    expect(review.clocks.map(({ name }) => name).toSorted()).toEqual(rules.map(({ name }) => name).toSorted());
    expect(review.clocks.length).toBeGreaterThan(0);
    const panel = review.clocks.find(({ runsFrom, runsFromDate }) => runsFrom === 'notified' && runsFromDate !== null);
    expect(panel?.dueOn).not.toBeNull();
    expect(panel?.tableVersion).not.toBe('');
  });

  it('takes the regime that was in force on the notification date, and the latest when no date is known', async () => {
    const type = (await board.client.board.get()).reviewTypes.find(
      ({ regimes }) => regimes.filter(({ fromDate }) => fromDate).length >= 2,
    );
    if (type === undefined) throw new Error('a type with two regimes');
    const dated = type.regimes
      .filter(({ fromDate }) => fromDate !== null)
      .toSorted((a, b) => ((a.fromDate ?? '') < (b.fromDate ?? '') ? -1 : 1));
    const regimeOn = async (notifiedOn: string | null) =>
      (await get((await add(type.code as ReviewTypeCode, { notifiedOn })).id)).review.regimeId;
    const first = dated[0];
    expect(await regimeOn(first?.fromDate ?? null)).toBe(first?.id);
    expect(await regimeOn(null)).toBe(dated.at(-1)?.id);
  });

  it('that another area leads brings no clocks', async () => {
    expect((await get((await add('lcspr-england', { lead: 'led-elsewhere', notifiedOn: TODAY })).id)).clocks).toEqual(
      [],
    );
  });

  it('refuses a reference that another has', async () => {
    await add('learning-review', { reference: 'Taken' });
    expect((await refusalOf(add('learning-review', { reference: 'Taken' }))).code).toBe('bad-input');
  });

  it('suggests a reference that nobody has, past 99 and beside those that are not numbers', async () => {
    const own = await openBoard();
    const type = (await own.client.board.get()).reviewTypes.find(({ code }) => code === 'lcspr-england');
    const reviewTypeId = type?.id ?? '';
    const suggest = async () => (await own.client.reviews.suggestReference({ reviewTypeId })).reference;
    const first = await suggest();
    expect(first).toBe(`${type?.shortName} 2026/01`);
    const prefix = first.slice(0, -2);
    for (const [rest, next] of [
      ['01', '02'],
      ['E1', '02'],
      ['99', '100'],
      ['100', '101'],
      ['9', '101'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- each depends on the one before
      await own.client.reviews.add({ reference: `${prefix}${rest}`, reviewTypeId });
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect(await suggest()).toBe(`${prefix}${next}`);
    }
  });
});

describe('the clocks of a review', () => {
  const clocked = async () => {
    const { id } = await add('rapid-review-england', { notifiedOn: '2026-10-01' });
    const clock = (await get(id)).clocks.find(({ runsFrom, dueOn }) => runsFrom === 'notified' && dueOn !== null);
    if (clock === undefined) throw new Error('a clock that runs from notification');
    return { id, clock };
  };
  const row = async (id: string) => {
    const { review } = await get(id);
    return (await board.client.reviews.list({ filter: { find: review.reference } })).rows[0];
  };
  const lateNames = async (): Promise<readonly string[]> =>
    (await board.client.overview.get()).late.filter(({ kind }) => kind === 'clock').map(({ subject }) => subject);

  it('are read again when their event moves, by edit and by undo', async () => {
    const { id, clock } = await clocked();
    const milestone = (await get(id)).milestones.find(({ kind }) => kind === 'notified');
    const due = async () => (await get(id)).clocks.find((other) => other.id === clock.id)?.dueOn;
    const facts = () => board.store.prepare('select dueOn from clockFacts where clockId = ?').get(clock.id);
    const moved = await board.client.records.edit({
      table: 'milestones',
      id: milestone?.id ?? '',
      was: { date: '2026-10-01' },
      now: { date: '2026-10-15' },
    });
    const what = await board.client.reviews.whatIf({ clockId: clock.id, eventOn: '2026-10-15' });
    expect(await due()).toBe(what.dueOn);
    expect(facts()).toEqual({ dueOn: what.dueOn });
    expect(what.dueOn).not.toBe(clock.dueOn);
    await board.client.history.undo({ operationId: moved.operationId ?? '' });
    expect(await due()).toBe(clock.dueOn);
    expect(facts()).toEqual({ dueOn: clock.dueOn });
  });

  it('count a closure day of the board', async () => {
    const { clock } = await clocked();
    const facts = () =>
      board.store.prepare<[string], { dueOn: string }>('select dueOn from clockFacts where clockId = ?').get(clock.id)
        ?.dueOn ?? '';
    expect(clock.clock.unit).toBe('working-days');
    const closure = await board.client.records.add({
      table: 'closures',
      row: { date: clock.dueOn ?? '', name: 'Closed' },
    });
    expect(facts() > (clock.dueOn ?? '')).toBe(true);
    await board.client.history.undo({ operationId: closure.operationId ?? '' });
    expect(facts()).toBe(clock.dueOn);
  });

  it('that were relaxed until a day are late again after it', async () => {
    const { id, clock } = await clocked();
    const subject = (await get(id)).review.reference;
    expect((await row(id))?.late).toBe(true);
    const relax = (until: string | null) =>
      board.client.records.edit({
        table: 'clocks',
        id: clock.id,
        was: {},
        now: { relaxationReason: 'Agreed with the panel', relaxedUntil: until },
        force: true,
      });
    for (const other of (await get(id)).clocks.filter((candidate) => candidate.id !== clock.id)) {
      // oxlint-disable-next-line no-await-in-loop -- one record after another
      await board.client.records.remove({ table: 'clocks', id: other.id });
    }
    await relax(null);
    expect(await row(id)).toMatchObject({ late: false, nextClock: null });
    await relax(TODAY);
    expect((await row(id))?.late).toBe(false);
    expect((await lateNames()).some((name) => name.includes(subject))).toBe(false);
    await relax('2026-11-22');
    expect(await row(id)).toMatchObject({ late: true, nextClock: clock.name });
    expect((await lateNames()).some((name) => name.includes(subject))).toBe(true);
  });

  it('stop at their event', async () => {
    const { id, clock } = await clocked();
    await board.client.records.add({
      table: 'milestones',
      row: { reviewId: id, kind: clock.stopsAt, date: '2026-10-05' },
    });
    const stopped = (await get(id)).clocks.find((other) => other.id === clock.id);
    expect(stopped).toMatchObject({ state: 'met', stoppedOn: '2026-10-05' });
  });
});

describe('the course of a review', () => {
  it('goes forward freely, back only with a reason, and never to a stage of another type', async () => {
    const { id } = await add('lcspr-england');
    const type = await typeOf('lcspr-england');
    const [first, , third] = type.stages;
    const move = (stageId: string | undefined, reason = '') =>
      board.client.reviews.moveStage({ id, stageId: stageId ?? '', reason });
    await move(third?.id);
    expect((await refusalOf(move(first?.id))).code).toBe('bad-input');
    await move(first?.id, 'Re-opened');
    expect((await get(id)).review.stageId).toBe(first?.id);
    const other = (await typeOf('learning-review')).stages[0];
    expect((await refusalOf(move(other?.id))).code).toBe('not-allowed');
    const out = type.stages.find(({ kind }) => kind === 'not-proceeding');
    if (out !== undefined) expect((await refusalOf(move(out.id))).code).toBe('bad-input');
  });

  it('ends off the register with its actions, by one act that one undo takes back', async () => {
    const { id } = await add('lcspr-england');
    const action = await board.client.actions.add({ number: '1', text: 'x', reviewId: id });
    const count = async () => (await board.client.actions.list({ filter: { reviewId: [id] } })).total;
    expect((await refusalOf(board.client.reviews.remove({ id, reason: '' }))).code).toBe('bad-input');
    const removed = await board.client.reviews.remove({ id, reason: 'Entered twice' });
    expect(await count()).toBe(0);
    await board.client.history.undo({ operationId: removed.operationId ?? '' });
    expect(await count()).toBe(1);
    expect((await board.client.actions.get({ id: action.id })).action.removed).toBeNull();
  });
});

describe('the history of a review', () => {
  it('is said in words, newest first, with everything that belongs to it', async () => {
    const own = await openBoard();
    const type = (await own.client.board.get()).reviewTypes.find(({ code }) => code === 'lcspr-england');
    const review = await own.client.reviews.add({
      reference: 'LCSPR 2026/01',
      reviewTypeId: type?.id ?? '',
      label: 'Baby T',
      notifiedOn: '2026-10-01',
    });
    own.clock.advance(DAY);
    const action = await own.client.actions.add({
      number: '1.1',
      text: 'Brief all teams',
      reviewId: review.id,
      targetDate: '2026-12-31',
    });
    await own.client.actions.changeTarget({
      ids: [action.id],
      targetDate: '2027-03',
      reason: 'Waiting for the inquest',
    });
    const other = await own.client.reviews.add({ reference: 'Other', reviewTypeId: type?.id ?? '' });
    const { entries, total } = await own.client.history.ofReview({ reviewId: review.id });
    expect(total).toBe(3);
    expect(entries.map(({ words }) => words)).toEqual([
      'Changed a target date',
      'Added an action',
      'Recorded a review',
    ]);
    expect(entries[0]).toMatchObject({ actor: 'Board manager', reason: 'Waiting for the inquest', undoRefused: null });
    expect(entries[0]?.changes.find(({ field, table }) => field === 'targetDate' && table === 'actions')).toMatchObject(
      {
        record: 'Action 1.1',
        label: 'Target date',
        old: '31 December 2026',
        new: 'March 2027',
      },
    );
    const first = await own.client.history.ofRecord({ rowId: action.id, field: 'targetDate' });
    expect(first.entries.map(({ changes }) => changes.map((change) => change.new))).toEqual([
      ['March 2027'],
      ['31 December 2026'],
    ]);
    expect(JSON.stringify(entries)).not.toContain(other.id);
    expect(JSON.stringify(entries)).not.toMatch(/"(label|words)":"[a-z]+[A-Z]/);
  });
});
