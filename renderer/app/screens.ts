import type { Opened } from '../../db/contract/session.ts';
import { api, client, disconnect } from '../client.ts';
import { shell } from '../shell/index.ts';
import { keepForReload, takeKept } from '../state/kept-for-reload.ts';
import { type LockReason, showScreen, useSession } from '../state/session.ts';
import { errorToWords } from './failure-words.ts';
import { followChanges, stopFollowingChanges } from './follow-changes.ts';
import { isDraftWaiting, keepAllWaiting } from './kept-drafts.ts';
import { queryClient } from './query-client.ts';

/** From one screen to the next: what the shell and the data process say decides, never what the page remembers. */
export const findScreen = async (): Promise<void> => {
  try {
    const board = await shell.currentBoard();
    if (board === null) return showScreen({ at: 'welcome' });
    const status = await client.session.status();
    const { state, boardName } = status;
    // The screen that comes next asks for both again, and need not wait for them.
    queryClient.setQueryData(['current board'], board);
    queryClient.setQueryData(api.session.status.queryKey(), status);
    if (state === 'open') return enterBoard(boardName ?? board.folderName);
    if (state === 'joining') return showScreen({ at: 'joining' });
    useSession.setState({ lockReason: keptLockReason() });
    showScreen({ at: state === 'empty' ? (board.sample ? 'sample' : 'create') : 'unlock' });
  } catch (error) {
    showScreen({ at: 'unreachable', message: whyUnreachable(error) });
  }
};

/** The passphrase was right. A laptop that waits to join has no board to show. */
export const enterOpened = async ({ boardName, waitsToJoin }: Opened): Promise<void> =>
  waitsToJoin ? findScreen() : enterBoard(boardName);

/** The board is open in the data process: everything is asked afresh. */
export const enterBoard = (boardName: string): void => {
  queryClient.clear();
  keepForReload('wasOpen', 'yes');
  useSession.setState({ lockReason: null });
  followChanges();
  showScreen({ at: 'open', boardName });
};

/** Ends the data process: key and case data are gone from memory, and the page starts afresh. */
export const lockBoard = (reason: Extract<LockReason, 'idle' | 'command'>): void => {
  keepForReload('lockReason', reason);
  if (!isDraftWaiting()) void shell.lock();
  else void keepAllWaiting().finally(() => void shell.lock());
};

/** To the welcome screen; `beginWith` opens one of its doors there. */
export const closeBoard = async (beginWith?: 'new-board' | 'open-board'): Promise<void> => {
  takeKept('wasOpen');
  if (beginWith !== undefined) keepForReload('beginWith', beginWith);
  disconnect();
  await shell.closeBoard();
  await findScreen();
};

/** The data process ended unasked, and a new one waits for the passphrase. What was acknowledged is on disk. */
export const afterDataProcessEnded = async (): Promise<void> => {
  const wasOpen = useSession.getState().screen.at === 'open';
  stopFollowingChanges();
  disconnect();
  queryClient.clear();
  if (wasOpen) keepForReload('lockReason', 'data-process-ended');
  await findScreen();
};

const keptLockReason = (): LockReason | null => {
  const wasOpen = takeKept('wasOpen') !== null;
  const reason = takeKept('lockReason');
  if (reason === 'idle' || reason === 'command' || reason === 'data-process-ended') return reason;
  return wasOpen ? 'laptop' : null;
};

/** The shell words its own failures for the person; the data process's are worded here. */
const whyUnreachable = (error: unknown): string => {
  if (error instanceof Error && error.constructor === Error && error.message !== '') return error.message;
  const { happened, advice } = errorToWords(error);
  return `${happened} ${advice}`;
};
