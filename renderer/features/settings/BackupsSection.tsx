import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BackupRow } from '../../../db/contract/backups.ts';
import { comesBackWords } from '../../../db/domain/restore-words.ts';
import { Failure } from '../../app/Failure.tsx';
import { errorToLine } from '../../app/failure-words.ts';
import { refreshEverything } from '../../app/follow-changes.ts';
import { formatInstant } from '../../app/format-instant.ts';
import { showProblem } from '../../app/problem-toast.ts';
import { api, client } from '../../client.ts';
import { Button, ConfirmDialog, Section, showToast, SimpleTable, Skeleton } from '../../ui/index.ts';
import { backupReasonWords, sizeInWords } from './backup-words.ts';
import { BoardCheck } from './BoardCheck.tsx';

export function BackupsSection() {
  const backups = useQuery(api.backups.list.queryOptions());
  const laptops = useQuery(api.devices.list.queryOptions());
  const comesBack = comesBackWords(laptops.data ?? []);
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [restoring, setRestoring] = useState<BackupRow | null>(null);
  const make = async (): Promise<void> => {
    setBusy(true);
    try {
      await client.backups.make();
      await queries.invalidateQueries({ queryKey: api.backups.key() });
      showToast({ message: 'Backup made and checked' });
    } catch (error) {
      showProblem(errorToLine(error));
    }
    setBusy(false);
  };
  return (
    <>
      <Section
        heading="Backups"
        {...(backups.data ? { count: backups.data.length } : {})}
        note="In the board’s own folder, encrypted like the board. Made at the first unlock of each day and before anything that changes much; kept for a year, fewer as they grow older. Copy the folder elsewhere too: a lost laptop takes its backups along."
        actions={
          <Button icon="add" busy={busy} onPress={() => void make()}>
            Make a backup now
          </Button>
        }
      >
        {backups.isPending && <Skeleton lines={4} />}
        {backups.isError && <Failure error={backups.error} onRetry={() => void backups.refetch()} />}
        {backups.data && (
          <SimpleTable
            caption="Backups"
            hideCaption
            rows={backups.data}
            rowKey={({ name }) => name}
            whenEmpty="No backups yet. The first is made at the first unlock of a day."
            columns={[
              {
                key: 'made',
                heading: 'Made',
                width: '32%',
                isRowHeading: true,
                render: ({ madeAt }) => formatInstant(madeAt),
              },
              { key: 'why', heading: 'Why', render: ({ reason }) => backupReasonWords(reason) },
              { key: 'size', heading: 'Size', width: '14%', align: 'end', render: ({ bytes }) => sizeInWords(bytes) },
              {
                key: 'restore',
                heading: 'Restore',
                width: '8rem',
                align: 'end',
                render: (backup) => (
                  <Button
                    size="small"
                    onPress={() => setRestoring(backup)}
                    aria-label={`Restore the backup of ${formatInstant(backup.madeAt)}`}
                  >
                    Restore
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Section>
      <BoardCheck />
      <ConfirmDialog
        isOpen={restoring !== null}
        title="Restore this backup?"
        confirmLabel="Restore the backup"
        onCancel={() => setRestoring(null)}
        onConfirm={async () => {
          const problem = await restore(restoring?.name ?? '');
          if (problem !== null) return { message: problem };
          setRestoring(null);
        }}
      >
        <p>
          The board goes back to how it was on {restoring && formatInstant(restoring.madeAt)}. Changes made since then
          leave the board. A backup of the board as it is now is made first, so this can be taken back by restoring that
          one.
        </p>
        {comesBack !== null && <p>{comesBack}</p>}
      </ConfirmDialog>
    </>
  );
}

/** Null when it is done, else why not. */
const restore = async (name: string): Promise<string | null> => {
  try {
    await client.backups.restore({ name });
  } catch (error) {
    return errorToLine(error);
  }
  await refreshEverything();
  showToast({ message: 'Backup restored. The board as it was before is the newest backup.' });
  return null;
};
