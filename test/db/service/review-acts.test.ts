import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewTypeCode, StageKind } from '../../../db/domain/codes.ts';
import { openBoard, openSharedBoard, refusalOf, TODAY } from '../../support/board.ts';

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
const reference = (): string => `A ${++references}`;
const add = async (code: ReviewTypeCode, fields: object = {}) =>
  (await board.client.reviews.add({ reference: reference(), reviewTypeId: (await typeOf(code)).id, ...fields })).id;
const get = (id: string) => board.client.reviews.get({ id });
const agency = async (name: string) =>
  (
    await board.client.records.add({
      table: 'agencies',
      row: { name, shortName: '', sector: '', contactPost: '', contactAddress: '', outsideArea: 0, note: '' },
    })
  ).id;
const stageKindOf = async (id: string): Promise<StageKind | undefined> => {
  const { review } = await get(id);
  const types = (await board.client.board.get()).reviewTypes;
  return types.flatMap(({ stages }) => stages).find((stage) => stage.id === review.stageId)?.kind;
};

describe('converting a review', () => {
  it('records the review that it became, of the same case, each showing the other, with one undo', async () => {
    const id = await add('rapid-review-england', { label: 'Baby T', notifiedOn: '2026-10-01', ownerPost: 'Manager' });
    await board.client.records.edit({ table: 'reviews', id, was: { trigger: '' }, now: { trigger: 'An injury' } });
    const lcspr = await typeOf('lcspr-england');
    const converted = await board.client.reviews.convert({
      id,
      reviewTypeId: lcspr.id,
      reference: reference(),
      initiatedOn: '2026-10-20',
    });
    const [before, after] = [await get(id), await get(converted.id)];
    expect(after.review).toMatchObject({
      convertedFromReviewId: id,
      caseId: before.review.caseId,
      trigger: 'An injury',
      ownerPost: 'Manager',
    });
    expect(after.milestones).toMatchObject([{ kind: 'initiated', date: '2026-10-20' }]);
    expect(after.clocks.some(({ runsFrom, dueOn }) => runsFrom === 'initiated' && dueOn !== null)).toBe(true);
    expect(before.siblings).toMatchObject([{ id: converted.id, convertedFromReviewId: id }]);
    expect(after.siblings).toMatchObject([{ id, convertedFromReviewId: null }]);
    expect(await board.client.reviews.conversions()).toEqual({
      total: 1,
      rows: [
        expect.objectContaining({ year: '2026', fromTypeId: before.review.reviewTypeId, toTypeId: lcspr.id, count: 1 }),
      ],
    });
    expect((await board.client.reviews.list({ filter: { converted: true } })).total).toBe(1);
    await board.client.history.undo({ operationId: converted.operationId ?? '' });
    expect((await board.client.reviews.conversions()).total).toBe(0);
  });

  it('needs another type and a reference of its own', async () => {
    const id = await add('rapid-review-england');
    const { review } = await get(id);
    const convert = (fields: object) =>
      refusalOf(
        board.client.reviews.convert({ id, reviewTypeId: review.reviewTypeId, reference: reference(), ...fields }),
      );
    expect((await convert({})).details.field).toBe('reviewTypeId');
    const reviewTypeId = (await typeOf('lcspr-england')).id;
    expect((await convert({ reviewTypeId, reference: review.reference })).code).toBe('bad-input');
  });
});

describe('deciding whether to proceed', () => {
  it('records a decision not to, with its reasons and who was told, and ends the review’s course in the same act', async () => {
    const id = await add('rapid-review-england', { notifiedOn: '2026-10-01' });
    const { operationId } = await board.client.reviews.decideProceed({
      id,
      decision: 'do-not-proceed',
      decidedOn: '2026-10-12',
      decidedBy: 'The safeguarding partners',
      reasons: 'Nothing further would be learnt',
      told: 'National Panel',
      toldOn: '2026-10-14',
    });
    expect((await get(id)).proceedDecisions).toMatchObject([{ decision: 'do-not-proceed', told: 'National Panel' }]);
    expect(await stageKindOf(id)).toBe('not-proceeding');
    await board.client.history.undo({ operationId: operationId ?? '' });
    expect((await get(id)).proceedDecisions).toEqual([]);
    expect(await stageKindOf(id)).toBe('referral');
  });

  it('stops the clock for telling others of it on the day they were told', async () => {
    const id = await add('scr-england', { notifiedOn: '2015-03-02' });
    await board.client.records.add({
      table: 'clocks',
      row: {
        reviewId: id,
        name: 'Panel told',
        runsFrom: 'decided-not-to-proceed',
        stopsAt: 'panel-told-of-decision',
        length: 14,
        unit: 'calendar-days',
      },
    });
    await board.client.reviews.decideProceed({
      id,
      decision: 'do-not-proceed',
      decidedOn: '2015-04-01',
      reasons: 'Below the threshold',
      toldOn: '2015-04-10',
    });
    const clock = (await get(id)).clocks.find(({ name }) => name === 'Panel told');
    expect(clock).toMatchObject({ state: 'met', stoppedOn: '2015-04-10', dueOn: '2015-04-15' });
  });

  it.each([
    [{ decision: 'do-not-proceed', reasons: ' ' }, 'reasons'],
    [{ decision: 'proceed', decidedOn: '2026-10-12', toldOn: '2026-10-11' }, 'toldOn'],
    [{ decision: 'proceed', decidedOn: '2026-02-31' }, 'decidedOn'],
  ] as const)('refuses %j, naming the field', async (fields, field) => {
    const id = await add('rapid-review-england');
    expect((await refusalOf(board.client.reviews.decideProceed({ id, ...fields }))).details.field).toBe(field);
    expect((await get(id)).proceedDecisions).toEqual([]);
  });

  it('to proceed moves on a review that was being decided, and leaves one that is further', async () => {
    const id = await add('lcspr-england');
    await board.client.reviews.decideProceed({ id, decision: 'proceed', decidedOn: '2026-10-12' });
    expect(await stageKindOf(id)).toBe('in-progress');
    const { stages } = await typeOf('lcspr-england');
    const complete = stages.find(({ kind }) => kind === 'complete')?.id ?? '';
    await board.client.reviews.moveStage({ id, stageId: complete });
    await board.client.reviews.decideProceed({ id, decision: 'proceed' });
    expect(await stageKindOf(id)).toBe('complete');
  });
});

describe('agency reports and the draft', () => {
  it('are asked for from several agencies in one act, with one due date, and each agency once', async () => {
    const id = await add('lcspr-england');
    const agencyIds = [await agency('Exampleshire Hospital'), await agency('Exampleshire Police')];
    const ask = (ids: readonly string[], fields: object = {}) =>
      board.client.reviews.requestAgencyReports({
        id,
        agencyIds: [...ids],
        requestedOn: '2026-11-01',
        dueOn: '2026-12-01',
        ...fields,
      });
    const { changed, operationId } = await ask(agencyIds);
    expect(changed).toBe(2);
    expect((await get(id)).agencyReports).toMatchObject([{ dueOn: '2026-12-01' }, { dueOn: '2026-12-01' }]);
    const refused = await refusalOf(ask(agencyIds.slice(0, 1)));
    expect([refused.details.field, refused.details.problem]).toEqual([
      'agencyIds',
      expect.stringContaining('Exampleshire Hospital'),
    ]);
    await board.client.history.undo({ operationId: operationId ?? '' });
    expect((await get(id)).agencyReports).toEqual([]);
    expect((await refusalOf(ask(agencyIds, { dueOn: '2026-10-31' }))).details.field).toBe('dueOn');
    expect((await refusalOf(ask([]))).code).toBe('bad-input');
  });

  it('a draft goes out in numbered rounds', async () => {
    const id = await add('lcspr-england');
    const agencyIds = [await agency('Health visiting'), await agency('Probation')];
    const send = () =>
      board.client.reviews.sendForAccuracy({ id, agencyIds, sentOn: '2026-11-01', dueOn: '2026-11-15' });
    expect([(await send()).round, (await send()).round]).toEqual([1, 2]);
    expect((await get(id)).accuracyRounds.map(({ round }) => round)).toEqual([1, 1, 2, 2]);
  });
});

describe('closing a review', () => {
  it('asks for a reason while something is open, dates it, and is one undo', async () => {
    const id = await add('lcspr-england');
    expect((await refusalOf(board.client.reviews.close({ id, closedOn: TODAY }))).details).toMatchObject({
      field: 'reason',
      problem: expect.stringContaining('publication'),
    });
    const { operationId } = await board.client.reviews.close({ id, closedOn: TODAY, reason: 'Merged into another' });
    expect(await stageKindOf(id)).toBe('closed');
    expect((await get(id)).milestones).toMatchObject([{ kind: 'closed', date: TODAY }]);
    expect((await refusalOf(board.client.reviews.close({ id, closedOn: TODAY, reason: 'Again' }))).code).toBe(
      'not-allowed',
    );
    await board.client.history.undo({ operationId: operationId ?? '' });
    expect((await get(id)).milestones).toEqual([]);
  });

  it('refuses a day that has not come', async () => {
    const id = await add('lcspr-england');
    expect(
      (await refusalOf(board.client.reviews.close({ id, closedOn: '2027-01-01', reason: 'x' }))).details.field,
    ).toBe('closedOn');
  });
});

describe('retention', () => {
  it('on legal hold a review is not removed, nor by undoing what made it; lifted, it can be', async () => {
    const made = await board.client.reviews.add({
      reference: reference(),
      reviewTypeId: (await typeOf('lcspr-england')).id,
    });
    const { id } = made;
    for (const of of ['review', 'case'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await board.client.reviews.hold({ id, of, isHeld: true, reason: 'Asked for by the coroner' });
      const tries = [
        board.client.reviews.remove({ id, reason: 'Wrong' }),
        board.client.records.remove({ table: 'reviews', id }),
        board.client.history.undo({ operationId: made.operationId ?? '' }),
      ];
      for (const attempt of tries) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const { code, details } = await refusalOf(attempt);
        expect([code, details.why]).toEqual(['not-allowed', expect.stringContaining('Asked for by the coroner')]);
      }
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await board.client.reviews.list({ filter: { legalHold: true } })).total).toBe(1);
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await board.client.reviews.hold({ id, of, isHeld: false, reason: 'The inquest is over' });
    }
    await board.client.reviews.remove({ id, reason: 'Recorded twice' });
    expect((await get(id)).review.removed).not.toBeNull();
  });

  it('a hold has a reason, however it is set', async () => {
    const id = await add('lcspr-england');
    const set = board.client.records.edit({ table: 'reviews', id, was: { legalHold: 0 }, now: { legalHold: 1 } });
    expect((await refusalOf(set)).details.field).toBe('legalHoldReason');
    expect((await refusalOf(board.client.reviews.hold({ id, of: 'review', isHeld: true, reason: ' ' }))).code).toBe(
      'bad-input',
    );
  });

  it('the list finds what is due to be looked at again, by the review or its case', async () => {
    const own = await openBoard();
    const reviewTypeId = (await own.client.board.get()).reviewTypes[0]?.id ?? '';
    const due = async () =>
      (await own.client.reviews.list({ filter: { retentionDue: true } })).rows.map((row) => row.reference);
    const made = await own.client.reviews.add({ reference: 'One', reviewTypeId });
    const other = await own.client.reviews.add({ reference: 'Two', reviewTypeId });
    await own.client.reviews.add({ reference: 'Three', reviewTypeId });
    const edit = (table: 'reviews' | 'cases', id: string, to: string) =>
      own.client.records.edit({ table, id, was: { retentionReviewOn: null }, now: { retentionReviewOn: to } });
    await edit('reviews', made.id, TODAY);
    await edit('cases', (await own.client.reviews.get({ id: other.id })).case.id, '2026-11');
    expect((await due()).toSorted()).toEqual(['One', 'Two']);
  });
});

describe('the stage board', () => {
  it('counts and pages each column in the database, with the same filters as the list', async () => {
    const own = await openBoard('sample');
    const { client } = own;
    for (const filter of [
      {},
      { late: true },
      { live: true },
      { publication: ['delayed' as const] },
      { find: '2025' },
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const [list, board] = [
        await client.reviews.list({ filter, limit: 1000 }),
        await client.reviews.stageCounts({ filter }),
      ];
      expect([board.total, board.of]).toEqual([list.total, list.of]);
      for (const { stageKind, count, late } of board.counts) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const column = await client.reviews.stageColumn({ filter, stageKind, limit: 1000 });
        const rows = list.rows.filter((row) => row.stageKind === stageKind);
        expect([column.total, count, late]).toEqual([rows.length, rows.length, rows.filter((row) => row.late).length]);
        const facts = ({
          id,
          nextClock,
          nextDueOn,
          late: isLate,
          overdueActions,
        }: (typeof rows)[number] | (typeof column.rows)[number]) =>
          JSON.stringify([id, nextClock, nextDueOn, isLate, overdueActions]);
        expect(column.rows.map(facts).toSorted()).toEqual(rows.map(facts).toSorted());
      }
    }
    const all = await client.reviews.stageColumn({ filter: {}, stageKind: 'in-progress', limit: 1000 });
    const paged = await client.reviews.stageColumn({ filter: {}, stageKind: 'in-progress', offset: 1, limit: 1 });
    expect(paged.rows).toEqual(all.rows.slice(1, 2));
  });
});
