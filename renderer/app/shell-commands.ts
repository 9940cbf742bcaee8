import type { ShellCommand } from '../../db/contract/shell.ts';
import { shell } from '../shell/index.ts';
import { openPalette, openShortcuts } from '../state/over-frame.ts';
import { useSession } from '../state/session.ts';
import { focusFind, redoNext, undoNext } from './commands.ts';
import { goTo } from './go-to.ts';
import { afterDataProcessEnded, closeBoard } from './screens.ts';

/** Hears the shell: its menu, and the end of the data process. */
export const followShell = (): void => {
  shell.onDataProcessEnded(() => void afterDataProcessEnded());
  shell.onCommand((command) => {
    if (useSession.getState().screen.at === 'open') run[command]();
    else if (command === 'new-board' || command === 'open-board' || command === 'close-board') run[command]();
  });
};

const run: Readonly<Record<ShellCommand, () => void>> = {
  'new-board': () => void closeBoard('new-board'),
  'open-board': () => void closeBoard('open-board'),
  'close-board': () => void closeBoard(),
  undo: () => void undoNext(),
  redo: () => void redoNext(),
  find: focusFind,
  'command-palette': openPalette,
  'keyboard-shortcuts': openShortcuts,
  about: () => goTo('/settings/about'),
};
