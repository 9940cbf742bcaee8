import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../app/Failure.tsx';
import { closeBoard } from '../../app/screens.ts';
import { Starting } from '../../app/Starting.tsx';
import { api } from '../../client.ts';
import { shell } from '../../shell/index.ts';
import { Button } from '../../ui/index.ts';
import { BrokenKeyFile } from './BrokenKeyFile.tsx';
import { DamagedDatabase } from './DamagedDatabase.tsx';
import { Doorway } from './Doorway.tsx';
import { LockReasonNotice } from './LockReasonNotice.tsx';
import { PassphraseForm, type RestorableProblem } from './PassphraseForm.tsx';
import { RecoveryForm } from './RecoveryForm.tsx';

/** A board that waits for its passphrase; or cannot be opened with it, and why. */
export function Unlock() {
  const status = useQuery(api.session.status.queryOptions());
  const current = useQuery({ queryKey: ['current board'], queryFn: () => shell.currentBoard() });
  const queries = useQueryClient();
  const [way, setWay] = useState<'passphrase' | 'recovery'>('passphrase');
  const [damaged, setDamaged] = useState<RestorableProblem | null>(null);
  if (status.isPending || current.isPending) return <Starting />;
  if (status.isError)
    return (
      <Doorway title="The board cannot be opened">
        <Failure error={status.error} onRetry={() => void status.refetch()} />
        <OtherBoard />
      </Doorway>
    );
  const { state, problem, vaultCopy, boardName, backups } = status.data;
  const lookAgain = (): void => void queries.invalidateQueries({ queryKey: api.session.key() });
  const title = boardName ?? current.data?.folderName ?? 'This board';
  if (state === 'broken' && problem !== null)
    return (
      <Doorway title={title}>
        <BrokenKeyFile problem={problem} hasCopy={vaultCopy} onRepaired={lookAgain} />
        <OtherBoard />
      </Doorway>
    );
  if (damaged !== null)
    return (
      <Doorway title={title}>
        <DamagedDatabase {...damaged} backups={backups} onBack={() => setDamaged(null)} />
        <OtherBoard />
      </Doorway>
    );
  return (
    <Doorway title={title}>
      <LockReasonNotice />
      {way === 'passphrase' ? (
        <PassphraseForm
          isSample={current.data?.sample ?? false}
          onRecover={() => setWay('recovery')}
          onDamaged={(found) => {
            lookAgain();
            setDamaged(found);
          }}
        />
      ) : (
        <RecoveryForm boardName={title} onBack={() => setWay('passphrase')} />
      )}
      <OtherBoard />
    </Doorway>
  );
}

function OtherBoard() {
  return (
    <div className="doorway-foot">
      <Button kind="quiet" onPress={() => void closeBoard()}>
        Choose another board
      </Button>
    </div>
  );
}
