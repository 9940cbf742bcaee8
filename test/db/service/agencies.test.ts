import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listActions } from '../../../db/service/action-list.ts';
import { openBoard, openSharedBoard, refusalOf, TODAY } from '../../support/board.ts';

const nobody = '01a1f83008e07000800000000000abcd'.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');

describe('agencies of the sample board', () => {
  let board: Awaited<ReturnType<typeof openSharedBoard>>;
  beforeAll(async () => {
    board = await openSharedBoard('sample');
  }, 60_000);
  afterAll(() => board.close());

  it('are listed with the figures of the lists behind them', async () => {
    const rows = await board.client.agencies.list();
    const count = (filter: Parameters<typeof listActions>[2]['filter']): number =>
      listActions(board.store, TODAY, { filter, offset: 0, limit: 1 }).total;
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      const agencyId = [row.id];
      const behind = {
        open: count({ agencyId, open: true }),
        overdue: count({ agencyId, overdue: true }),
        noUpdate: count({ agencyId, noUpdate: true }),
        awaitingSignOff: count({ agencyId, awaitingSignOff: true }),
      };
      expect(row, row.name).toMatchObject(behind);
    }
    expect(rows.some((row) => row.reportsDue > 0)).toBe(true);
    expect(rows.some((row) => row.expected > 0 && row.attended > 0)).toBe(true);
  });

  it('say all that concerns one of them, with the names it bore', async () => {
    const rows = await board.client.agencies.list();
    const health = rows.find(({ name }) => name === 'Exampleshire Integrated Care Board');
    expect(health?.formerNames).toEqual([
      'Exampleshire Primary Care Trust',
      'Exampleshire Clinical Commissioning Group',
    ]);
    const detail = await board.client.agencies.get({ id: health?.id ?? '' });
    expect(detail.names.map(({ name }) => name)).toEqual([
      'Exampleshire Primary Care Trust',
      'Exampleshire Clinical Commissioning Group',
      'Exampleshire Integrated Care Board',
    ]);
    expect(detail.figures).toMatchObject({ open: health?.open, overdue: health?.overdue });
    expect(detail.updates.rows.length).toBeLessThanOrEqual(20);
    expect(detail.updates.total).toBeGreaterThanOrEqual(detail.updates.rows.length);
  });

  it('and bodies say what is asked of them, as the lists behind count it', async () => {
    const { bodies } = await board.client.board.get();
    for (const { id } of bodies) {
      // oxlint-disable-next-line no-await-in-loop -- few
      const { asked } = await board.client.agencies.body({ id });
      const filter = { awaitingBodyId: id };
      expect(asked.actions).toBe(listActions(board.store, TODAY, { filter, offset: 0, limit: 1 }).total);
    }
  });
});

describe('an agency', () => {
  it('shows a report under the name it bore when that was requested, and who followed it', async () => {
    const { client } = await openBoard();
    const add = async (table: never, row: object): Promise<string> =>
      (await client.records.add({ table, row: row as never })).id;
    const now = await add('agencies' as never, { name: 'Example Health Trust' });
    const old = await add('agencies' as never, { name: 'Northern Trust' });
    await add('agencyNames' as never, { agencyId: now, name: 'Southern PCT', fromDate: '2006', untilDate: '2013-03' });
    await add('agencySuccessions' as never, { fromAgencyId: old, toAgencyId: now, onDate: '2013-04-01' });
    const typeId = (await client.board.get()).reviewTypes[0]?.id ?? '';
    const review = await client.reviews.add({ reviewTypeId: typeId, reference: 'R1', label: 'Child A' });
    await add('agencyReports' as never, { reviewId: review.id, agencyId: now, requestedOn: '2012-05-01' });
    await add('agencyReports' as never, {
      reviewId: review.id,
      agencyId: now,
      requestedOn: '2026-10-01',
      dueOn: '2026-11-01',
    });
    const detail = await client.agencies.get({ id: now });
    expect(detail.reports.map(({ state, nameThen }) => [state, nameThen])).toEqual([
      ['overdue', null],
      ['due', 'Southern PCT'],
    ]);
    expect(detail.predecessors).toMatchObject([{ other: 'Northern Trust', onDate: '2013-04-01' }]);
    expect((await client.agencies.get({ id: old })).successors).toMatchObject([{ other: 'Example Health Trust' }]);
    const listed = await client.agencies.list();
    expect(listed.find(({ id }) => id === old)?.succeededBy).toBe('Example Health Trust');
    expect(listed.find(({ id }) => id === now)).toMatchObject({ reportsDue: 2, reportsOverdue: 1 });
  });

  it('that there is not is refused, and so is a name that ends before it begins', async () => {
    const { client } = await openBoard();
    expect(await refusalOf(client.agencies.get({ id: nobody }))).toMatchObject({ code: 'not-found' });
    expect(await refusalOf(client.agencies.body({ id: nobody }))).toMatchObject({ code: 'not-found' });
    const { id: agencyId } = await client.records.add({ table: 'agencies', row: { name: 'A' } });
    expect(
      await refusalOf(
        client.records.add({
          table: 'agencyNames',
          row: { agencyId, name: 'B', fromDate: '2013', untilDate: '2012' },
        }),
      ),
    ).toMatchObject({ code: 'bad-input', details: { field: 'untilDate' } });
  });
});
