import { describe, expect, it } from 'vitest';
import { packBlock } from '../../../db/contract/packs.ts';
import type { PackBlock } from '../../../db/packs/model.ts';
import { shownBlock } from '../../../db/service/shown-blocks.ts';

const table = (rows: number): PackBlock => ({
  kind: 'table',
  id: 'numbers',
  caption: 'Numbers',
  columns: [{ key: 'number', heading: 'Number', kind: 'text', width: 1 }],
  rows: Array.from({ length: rows }, (_, at) => [{ kind: 'text', text: String(at) }]),
  nil: 'None.',
});

describe('a table of a pack on a screen', () => {
  it.each([
    [0, 0],
    [60, 60],
    [61, 60],
    [80_000, 60],
  ])('of %i rows brings %i of them, and says how many there are', (rows, shown) => {
    const block = shownBlock(table(rows));
    expect(block).toMatchObject({ rowCount: rows });
    expect(block.kind === 'table' && block.rows).toHaveLength(shown);
    expect(packBlock.parse(block)).toEqual(block);
  });
});
