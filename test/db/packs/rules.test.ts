import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDateToSerial } from '../../../db/packs/civil-date.ts';
import { columnWidths } from '../../../db/packs/column-widths.ts';
import type { PackTable } from '../../../db/packs/model.ts';
import { printable } from '../../../db/packs/printable.ts';
import { PAPER_TONES, SCREEN_DARK_TONES } from '../../../db/packs/rag.ts';
import { sheetNames } from '../../../db/packs/sheet-names.ts';
import { examplePack } from './example-pack.ts';

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = (colour.match(/../g) ?? []).map((pair) => {
    const share = Number.parseInt(pair, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

describe('colours of ratings', () => {
  test.each([...Object.entries(PAPER_TONES), ...Object.entries(SCREEN_DARK_TONES)])(
    '%s has a contrast of 7:1 or more',
    (_, tone) => {
      expect(contrast(tone.background, tone.text)).toBeGreaterThanOrEqual(7);
    },
  );
});

describe('dates', () => {
  test('1 January 2020 is day 43,831 of a spreadsheet; a month or a day before March 1900 is none', () => {
    expect(civilDateToSerial('2020-01-01')).toBe(43_831);
    expect(civilDateToSerial('2020-01')).toBeNull();
    expect(civilDateToSerial('1900-02-28')).toBeNull();
  });
});

describe('sheet names', () => {
  test('any names become names a spreadsheet accepts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 12 }), (wanted) => {
        const names = sheetNames(wanted);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) {
          expect(name).toMatch(/^(?!history$)(?!')[^[\]:*?/\\]{1,31}(?<!')$/i);
          expect(name.isWellFormed()).toBe(true);
        }
      }),
      { seed: 20200605, numRuns: 300 },
    );
  });

  test('long names are cut at a word, and a name met again is numbered', () => {
    expect(sheetNames(['Actions by the agency that leads them', 'Actions', 'ACTIONS', "'History'"])).toEqual([
      'Actions by the agency that',
      'Actions',
      'ACTIONS 2',
      'History of changes',
    ]);
  });
});

describe('column widths', () => {
  const table = (texts: readonly string[], weights: readonly number[]): PackTable => ({
    kind: 'table',
    id: 't',
    caption: 't',
    nil: 'None.',
    columns: weights.map((width, index) => ({ key: `${index}`, heading: 'H', kind: 'text', width })),
    rows: [texts.map((text) => ({ kind: 'text', text }))],
  });
  const room = { available: 1000, em: 10, padding: 10 };

  test('follow the weights where the words allow it, and add up to the page', () => {
    expect(columnWidths(table(['a', 'b'], [3, 1]), examplePack.ragKey, room)).toEqual([750, 250]);
  });

  test('leave room for the longest word of a column with little weight', () => {
    const [, narrow = 0] = columnWidths(table(['a', 'safeguarding'], [99, 1]), examplePack.ragKey, room);
    expect(narrow).toBeGreaterThan(60);
  });

  test('always add up, whatever the words and weights', () => {
    const texts = fc.array(fc.tuple(fc.string({ maxLength: 40 }), fc.integer({ min: 0, max: 9 })), {
      minLength: 1,
      maxLength: 14,
    });
    fc.assert(
      fc.property(texts, (columns) => {
        const made = table(
          columns.map(([text]) => text),
          columns.map(([, weight]) => weight),
        );
        const widths = columnWidths(made, examplePack.ragKey, room);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBe(1000);
        for (const width of widths) expect(width).toBeGreaterThan(0);
      }),
      { seed: 8, numRuns: 300 },
    );
  });
});

describe('text for documents', () => {
  test('loses control characters and half surrogates, and has one kind of line end', () => {
    expect(printable('a\u0000b\u0007c\r\nd\re\ud800f\u200dg\uffff')).toBe('abc\nd\ne\ufffdf\u200dg');
    expect(printable('tŷ gwyn 👨‍👩‍👧 – “fine”')).toBe('tŷ gwyn 👨‍👩‍👧 – “fine”');
  });
});
