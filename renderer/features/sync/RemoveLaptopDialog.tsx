import type { SyncLaptop } from '../../../db/contract/sync.ts';
import { save } from '../../app/use-save.ts';
import { client } from '../../client.ts';
import { ConfirmDialog, showToast } from '../../ui/index.ts';

type RemoveLaptopDialogProps = {
  readonly laptop: SyncLaptop;
  readonly onRemoved: () => void;
  readonly onClose: () => void;
};

/** For good, and with a reason: it says what a removal does and what it cannot do. */
export function RemoveLaptopDialog({ laptop: { id, name }, onRemoved, onClose }: RemoveLaptopDialogProps) {
  const remove = async (reason: string): Promise<{ readonly message: string } | void> => {
    // On record for good: an Undo would not make it a member again.
    const run = async () => ({ ...(await client.devices.remove({ id, reason })), operationId: null });
    const outcome = await save(run, `Removed ${name}`);
    if (!outcome.ok) return { message: outcome.message };
    showToast({ message: `${name} is removed from the board` });
    onRemoved();
    onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      isDanger
      title={`Remove ${name}?`}
      confirmLabel="Remove this laptop"
      reason={{
        label: 'Reason',
        hint: 'For example “Stolen on 8 May 2020” or “Left the partnership”. It stays on record.',
      }}
      onConfirm={remove}
      onCancel={onClose}
    >
      <p>
        From now on nothing is encrypted to it, and what it writes afterwards is not taken in. What it could read before
        it goes on reading: this does not reach into that laptop.
      </p>
      <p>It cannot be undone. To come back, the laptop joins again.</p>
    </ConfirmDialog>
  );
}
