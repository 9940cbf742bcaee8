import { type FormEvent, useState } from 'react';
import { Failure } from '../../app/Failure.tsx';
import { client } from '../../client.ts';
import { Button, PassphraseField, Section, showToast } from '../../ui/index.ts';
import {
  NewPassphrase,
  newPassphraseProblems,
  type NewPassphraseProblems,
  noPassphrase,
} from '../welcome/NewPassphrase.tsx';

export function ChangePassphrase({ boardName }: { readonly boardName: string }) {
  const [current, setCurrent] = useState('');
  const [secret, setSecret] = useState(noPassphrase);
  const [problems, setProblems] = useState<NewPassphraseProblems & { readonly current?: string }>({});
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const change = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = {
      ...(current === '' ? { current: 'Enter the passphrase that opens the board now.' } : {}),
      ...newPassphraseProblems(secret, [boardName]),
    };
    setProblems(found);
    setError(null);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await client.session.changePassphrase({ current, next: secret.passphrase });
      setCurrent('');
      setSecret(noPassphrase);
      showToast({ message: 'Passphrase changed. Use the new one from now on.' });
    } catch (thrown) {
      setError(thrown);
    }
    setBusy(false);
  };
  return (
    <Section
      heading="Change the passphrase"
      note="Backups made before keep the passphrase of their day. The recovery code stays as it is."
    >
      <form className="settings-form" noValidate onSubmit={(event) => void change(event)}>
        {error !== null && <Failure error={error} />}
        <PassphraseField label="Passphrase now" value={current} onChange={setCurrent} error={problems.current} />
        <NewPassphrase
          label="New passphrase"
          value={secret}
          onChange={setSecret}
          problems={problems}
          ownWords={[boardName]}
        />
        <div className="settings-buttons">
          <Button type="submit" busy={busy}>
            Change the passphrase
          </Button>
        </div>
      </form>
    </Section>
  );
}
