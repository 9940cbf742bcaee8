import { Pill } from '../../ui/index.ts';
import type { RagKey } from './preview-model.ts';

/** The key in short, before a table that shows ratings. */
export function RagKeyLine({ ragKey }: { readonly ragKey: RagKey }) {
  return (
    <div className="pack-key">
      <p>Key to the ratings ({ragKey.scheme})</p>
      <ul>
        {ragKey.levels.map(({ code, tone, symbol, label, rule }) => (
          <li key={code}>
            <Pill tone={tone} symbol={symbol}>
              {label}
            </Pill>{' '}
            {rule}
          </li>
        ))}
      </ul>
    </div>
  );
}
