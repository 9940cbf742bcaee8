import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textDifference, type TextPart } from '../../../db/domain/text-difference.ts';

const joined = (parts: readonly TextPart[], without: TextPart['kind']): string =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

const marked = (old: string, next: string): string =>
  textDifference(old, next)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `[+${text}+]`))
    .join('');

/** The length of a longest common subsequence by the plain table. */
const commonLength = (one: readonly string[], other: readonly string[]): number => {
  let row = Array.from({ length: other.length + 1 }, () => 0);
  for (const sign of one) {
    const next = [0];
    for (const [at, found] of other.entries()) {
      next.push(sign === found ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

describe('textDifference', () => {
  it.each([
    ['', '', ''],
    ['', 'A new text', '[+A new text+]'],
    ['All gone', '', '[-All gone-]'],
    ['The board met twice.', 'The board met twice.', 'The board met twice.'],
    ['The board met twice.', 'The board met three times.', 'The board met [-twice-][+three times+].'],
    ['Health will report.', 'Police will report.', '[-Health-][+Police+] will report.'],
    ['Mae’r plentyn yn iach', 'Mae’r plant yn iach', 'Mae’r [-plentyn-][+plant+] yn iach'],
    ['one, two', 'one; two', 'one[-,-][+;+] two'],
    ['Ŵyl 👪 mawr', 'Ŵyl 👶 mawr', 'Ŵyl [-👪-][+👶+] mawr'],
    ['First.\nSecond.', 'First.\n\nSecond.', 'First.[-\n-][+\n\n+]Second.'],
  ])('shows %j against %j word by word', (old, next, expected) => {
    expect(marked(old, next)).toBe(expected);
  });

  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'Dŵr', ' ', '\n', ', ', '’s', '👪'), { maxLength: 40 });
  const text = fc.oneof(
    words.map((list) => list.join('')),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );

  it('loses no character of either text, and never splits what was the same', () => {
    fc.assert(
      fc.property(text, text, (old, next) => {
        const parts = textDifference(old, next);
        expect(joined(parts, 'added')).toBe(old);
        expect(joined(parts, 'removed')).toBe(next);
        expect(parts.every(({ text: part }) => part !== '')).toBe(true);
        expect(parts.every(({ kind }, at) => kind !== parts[at - 1]?.kind)).toBe(true);
        expect(parts.some(({ kind }, at) => kind === 'removed' && parts[at - 1]?.kind === 'added')).toBe(false);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('keeps as many words as can be kept', () => {
    const signs = fc.array(fc.constantFrom('.', ',', ';', '!'), { maxLength: 25 });
    fc.assert(
      fc.property(signs, signs, (old, next) => {
        const same = textDifference(old.join(''), next.join('')).filter(({ kind }) => kind === 'same');
        expect(same.reduce((sum, part) => sum + part.text.length, 0)).toBe(commonLength(old, next));
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  it('says the same the other way round, removed and added changed over, as much being kept', () => {
    fc.assert(
      fc.property(text, text, (old, next) => {
        const kept = (parts: readonly TextPart[]): number =>
          parts.filter(({ kind }) => kind === 'same').flatMap(({ text: part }) => part.match(/\p{L}+|\s+|./gsu) ?? [])
            .length;
        expect(kept(textDifference(old, next))).toBe(kept(textDifference(next, old)));
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  const sentence = (at: number): string => `Word${at} stands for number ${at} of them. `;
  const longText = (from: number, paragraphs: number): string =>
    Array.from({ length: paragraphs }, (_, at) => sentence(from + at).repeat(12)).join('\n');

  it('compares 100,000 characters word by word when little differs', () => {
    const old = longText(0, 250);
    const next = old.replace('Word100 stands', 'Word100 stood').replace('number 200 of', 'number 200 out of');
    expect(old.length).toBeGreaterThan(100_000);
    const changed = textDifference(old, next).filter(({ kind }) => kind !== 'same');
    expect(changed.map(({ text: part }) => part)).toEqual(['stands', 'stood', ' out']);
  });

  it('compares paragraph by paragraph when too much differs, so that the work stays bounded', () => {
    const kept = sentence(1).repeat(3);
    const old = [longText(0, 120), kept, longText(1000, 120)].join('\n');
    const other = (from: number): string =>
      Array.from(
        { length: 120 },
        (_, at) => `Other${from + at * 12} ` + Array.from({ length: 70 }, (__, n) => `x${from}q${at}y${n}`).join(' '),
      ).join('\n');
    const next = [other(0), kept, other(5000)].join('\n');
    const begun = performance.now();
    const parts = textDifference(old, next);
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(parts.filter(({ kind }) => kind === 'same').map(({ text: part }) => part)).toEqual([`${kept}\n`]);
    expect(joined(parts, 'added')).toBe(old);
    expect(joined(parts, 'removed')).toBe(next);
  });

  it('shows the middle as removed and added where even the paragraphs are too many', () => {
    const lines = (from: number): string =>
      Array.from({ length: 20_000 }, (_, at) => `${(from + at).toString(36)}\n`).join('');
    const [old, next] = [`Begin ${lines(0)} end`, `Begin ${lines(50_000)} end`];
    const begun = performance.now();
    const parts = textDifference(old, next);
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect(parts.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same']);
    expect(parts[0]?.text).toBe('Begin ');
    expect(joined(parts, 'added')).toBe(old);
    expect(joined(parts, 'removed')).toBe(next);
  });
});
