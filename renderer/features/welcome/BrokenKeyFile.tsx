import { useState } from 'react';
import { type FailureCode, failureWords } from '../../../db/domain/failures.ts';
import { Failure } from '../../app/Failure.tsx';
import { client } from '../../client.ts';
import { Button, Notice } from '../../ui/index.ts';

type BrokenKeyFileProps = { readonly problem: FailureCode; readonly hasCopy: boolean; readonly onRepaired: () => void };

/** The key file cannot be read. The records may be whole: a copy of it is kept with the backups. */
export function BrokenKeyFile({ problem, hasCopy, onRepaired }: BrokenKeyFileProps) {
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { happened, advice } = failureWords(problem);
  const canRepair = hasCopy && (problem === 'vault-damaged' || problem === 'vault-missing');
  const repair = async (): Promise<void> => {
    setBusy(true);
    try {
      await client.session.repairVault();
      onRepaired();
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  };
  return (
    <div className="doorway-form">
      <Notice kind="error" title={happened}>
        {advice}
      </Notice>
      {error !== null && <Failure error={error} />}
      <div className="doorway-buttons">
        {canRepair && (
          <Button kind="primary" busy={busy} onPress={() => void repair()}>
            Use the copy kept with the backups
          </Button>
        )}
        <Button onPress={onRepaired}>Look again</Button>
      </div>
    </div>
  );
}
