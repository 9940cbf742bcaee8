import { describe, expect, it } from 'vitest';
import { type BundleHeader, bundleHeaderText, readBundleHeader } from '../../../db/sync/bundle-header.ts';
import { refusalOf } from '../../support/refusals.ts';

const [BOARD, A, B, C] = ['0', 'a', 'b', 'c'].map((sign) => `${sign.repeat(8)}-1111-7222-8333-444444444444`) as [
  string,
  string,
  string,
  string,
];
const ZEROS = '0'.repeat(64);
const [ONE, TWO, THREE] = ['1'.repeat(64), '2'.repeat(64), '3'.repeat(64)];

const HEADER: BundleHeader = {
  format: 'case-review-tracker-sync',
  version: 1,
  board: BOARD,
  device: B,
  continues: null,
  schema: [4, '0003_packs'],
  writtenAt: 1_795_424_400_000,
  clock: '01a207a246080000',
  to: [A, B],
  ranges: [
    [B, 1, 3, ZEROS, ONE],
    [A, 4, 4, TWO, THREE],
    [A, 6, 7, TWO, THREE],
  ],
  has: [
    [A, 7],
    [B, 3],
  ],
  operations: 6,
  changes: 0,
  contents: 0,
  unpacked: 1,
};
const TEXT = bundleHeaderText(HEADER);

const read = (text: string | Uint8Array): BundleHeader => readBundleHeader(Buffer.from(text));
const withPart = (part: Partial<Record<keyof BundleHeader, unknown>>): string => JSON.stringify({ ...HEADER, ...part });

describe('a bundle’s header', () => {
  it('is the JSON of its keys in the stated order, and is read from nothing else', () => {
    expect(TEXT).toBe(JSON.stringify(HEADER));
    expect(read(TEXT)).toEqual(HEADER);
    expect(Object.keys(JSON.parse(TEXT) as object).join(' ')).toBe(
      'format version board device continues schema writtenAt clock to ranges has operations changes contents unpacked',
    );
  });

  it('is not written when no reader would take it', () => {
    expect(() => bundleHeaderText({ ...HEADER, to: [A] })).toThrow();
  });

  const many = (count: number): string[] =>
    Array.from({ length: count }, (_, at) => `${at.toString(16).padStart(8, '0')}-1111-7222-8333-444444444444`);

  it.each<[string, string | Uint8Array]>([
    ['bytes that are not UTF-8', Buffer.from(TEXT.replace('packs', 'p\xe4cks'), 'latin1')],
    ['a byte order mark', `\ufeff${TEXT}`],
    ['no JSON', TEXT.slice(1)],
    ['a list', '[]'],
    ['white space', TEXT.replace(',', ', ')],
    ['keys in another order', TEXT.replace('"changes":0,"contents":0', '"contents":0,"changes":0')],
    ['a key twice', TEXT.replace('"version":1', '"version":1,"version":1')],
    ['a key more', TEXT.replace('"version":1', '"version":1,"more":1')],
    ['a prototype', TEXT.replace('"version":1', '"version":1,"__proto__":{}')],
    ['a key less', TEXT.replace('"contents":0,', '')],
    ['a number written otherwise', TEXT.replace('"unpacked":1', '"unpacked":1.0')],
    ['a sign written otherwise', TEXT.replace('0003_packs', '\\u0030003_packs')],
    ['another format', withPart({ format: 'case-review-tracker-board' })],
    ['another version', withPart({ version: 2 })],
    ['an id in capitals', withPart({ board: BOARD.replace('1111', '1A11') })],
    ['a device that continues itself', withPart({ continues: B })],
    ['half a sign in a name', withPart({ schema: [4, '\ud800'] })],
    ['a clock after the year 9999', withPart({ clock: 'e677d21fdc000000' })],
    ['a time after the year 9999', withPart({ writtenAt: 253_402_300_800_000 })],
    ['nobody to read it', withPart({ to: [] })],
    ['recipients in no order', withPart({ to: [B, A] })],
    ['a recipient twice', withPart({ to: [A, A, B] })],
    ['a writer that cannot read it', withPart({ to: [A, C] })],
    ['21 recipients', withPart({ to: [...many(20), B] })],
    ['no range', withPart({ ranges: [], operations: 0 })],
    ['a range that ends before it begins', withPart({ ranges: [[B, 3, 2, ONE, TWO]], operations: 0 })],
    ['a range from 0', withPart({ ranges: [[B, 0, 5, ZEROS, TWO]] })],
    ['a first range that follows a hash', withPart({ ranges: [[B, 1, 6, ONE, TWO]] })],
    ['a later range that follows none', withPart({ ranges: [[B, 2, 7, ZEROS, TWO]] })],
    [
      'the writer’s own range not first',
      withPart({
        ranges: [
          [A, 1, 3, ZEROS, ONE],
          [B, 1, 3, ZEROS, ONE],
        ],
      }),
    ],
    [
      'ranges of others in no order',
      withPart({
        ranges: [
          [C, 1, 3, ZEROS, ONE],
          [A, 1, 3, ZEROS, ONE],
        ],
      }),
    ],
    [
      'ranges that overlap',
      withPart({
        ranges: [
          [B, 1, 3, ZEROS, ONE],
          [B, 3, 5, ONE, TWO],
        ],
      }),
    ],
    ['a range too long for a number', withPart({ ranges: [[B, 1, 2 ** 53, ZEROS, ONE]] })],
    ['65 ranges', withPart({ ranges: many(65).map((device) => [device, 1, 1, ZEROS, ONE]), operations: 65 })],
    [
      'what it has in no order',
      withPart({
        has: [
          [B, 3],
          [A, 7],
        ],
      }),
    ],
    ['more operations than in the ranges', withPart({ operations: 7 })],
    ['too many operations', withPart({ ranges: [[B, 1, 200_001, ZEROS, ONE]], operations: 200_001 })],
    ['too many changes', withPart({ changes: 1_000_001 })],
    ['too many contents', withPart({ contents: 10_001 })],
    ['too many bytes', withPart({ unpacked: 536_870_913 })],
    ['half an operation', withPart({ changes: 0.5 })],
  ])('is refused with %s', async (_, text) => {
    const refused = await refusalOf(() => read(text));
    expect(refused.code).toBe('bad-header');
    expect(refused.words).toMatch(/^its header makes no sense \(.+\)$/s);
  });

  it('names the key that makes no sense', async () => {
    const refused = await refusalOf(() => read(withPart({ unpacked: 0 })));
    expect(refused.place).toEqual({ key: 'unpacked' });
  });
});
