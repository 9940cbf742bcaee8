import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDateToSerial } from '../../../db/packs/civil-date.ts';
import { printable } from '../../../db/packs/printable.ts';
import { PAPER_TONES, SCREEN_DARK_TONES } from '../../../db/packs/rag.ts';
import { sheetNames } from '../../../db/packs/sheet-names.ts';

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

describe('text for documents', () => {
  test('loses control characters and half surrogates, and has one kind of line end', () => {
    expect(printable('a\u0000b\u0007c\r\nd\re\ud800f\u200dg\uffff')).toBe('abc\nd\ne\ufffdf\u200dg');
    expect(printable('tŷ gwyn 👨‍👩‍👧 – “fine”')).toBe('tŷ gwyn 👨‍👩‍👧 – “fine”');
  });
});
