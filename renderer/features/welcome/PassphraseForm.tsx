import { type FormEvent, useState } from 'react';
import type { FailureCode } from '../../../db/domain/failures.ts';
import { SAMPLE_PASSPHRASE } from '../../../db/domain/sample.ts';
import { errorToFailure, errorToWords } from '../../app/failure-words.ts';
import { enterOpened } from '../../app/screens.ts';
import { client } from '../../client.ts';
import { Button, Notice, PassphraseField } from '../../ui/index.ts';
import { useCountdown } from './use-countdown.ts';

/** The passphrase was right, and the database cannot be opened with it: a backup may help. */
export type RestorableProblem = { readonly passphrase: string; readonly error: unknown };

type PassphraseFormProps = {
  readonly isSample: boolean;
  readonly onRecover: () => void;
  readonly onDamaged: (problem: RestorableProblem) => void;
};

const restorable: ReadonlySet<FailureCode> = new Set([
  'database-damaged',
  'database-missing',
  'database-unencrypted',
  'database-changed',
]);

export function PassphraseForm({ isSample, onRecover, onDamaged }: PassphraseFormProps) {
  const [passphrase, setPassphrase] = useState(isSample ? SAMPLE_PASSPHRASE : '');
  const [error, setError] = useState<unknown>(null);
  const [attempts, setAttempts] = useState(0);
  const [busy, setBusy] = useState(false);
  const [secondsLeft, wait] = useCountdown();
  const unlock = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (secondsLeft > 0 || passphrase === '') return;
    setBusy(true);
    try {
      await enterOpened(await client.session.unlock({ passphrase }));
    } catch (thrown) {
      const failure = errorToFailure(thrown);
      setBusy(false);
      if (failure !== null && restorable.has(failure.code)) return onDamaged({ passphrase, error: thrown });
      setError(thrown);
      wait(Number(failure?.details['waitSeconds'] ?? 0));
      if (failure?.code === 'wrong-passphrase') setPassphrase('');
      setAttempts(attempts + 1);
    }
  };
  return (
    <form className="doorway-form" onSubmit={(event) => void unlock(event)}>
      {error !== null && <UnlockProblem error={error} />}
      {isSample && <Notice>This is the sample board. Its passphrase is filled in: “{SAMPLE_PASSPHRASE}”.</Notice>}
      {/* A new field for each attempt, which takes the focus back. */}
      <PassphraseField key={attempts} label="Passphrase" value={passphrase} onChange={setPassphrase} autoFocus />
      <div className="doorway-buttons">
        <Button kind="primary" type="submit" icon="lock" busy={busy} isDisabled={secondsLeft > 0}>
          {secondsLeft > 0 ? `Wait ${secondsLeft} s` : 'Unlock'}
        </Button>
        {!isSample && (
          <Button kind="quiet" onPress={onRecover}>
            Use the recovery code
          </Button>
        )}
      </div>
    </form>
  );
}

function UnlockProblem({ error }: { readonly error: unknown }) {
  const { happened, advice } = errorToWords(error);
  return (
    <Notice kind="error" title={happened}>
      {advice}
    </Notice>
  );
}
