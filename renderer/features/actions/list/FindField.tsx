import { useEffect, useRef, useState } from 'react';
import { SearchField } from '../../../ui/index.ts';

const pauseMs = 120;

type FindFieldProps = { readonly label: string; readonly find: string; readonly onFind: (find: string) => void };

/** Finds as you type: what is typed shows at once, and the address follows after a moment's pause. */
export function FindField({ label, find, onFind }: FindFieldProps) {
  const [typed, setTyped] = useState(find);
  const asked = useRef(find);
  const latest = useRef(onFind);
  latest.current = onFind;
  useEffect(() => {
    if (find === asked.current) return;
    asked.current = find;
    setTyped(find);
  }, [find]);
  useEffect(() => {
    if (typed === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = typed;
      latest.current(typed);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return <SearchField label={label} value={typed} onChange={setTyped} />;
}
