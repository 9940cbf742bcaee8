import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { requestSheetToDocx } from '../../../db/packs/request-sheet-docx.ts';
import { requestSheetToXlsx } from '../../../db/packs/request-sheet-xlsx.ts';
import { requestSheet } from '../../support/request-sheets.ts';

const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

it('the workbook is easy to fill in: frozen headings, lists to choose from, print titles, nothing locked', async () => {
  const parts = partsOf(await requestSheetToXlsx(requestSheet()));
  const actions = parts['xl/worksheets/sheet2.xml'] ?? '';
  expect(actions).toMatch(/<pane [^>]*ySplit="3"[^>]*state="frozen"/);
  expect(actions).toMatch(/<dataValidation [^>]*type="list"[^>]*sqref="I4:I6"/);
  expect(actions).toContain('"Not started,In progress,Reported complete"');
  expect(actions).toMatch(/sqref="J4:J6"/);
  expect(actions).toContain('OFFICIAL-SENSITIVE · page &amp;P of &amp;N');
  expect(actions).not.toContain('sheetProtection');
  expect(parts['xl/workbook.xml']).toContain("'Your actions'!$3:$3");
  expect(parts['xl/workbook.xml']).not.toContain('workbookProtection');
});

it('the document has the marking and the page numbers on every page, and headings that repeat', async () => {
  const parts = partsOf(await requestSheetToDocx(requestSheet()));
  const named = (name: RegExp): string =>
    Object.keys(parts)
      .flatMap((part) => (name.test(part) ? parts[part] : []))
      .join('');
  expect(named(/header\d*\.xml$/)).toContain('OFFICIAL-SENSITIVE');
  expect(named(/footer\d*\.xml$/)).toMatch(/OFFICIAL-SENSITIVE · page .*NUMPAGES/s);
  expect(parts['word/document.xml']).toContain('<w:tblHeader/>');
});

it('the same request gives the same bytes, whatever the machine’s clock says', async () => {
  for (const write of [requestSheetToXlsx, requestSheetToDocx]) {
    // oxlint-disable-next-line no-await-in-loop -- two formats
    expect(await write(requestSheet())).toEqual(await write(requestSheet()));
  }
});

it('words that look like a formula stay words', async () => {
  const [row] = requestSheet().rows;
  if (row === undefined) throw new Error('there is a row');
  const made = await requestSheetToXlsx(requestSheet({ rows: [{ ...row, action: '=HYPERLINK("x")', origin: '+1' }] }));
  const { sheets } = await readXlsx(made);
  expect(sheets[1]?.rows[3]?.slice(1, 4)).toEqual(['+1', '1', '=HYPERLINK("x")']);
  expect([...(sheets[1]?.cells?.values() ?? [])].some(({ formula }) => formula !== undefined)).toBe(false);
});

it('a scheme without levels asks for no rating, and labels that a list cannot hold are typed', async () => {
  const bare = partsOf(await requestSheetToXlsx(requestSheet({ ratings: [] })));
  expect(bare['xl/sharedStrings.xml']).not.toContain('RAG as you see it');
  const odd = requestSheet({ ratings: [{ label: 'Red, or worse', rule: '' }] });
  const parts = partsOf(await requestSheetToXlsx(odd));
  expect(parts['xl/worksheets/sheet2.xml']?.match(/<dataValidation /g)).toHaveLength(1);
  expect(parts['xl/sharedStrings.xml']).toContain('Red, or worse');
});
