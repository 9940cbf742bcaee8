import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arialWidth } from '../../../db/charts/arial.ts';
import { columnWidths, measuredWords, type TableWords } from '../../../db/packs/column-widths.ts';
import { linesOf } from '../../../db/packs/row-heights.ts';

const EM = 10;
const PADDING = 7;
const room = { available: 420, em: EM, padding: PADDING };

const words = (headings: readonly string[], ...rows: readonly (readonly string[])[]): TableWords => ({
  headings,
  rows: rows.map((row) => row.map((text) => ({ text }))),
});
const fitted = (table: TableWords, available = room.available) =>
  columnWidths(measuredWords(table), { ...room, available });
const roomsOf = (widths: readonly number[]): readonly number[] => widths.map((width) => (width - PADDING) / EM);
const linesIn = ({ rows }: TableWords, widths: readonly number[]): number =>
  rows.reduce((lines, row) => lines + linesOf(row, roomsOf(widths)), 0);
const equalShares = ({ headings }: TableWords): readonly number[] =>
  headings.map(() => room.available / headings.length);

const MEETING = "Children and Young People's Trust Board, 25 November 2009";

describe('the widths of columns', () => {
  test('give a column that holds nothing, or one short word in each row, no more than its heading needs and a little', () => {
    const table = words(
      ['Meeting', 'No.', 'Action', 'Earlier targets'],
      ...Array.from({ length: 30 }, (_, index) => [MEETING, `${index}`, `${MEETING}: ${MEETING}`, '']),
    );
    const [meeting = 0, number = 0, action = 0, empty = 0] = fitted(table).widths;
    expect(empty).toBeLessThan(arialWidth('targets', true) * EM + PADDING + 20);
    expect(number).toBeLessThan(50);
    expect(action).toBeGreaterThan(meeting);
  });

  test('make a table of long texts beside nearly empty columns much shorter than equal shares do', () => {
    const table = words(
      ['Meeting', 'No.', 'Action', 'Owner', 'Target', 'Where it stands'],
      ...Array.from({ length: 60 }, (_, index) => [
        MEETING,
        `${index}`,
        `Action ${index}`,
        'Nobody yet',
        'No target',
        '',
      ]),
    );
    expect(linesIn(table, fitted(table).widths)).toBeLessThan(0.6 * linesIn(table, equalShares(table)));
  });

  test('serve all rows, not the one with the longest text', () => {
    const owners = 'Detective Superintendent, Public Protection, Exampleshire Police';
    const table = words(
      ['Owner', 'Note'],
      ['Nobody yet', `${MEETING}. `.repeat(12)],
      ...Array.from({ length: 40 }, () => [owners, 'None']),
    );
    const [owner = 0] = fitted(table).widths;
    expect(linesOf([{ text: owners }], roomsOf([owner]))).toBe(1);
  });

  test('leave the day and the month of a date on one line, and a short table of dates on one line each', () => {
    const long = `${MEETING} `.repeat(4);
    const [, day = 0] = fitted(words(['Action', 'On'], [long, '28 September 2026'])).widths;
    expect((day - PADDING) / EM).toBeGreaterThan(arialWidth('28 September'));
    const table = words(['From', 'To'], ['28 September 2026', '1 December 2026']);
    expect(linesIn(table, fitted(table).widths)).toBe(1);
  });

  test('do not stack the one note of a table word upon word beside rows that are long without it', () => {
    const table = words(
      ['Source', 'As stated', 'Note'],
      ...Array.from({ length: 8 }, () => [`${MEETING}. `.repeat(3), `${MEETING}. `.repeat(3), '']),
      [MEETING, MEETING, 'The paper does not state the number of actions'],
    );
    const [, , note = 0] = fitted(table).widths;
    expect((note - PADDING) / EM).toBeGreaterThan(6);
  });

  test('spare a heading that stands again on page after page', () => {
    const heading = 'Actions and their state on 31 March 2009';
    const headings = ['Report', 'No.', 'Recommendation', 'Answer', heading, 'Complete', 'Decisions on its actions'];
    const row = ['Independent review', '12', 'Recommendation (its text is not in the paper)', 'No agency was asked'];
    const table = words(
      headings,
      ...Array.from({ length: 94 }, () => [...row, 'No action', '0 of 0', 'None of their own']),
    );
    const linesOfHeading = [440, 480, 560, 620].map((available) => {
      const width = fitted(table, available).widths[4] ?? 0;
      return linesOf([{ text: heading, bold: true }], roomsOf([width]));
    });
    expect(Math.max(...linesOfHeading)).toBeLessThanOrEqual(3);
  });

  test('measure bold words as bold, and say when the words do not fit', () => {
    const plain = words(['A', 'B'], ['safeguarding', MEETING.repeat(3)]);
    const bold = {
      ...plain,
      rows: plain.rows.map(([first = { text: '' }, ...more]) => [{ ...first, bold: true }, ...more]),
    };
    expect(fitted(bold, 160).widths[0]).toBeGreaterThan(fitted(plain, 160).widths[0] ?? 0);
    expect(fitted(plain, 160).breaksWords).toBe(false);
    expect(fitted(plain, 90).breaksWords).toBe(true);
  });

  const tables = fc
    .integer({ min: 1, max: 12 })
    .chain((columns) =>
      fc.array(
        fc.array(fc.oneof(fc.lorem({ maxCount: 30 }), fc.string({ maxLength: 40 }), fc.constant('')), {
          minLength: columns,
          maxLength: columns,
        }),
        { minLength: 1, maxLength: 12 },
      ),
    )
    .map((rows) => words(rows[0]?.map((_, index) => `Column ${index}`) ?? [], ...rows));

  test('always add up to the page, are the same each time, and break no word that the page has room for', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 200, max: 900 }), (table, available) => {
        const { widths, breaksWords, lines } = fitted(table, available);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBe(available);
        expect(fitted(table, available).widths).toEqual(widths);
        expect(lines).toBeGreaterThanOrEqual(1);
        for (const [column, width] of widths.entries()) {
          expect(width).toBeGreaterThan(0);
          if (breaksWords) continue;
          for (const word of table.rows.flatMap((row) => row[column]?.text.split(/[ \t\r\n]+/) ?? [])) {
            expect(width).toBeGreaterThanOrEqual(Math.min(arialWidth(word), 10) * EM + PADDING);
          }
        }
      }),
      { seed: 20200605, numRuns: 150 },
    );
  });

  test('make no table taller than equal shares do, but for a line or so', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { widths, breaksWords } = fitted(table);
        fc.pre(!breaksWords);
        expect(linesIn(table, widths)).toBeLessThanOrEqual(Math.ceil(linesIn(table, equalShares(table)) * 1.05) + 1);
      }),
      { seed: 20200605, numRuns: 150 },
    );
  });
});
