import { strToU8 } from 'fflate';
import { packParts } from './cover.ts';
import {
  figureText,
  type Pack,
  type PackBlock,
  type PackCell,
  type PackColumn,
  type PackTable,
  type RagKey,
} from './model.ts';
import { printable } from './printable.ts';
import { keyHeading, ragLevel, ragText } from './rag.ts';
import { stableZip } from './stable-zip.ts';

/**
 * Every table of the pack as a CSV file, in one zip: facts, figures and the key to the ratings are tables too. `contents.csv`
 * says of each file where it stands in the pack; the files' numbers are their order. RFC 4180: commas, CRLF, quotation marks
 * where they are needed; UTF-8 with the mark by which Excel knows it. A table without rows is a file of headings alone, so that
 * whoever reads the files by program finds the same ones each time.
 */
export const packToCsv = (pack: Pack): Uint8Array => {
  const files = csvFiles(pack);
  const contents = files.map(({ name, section, caption, rows, said }) => [
    name,
    section,
    caption,
    rows.length,
    said,
    pack.marking,
  ]);
  return stableZip({
    'contents.csv': csvOf([['File', 'Section', 'Caption', 'Rows', 'Said instead of rows', 'Marking'], ...contents]),
    ...Object.fromEntries(files.map(({ name, headings, rows }) => [name, csvOf([headings, ...rows])])),
  });
};

type Value = string | number | null;
type Row = readonly Value[];

type CsvTable = {
  readonly id: string;
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
  /** What the pack says where there are no rows. */
  readonly said: string;
};
type CsvFile = CsvTable & { readonly name: string; readonly section: string };

const csvFiles = (pack: Pack): readonly CsvFile[] => {
  const { facts, coverBlocks, sections } = packParts(pack);
  const parts = [
    { section: 'Cover', blocks: [{ kind: 'facts', facts } as const, ...coverBlocks] },
    ...sections.map(({ heading, blocks }) => ({ section: heading, blocks })),
  ];
  const tables = parts.flatMap(({ section, blocks }) =>
    blocks.flatMap((block) => blockToCsv(block, pack.ragKey).map((table) => ({ section, ...table }))),
  );
  const digits = Math.max(2, String(tables.length).length);
  return tables.map((table, index) => ({
    ...table,
    name: `${String(index + 1).padStart(digits, '0')}-${plainName(table.id)}.csv`,
  }));
};

/** Words alone are no table: they are in the other formats. What a picture shows is in the table that follows it. */
const blockToCsv = (block: PackBlock, key: RagKey): readonly CsvTable[] => {
  switch (block.kind) {
    case 'paragraph':
    case 'subheading':
    case 'list':
    case 'nil':
    case 'chart':
      return [];
    case 'facts':
      return [
        {
          id: 'facts',
          caption: 'Facts',
          headings: ['Fact', 'Value'],
          rows: block.facts.map(({ label, value }) => [label, value]),
          said: '',
        },
      ];
    case 'figures':
      return [
        {
          id: block.caption,
          caption: block.caption,
          headings: ['Figure', 'Number', 'Out of', 'In words', 'Note'],
          rows: block.figures.map((figure) => [
            figure.label,
            figure.value,
            figure.outOf,
            figureText(figure),
            figure.note,
          ]),
          said: '',
        },
      ];
    case 'table':
      return [tableToCsv(block, key)];
    case 'rag-key':
      return [
        {
          id: 'key-to-the-ratings',
          caption: keyHeading(key),
          headings: ['Code', 'Symbol', 'Rating', 'What it means'],
          rows: key.levels.map(({ code, symbol, label, rule }) => [code, symbol, label, rule]),
          said: '',
        },
      ];
  }
};

/** A date and a rating have a second column for programs: the day as far as it is known (ISO 8601), and the level's code. */
const tableToCsv = (table: PackTable, key: RagKey): CsvTable => ({
  id: table.id,
  caption: table.caption,
  headings: table.columns.flatMap(columnHeadings),
  rows: table.rows.map((row) => row.flatMap((cell) => cellToCsv(cell, key))),
  said: table.rows.length === 0 ? table.nil : '',
});

const columnHeadings = ({ heading, kind }: PackColumn): readonly string[] => {
  if (kind === 'date') return [heading, `${heading} (ISO 8601)`];
  if (kind === 'rag') return [heading, `${heading} (code)`];
  return [heading];
};

const cellToCsv = (cell: PackCell, key: RagKey): Row => {
  switch (cell.kind) {
    case 'text':
      return [cell.text];
    case 'number':
      return [cell.value ?? cell.text];
    case 'date':
      return [cell.text, cell.sort];
    case 'rag':
      return [ragText(cell, ragLevel(key, cell.level)), cell.level];
  }
};

const plainName = (id: string): string =>
  id
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'table';

const BYTE_ORDER_MARK = '\ufeff';

const csvOf = (rows: readonly Row[]): Uint8Array =>
  strToU8(BYTE_ORDER_MARK + rows.map((row) => `${row.map(field).join(',')}\r\n`).join(''));

const field = (value: Value): string => {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = harmless(printable(value));
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/**
 * Threat: a spreadsheet runs as a formula what begins so, quoted or not; a narrative typed by an outsider could then send cells
 * elsewhere. An apostrophe in front makes it text. Accepted: a program that reads the file sees the apostrophe.
 */
const harmless = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);
