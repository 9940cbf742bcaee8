import { Button, Notice } from '../../ui/index.ts';
import type { KeptFile } from './exchange-files.ts';

type SyncFileNoticeProps = {
  readonly kept: KeptFile | null;
  /** What to do with the file once it is saved. */
  readonly next: string;
  /** Asks once more where it is to go. */
  readonly onKeep?: () => void;
};

/** What became of a file that was to be saved. */
export function SyncFileNotice({ kept, next, onKeep }: SyncFileNoticeProps) {
  if (kept === null) return null;
  if (kept.outcome === 'saved')
    return (
      <Notice>
        Saved as “{kept.name}”. {next}
      </Notice>
    );
  return (
    <Notice kind="warning" action={onKeep && <Button onPress={onKeep}>Save the file</Button>}>
      {kept.message}
    </Notice>
  );
}
