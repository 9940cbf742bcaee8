import { useId, useState } from 'react';
import type { ConflictDetail } from '../../../db/contract/conflicts.ts';
import { RadioGroup } from '../../ui/index.ts';
import type { ComparedWith } from './FieldValue.tsx';
import { Version } from './Version.tsx';
import { versionsOf } from './versions-of.ts';

const comparisons: readonly { readonly key: ComparedWith; readonly label: string }[] = [
  { key: 'nothing', label: 'The words alone' },
  { key: 'before', label: 'What differs from what stood before' },
  { key: 'shown', label: 'What differs from what is shown' },
];

/** What stood before, then every side, field by field. Two sides stand beside each other where there is room. */
export function Versions({ detail }: { readonly detail: ConflictDetail }) {
  const { before, sides, now } = versionsOf(detail);
  const beside = now === null ? sides : [...sides, now];
  const headingId = useId();
  const offered = comparisons.filter(({ key }) => detail.sides.some(({ fields }) => fields.some(canCompare(key))));
  const [wanted, setWanted] = useState<ComparedWith>('before');
  const compared = offered.some(({ key }) => key === wanted) ? wanted : 'nothing';
  return (
    <section className="conflict-versions" aria-labelledby={headingId}>
      <div className="conflict-versions-head">
        <h2 id={headingId}>{detail.kind === 'after-hand-over' ? 'The changes' : 'The versions'}</h2>
        {offered.length > 1 && (
          <RadioGroup
            label="Show in long texts"
            options={offered}
            value={compared}
            onChange={(key) => setWanted(key as ComparedWith)}
          />
        )}
      </div>
      {before !== null && <Version version={before} compared="nothing" />}
      <div className="conflict-sides" data-count={beside.length}>
        {beside.map((version) => (
          <Version key={version.key} version={version} compared={compared} />
        ))}
      </div>
    </section>
  );
}

type Field = ConflictDetail['sides'][number]['fields'][number];

const canCompare =
  (compared: ComparedWith) =>
  ({ fromBase, fromShown }: Field): boolean => {
    if (compared === 'nothing') return fromBase !== null || fromShown !== null;
    return (compared === 'before' ? fromBase : fromShown) !== null;
  };
