import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readCheckedZip } from '../../../db/imports/checked-zip.ts';
import { readReturnInWorker } from '../../../db/imports/read-in-worker.ts';
import { RefusedFile } from '../../../db/imports/refused-file.ts';
import { readReturnedFile } from '../../../db/imports/returned-sheet.ts';
import { requestSheetToXlsx } from '../../../db/packs/request-sheet-xlsx.ts';
import { requestSheet } from '../../support/request-sheets.ts';
import { returned, withPart } from '../../support/returned-sheets.ts';

const sheet = await requestSheetToXlsx(requestSheet());
const SHEET_2 = 'xl/worksheets/sheet2.xml';

const problemOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof RefusedFile)) throw new Error('it was not refused as a file', { cause: error });
  return error.message;
};

/** Declares a size of its own choice for its first part, in its directory. */
const withDeclaredSize = (bytes: Uint8Array, size: number): Uint8Array => {
  const lying = bytes.slice();
  const view = new DataView(lying.buffer);
  for (let at = lying.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    view.setUint32(view.getUint32(at + 16, true) + 24, size, true);
    break;
  }
  return lying;
};

const manyRows = (): string =>
  Array.from({ length: 50_000 }, (_, at) => `<row r="${at + 9}"><c r="A${at + 9}"><v>${at}</v></c></row>`).join('');

describe('a file that is no filled-in request sheet is refused in words', () => {
  const zeros = zipSync({ 'xl/workbook.xml': new Uint8Array(2 * 1024 * 1024) }, { level: 1 });
  const cases: readonly (readonly [name: string, bytes: () => Uint8Array | Promise<Uint8Array>, why: RegExp])[] = [
    ['nothing at all', () => new Uint8Array(), /neither an Excel workbook/],
    ['words', () => strToU8('Dear colleague, here are our updates.'), /neither an Excel workbook/],
    ['a zip of something else', () => zipSync({ 'letter.txt': strToU8('x') }), /neither an Excel workbook/],
    ['a truncated zip', () => sheet.slice(0, sheet.length / 2), /damaged or was cut short/],
    [
      'a zip with its middle altered',
      () => sheet.map((byte, at) => (at > 400 && at < 420 ? byte ^ 0xff : byte)),
      /damaged/,
    ],
    ['an older Office file', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2), /older Office file/],
    ['a zip bomb', () => withDeclaredSize(zeros, 4_000_000_000), /larger than 50 MB/],
    [
      'many parts that are too much together',
      () =>
        zipSync(Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`${at}`, new Uint8Array(1024 * 1024)])), {
          level: 0,
        }),
      /larger than 50 MB/,
    ],
    ['a part of zeros', () => zeros, /far more than/],
    [
      'a part that is larger than it says',
      () => withDeclaredSize(zipSync({ 'xl/workbook.xml': new Uint8Array(900_000) }), 10),
      /damaged/,
    ],
    [
      'thousands of parts',
      () => zipSync(Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`${at}`, new Uint8Array()]))),
      /501 parts/,
    ],
    [
      'a workbook with macros',
      () => zipSync({ ...unzipSync(sheet), 'xl/vbaProject.bin': new Uint8Array(8) }),
      /macros/,
    ],
    [
      'a workbook with entities',
      () => withPart(sheet, 'xl/sharedStrings.xml', (xml) => xml.replace('<sst', '<!DOCTYPE s [<!ENTITY a "b">]><sst')),
      /declarations/,
    ],
    [
      'a workbook that is not XML',
      () => withPart(sheet, 'xl/workbook.xml', () => '<<<'),
      /not a workbook that can be read/,
    ],
    [
      'a workbook without the references',
      () => returned(sheet, ({ rows, heading }) => void ((rows[heading] ?? [])[0] = 'Ref')),
      /no column “Reference/,
    ],
    [
      'a workbook without its identity',
      () => returned(sheet, ({ facts }) => void facts.splice(0)),
      /does not say “Board”/,
    ],
    [
      '50,000 rows',
      () => withPart(sheet, SHEET_2, (xml) => xml.replace('</sheetData>', `${manyRows()}</sheetData>`)),
      /more than 5,000 rows/,
    ],
    [
      'a cell in the last corner',
      () =>
        withPart(sheet, SHEET_2, (xml) =>
          xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
        ),
      /more than 5,000 rows/,
    ],
  ];
  it.each(cases)('%s', async (_, bytes, why) => {
    expect(await problemOf(readReturnedFile(await bytes()))).toMatch(why);
  });
});

describe('the parts of a zip', () => {
  it('are the ones that are wanted, whole', () => {
    const { names, parts } = readCheckedZip(zipSync({ a: strToU8('one'), b: strToU8('two') }), (name) => name === 'b');
    expect(names).toEqual(['a', 'b']);
    expect([...parts].map(([name, part]) => [name, strFromU8(part)])).toEqual([['b', 'two']]);
  });

  it('never have one name twice, because two readers could see two different files', async () => {
    const twice = zipSync({ a1: strToU8('one'), a2: strToU8('two') }).map((byte) => (byte === 0x32 ? 0x31 : byte));
    expect(await problemOf(Promise.resolve().then(() => readCheckedZip(twice, () => true)))).toMatch(
      /two parts of one name|damaged/,
    );
  });
});

describe('the thread that reads', () => {
  it('answers with what the file says', async () => {
    const filled = await returned(sheet, (filled) => filled.set(0, 'update', 'Read in a thread'));
    const file = await readReturnInWorker(filled);
    expect(file.rows.map(({ answers }) => answers.update)).toEqual(['Read in a thread']);
    expect(file.unanswered).toBe(2);
  });

  it('is stopped when it takes too long, and when it takes too much memory', async () => {
    expect(await problemOf(readReturnInWorker(sheet, { milliseconds: 1, megabytes: 64 }))).toContain('longer than');
    const problem = await problemOf(readReturnInWorker(sheet, { milliseconds: 20_000, megabytes: 4 }));
    expect(problem).toBe('reading it took more memory than a filled-in sheet needs');
  });
});
