import { passphraseStrength } from '../../../db/domain/passphrase.ts';
import { PassphraseField } from '../../ui/index.ts';
import { StrengthWords } from './StrengthWords.tsx';

export type NewPassphraseEntry = { readonly passphrase: string; readonly again: string };

export const noPassphrase: NewPassphraseEntry = { passphrase: '', again: '' };

export type NewPassphraseProblems = { readonly passphrase?: string; readonly again?: string };

type NewPassphraseProps = {
  readonly value: NewPassphraseEntry;
  readonly onChange: (value: NewPassphraseEntry) => void;
  readonly problems: NewPassphraseProblems;
  /** The name of the board and the like, which a guesser tries first. */
  readonly ownWords?: readonly string[];
  readonly label?: string;
};

/** A passphrase twice, with how hard it is to guess. Used wherever a new one is set. */
export function NewPassphrase({ value, onChange, problems, ownWords = [], label = 'Passphrase' }: NewPassphraseProps) {
  const strength = passphraseStrength(value.passphrase, ownWords);
  return (
    <>
      <div id="new-passphrase">
        <PassphraseField
          label={label}
          hint="Four or more words that do not belong together. It cannot be looked up or reset by anyone."
          value={value.passphrase}
          onChange={(passphrase) => onChange({ ...value, passphrase })}
          error={problems.passphrase}
          strength={<StrengthWords strength={strength} isEmpty={value.passphrase === ''} />}
        />
      </div>
      <div id="passphrase-again">
        <PassphraseField
          label={`${label} again`}
          value={value.again}
          onChange={(again) => onChange({ ...value, again })}
          error={problems.again}
        />
      </div>
    </>
  );
}

/** What is wrong with the entry; empty when nothing is. */
export const newPassphraseProblems = (
  { passphrase, again }: NewPassphraseEntry,
  ownWords: readonly string[] = [],
): NewPassphraseProblems => {
  const strength = passphraseStrength(passphrase, ownWords);
  if (!strength.acceptable) return { passphrase: strength.words };
  return passphrase === again ? {} : { again: 'The two passphrases differ. Type the same one twice.' };
};
