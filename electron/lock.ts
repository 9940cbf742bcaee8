import { powerMonitor } from 'electron';

/**
 * Locks when the laptop sleeps or its screen is locked; the menu and the page ask for the same lock, the page also after a
 * time without input (idle-lock.ts sees to a page that hangs). Nothing on screen is waited for.
 * Accepted gap: on Linux Electron hears of suspension but not of the locked screen; there the idle time covers it.
 */
export const lockWithTheLaptop = (lock: () => Promise<void>): void => {
  powerMonitor.on('suspend', () => void lock());
  powerMonitor.on('lock-screen', () => void lock());
};
