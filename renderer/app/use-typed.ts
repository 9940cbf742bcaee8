import { useEffect, useRef, useState } from 'react';

/**
 * What is typed into a find field, at once; the address follows after a pause, and going back or forward brings its words into
 * the field. Who has gone to another place meanwhile is not pulled back.
 */
export const useTyped = (
  address: string,
  follow: (typed: string) => void,
  pauseMs: number,
): readonly [typed: string, type: (typed: string) => void] => {
  const [typed, setTyped] = useState(address);
  const asked = useRef(address);
  const latest = useRef(follow);
  latest.current = follow;
  useEffect(() => {
    if (address === asked.current) return;
    asked.current = address;
    setTyped(address);
  }, [address]);
  useEffect(() => {
    if (typed === asked.current) return;
    const typedAt = placeNow();
    const timer = setTimeout(() => {
      if (placeNow() !== typedAt) return;
      asked.current = typed;
      latest.current(typed);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, pauseMs]);
  return [typed, setTyped];
};

/** The address without its search. */
const placeNow = (): string => location.hash.split('?')[0] ?? '';
