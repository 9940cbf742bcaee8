import { useEffect } from 'react';
import { refreshEverything } from './follow-changes.ts';

const minute = 60_000;

/** Lateness is counted to today: when the day changes, also while the laptop slept, everything is asked again. */
export const useNewDay = (): void => {
  useEffect(() => {
    let day = new Date().toDateString();
    const timer = setInterval(() => {
      const today = new Date().toDateString();
      if (today === day) return;
      day = today;
      void refreshEverything();
    }, minute);
    return () => clearInterval(timer);
  }, []);
};
