import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToCheckCode, typedToCheckCode } from '../../../db/domain/check-code.ts';

describe('bytesToCheckCode', () => {
  it.each([
    ['00000000000000', '00000-00000'],
    ['ffffffffffffff', 'ZZZZZ-ZZZZZ'],
    ['08421084210842', '11111-11111'],
    ['0123456789abcd', '04HMA-SW9NF'],
  ])('gives the first 50 bits of %s as %s', (hex, code) => {
    expect(bytesToCheckCode(Buffer.from(hex, 'hex'))).toBe(code);
  });

  it('looks at nothing after the first 50 bits', () => {
    const bytes = Buffer.from('0123456789abcd', 'hex');
    const other = Buffer.from('0123456789abffff', 'hex');
    expect(bytesToCheckCode(other).slice(0, 9)).toBe(bytesToCheckCode(bytes).slice(0, 9));
    expect(bytesToCheckCode(Buffer.from('0123456789abc0ffff', 'hex'))).toBe(bytesToCheckCode(bytes));
  });
});

describe('typedToCheckCode', () => {
  it.each([
    ['K7QP2-M4XR9', 'K7QP2-M4XR9'],
    ['k7qp2m4xr9', 'K7QP2-M4XR9'],
    [' k7qp2 – m4xr9 ', 'K7QP2-M4XR9'],
    ['oOiIl-LABCD', '00111-1ABCD'],
    ['K7QP2-M4XR', null],
    ['K7QP2-M4XR99', null],
    ['K7QP2-M4XRU', null],
    ['', null],
  ])('takes %j for %j', (typed, code) => {
    expect(typedToCheckCode(typed)).toBe(code);
  });

  it('takes every code for itself', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 7, maxLength: 32 }), (bytes) => {
        const code = bytesToCheckCode(bytes);
        expect(typedToCheckCode(code)).toBe(code);
        expect(typedToCheckCode(code.toLowerCase().split('').join(' '))).toBe(code);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
