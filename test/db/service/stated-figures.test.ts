import { describe, expect, it } from 'vitest';
import { STATED_MEASURES, type StatedMeasure } from '../../../db/domain/stated-figures.ts';
import { computedFigure } from '../../../db/service/stated-figures.ts';
import { openBoard, TODAY } from '../../support/board.ts';

describe('a stated figure', () => {
  it('stands beside what is counted, of the board or of its own review, and is never corrected', async () => {
    const board = await openBoard();
    const type = (await board.client.board.get()).reviewTypes.find(({ code }) => code === 'lcspr-england');
    const review = { reference: 'LCSPR 2026/01', reviewTypeId: type?.id ?? '', notifiedOn: '2026-10-01' };
    const { id: reviewId } = await board.client.reviews.add(review);
    const other = await board.client.reviews.add({ ...review, reference: 'LCSPR 2026/02' });
    // oxlint-disable-next-line no-await-in-loop -- one after another
    for (const [number, of] of [
      ['1', reviewId],
      ['2', reviewId],
      ['3', other.id],
    ] as const)
      await board.client.actions.add({ number, text: 'Brief all teams', reviewId: of });
    const add = (row: object) =>
      board.client.records.add({
        table: 'statedFigures',
        row: { statement: 'As it says', source: 'A paper', ...row },
      });
    await add({ stated: 2, unit: 'actions', measure: 'actions-of-the-review', reviewId, position: 0 });
    await add({ stated: 2, unit: 'actions', measure: 'actions', reviewId, position: 1 });
    await add({ stated: 2, unit: 'actions', measure: 'actions-of-the-review', position: 2 });
    await add({ stated: 2, unit: 'reviews', measure: 'reviews', position: 3 });
    const { rows, differing } = await board.client.statedFigures.list({});
    expect(rows.map(({ stated, computed, differs, words }) => [stated, computed, differs, words])).toEqual([
      [2, 2, false, '2 actions'],
      [2, 3, true, '3 actions: differs from the 2 stated'],
      [2, null, false, 'Not counted by the register'],
      [2, 2, false, '2 reviews'],
    ]);
    expect(differing).toBe(1);
    expect(rows.map(({ reference }) => reference)).toEqual(['LCSPR 2026/01', 'LCSPR 2026/01', null, null]);
    expect((await board.client.statedFigures.list({ reviewId })).rows).toHaveLength(2);
  });

  it('can stand beside every count there is', async () => {
    const board = await openBoard('sample');
    const reviewId = board.store.prepare<[], { id: string }>('select id from reviews limit 1').get()?.id ?? '';
    for (const measure of Object.keys(STATED_MEASURES) as StatedMeasure[])
      expect(computedFigure(board.store, TODAY, measure, reviewId), measure).toBeGreaterThanOrEqual(0);
  });
});
