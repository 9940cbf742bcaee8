import { useEffect, useState } from 'react';

/** The last value that was not null and has stood for so long: what is typed is not followed letter by letter. */
export const useSettled = <Value>(value: Value | null, milliseconds: number): Value | null => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (value === null) return;
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
};
