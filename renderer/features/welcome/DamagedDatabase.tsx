import { useState } from 'react';
import type { BackupRow } from '../../../db/contract/backups.ts';
import { Failure } from '../../app/Failure.tsx';
import { formatInstant } from '../../app/format-instant.ts';
import { enterOpened } from '../../app/screens.ts';
import { client } from '../../client.ts';
import { Button, Notice, RadioGroup } from '../../ui/index.ts';
import { backupReasonWords } from '../settings/backup-words.ts';
import type { RestorableProblem } from './PassphraseForm.tsx';

type DamagedDatabaseProps = RestorableProblem & {
  readonly backups: readonly Omit<BackupRow, 'bytes'>[];
  readonly onBack: () => void;
};

/** The passphrase is right and the database cannot be read: says why, and offers the backups. */
export function DamagedDatabase({ passphrase, error, backups, onBack }: DamagedDatabaseProps) {
  const [chosen, setChosen] = useState(backups[0]?.name ?? null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const restore = async (): Promise<void> => {
    if (chosen === null) return;
    setBusy(true);
    setRefusal(null);
    try {
      await enterOpened(await client.session.restoreDamaged({ passphrase, backup: chosen }));
    } catch (thrown) {
      setRefusal(thrown);
      setBusy(false);
    }
  };
  return (
    <div className="doorway-form">
      <Failure error={error} />
      {refusal !== null && <Failure error={refusal} />}
      {backups.length === 0 ? (
        <Notice kind="warning">There is no backup in this folder. Look for a copy of the folder elsewhere.</Notice>
      ) : (
        <RadioGroup
          label="Restore a backup"
          hint="The newest is the least loss. The file that cannot be read is kept beside it."
          options={backups.map(({ name, madeAt, reason }) => ({
            key: name,
            label: formatInstant(madeAt),
            note: backupReasonWords(reason),
          }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      <div className="doorway-buttons">
        {backups.length > 0 && (
          <Button kind="primary" busy={busy} isDisabled={chosen === null} onPress={() => void restore()}>
            Restore this backup and open it
          </Button>
        )}
        <Button onPress={onBack}>Back</Button>
      </div>
    </div>
  );
}
