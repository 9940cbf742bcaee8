import { readXlsx, type Workbook } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Pack, PackTable } from '../../../db/packs/model.ts';
import { packToXlsx } from '../../../db/packs/xlsx.ts';
import { examplePack } from './example-pack.ts';
import { unzipped } from './unzipped.ts';

let parts: Readonly<Record<string, string>>;
let workbook: Workbook;

beforeAll(async () => {
  const bytes = await packToXlsx(examplePack);
  parts = unzipped(bytes);
  workbook = await readXlsx(bytes, { readStyles: true });
});

const sheet = (name: string) => {
  const found = workbook.sheets.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
};
const sheetXmls = (): readonly string[] =>
  Object.entries(parts).flatMap(([path, xml]) => (path.startsWith('xl/worksheets/sheet') ? [xml] : []));
const rowOf = (name: string, first: string) => sheet(name).rows.find((row) => row[0] === first) ?? [];

const packOf = (table: Partial<PackTable>): Pack => ({
  ...examplePack,
  sections: [
    {
      id: 'one',
      heading: 'One',
      blocks: [
        {
          kind: 'table',
          id: 'one',
          caption: 'One',
          columns: [{ key: 'a', heading: 'A', kind: 'text', width: 1 }],
          rows: [[{ kind: 'text', text: 'a' }]],
          nil: 'None.',
          ...table,
        },
      ],
    },
  ],
});

describe('a spreadsheet pack', () => {
  test('has a cover, a sheet for each section, and one for each further table', () => {
    expect(workbook.sheets.map((each) => each.name)).toEqual([
      'Cover',
      'Where we are',
      'Reviews by type and stage',
      'Live reviews',
      'Publication register',
      'Action plans by review and by',
      'Items for sign-off',
      'Data dictionary',
    ]);
    expect(
      sheet('Cover')
        .rows.slice(0, 3)
        .map((row) => row.filter((value) => value !== null)),
    ).toEqual([
      ['Case reviews: status pack'],
      ['Board', 'Exampleshire Safeguarding Children Partnership'],
      ['Prepared for', 'Executive group'],
    ]);
  });

  test('holds whole dates as dates, imprecise ones as written, and numbers as numbers', () => {
    const row = rowOf('Live reviews', 'EX-2019-03');
    expect(row[5]).toEqual(new Date('2020-05-08T00:00:00.000Z'));
    expect(row[6]).toBe('late 2020');
    expect(rowOf('Live reviews', 'EX-2007-01')[4]).toBe('2007');
    expect(rowOf('Live reviews', 'EX-2019-04')[5]).toEqual(new Date('2020-06-14T00:00:00.000Z'));
    expect(parts['xl/styles.xml']).toContain('formatCode="d mmmm yyyy"');
    expect(parts['xl/styles.xml']).toContain('d mmmm yyyy &quot;(&quot;dddd&quot;)&quot;');
    expect(rowOf('Publication register', 'EX-2018-02')[2]).toBe(472);
    expect(rowOf('Reviews by type and stage', 'Rapid review').slice(1)).toEqual([1, 0, 'not known']);
  });

  test('holds figures as numerator, denominator and words', () => {
    expect(rowOf('Where we are', 'Actions complete').slice(0, 4)).toEqual([
      'Actions complete',
      12,
      40,
      '12 of 40 (30%)',
    ]);
    expect(rowOf('Where we are', 'Live reviews').slice(0, 4)).toEqual(['Live reviews', 6, null, '6']);
  });

  test('ends with a data dictionary: each column of each table with what it means, its kind and its unit', () => {
    const { rows } = sheet('Data dictionary');
    expect(rows).toContainEqual(['Sheet', 'Table', 'Column', 'What it means', 'Kind', 'Unit']);
    expect(rows).toContainEqual([
      'Publication register',
      'Publication delayed',
      'Days delayed',
      'How many days: calendar days, unless the heading says otherwise.',
      'Number; one that is not known is written as words',
      'days',
    ]);
    expect(rows.filter(([name]) => name === 'Live reviews')).toHaveLength(10);
    expect(rows.filter(([name]) => name === 'Where we are').map((row) => row[2])).toEqual([
      'Figure',
      'Number',
      'Out of',
      'In words',
      'Note',
    ]);
  });

  test('never makes a formula: what begins with = + - @, a tab or a line end stays text', () => {
    for (const xml of sheetXmls()) expect(xml).not.toMatch(/<f[ >/]|t="e"|t="str"/);
    const texts = sheet('Action plans by review and by').rows.flatMap((row) => row.slice(1, 3));
    expect(texts).toContain('=HYPERLINK("https://example.invalid","Click")');
    expect(texts).toContain('+44 Council');
    expect(texts).toContain('-1 is not a number here');
    expect(texts).toContain('@Police');
    expect(texts).toContain('\tstarts with a tab');
    expect(texts).toContain('\nstarts with a carriage return');
    expect(texts).toContain('#N/A');
  });

  test('keeps odd text as it was, but for control characters', () => {
    expect(parts['xl/sharedStrings.xml']).toContain(
      'Ysgol Gynradd Ŵyl Ŷd, tŷ gwyn 👨‍👩‍👧 control characters _x005F_x0041_',
    );
  });

  test('freezes, filters and repeats in print the heading row of every table', () => {
    const live = sheetXmls().find((xml) => xml.includes('<autoFilter ref="A6:J12"/>')) ?? '';
    expect(live).toContain('ySplit="6"');
    expect(live).toContain('fitToHeight="0"');
    expect(live).toContain('orientation="landscape"');
    expect(parts['xl/workbook.xml']).toContain(`'Live reviews'!$6:$6`.replaceAll("'", "'"));
    expect(sheetXmls().filter((xml) => xml.includes('<autoFilter'))).toHaveLength(5);
    expect(sheetXmls().filter((xml) => xml.includes('state="frozen"'))).toHaveLength(5);
  });

  test('never freezes so many rows that the rest cannot be seen', () => {
    for (const xml of sheetXmls()) expect(Number(/ySplit="(\d+)"/.exec(xml)?.[1] ?? 0)).toBeLessThanOrEqual(10);
  });

  test('carries the marking and "page n of m" on every sheet, whatever the marking', async () => {
    for (const xml of sheetXmls()) {
      expect(xml).toContain('<oddHeader>&amp;C&amp;12&amp;"Arial,Bold"OFFICIAL-SENSITIVE</oddHeader>');
      expect(xml).toContain('OFFICIAL-SENSITIVE · page &amp;P of &amp;N</oddFooter>');
    }
    const other = unzipped(await packToXlsx({ ...examplePack, marking: '1 & only' }));
    expect(other['xl/worksheets/sheet1.xml']).toContain('"Arial,Bold"1 &amp;&amp; only</oddHeader>');
  });

  test('shows a rating as symbol and words on its colour, with the key above the table', () => {
    expect(rowOf('Live reviews', 'EX-2019-03')[7]).toBe('▲ Overdue');
    expect(rowOf('Live reviews', 'EX-2020-02')[7]).toBe('Not rated');
    expect(parts['xl/styles.xml']).toContain('FFF8CCC7');
    expect(sheet('Live reviews').rows.flat().join('\n')).toContain('Key to the ratings (Schedule): ● On time');
  });

  test('prints a nil return as a plain sentence', () => {
    expect(sheet('Publication register').rows.flat()).toContain('No report leaves the website this year.');
    expect(sheet('Items for sign-off').rows.flat()).toContain('Nothing is waiting for sign-off at this meeting.');
  });

  test('merges no cells and says what it is in its properties', () => {
    for (const xml of sheetXmls()) expect(xml).not.toContain('mergeCell');
    expect(parts['docProps/core.xml']).toContain('<dc:title>Case reviews: status pack</dc:title>');
    expect(parts['docProps/core.xml']?.match(/2020-06-05T00:00:00Z/g)).toHaveLength(2);
  });

  test('makes room for wrapped lines', () => {
    const xml = parts['xl/worksheets/sheet6.xml'] ?? '';
    expect(Number(/<row r="8" ht="(\d+)"/.exec(xml)?.[1])).toBeGreaterThan(80);
  });

  test('cuts a text that no cell can hold, and says so', async () => {
    const text = 'word '.repeat(8000);
    const { sheets } = await readXlsx(await packToXlsx(packOf({ rows: [[{ kind: 'text', text }]] })));
    const cell = String(sheets[1]?.rows.flat().find((value) => String(value).startsWith('word')));
    expect(cell.length).toBe(32_767);
    expect(cell).toMatch(/cut here: a spreadsheet cell holds no more/);
  });
});
