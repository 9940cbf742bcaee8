import { type FormEvent, useState } from 'react';
import { Failure } from '../../app/Failure.tsx';
import { client } from '../../client.ts';
import { Button, PassphraseField, Section, showToast } from '../../ui/index.ts';
import { ConfirmRecoveryCode, RecoverySheet } from '../welcome/RecoveryCode.tsx';

export function NewRecoveryCode({ boardName }: { readonly boardName: string }) {
  const [passphrase, setPassphrase] = useState('');
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (passphrase === '') return;
    setBusy(true);
    setError(null);
    try {
      const answer = await client.session.newRecoveryCode({ passphrase });
      setRecoveryCode(answer.recoveryCode);
    } catch (thrown) {
      setError(thrown);
    }
    setPassphrase('');
    setBusy(false);
  };
  const confirmed = (): void => {
    setRecoveryCode(null);
    showToast({ message: 'The new recovery code is in force' });
  };
  return (
    <Section
      heading="Recovery code"
      note="Opens the board when the passphrase is forgotten. A new one makes the printed one worthless at once."
    >
      {recoveryCode === null ? (
        <form className="settings-form" noValidate onSubmit={(event) => void make(event)}>
          {error !== null && <Failure error={error} />}
          <PassphraseField
            label="Passphrase"
            hint="So that nobody makes a new code at an unlocked screen."
            value={passphrase}
            onChange={setPassphrase}
          />
          <div className="settings-buttons">
            <Button type="submit" busy={busy} isDisabled={passphrase === ''}>
              Make a new recovery code
            </Button>
          </div>
        </form>
      ) : (
        <div className="settings-form">
          <RecoverySheet boardName={boardName} recoveryCode={recoveryCode} />
          <ConfirmRecoveryCode recoveryCode={recoveryCode} onConfirmed={confirmed} confirmLabel="It is printed" />
        </div>
      )}
    </Section>
  );
}
