import type { PassphraseStrength } from '../../../db/domain/passphrase.ts';

type StrengthWordsProps = { readonly strength: PassphraseStrength; readonly isEmpty: boolean };

/** How hard a passphrase is to guess: as a bar for the eye, and in words. Nothing typed is not yet weak. */
export function StrengthWords({ strength, isEmpty }: StrengthWordsProps) {
  return (
    <span className="strength">
      <span className={`strength-bar strength-${strength.score}`} aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
      </span>
      <span>
        {!isEmpty && <strong>{strength.label}. </strong>}
        {strength.words}
      </span>
    </span>
  );
}
