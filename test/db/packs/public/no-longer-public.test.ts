/** What was public once and is not now: a pack on paper cannot be called back, so none says it again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PackOptionsGiven } from '../../../../db/contract/packs.ts';
import type { SavedDocument } from '../../../../db/contract/pack-register.ts';
import { packOf } from '../../../../db/service/packs.ts';
import {
  DAY,
  openBoard,
  openSharedBoard,
  type Refusal,
  refusalOf,
  type TestBoard,
  TODAY,
} from '../../../support/board.ts';

/** A board with one published review, about which words are released. */
const publish = async (board: TestBoard): Promise<string> => {
  const type = (await board.client.board.get()).reviewTypes.find(({ code }) => code === 'learning-review');
  const { id: reviewId } = await board.client.reviews.add({
    reference: 'LR 2025/07',
    reviewTypeId: type?.id ?? '',
    label: 'Child Q',
  });
  await board.client.publication.publish({
    reviewId,
    publishedOn: '2026-06-01',
    place: 'the website',
    availableUntil: '2027-06-01',
  });
  await board.client.releasedTexts.release({ of: { reviewId }, text: 'Quilted evidence' });
  return reviewId;
};

const OPTIONS: PackOptionsGiven = {
  title: 'Yearly summary',
  body: 'Executive group',
  meetingDate: null,
  purpose: 'information',
  marking: 'OFFICIAL',
  sections: ['cover', 'publication'],
  audience: 'public',
};
const printed = ({ session }: TestBoard, given: Partial<PackOptionsGiven> = {}): string =>
  JSON.stringify(packOf(session.store, { ...OPTIONS, ...given }));

describe('a review whose time of publication', () => {
  let board: TestBoard & { close(): void };
  let reviewId = '';
  beforeAll(async () => {
    board = await openSharedBoard();
    reviewId = await publish(board);
  });
  afterAll(() => board.close());

  const stayUntil = (availableUntil: string | null): void => {
    const { id } = board.store.prepare<[], { id: string }>('select id from publications').get() ?? { id: '' };
    board.store.operation({ kind: 'edit-publication' }, (write) =>
      write.update('publications', id, { availableUntil }),
    );
  };

  it.each([
    ['has no end recorded', null, true],
    ['ends on the day of the pack', TODAY, true],
    ['ends in a month that is not over', '2026-11', true],
    ['ended the day before', '2026-11-22', false],
    ['ended in an earlier month', '2026-10', false],
  ])('%s is told: %s', (_, availableUntil, isTold) => {
    stayUntil(availableUntil);
    expect(printed(board).includes('LR 2025/07')).toBe(isTold);
    expect(printed(board).includes('Quilted evidence')).toBe(isTold);
  });

  it('is over is counted, and said to be left out', async () => {
    stayUntil('2026-11-22');
    expect(printed(board)).toContain('Published anonymously, to a limited audience, or for a time that is over');
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

type Change = (board: TestBoard, reviewId: string) => Promise<unknown>;

const releasedId = async ({ client }: TestBoard, reviewId: string): Promise<string> =>
  (await client.releasedTexts.of({ reviewId })).released?.id ?? '';

const CHANGES: readonly (readonly [name: string, change: Change, told: string])[] = [
  [
    'words were withdrawn',
    async (board, id) => board.client.releasedTexts.withdraw({ id: await releasedId(board, id) }),
    '1 released text would',
  ],
  [
    'words were edited',
    async (board, id) =>
      board.client.releasedTexts.edit({
        id: await releasedId(board, id),
        was: 'Quilted evidence',
        text: 'Other words',
      }),
    '1 released text would',
  ],
  [
    'a report was taken down',
    (board, reviewId) => board.client.publication.takeDown({ reviewId, takenDownOn: TODAY, note: '' }),
    '1 report and 1 released text would',
  ],
  [
    'a report was passed on anonymously',
    (board, reviewId) => board.client.publication.decide({ reviewId, decision: 'anonymous-nspcc', decidedOn: TODAY }),
    '1 report and 1 released text would',
  ],
  [
    'a review was removed',
    (board, id) => board.client.records.remove({ table: 'reviews', id }),
    '1 report and 1 released text would',
  ],
  [
    'a reference was put right',
    (board, id) =>
      board.client.records.edit({
        table: 'reviews',
        id,
        was: { reference: 'LR 2025/07' },
        now: { reference: 'LR 2025/08' },
      }),
    '1 reference, title or place would',
  ],
];

describe('a public pack as at a past day', () => {
  const refusal = (board: TestBoard, given: Partial<PackOptionsGiven> = {}): Promise<Refusal> =>
    refusalOf(() => printed(board, given));

  it('tells what was public then and is public now', async () => {
    const board = await openBoard();
    await publish(board);
    board.clock.advance(3 * DAY);
    await board.client.reviews.add({
      reference: 'LR 2025/09',
      reviewTypeId: (await board.client.board.get()).reviewTypes[0]?.id ?? '',
      label: 'Baby Z',
    });
    expect(printed(board, { asAt: TODAY })).toContain('Quilted evidence');
    expect((await refusal(board, { asAt: TODAY, title: 'About Baby Z' })).details.problem).toContain('“Baby Z”');
  });

  it.each(CHANGES)(
    'is refused once %s, with what to do; so is one made while that day is looked at',
    async (...row) => {
      const [, change, told] = row;
      const board = await openBoard();
      const reviewId = await publish(board);
      board.clock.advance(3 * DAY);
      await change(board, reviewId);
      const expected = {
        code: 'bad-input',
        details: {
          field: 'asAt',
          problem: expect.stringContaining(told),
          advice: expect.stringContaining('as at today'),
        },
      };
      expect(await refusal(board, { asAt: TODAY })).toMatchObject(expected);
      expect(printed(board, { asAt: TODAY, audience: 'board' })).toContain('LR 2025/0');
      for await (const _ of await board.client.asAt.look({ on: TODAY }));
      expect(await refusal(board)).toMatchObject(expected);
      expect(await refusalOf(board.client.packs.preview(OPTIONS))).toMatchObject(expected);
    },
  );

  it('that was issued is made again byte for byte, whatever became of its words', async () => {
    const board = await openBoard();
    const reviewId = await publish(board);
    board.clock.advance(3 * DAY);
    const options = { ...OPTIONS, asAt: TODAY };
    const documents: SavedDocument[] = [];
    for await (const { file } of await board.client.packs.write({ options, format: 'json' })) {
      if (file === null) continue;
      const { base64: _, name: fileName, ...written } = file;
      documents.push({ ...written, format: 'json', fileName });
    }
    const { id: packId } = await board.client.packRegister.issue({ options, documents });
    await board.client.releasedTexts.withdraw({ id: await releasedId(board, reviewId) });
    expect((await refusal(board, { asAt: TODAY })).code).toBe('bad-input');
    for await (const { file } of await board.client.packRegister.again({ packId, format: 'json' }))
      if (file !== null) expect(file.verdict).toBe('same');
  });
});
