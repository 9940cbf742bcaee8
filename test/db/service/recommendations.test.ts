import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSharedBoard, refusalOf } from '../../support/board.ts';

let board: Awaited<ReturnType<typeof openSharedBoard>>;
let agencyId: string;
let otherAgencyId: string;
let themeId: string;
let reportId: string;
beforeAll(async () => {
  board = await openSharedBoard();
  const { client } = board;
  agencyId = (await client.records.add({ table: 'agencies', row: { name: 'Police' } })).id;
  otherAgencyId = (await client.records.add({ table: 'agencies', row: { name: 'Health' } })).id;
  themeId = (await client.board.get()).themes[0]?.id ?? '';
}, 60_000);
afterAll(() => board.close());
beforeEach(async () => {
  const row = {
    reference: 'National report',
    title: 'A review of reviews',
    receivedOn: '2026-03-01',
    recommendationCount: 58,
  };
  reportId = (await board.client.records.add({ table: 'externalReports', row })).id;
});

const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ number: `${at + 1}`, text: `Do ${at + 1}` }));
const addMany = (count: number) =>
  board.client.recommendations.addMany({ externalReportId: reportId, scope: 'national', lines: lines(count) });
const read = () => board.client.externalReports.get({ id: reportId });
const ids = async () => (await read()).recommendations.map(({ id }) => id);

describe('recommendations of a report', () => {
  it('are added many at once, in order, as one operation that is undone as one', async () => {
    const done = await addMany(58);
    expect(done).toMatchObject({ changed: 58, refused: [] });
    const { recommendations, report } = await read();
    expect(recommendations.map(({ number }) => number)).toEqual(lines(58).map(({ number }) => number));
    expect(recommendations[0]).toMatchObject({ scope: 'national', reviewId: null });
    expect(report).toMatchObject({ held: 58, recommendationCount: 58, unanswered: 58 });
    await board.client.history.undo({ operationId: done.operationId ?? '' });
    expect((await read()).recommendations).toEqual([]);
  });

  it('leave a number alone that is there already, and say so', async () => {
    await addMany(2);
    const more = [
      { number: '2', text: 'Again' },
      { number: '3', text: 'New' },
      { number: '3', text: 'Twice' },
    ];
    const done = await board.client.recommendations.addMany({ externalReportId: reportId, lines: more });
    expect(done).toMatchObject({ changed: 1, refused: [{ number: '2' }, { number: '3' }] });
    expect((await read()).recommendations.map(({ text }) => text)).toEqual(['Do 1', 'Do 2', 'New']);
  });

  it('need one source that stands', async () => {
    expect((await refusalOf(board.client.recommendations.addMany({ lines: lines(1) }))).code).toBe('bad-input');
    await board.client.records.remove({ table: 'externalReports', id: reportId });
    expect((await refusalOf(addMany(1))).code).toBe('not-found');
  });

  it('are answered by an agency, several at once; answering again changes the answer', async () => {
    await addMany(3);
    const all = await ids();
    const answer = { agencyId, response: 'accepted', respondedOn: '2026-04' } as const;
    expect(await board.client.recommendations.respond({ ids: all, ...answer })).toMatchObject({ changed: 3 });
    expect(await board.client.recommendations.respond({ ids: all, ...answer })).toMatchObject({
      changed: 0,
      operationId: null,
    });
    const [first = ''] = all;
    await board.client.recommendations.respond({
      ids: [first],
      agencyId,
      response: 'rejected',
      rationale: 'It is done by the region',
    });
    await board.client.recommendations.respond({ ids: [first], agencyId: otherAgencyId, response: null });
    const { recommendations, report } = await read();
    expect(recommendations[0]?.responses).toMatchObject([
      { agency: 'Health', response: null },
      { agency: 'Police', response: 'rejected', rationale: 'It is done by the region', respondedOn: null },
    ]);
    expect(report.responses).toEqual({ asked: 4, accepted: 2, partlyAccepted: 0, rejected: 1, notAnswered: 1 });
  });

  it('are not rejected without a rationale, whichever way the answer comes', async () => {
    await addMany(1);
    const [recommendationId = ''] = await ids();
    const bare = { agencyId, response: 'rejected', rationale: ' ' } as const;
    const refusals = [
      await refusalOf(board.client.recommendations.respond({ ids: [recommendationId], ...bare })),
      await refusalOf(
        board.client.records.add({ table: 'recommendationResponses', row: { recommendationId, ...bare } }),
      ),
    ];
    const { id } = await board.client.records.add({
      table: 'recommendationResponses',
      row: { recommendationId, agencyId, response: 'accepted' },
    });
    const edit = {
      table: 'recommendationResponses',
      id,
      was: { response: 'accepted' },
      now: { response: 'rejected' },
    } as const;
    refusals.push(await refusalOf(board.client.records.edit(edit)));
    expect(refusals.map(({ code, details }) => [code, details.field])).toEqual(
      Array.from({ length: 3 }, () => ['bad-input', 'rationale']),
    );
    expect((await read()).recommendations[0]?.responses).toMatchObject([{ response: 'accepted' }]);
  });

  it('are marked as in place and filed under themes, several at once', async () => {
    await addMany(3);
    const [one = '', two = ''] = await ids();
    await board.client.recommendations.markInPlace({ ids: [one, two], alreadyInPlace: 1, note: 'The 2024 policy' });
    await board.client.recommendations.addThemes({ ids: [one, two], themeIds: [themeId] });
    const { recommendations, report } = await read();
    expect(recommendations[0]).toMatchObject({ alreadyInPlace: 1, alreadyInPlaceNote: 'The 2024 policy' });
    expect(recommendations[1]?.themes).toMatchObject([{ themeId }]);
    expect(report).toMatchObject({ alreadyInPlace: 2, unanswered: 1 });
    const again = await board.client.recommendations.addThemes({ ids: [one], themeIds: [themeId] });
    expect(again).toMatchObject({ changed: 0, refused: [{ why: 'It is filed under these themes already.' }] });
  });
});

describe('a report that the board answers', () => {
  it('counts its actions with numerator and denominator, without those that were set aside', async () => {
    await addMany(2);
    const [recommendationId = ''] = await ids();
    const add = async (number: string, state: string): Promise<void> => {
      const { id } = await board.client.actions.add({
        number,
        text: 'Do it',
        recommendationId,
        targetDate: '2026-10-01',
      });
      board.store.operation({ kind: 'import' }, (write) => write.update('actions', id, { state }));
    };
    await add('1.1', 'signed-off');
    await add('1.2', 'in-progress');
    await add('1.3', 'superseded');
    const { rows } = await board.client.externalReports.list();
    expect(rows.find(({ id }) => id === reportId)).toMatchObject({
      actions: 2,
      complete: 1,
      overdue: 1,
      unanswered: 1,
      plan: expect.stringMatching(/^Awaiting/) as unknown,
    });
    expect((await read()).recommendations[0]?.actions).toHaveLength(3);
  });

  it('has its plan approved here', async () => {
    await addMany(1);
    const { ladder } = await read();
    for (const { bodyId, kind } of ladder.steps) {
      // oxlint-disable-next-line no-await-in-loop -- one step of the ladder after the other
      await board.client.approvals.record({
        appliesTo: 'plan',
        externalReportId: reportId,
        bodyId,
        kind: kind as 'endorsed',
        date: '2026-05-01',
      });
    }
    const { approvals, report } = await read();
    expect(approvals).toHaveLength(ladder.steps.length);
    expect(report.planIsAgreed).toBe(true);
  });

  it('that asks nothing has no plan to agree', async () => {
    const row = { reference: 'Inspection', title: 'Nothing asked' };
    const { id } = await board.client.records.add({ table: 'externalReports', row });
    expect((await board.client.externalReports.get({ id })).report).toMatchObject({ plan: '', planIsAgreed: false });
  });

  it('says what is odd: more held than stated, answers before it came', async () => {
    const edit = {
      table: 'externalReports',
      id: reportId,
      was: { recommendationCount: 58 },
      now: { recommendationCount: 1 },
    } as const;
    await board.client.records.edit(edit);
    await addMany(2);
    await board.client.recommendations.respond({
      ids: await ids(),
      agencyId,
      response: 'accepted',
      respondedOn: '2026-02',
    });
    expect((await read()).oddities).toEqual([
      'The report states 1 recommendation; 2 are on the register.',
      '2 answers are dated before the report came (1 March 2026); the first is that of Police, February 2026.',
    ]);
  });

  it('is not found when there is none', async () => {
    expect((await refusalOf(board.client.externalReports.get({ id: agencyId }))).code).toBe('not-found');
  });
});
