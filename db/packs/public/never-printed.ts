/**
 * What a public pack never prints, whoever typed it: labels and initials of every case (removed ones too), references of reviews that
 * are not public, days of incidents. Names that the board gave to its types, agencies, themes and places are looked through for
 * these, and so are the words typed for the pack itself.
 */
import type { PackOptions } from '../../contract/packs.ts';
import { foundSentence, identifyingWordsIn, type IdentifyingWords } from '../../domain/identifying-words.ts';
import { Failure } from '../../store/failure.ts';
import { packFileWords } from '../file-name.ts';

/** Names as they may be printed; one that would tell is withheld, and remembered. */
export type NameGuard = {
  /** The name, or '' where it is withheld. */
  readonly printable: (name: string) => string;
  readonly withheld: ReadonlySet<string>;
};

export const guardNames = (words: IdentifyingWords): NameGuard => {
  const seen = new Map<string, string>();
  const withheld = new Set<string>();
  const printable = (name: string): string => {
    const known = seen.get(name);
    if (known !== undefined) return known;
    const printed = identifyingWordsIn(name, words).length === 0 ? name : '';
    if (printed === '' && name !== '') withheld.add(name);
    seen.set(name, printed);
    return printed;
  };
  return { printable, withheld };
};

/** What the pack says of itself. */
const TYPED = ['title', 'body', 'marking'] as const;

/** Fails with bad-input, naming the field: these words stand on the cover and in the name of the file. */
export const refuseIdentifyingWords = (
  options: Pick<PackOptions, (typeof TYPED)[number]>,
  boardName: string,
  words: IdentifyingWords,
): void => {
  const refuse = (typed: string, field: (typeof TYPED)[number] | 'audience'): void => {
    const [found] = identifyingWordsIn(typed, words);
    if (found !== undefined) {
      throw new Failure('bad-input', {
        problem: `“${typed}” cannot stand on a public pack. ${foundSentence(found)}`,
        field,
      });
    }
  };
  for (const field of TYPED) refuse(options[field], field);
  refuse(packFileWords(options), 'title');
  refuse(boardName, 'audience');
};
