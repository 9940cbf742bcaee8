import { useEffect } from 'react';
import { shell } from '../shell/index.ts';
import { showToast } from '../ui/index.ts';
import { idleStateAt, warningSeconds } from './idle-clock.ts';
import { lockBoard } from './screens.ts';

const activity = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** The shell hears at most this often that somebody is there: it locks by itself when a page that hangs cannot. */
const tellEveryMs = 15_000;

/** Locks the board when nobody has touched the laptop for so long, and says so half a minute before. */
export const useIdleLock = (lockAfterMinutes: number): void => {
  useEffect(() => {
    let lastActiveAt = Date.now();
    let toldAt = 0;
    let dismissWarning: (() => void) | null = null;
    const isActive = (): void => {
      lastActiveAt = Date.now();
      if (lastActiveAt - toldAt >= tellEveryMs) {
        toldAt = lastActiveAt;
        shell.inUse(lockAfterMinutes).catch(() => undefined);
      }
      dismissWarning?.();
      dismissWarning = null;
    };
    const look = (): void => {
      const state = idleStateAt(Date.now(), lastActiveAt, lockAfterMinutes);
      if (state.at === 'lock') {
        clearInterval(timer);
        lockBoard('idle');
      } else if (state.at === 'warning') dismissWarning ??= warn();
    };
    const timer = setInterval(look, 1000);
    isActive();
    for (const kind of activity) window.addEventListener(kind, isActive, { passive: true, capture: true });
    return () => {
      clearInterval(timer);
      dismissWarning?.();
      for (const kind of activity) window.removeEventListener(kind, isActive, { capture: true });
    };
  }, [lockAfterMinutes]);
};

const warn = (): (() => void) =>
  showToast({
    message: `The board locks in ${warningSeconds} seconds, because nobody has used it. Move the pointer or press a key to stay.`,
    isProblem: true,
    staysUntilDismissed: true,
  });
