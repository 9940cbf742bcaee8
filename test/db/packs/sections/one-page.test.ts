import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PACK_SECTIONS } from '../../../../db/contract/packs.ts';
import type { PackBlock } from '../../../../db/packs/model.ts';
import { openSharedBoard, type TestBoard } from '../../../support/board.ts';
import { figuresOf, printSections, rowsOf } from './printed-sections.ts';

describe('on one page', () => {
  let board: TestBoard & { close(): void };
  beforeAll(async () => {
    board = await openSharedBoard('sample');
  });
  afterAll(() => board.close());

  const pageOf = (sections: Parameters<typeof printSections>[1]): readonly PackBlock[] =>
    printSections(board, sections).sections.find(({ id }) => id === 'one-page')?.blocks ?? [];

  test('the figures stand first, and nothing is as long or as wide as a table', () => {
    const blocks = pageOf(PACK_SECTIONS);
    expect(blocks[0]?.kind).toBe('figures');
    expect(blocks.map(({ kind }) => kind)).not.toContain('table');
    expect(blocks.map(({ kind }) => kind)).not.toContain('chart');
    for (const block of blocks) if (block.kind === 'list') expect(block.items.length).toBeLessThanOrEqual(6);
  });

  test('no section is named that is not in the pack', () => {
    expect(JSON.stringify(pageOf(PACK_SECTIONS))).toContain('more: see “Exceptions”.');
    const alone = JSON.stringify(pageOf(['one-page']));
    expect(alone).toMatch(/And \d+ more\./);
    expect(alone).not.toContain('see “');
  });

  test('statements are made once: here where the pack has no section that makes them', () => {
    const said = 'is to be handed over to the North Exampleshire';
    expect(JSON.stringify(pageOf(['one-page']))).toContain(said);
    const both = JSON.stringify(printSections(board, ['one-page', 'live-reviews']));
    expect(both.split(said)).toHaveLength(2);
  });

  test('live reviews are those of the section “Live reviews” and those led elsewhere', () => {
    const pack = printSections(board, ['one-page', 'live-reviews', 'elsewhere']);
    const own = rowsOf(pack, 'live-reviews').length;
    const elsewhere = rowsOf(pack, 'reviews-led-elsewhere').length;
    expect(elsewhere).toBeGreaterThan(0);
    expect(figuresOf(pack)['Reviews that are live']?.[0]).toBe(own + elsewhere);
    expect(JSON.stringify(pack.sections[0])).toContain(`${elsewhere} led elsewhere`);
  });
});
