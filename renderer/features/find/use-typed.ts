import { useEffect, useRef, useState } from 'react';

const pauseMs = 300;

/** What is typed, at once; the address follows after a pause, and going back or forward brings its words into the field. */
export const useTyped = (
  address: string,
  follow: (typed: string) => unknown,
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
    const timer = setTimeout(() => {
      asked.current = typed;
      latest.current(typed);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return [typed, setTyped];
};
