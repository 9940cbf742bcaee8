import type { WithheldItem } from '../../../db/contract/packs.ts';
import { SimpleTable } from '../../ui/index.ts';

/** What a public pack leaves out, said before it is saved; never part of the documents. */
export function WithheldList({ withheld }: { readonly withheld: readonly WithheldItem[] }) {
  if (withheld.length === 0)
    return <p className="pack-withheld">Nothing of what the board holds is withheld from this public pack.</p>;
  return (
    <details className="pack-withheld" open>
      <summary>
        <h3>Withheld from this public pack</h3>
        <span className="ui-count">{withheld.length}</span>
      </summary>
      <SimpleTable
        caption="Withheld from this public pack"
        hideCaption
        columns={[
          { key: 'what', heading: 'What', render: ([, items]) => items.map(({ what }) => what).join(', ') },
          { key: 'why', heading: 'Why', width: '40%', render: ([why]) => why },
        ]}
        rows={byReason(withheld)}
        rowKey={([why]) => why}
        whenEmpty=""
      />
    </details>
  );
}

/** In the order in which the reasons are first given. */
const byReason = (withheld: readonly WithheldItem[]): readonly (readonly [string, readonly WithheldItem[]])[] =>
  [...new Set(withheld.map(({ why }) => why))].map((reason) => [reason, withheld.filter(({ why }) => why === reason)]);
