import { useEffect, useRef, useState } from 'react';
import { SearchField } from '../../ui/index.ts';

const pauseMs = 120;

/** Finds as you type: what is typed shows at once, and the address follows after a moment's pause. */
export function FindReviews({ find, onFind }: { readonly find: string; readonly onFind: (find: string) => void }) {
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
  return <SearchField label="Find by label, reference or title" value={typed} onChange={setTyped} />;
}
