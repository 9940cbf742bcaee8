import type { TableWords } from './column-widths.ts';
import { figureText, type PackBlock, type PackCell, type PackTable, type RagKey, type RagTone } from './model.ts';
import { levelText, ragLevel, ragText, unbroken } from './rag.ts';
import type { CellWords } from './row-heights.ts';

/** A cell with a tone is bold. */
export type GridCell = CellWords & { readonly tone?: RagTone };

/** A table as it is printed: the headings, and rows of plain words. */
export type TableGrid = TableWords & { readonly rows: readonly (readonly GridCell[])[] };

/** What a block prints as a table, if it does. */
export const gridOfBlock = (block: PackBlock, key: RagKey): TableGrid | null => {
  switch (block.kind) {
    case 'table':
      return block.rows.length === 0 ? null : tableGrid(block, key);
    case 'figures':
      return figuresGrid(block);
    case 'rag-key':
      return {
        headings: ['Rating', 'What it means'],
        rows: key.levels.map((level) => [
          { text: unbroken(levelText(level)), tone: level.tone, bold: true },
          { text: level.rule },
        ]),
      };
    default:
      return null;
  }
};

export const tableGrid = ({ columns, rows }: PackTable, key: RagKey): TableGrid => ({
  headings: columns.map((column) => column.heading),
  rows: rows.map((row) => row.map((cell) => cellToGrid(cell, key))),
});

const figuresGrid = ({ figures }: Extract<PackBlock, { kind: 'figures' }>): TableGrid => {
  const noted = figures.some((figure) => figure.note !== null);
  return {
    headings: ['Figure', 'Result', ...(noted ? ['Note'] : [])],
    rows: figures.map((figure) => [
      { text: figure.label },
      { text: figureText(figure) },
      ...(noted ? [{ text: figure.note ?? '' }] : []),
    ]),
  };
};

const cellToGrid = (cell: PackCell, key: RagKey): GridCell => {
  if (cell.kind !== 'rag') return cell;
  const level = ragLevel(key, cell.level);
  const text = ragText(cell, level);
  return level === undefined ? { text } : { text: unbroken(text), tone: level.tone, bold: true };
};
