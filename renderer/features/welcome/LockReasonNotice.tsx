import { type LockReason, useSession } from '../../state/session.ts';
import { Notice } from '../../ui/index.ts';

const words: Readonly<Record<LockReason, string>> = {
  idle: 'Locked because nobody had used it for a while. Everything you saved is safe.',
  command: 'You locked the board. Everything you saved is safe.',
  laptop:
    'Locked because the laptop went to sleep, its screen was locked, or it was locked in the menu or in another window. Everything you saved is safe.',
  'data-process-ended':
    'The part of the program that holds the board ended unexpectedly and was started again. Every change that was shown as saved is safe; what was being typed is not kept.',
};

/** Why the board is locked; nothing when it was only just chosen. */
export function LockReasonNotice() {
  const reason = useSession(({ lockReason }) => lockReason);
  if (reason === null) return null;
  return <Notice kind={reason === 'data-process-ended' ? 'warning' : 'info'}>{words[reason]}</Notice>;
}
