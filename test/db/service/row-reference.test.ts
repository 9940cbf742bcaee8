import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isWholeReference, newRequestCode, normalReference, rowReference } from '../../../db/service/row-reference.ts';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('');
const reference = rowReference('board', 'R-1', 'action');

it('means nothing on another board, another request or another action', () => {
  const others = [
    rowReference('board 2', 'R-1', 'action'),
    rowReference('board', 'R-2', 'action'),
    rowReference('board', 'R-1', 'b'),
  ];
  expect(new Set([reference, ...others]).size).toBe(4);
  expect(reference).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(rowReference('board', 'R-1', 'action')).toBe(reference);
});

it('is read as it was typed: small letters, without dashes, O for nought', () => {
  expect(normalReference(` ${reference.toLowerCase().replaceAll('-', ' ')} `)).toBe(reference);
  expect(normalReference('OIL0-0000–0000')).toBe('0110-0000-0000');
});

it('with any one letter changed, or two neighbours that changed places, is not whole', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(11), fc.constantFrom(...LETTERS), (id, at, letter) => {
      const plain = rowReference('b', 'r', id).replaceAll('-', '');
      expect(isWholeReference(plain)).toBe(true);
      const changed = plain.slice(0, at) + letter + plain.slice(at + 1);
      expect(isWholeReference(changed)).toBe(changed === plain);
      const swapped = plain.slice(0, at) + (plain[at + 1] ?? '') + (plain[at] ?? '') + plain.slice(at + 2);
      if (at < 9) expect(isWholeReference(swapped)).toBe(swapped === plain);
    }),
    { seed: 3, numRuns: 300 },
  );
});

it('a request has a short code of its own', () => {
  expect(newRequestCode((length) => Uint8Array.from({ length }, (_, at) => at * 40))).toBe('R-08GR-08GR');
});
