import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { ShellCommand } from '../db/contract/shell.ts';

export type MenuActions = {
  readonly command: (command: ShellCommand) => void;
  readonly lock: () => void;
};

/**
 * The menu is a way to the page's own commands, not a second implementation of them. Locking alone does not ask the page.
 * Shortcuts are shown here and answered by the page (`registerAccelerator: false`), where a text field keeps its own undo.
 */
export const setMenu = ({ command, lock }: MenuActions, packaged: boolean): void => {
  const asks = (label: string, name: ShellCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => command(name),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  });
  const mac = process.platform === 'darwin';
  const template: readonly MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        asks('New board…', 'new-board'),
        asks('Open board…', 'open-board'),
        { type: 'separator' },
        { label: 'Lock', accelerator: 'CmdOrCtrl+Shift+L', click: lock },
        asks('Close board', 'close-board'),
        { type: 'separator' },
        mac ? { role: 'close' } : { role: 'quit', label: 'Exit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        asks('Undo', 'undo', 'CmdOrCtrl+Z'),
        asks('Redo', 'redo', mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll', label: 'Select all' },
        { type: 'separator' },
        asks('Find…', 'find', 'CmdOrCtrl+F'),
        asks('Go to…', 'command-palette', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'zoomIn', label: 'Larger' },
        { role: 'zoomOut', label: 'Smaller' },
        { role: 'resetZoom', label: 'Actual size' },
        { type: 'separator' },
        { role: 'togglefullscreen', label: 'Full screen' },
        ...(packaged ? [] : [{ role: 'toggleDevTools', label: 'Developer tools' } as const]),
      ],
    },
    {
      label: '&Help',
      submenu: [asks('Keyboard shortcuts', 'keyboard-shortcuts'), asks('About Case Review Tracker', 'about')],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...template]));
};
