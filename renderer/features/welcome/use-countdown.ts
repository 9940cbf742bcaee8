import { useEffect, useState } from 'react';

/** Seconds that are left of a wait, and how to begin one. */
export const useCountdown = (): readonly [secondsLeft: number, begin: (seconds: number) => void] => {
  const [secondsLeft, setSecondsLeft] = useState(0);
  useEffect(() => {
    if (secondsLeft <= 0) return;
    const timer = setTimeout(() => setSecondsLeft(secondsLeft - 1), 1000);
    return () => clearTimeout(timer);
  }, [secondsLeft]);
  return [secondsLeft, setSecondsLeft];
};
