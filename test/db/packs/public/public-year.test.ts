/** The year in a public pack and in the board's own: two reports on one year must not disagree. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { packOptions, type PackOptions } from '../../../../db/contract/packs.ts';
import type { Pack } from '../../../../db/packs/model.ts';
import { readPublic } from '../../../../db/packs/public/public-reading.ts';
import { todayOf } from '../../../../db/service/context.ts';
import { packOf } from '../../../../db/service/packs.ts';
import type { Store } from '../../../../db/store/store.ts';
import { buildStaffordshire2018 } from '../../../fixtures/public-cases/staffordshire-2018-19.ts';
import { openBoard } from '../../../support/board.ts';

const optionsFor = (audience: 'public' | 'board', from: number): PackOptions =>
  packOptions.parse({
    title: 'Annual report',
    body: 'Executive group',
    meetingDate: null,
    purpose: 'information',
    marking: 'OFFICIAL',
    sections: ['annual-figures'],
    audience,
    year: { from: `${from}-04-01`, until: `${from + 1}-03-31` },
  });

const tableOf = (pack: Pack, id: string): readonly (readonly string[])[] => {
  const found = pack.sections
    .flatMap(({ blocks }) => blocks)
    .find((block) => block.kind === 'table' && block.id === id);
  return found?.kind === 'table' ? found.rows.map((row) => row.map(({ text }) => text)) : [];
};

/** Begun and completed: as the public pack counts them before small counts are withheld, and as the board's own prints them. */
const bothOf = (store: Store, from: number) => {
  const { counts } = readPublic({
    reader: store,
    dataAsAt: todayOf(store),
    options: optionsFor('public', from),
    now: null,
  });
  const [, began = '', completed = ''] =
    tableOf(packOf(store, optionsFor('board', from)), 'annual-reviews-by-type').at(-1) ?? [];
  return {
    inPublic: [counts.begunInYear.value, counts.completedInYear.value],
    inBoard: [Number(began), Number(completed)],
  };
};

const YEARS = Array.from({ length: 18 }, (_, at) => 2009 + at);

const expectTheSame = (store: Store): void => {
  const both = YEARS.map((from) => bothOf(store, from));
  expect(both.map(({ inPublic }) => inPublic)).toEqual(both.map(({ inBoard }) => inBoard));
};

describe('the figures of a year in a public pack', () => {
  it('are those of the board, on the sample board, for reviews of others and for years known roughly', async () => {
    const { store, client } = await openBoard('sample');
    expectTheSame(store);
    const type = (await client.board.get()).reviewTypes.find(({ code }) => code === 'learning-review');
    const add = async (reference: string, notifiedOn: string, more: object = {}): Promise<void> => {
      const { id } = await client.reviews.add({ reference, reviewTypeId: type?.id ?? '', notifiedOn });
      store.operation({ kind: 'import' }, (write) => write.update('reviews', id, more));
    };
    await add('LR 1', '2024');
    await add('LR 2', '2024-06');
    await add('LR 3', '2024-06-01', { lead: 'led-elsewhere' });
    await add('LR 4', '2026-12-30');
    expectTheSame(store);
    expect(bothOf(store, 2024).inPublic[0]).toBe(2);
    const [, , published] = tableOf(packOf(store, optionsFor('public', 2025)), 'public-year');
    expect(published?.[1]).toBe(
      tableOf(packOf(store, optionsFor('board', 2025)), 'annual-reviews-by-type').at(-1)?.[4],
    );
  });

  it('are those of the board, on the board of a published annual report', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'public-year-'));
    const { session, store } = await buildStaffordshire2018(path.join(folder, 'board'));
    onTestFinished(() => {
      session.close();
      rmSync(folder, { recursive: true, force: true });
    });
    expectTheSame(store);
  });
});
