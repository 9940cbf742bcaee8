import { columnMeaning, columnUnit } from './column-meanings.ts';
import type { PackCell, PackColumn, PackTable } from './model.ts';
import type { SheetPlan } from './sheet-plans.ts';

/** The last sheet of a workbook: what each column of each table means, its kind and what its numbers count. */
export const dataDictionary = (sheets: readonly { readonly name: string; readonly plan: SheetPlan }[]): SheetPlan => {
  const rows = sheets.flatMap(({ name, plan }) => [
    ...(plan.table === null ? [] : tableRows(name, plan.table)),
    ...[...plan.before, ...plan.after].flatMap((block) =>
      block.kind === 'figures' ? figureRows(name, block.caption) : [],
    ),
  ]);
  return {
    title: 'Data dictionary',
    holds: 'What each column of each table means',
    before: [],
    table: {
      kind: 'table',
      id: 'data-dictionary',
      caption: 'What each column of each table means, its kind and what its numbers count',
      columns: COLUMNS,
      rows,
      nil: 'The workbook has no tables.',
    },
    after: [],
  };
};

const COLUMNS: readonly PackColumn[] = [
  { key: 'sheet', heading: 'Sheet', kind: 'text', width: 3 },
  { key: 'table', heading: 'Table', kind: 'text', width: 4 },
  { key: 'column', heading: 'Column', kind: 'text', width: 3 },
  { key: 'meaning', heading: 'What it means', kind: 'text', width: 7 },
  { key: 'kind', heading: 'Kind', kind: 'text', width: 4 },
  { key: 'unit', heading: 'Unit', kind: 'text', width: 2 },
];

const KINDS: Readonly<Record<PackColumn['kind'], string>> = {
  text: 'Words',
  date: 'Date; one that is not known to the day is written as words',
  number: 'Number; one that is not known is written as words',
  rag: 'Rating: symbol and words',
};

const tableRows = (sheet: string, table: PackTable): readonly (readonly PackCell[])[] =>
  table.columns.map((column) =>
    [sheet, table.caption, column.heading, columnMeaning(table.id, column), KINDS[column.kind], columnUnit(column)].map(
      words,
    ),
  );

const figureRows = (sheet: string, caption: string): readonly (readonly PackCell[])[] =>
  FIGURE_COLUMNS.map(([heading, meaning, kind]) => [sheet, caption, heading, meaning, KINDS[kind], ''].map(words));

const FIGURE_COLUMNS: readonly (readonly [string, string, PackColumn['kind']])[] = [
  ['Figure', 'What is counted.', 'text'],
  ['Number', 'The figure itself; the numerator where it is a share.', 'number'],
  ['Out of', 'The denominator; empty where the figure is no share.', 'number'],
  ['In words', 'The figure as documents print it. The percentage is whole, halves up.', 'text'],
  ['Note', 'How it is counted, where that needs saying.', 'text'],
];

const words = (text: string): PackCell => ({ kind: 'text', text });
