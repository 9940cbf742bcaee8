import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { packToCsv } from '../../../db/packs/csv.ts';
import { examplePack } from './example-pack.ts';

const files = Object.fromEntries(
  Object.entries(unzipSync(packToCsv(examplePack))).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
);
const rowsOf = (name: string): readonly string[][] => parsed(files[name] ?? '');

describe('a pack as CSV tables', () => {
  test('has a file for each table, for facts, figures and the key, numbered as they are read', () => {
    expect(Object.keys(files)).toEqual([
      '01-facts.csv',
      '02-facts.csv',
      '03-key-to-the-ratings.csv',
      '04-headline-figures.csv',
      '05-by-type.csv',
      '06-live-reviews.csv',
      '07-delayed.csv',
      '08-leaving-site.csv',
      '09-key-to-the-ratings.csv',
      '10-actions.csv',
      'contents.csv',
    ]);
  });

  test('says of each file its section, caption, rows and marking, and what is said instead of rows', () => {
    const contents = rowsOf('contents.csv');
    expect(contents[0]).toEqual(['File', 'Section', 'Caption', 'Rows', 'Said instead of rows', 'Marking']);
    expect(contents).toContainEqual([
      '10-actions.csv',
      'Action plans by review and by agency, with what was said about each action',
      'Actions & their ratings <all agencies>',
      '40',
      '',
      'OFFICIAL-SENSITIVE',
    ]);
    expect(contents).toContainEqual([
      '08-leaving-site.csv',
      'Publication register',
      'Leaving the website this year',
      '0',
      'No report leaves the website this year.',
      'OFFICIAL-SENSITIVE',
    ]);
    for (const [file = '', , , rows] of contents.slice(1)) expect(rowsOf(file).length).toBe(Number(rows) + 1);
  });

  test('is UTF-8 that Excel knows, with CRLF after every row and as many fields in each', () => {
    for (const [name, text] of Object.entries(files)) {
      expect(text.startsWith('\ufeff'), name).toBe(true);
      expect(text.endsWith('\r\n'), name).toBe(true);
      expect(new Set(parsed(text).map((row) => row.length)).size, name).toBe(1);
    }
  });

  test('gives a date as printed and for programs, a number bare, and a rating with its code', () => {
    const [headings = [], ...rows] = rowsOf('06-live-reviews.csv');
    const of = (reference: string, heading: string) =>
      rows.find(([first]) => first === reference)?.[headings.indexOf(heading)];
    expect(of('EX-2019-04', 'Due')).toBe('14 June 2020 (Sunday)');
    expect(of('EX-2019-04', 'Due (ISO 8601)')).toBe('2020-06-14');
    expect(of('EX-2019-04', 'Forecast (ISO 8601)')).toBe('2020-07');
    expect(of('EX-2019-03', 'Forecast')).toBe('late 2020');
    expect(of('EX-2019-03', 'Forecast (ISO 8601)')).toBe('');
    expect(of('EX-2019-03', 'Rating')).toBe('▲ Overdue');
    expect(of('EX-2019-03', 'Rating (code)')).toBe('red');
    expect(rowsOf('07-delayed.csv')[1]).toEqual(['EX-2018-02', 'Criminal proceedings; family court', '472']);
    expect(rowsOf('05-by-type.csv')[3]).toEqual(['Rapid review', '1', '0', 'not known']);
    expect(rowsOf('04-headline-figures.csv')[2]?.slice(1, 4)).toEqual(['12', '40', '12 of 40 (30%)']);
  });

  test('makes harmless whatever a spreadsheet would run as a formula, and keeps quotation marks, commas and lines', () => {
    const cells = Object.values(files).flatMap((text) => parsed(text).flat());
    for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(cells).toContain('\'=HYPERLINK("https://example.invalid","Click")');
    expect(cells).toContain("'+44 Council");
    expect(cells).toContain("'-1 is not a number here");
    expect(cells).toContain("'@Police");
    expect(cells).toContain("'\tstarts with a tab");
    expect(cells).toContain("'\nstarts with a carriage return");
    expect(cells).toContain('<script>alert("x")</script> & "quotes" \'apostrophes\' #N/A');
  });

  test('writes a number below nought as a number', () => {
    const [section] = examplePack.sections.filter(({ id }) => id === 'overview');
    const figure = { label: 'Change', value: -3, outOf: null, note: null };
    const zip = packToCsv({
      ...examplePack,
      sections: [{ ...section!, blocks: [{ kind: 'figures', caption: 'Change', figures: [figure] }] }],
    });
    expect(Buffer.from(unzipSync(zip)['03-change.csv'] ?? []).toString()).toContain('Change,-3,,');
  });
});

/** RFC 4180, read letter by letter. */
function parsed(text: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (let at = 1; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (quoted) {
      if (letter !== '"') field += letter;
      else if (text[at + 1] === '"') field += text[(at += 1)];
      else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === ',' || letter === '\r') {
      rows.at(-1)?.push(field);
      field = '';
      if (letter === '\r') {
        rows.push([]);
        at += 1;
      }
    } else field += letter;
  }
  return rows.slice(0, -1);
}
