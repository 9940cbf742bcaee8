import { SearchField } from '../ui/index.ts';
import { useTyped } from './use-typed.ts';

const pauseMs = 120;

type FindFieldProps = { readonly label: string; readonly find: string; readonly onFind: (find: string) => void };

/** Finds as you type: what is typed shows at once, and the address follows after a moment's pause. */
export function FindField({ label, find, onFind }: FindFieldProps) {
  const [typed, setTyped] = useTyped(find, onFind, pauseMs);
  return <SearchField label={label} value={typed} onChange={setTyped} />;
}
