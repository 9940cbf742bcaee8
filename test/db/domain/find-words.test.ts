import { describe, expect, it } from 'vitest';
import { isExactly, markedText, scoreOf, snippetOf, typedWords } from '../../../db/domain/find-words.ts';

const marks = (parts: readonly { readonly text: string; readonly isMatch: boolean }[]): string =>
  parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');

describe('typed words', () => {
  it.each([
    ['are parted by spaces and punctuation', 'LCSPR 2025/02, Baby-T', ['lcspr', '2025', '02', 'baby', 't']],
    ['have no capitals and no accents', 'Éclair ÑANDÚ', ['eclair', 'nandu']],
    ['keep letters of other scripts', 'Łódź 東京', ['łodz', '東京']],
    ['count once each', 'the the THE', ['the']],
    ['can be none', ' “…” — ()*" ', []],
  ])('%s', (_, typed, wanted) => {
    expect(typedWords(typed)).toEqual(wanted);
  });

  it('are no more than a dozen', () => {
    expect(typedWords(Array.from({ length: 40 }, (_, at) => `word${at}`).join(' '))).toHaveLength(12);
  });
});

describe('a snippet', () => {
  it.each([
    [
      'marks every word that begins with what was typed',
      'A trial and its trials',
      ['trial'],
      'A [trial] and its [trials]',
    ],
    ['marks one letter only where it stands alone', 'Baby T and Tom', ['baby', 't'], '[Baby] [T] and Tom'],
    ['marks whatever the accents', 'The café in Zoë’s road', ['cafe', 'zoe'], 'The [café] in [Zoë]’s road'],
    ['does not mark the middle of a word', 'Reassess the case', ['assess'], 'Reassess the case'],
    ['keeps what looks like HTML as the text it is', '<b>trial</b> & more', ['trial'], '<b>[trial]</b> & more'],
  ])('%s', (_, text, typed, wanted) => {
    expect(marks(markedText(text, typed))).toBe(wanted);
  });

  it('of a long text is the part around the first match, cut between words', () => {
    const text = `${'before '.repeat(60)}the criminal trial ${'after '.repeat(60)}`;
    const found = marks(snippetOf(text, ['trial']));
    expect(found).toMatch(/^… (before )+the criminal \[trial\] (after )+after …$/);
    expect(found.length).toBeLessThan(180);
  });

  it('of a text without a match is its beginning', () => {
    expect(marks(snippetOf('One two three', ['trial']))).toBe('One two three');
  });
});

describe('the score', () => {
  const of = (part: Partial<Parameters<typeof scoreOf>[0]>, typed: readonly string[] = ['trial']): number =>
    scoreOf(
      { reference: '', title: '', text: '', ...part },
      typed,
      typed.map(() => 1),
    );

  it('is highest for a reference or label, then for a title, then for a text', () => {
    expect(of({ reference: 'Trial' })).toBeGreaterThan(of({ title: 'Trial' }));
    expect(of({ title: 'Trial' })).toBeGreaterThan(of({ text: 'Trial' }));
  });

  it('is higher for the whole word than for its beginning, and nothing for its middle', () => {
    expect(of({ text: 'the trial' })).toBeGreaterThan(of({ text: 'the trials' }));
    expect(of({ text: 'a mistrial' })).toBe(0);
  });

  it('is higher for a short text than for a long one that says it as often', () => {
    expect(of({ text: 'the trial' })).toBeGreaterThan(of({ text: `the trial ${'and so on '.repeat(50)}` }));
  });

  it('counts a rare word for more', () => {
    const both = (text: string): number => scoreOf({ reference: '', title: '', text }, ['the', 'trial'], [0.1, 3]);
    expect(both('trial')).toBeGreaterThan(both('the the the'));
  });
});

describe('an exact answer', () => {
  it('is a line that says what was typed and nothing else', () => {
    expect(isExactly('LCSPR 2025/02\nBaby T', typedWords('baby t'))).toBe(true);
    expect(isExactly('LCSPR 2025/02\nBaby T', typedWords('lcspr-2025-02'))).toBe(true);
    expect(isExactly('LCSPR 2025/02\nBaby T', typedWords('baby'))).toBe(false);
  });
});
