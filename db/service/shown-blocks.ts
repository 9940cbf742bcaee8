import { PACK_ROWS_SHOWN, type PackModel } from '../contract/packs.ts';
import type { Pack, PackBlock } from '../packs/model.ts';

type ShownBlock = PackModel['sections'][number]['blocks'][number];

/** What a screen shows of the block: of a table the first rows, and how many there are. */
export const shownBlock = (block: PackBlock): ShownBlock =>
  (block.kind === 'table'
    ? { ...block, rows: block.rows.slice(0, PACK_ROWS_SHOWN), rowCount: block.rows.length }
    : block) as ShownBlock;

export const shownSections = (sections: Pack['sections']): PackModel['sections'] =>
  sections.map(({ id, heading, blocks }) => ({ id, heading, blocks: blocks.map(shownBlock) }));
