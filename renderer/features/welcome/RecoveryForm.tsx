import { type FormEvent, useState } from 'react';
import { errorToFailure } from '../../app/failure-words.ts';
import { Failure } from '../../app/Failure.tsx';
import { enterOpened } from '../../app/screens.ts';
import { client } from '../../client.ts';
import { Button, TextField } from '../../ui/index.ts';
import { NewPassphrase, newPassphraseProblems, type NewPassphraseProblems, noPassphrase } from './NewPassphrase.tsx';
import { useCountdown } from './use-countdown.ts';

type RecoveryFormProps = { readonly boardName: string; readonly onBack: () => void };

/** Opens with the printed code, and sets a new passphrase in the place of the forgotten one. */
export function RecoveryForm({ boardName, onBack }: RecoveryFormProps) {
  const [recoveryCode, setRecoveryCode] = useState('');
  const [secret, setSecret] = useState(noPassphrase);
  const [problems, setProblems] = useState<NewPassphraseProblems & { readonly code?: string }>({});
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [secondsLeft, wait] = useCountdown();
  const recover = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = {
      ...(recoveryCode.trim() === '' ? { code: 'Enter the code from the printed sheet.' } : {}),
      ...newPassphraseProblems(secret, [boardName]),
    };
    setProblems(found);
    if (Object.keys(found).length > 0 || secondsLeft > 0) return;
    setBusy(true);
    try {
      const opened = await client.session.recover({ recoveryCode: recoveryCode.trim(), passphrase: secret.passphrase });
      await enterOpened(opened);
    } catch (thrown) {
      setBusy(false);
      setError(thrown);
      wait(Number(errorToFailure(thrown)?.details['waitSeconds'] ?? 0));
    }
  };
  return (
    <form className="doorway-form" noValidate onSubmit={(event) => void recover(event)}>
      <h2>Open with the recovery code</h2>
      {error !== null && <Failure error={error} />}
      <TextField
        label="Recovery code"
        hint="From the printed sheet. Dashes and capital letters do not matter."
        value={recoveryCode}
        onChange={setRecoveryCode}
        error={problems.code}
        spellCheck="false"
        autoFocus
      />
      <NewPassphrase
        label="New passphrase"
        value={secret}
        onChange={setSecret}
        problems={problems}
        ownWords={[boardName]}
      />
      <div className="doorway-buttons">
        <Button kind="primary" type="submit" busy={busy} isDisabled={secondsLeft > 0}>
          {secondsLeft > 0 ? `Wait ${secondsLeft} s` : 'Open and set the new passphrase'}
        </Button>
        <Button onPress={onBack}>Use the passphrase</Button>
      </div>
    </form>
  );
}
