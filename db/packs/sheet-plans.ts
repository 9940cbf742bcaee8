import type { PackBlock, PackSection, PackTable } from './model.ts';

/** What one sheet holds: words, then at most one table, then the words that follow it. */
export type SheetPlan = {
  readonly title: string;
  /** What the cover's list of sheets says of it. */
  readonly holds: string;
  readonly before: readonly PackBlock[];
  readonly table: PackTable | null;
  readonly after: readonly PackBlock[];
};

/**
 * The first sheet has the section's own name. When the section's one table can stand on it, it does; otherwise the first sheet
 * keeps the words, in order, and every table has a sheet named by its caption.
 */
export const sheetPlans = (section: PackSection): readonly SheetPlan[] => {
  const { heading, blocks } = section;
  const tables = blocks.filter(isFilledTable);
  const [only] = tables;
  const place = only === undefined ? -1 : blocks.indexOf(only);
  const before = blocks.slice(0, place);
  if (only !== undefined && tables.length === 1 && linesOf(before) <= LINES_ABOVE_A_TABLE) {
    return [{ title: heading, holds: only.caption, before, table: only, after: blocks.slice(place + 1) }];
  }
  const words: SheetPlan = { title: heading, holds: heading, before: blocks, table: null, after: [] };
  const ofTables = tables.map(
    (table): SheetPlan => ({
      title: table.caption,
      holds: `Table from “${heading}”`,
      before: [{ kind: 'paragraph', text: `From the section “${heading}”.` }],
      table,
      after: [],
    }),
  );
  return [words, ...ofTables];
};

const isFilledTable = (block: PackBlock): block is PackTable => block.kind === 'table' && block.rows.length > 0;

/**
 * A table's heading row is frozen with all that stands above it, so no more than this many lines of words may. Facts and
 * figures have columns of their own, and so never share a sheet with a table; the key is printed with every table anyway.
 */
const LINES_ABOVE_A_TABLE = 4;
const LETTERS_TO_A_LINE = 110;

const linesOf = (blocks: readonly PackBlock[]): number => blocks.reduce((sum, block) => sum + lines(block), 0);

const lines = (block: PackBlock): number => {
  switch (block.kind) {
    case 'paragraph':
    case 'nil':
      return textLines(block.text);
    case 'subheading':
      return 1;
    case 'list':
      return block.items.reduce((sum, item) => sum + textLines(item), 0);
    case 'table':
      return textLines(block.nil);
    case 'chart':
      return 1 + textLines(block.chart.alt);
    case 'rag-key':
      return 0;
    case 'facts':
    case 'figures':
      return Number.POSITIVE_INFINITY;
  }
};

const textLines = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS_TO_A_LINE)), 0);
