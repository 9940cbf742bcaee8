/**
 * How a pack's sections stand on paper, for the PDF and for Word alike: upright or on their side, and how wide the columns of their
 * tables are. Both go by the words: a section is turned on its side where that takes fewer pages, or where upright words would be
 * broken; since each turn leaves the rest of a page empty, sections that gain little stay as those around them are.
 */
import { columnWidths, type FittedColumns, type MeasuredWords, measuredWords } from './column-widths.ts';
import type { PackBlock, PackSection, RagKey } from './model.ts';
import { gridOfBlock, type TableGrid } from './paper-tables.ts';

export type Orientation = 'upright' | 'wide';

/** In twentieths of a point: the page within its margins, the type, and what a cell and a row of a table add to their text. */
export type Paper = {
  readonly upright: { readonly width: number; readonly height: number };
  readonly wide: { readonly width: number; readonly height: number };
  readonly em: number;
  readonly cell: number;
  readonly line: number;
  readonly row: number;
};

/** `widths`: of the columns, in twentieths of a point. */
export type PaperTable = TableGrid & { readonly widths: readonly number[] };

/** What each column has for its text, in ems. */
export const roomsOf = ({ widths }: PaperTable, { em, cell }: Pick<Paper, 'em' | 'cell'>): readonly number[] =>
  widths.map((width) => (width - cell) / em);

/** The tables of a section, by the blocks that print them. */
export type PaperTables = ReadonlyMap<PackBlock, PaperTable>;

export type PaperSection = {
  readonly section: PackSection;
  readonly orientation: Orientation;
  readonly tables: PaperTables;
};

export const sectionsOnPaper = (
  sections: readonly PackSection[],
  key: RagKey,
  paper: Paper,
): readonly PaperSection[] => {
  const drafts = sections.map((section) => draftsOf(section.blocks, key, paper));
  const orientations = fewestPages(sections.map((section, index) => pagesOf(section, drafts[index] ?? [], paper)));
  return sections.map((section, index) => {
    const orientation = orientations[index] ?? 'upright';
    return { section, orientation, tables: tablesOf(drafts[index] ?? [], orientation) };
  });
};

/** The tables of blocks that stand on an upright page, whatever they hold. */
export const tablesUpright = (blocks: readonly PackBlock[], key: RagKey, paper: Paper): PaperTables =>
  tablesOf(draftsOf(blocks, key, paper), 'upright');

type Draft = {
  readonly block: PackBlock;
  readonly grid: TableGrid;
  readonly fitted: Readonly<Record<Orientation, FittedColumns>>;
};

const draftsOf = (blocks: readonly PackBlock[], key: RagKey, paper: Paper): readonly Draft[] =>
  blocks.flatMap((block) => {
    const grid = gridOfBlock(block, key);
    if (grid === null) return [];
    const measured = measuredWords(grid);
    return [{ block, grid, fitted: { upright: fit(measured, 'upright', paper), wide: fit(measured, 'wide', paper) } }];
  });

const fit = (measured: MeasuredWords, orientation: Orientation, paper: Paper): FittedColumns =>
  columnWidths(measured, { available: paper[orientation].width, em: paper.em, padding: paper.cell });

const tablesOf = (drafts: readonly Draft[], orientation: Orientation): PaperTables =>
  new Map(drafts.map(({ block, grid, fitted }) => [block, { ...grid, widths: fitted[orientation].widths }]));

type Pages = Readonly<Record<Orientation, number>>;

const pagesOf = (section: PackSection, drafts: readonly Draft[], paper: Paper): Pages => {
  const pages = (orientation: Orientation): number => {
    const { width, height } = paper[orientation];
    const words = section.blocks.reduce((lines, block) => lines + linesAround(block, width / paper.em), 0);
    const tables = drafts.map(({ grid, fitted }) => {
      const { lines, breaksWords } = fitted[orientation];
      const rows = grid.rows.length + 1;
      const tall = lines * paper.line + rows * paper.row;
      // A page ends before a row that has no room on it: half a row stays empty.
      return tall / (height - Math.min(tall / rows / 2, height / 4)) + (breaksWords ? BROKEN_WORDS : 0);
    });
    return (words * paper.line) / height + tables.reduce((sum, each) => sum + each, 0);
  };
  return { upright: pages('upright'), wide: pages('wide') * WIDE_IS_SECOND };
};

/** Lines of text run too long for easy reading on a wide page. */
const WIDE_IS_SECOND = 1.2;

/** In pages: what may be spent rather than break words in a table. */
const BROKEN_WORDS = 2;

/** About how many lines a block takes beside its rows: headings with the space above them, words, a picture. */
const linesAround = (block: PackBlock, ems: number): number => {
  switch (block.kind) {
    case 'paragraph':
    case 'nil':
      return 0.5 + textLines(block.text, ems);
    case 'list':
      return block.items.reduce((lines, item) => lines + textLines(item, ems), 0.5);
    case 'facts':
      return block.facts.length;
    case 'chart':
      return 14;
    case 'table':
      return block.rows.length === 0 ? 0.5 + textLines(block.nil, ems) : 3;
    case 'subheading':
    case 'figures':
    case 'rag-key':
      return 3;
  }
};

/** Letters are half an em wide, taken together. */
const textLines = (text: string, ems: number): number => Math.ceil((text.length * 0.5) / ems);

/** What a turn of the page leaves empty, of a page. */
const TURN = 0.6;

/** For each section, the way that makes all of them together the fewest pages. */
const fewestPages = (sections: readonly Pages[]): readonly Orientation[] => {
  let best: Readonly<Record<Orientation, Course>> = { upright: START, wide: START };
  for (const pages of sections) {
    best = { upright: continued(best, 'upright', pages), wide: continued(best, 'wide', pages) };
  }
  return (best.wide.pages < best.upright.pages ? best.wide : best.upright).orientations;
};

type Course = { readonly pages: number; readonly orientations: readonly Orientation[] };

/** The cover has its page to itself, so that what follows may stand either way. */
const START: Course = { pages: 0, orientations: [] };

const continued = (best: Readonly<Record<Orientation, Course>>, orientation: Orientation, pages: Pages): Course => {
  const other = best[orientation === 'wide' ? 'upright' : 'wide'];
  const same = best[orientation];
  const [before, turn] = other.pages + TURN < same.pages ? [other, TURN] : [same, 0];
  return {
    pages: before.pages + turn + pages[orientation],
    orientations: [...before.orientations, orientation],
  };
};
