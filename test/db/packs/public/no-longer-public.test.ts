/** What was public once and is not now: a pack on paper cannot be called back, so none says it again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PackOptionsGiven } from '../../../../db/contract/packs.ts';
import { packOf } from '../../../../db/service/packs.ts';
import { openSharedBoard, type TestBoard, TODAY } from '../../../support/board.ts';

let board: TestBoard & { close(): void };
let reviewId = '';
beforeAll(async () => {
  board = await openSharedBoard();
  const type = (await board.client.board.get()).reviewTypes.find(({ code }) => code === 'learning-review');
  ({ id: reviewId } = await board.client.reviews.add({
    reference: 'LR 2025/07',
    reviewTypeId: type?.id ?? '',
    label: 'Child Q',
  }));
  await board.client.publication.publish({ reviewId, publishedOn: '2025-06-01', place: 'the website' });
  await board.client.releasedTexts.release({ of: { reviewId }, text: 'Quilted evidence' });
});
afterAll(() => board.close());

const OPTIONS: PackOptionsGiven = {
  title: 'Yearly summary',
  body: 'Executive group',
  meetingDate: null,
  purpose: 'information',
  marking: 'OFFICIAL',
  sections: ['cover', 'publication'],
  audience: 'public',
};
const printed = (given: Partial<PackOptionsGiven> = {}): string =>
  JSON.stringify(packOf(board.store, { ...OPTIONS, ...given }));

const stayUntil = (availableUntil: string | null): void => {
  const { id } = board.store.prepare<[], { id: string }>('select id from publications').get() ?? { id: '' };
  board.store.operation({ kind: 'edit-publication' }, (write) => write.update('publications', id, { availableUntil }));
};

describe('a review whose time of publication', () => {
  it.each([
    ['has no end recorded', null, true],
    ['ends on the day of the pack', TODAY, true],
    ['ends in a month that is not over', '2026-11', true],
    ['ended the day before', '2026-11-22', false],
    ['ended in an earlier month', '2026-10', false],
  ])('%s is told: %s', (_, availableUntil, isTold) => {
    stayUntil(availableUntil);
    expect(printed().includes('LR 2025/07')).toBe(isTold);
    expect(printed().includes('Quilted evidence')).toBe(isTold);
  });

  it('is over is counted, and said to be left out', async () => {
    stayUntil('2026-11-22');
    expect(printed()).toContain('Published anonymously, to a limited audience, or for a time that is over');
    const { withheld } = await board.client.packs.preview(OPTIONS);
    expect(withheld).toContainEqual({
      what: '1 review published anonymously, to a limited audience, or for a time that is over',
      why: 'Counted only: it is not public now under the board’s own name.',
      count: 1,
    });
    expect(await board.client.releasedTexts.of({ reviewId })).toMatchObject({ isPublic: false });
    stayUntil(null);
  });
});
