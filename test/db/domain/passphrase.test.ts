import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passphraseStrength } from '../../../db/domain/passphrase.ts';

const board = ['Exampleshire Safeguarding Children Partnership'];

describe('a passphrase is judged by what cannot be guessed of it', () => {
  test.each([
    ['nothing typed', '', 0, false, /at least 12 characters/],
    ['too short, however odd', 'x9!Kq2#vLm', 1, false, /Add 2 more characters/],
    ['one character short', 'kettle orbi', 1, false, /Add 1 more character:/],
    ['a common word in disguise', 'P4ssw0rd1234', 0, false, /words that are tried first/],
    ['one letter over and over', 'aaaaaaaaaaaaaaaa', 0, false, /follows a pattern/],
    ['the alphabet', 'abcdefghijklmnop', 0, false, /follows a pattern/],
    ['figures in order', '123456789012', 0, false, /follows a pattern/],
    ['one part repeated', 'tulip9tulip9tulip9', 1, false, /follows a pattern/],
    ['the famous example', 'correct horse battery staple', 0, false, /tried first/],
    ['the name of the board and a year', 'Exampleshire 2024!', 0, false, /name of the board/],
    ['random characters of the least length', 'tX9!kPq2#vLm', 2, true, /Add another unrelated word/],
    ['three words', 'blue kettle marsh', 3, true, /hard to guess/],
    ['four words', 'plum kettle orbit violin', 4, true, /very hard to guess/],
  ] as const)('%s', (_, passphrase, score, acceptable, words) => {
    expect(passphraseStrength(passphrase, board)).toMatchObject({
      score,
      acceptable,
      words: expect.stringMatching(words),
    });
  });
});

test('a long paste is judged at once', () => {
  expect(passphraseStrength('plum kettle orbit violin '.repeat(10_000)).acceptable).toBe(true);
});

test('any text is judged, and nothing under 12 characters is accepted', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const { score, acceptable } = passphraseStrength(text, board);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(acceptable && Array.from(text).length < 12).toBe(false);
    }),
    { seed: 12, numRuns: 200 },
  );
});
