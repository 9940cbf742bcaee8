import type { IconName } from '../ui/index.ts';
import { api, client } from '../client.ts';
import { askForDay } from '../state/looking-back.ts';
import { openPalette, openShortcuts } from '../state/over-frame.ts';
import { savesDone } from '../state/saving.ts';
import { chooseTheme } from '../state/theme.ts';
import { showToast } from '../ui/index.ts';
import { errorToLine } from './failure-words.ts';
import { PLACES, SETTINGS_SECTIONS } from './places.ts';
import { queryClient } from './query-client.ts';
import { goTo } from './go-to.ts';
import { goBackToToday } from './look-back.ts';
import { closeBoard, lockBoard } from './screens.ts';
import { inSentence, makeAgain, takeBack } from './use-save.ts';

export type Command = {
  readonly key: string;
  readonly label: string;
  readonly group: 'Go to' | 'Do' | 'Settings';
  readonly icon: IconName;
  /** As written on the keyboard; who listens is use-shortcuts.ts. */
  readonly keys?: string;
  readonly run: () => void;
};

/** What the palette offers besides reviews and actions. */
export const COMMANDS: readonly Command[] = [
  ...PLACES.map(
    ({ key, label, icon, path }, place): Command => ({
      key,
      label,
      group: 'Go to',
      icon,
      // The keyboard has no tenth digit.
      ...(place < 9 ? { keys: `Alt+${place + 1}` } : {}),
      run: () => goTo(path),
    }),
  ),
  {
    key: 'timeline',
    label: 'Timeline of reviews',
    group: 'Go to',
    icon: 'calendar',
    run: () => goTo('/reviews/timeline'),
  },
  {
    key: 'chasing',
    label: 'Chasing: request sheets and what comes back',
    group: 'Go to',
    icon: 'actions',
    run: () => goTo('/actions/chasing'),
  },
  {
    key: 'stages',
    label: 'Stages of reviews',
    group: 'Go to',
    icon: 'columns',
    run: () => goTo('/reviews/stages'),
  },
  {
    key: 'let-join',
    label: 'Let a laptop join this board',
    group: 'Do',
    icon: 'sync',
    run: () => goTo('/sync/join'),
  },
  { key: 'find', label: 'Find anything', group: 'Go to', icon: 'search', run: () => goTo('/find') },
  { key: 'new-review', label: 'Record a new review', group: 'Do', icon: 'add', run: () => goTo('/reviews/new') },
  { key: 'undo', label: 'Undo the last change', group: 'Do', icon: 'undo', keys: 'Ctrl+Z', run: () => void undoNext() },
  { key: 'redo', label: 'Redo', group: 'Do', icon: 'redo', keys: 'Ctrl+Y', run: () => void redoNext() },
  { key: 'history', label: 'History of the board', group: 'Go to', icon: 'history', run: () => goTo('/history') },
  {
    key: 'removed',
    label: 'Removed records',
    group: 'Go to',
    icon: 'history',
    run: () => goTo('/history?view=removed'),
  },
  {
    key: 'look-back',
    label: 'Look at the board as it was on an earlier day',
    group: 'Do',
    icon: 'history',
    run: askForDay,
  },
  { key: 'today', label: 'Go back to today', group: 'Do', icon: 'history', run: () => void goBackToToday() },
  { key: 'lock', label: 'Lock the board', group: 'Do', icon: 'lock', keys: 'Ctrl+L', run: () => lockBoard('command') },
  { key: 'backup', label: 'Make a backup now', group: 'Do', icon: 'download', run: () => void makeBackup() },
  { key: 'close', label: 'Close this board', group: 'Do', icon: 'close', run: () => void closeBoard() },
  {
    key: 'shortcuts',
    label: 'Show keyboard shortcuts',
    group: 'Do',
    icon: 'information',
    keys: '?',
    run: openShortcuts,
  },
  { key: 'light', label: 'Use the light theme', group: 'Settings', icon: 'show', run: () => chooseTheme('light') },
  { key: 'dark', label: 'Use the dark theme', group: 'Settings', icon: 'hide', run: () => chooseTheme('dark') },
  {
    key: 'system',
    label: 'Use the theme of this laptop',
    group: 'Settings',
    icon: 'settings',
    run: () => chooseTheme('system'),
  },
  ...SETTINGS_SECTIONS.map(
    ({ key, label }): Command => ({
      key: `settings ${key}`,
      label: `Settings: ${label}`,
      group: 'Settings',
      icon: 'settings',
      run: () => goTo(`/settings/${key}`),
    }),
  ),
];

/** Asked anew: what the page remembers may be from before a change that was saved a moment ago. */
export const undoNext = async (): Promise<void> => {
  await savesDone();
  const { undo, stays } = await client.history.next();
  if (stays !== null) showToast({ message: staysWords(stays), ...(undo === null ? {} : { action: undoOlder(undo) }) });
  else if (undo === null) showToast({ message: 'There is nothing to undo.' });
  else await takeBack(undo.operationId);
};

/** An approval stays on record: that is said before anything older is taken back. */
const staysWords = ({ words, instead }: { readonly words: string; readonly instead: string }): string =>
  `The last thing done was “${words}”. ${instead}`;

const undoOlder = ({ operationId, words }: { readonly operationId: string; readonly words: string }) => ({
  label: `Undo what came before: ${inSentence(words)}`,
  onPress: () => void takeBack(operationId),
});

export const redoNext = async (): Promise<void> => {
  await savesDone();
  const { redo } = await client.history.next();
  if (redo === null) showToast({ message: 'There is nothing to make again.' });
  else await makeAgain(redo.operationId);
};

/** Puts the cursor in the place's own find field, or opens the palette where there is none. */
export const focusFind = (): void => {
  const field = document.querySelector<HTMLInputElement>('main .ui-search input');
  if (field === null) return openPalette();
  field.focus();
  field.select();
};

const makeBackup = async (): Promise<void> => {
  try {
    await client.backups.make();
    await queryClient.invalidateQueries({ queryKey: api.backups.key() });
    showToast({ message: 'Backup made and checked' });
  } catch (error) {
    showToast({ message: errorToLine(error), isProblem: true });
  }
};
