import { describe, expect, it } from 'vitest';
import { readWholeNumber } from '../../../renderer/ui/whole-number.ts';

describe('a whole number as typed', () => {
  it.each([
    ['plain figures', '15', 15],
    ['a comma between thousands', '40,000', 40_000],
    ['a space between thousands', '1 250', 1250],
    ['a typographic minus', '−3', -3],
    ['nothing', '  ', null],
  ])('reads %s', (_, typed, value) => {
    expect(readWholeNumber(typed)).toEqual({ value });
  });

  it.each([['1.5'], ['twelve'], ['1,2'], ['12 3']])('refuses %s', (typed) => {
    expect(readWholeNumber(typed)).toHaveProperty('error');
  });

  it('names the limits when a number is outside them', () => {
    expect(readWholeNumber('500', { min: 1, max: 400 })).toEqual({ error: 'Type a whole number from 1 to 400.' });
    expect(readWholeNumber('-1', { min: 0 })).toEqual({ error: 'Type a whole number, 0 or more.' });
  });
});
