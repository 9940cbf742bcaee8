import { useState } from 'react';
import type { ConflictChosen, ConflictDetail } from '../../../db/contract/conflicts.ts';
import { type Draft, type Drafts, draftsOf, type StoredValues, valuesOf } from './own-values.ts';

export type OwnValueEntry = {
  /** Of twins: which one gets the value. */
  readonly side: string | null;
  readonly chooseSide: (side: string) => void;
  readonly drafts: Drafts;
  readonly enter: (field: string, draft: Draft) => void;
  readonly noteUnread: (field: string, problem: string | null) => void;
  readonly problem: { readonly field: string; readonly words: string } | null;
  /** The choice that was entered; null where an entry is wrong, which is shown from then on. */
  readonly read: () => ConflictChosen | null;
};

/** The field that stands for the choice between twins. */
export const sideField = 'side';

/** A value of one's own as it is entered: it begins with what the record shows, that of twins with what the chosen one has. */
export const useOwnValue = ({ kind, ownValue, shown, sides }: ConflictDetail): OwnValueEntry => {
  const fields = ownValue?.fields ?? [];
  const isRename = kind === 'twins';
  const [side, setSide] = useState<string | null>(null);
  const [stored, setStored] = useState<StoredValues>(() => storedOf(shown));
  const [drafts, setDrafts] = useState<Drafts>(() => draftsOf(fields, stored));
  const [unread, setUnread] = useState<Readonly<Record<string, string | null>>>({});
  const [problem, setProblem] = useState<OwnValueEntry['problem']>(null);
  return {
    side,
    chooseSide: (next) => {
      const begun = storedOf(sides.find(({ id }) => id === next)?.fields ?? []);
      setSide(next);
      setStored(begun);
      setDrafts(draftsOf(fields, begun));
      setProblem(null);
    },
    drafts,
    enter: (field, draft) => {
      setDrafts((now) => ({ ...now, [field]: draft }));
      setProblem(null);
    },
    noteUnread: (field, words) => setUnread((now) => ({ ...now, [field]: words })),
    problem,
    read: () => {
      if (isRename && side === null) {
        setProblem({ field: sideField, words: 'Choose which one.' });
        return null;
      }
      const wrong = fields.find(({ field }) => (unread[field] ?? null) !== null);
      if (wrong !== undefined) {
        setProblem({ field: wrong.field, words: unread[wrong.field] ?? '' });
        return null;
      }
      const entered = valuesOf(fields, drafts, stored);
      if ('problem' in entered) {
        setProblem({ field: entered.field, words: entered.problem });
        return null;
      }
      const { values } = entered;
      return isRename && side !== null ? { do: 'rename', side, values } : { do: 'combine', values };
    },
  };
};

const storedOf = (fields: ConflictDetail['shown']): StoredValues =>
  Object.fromEntries(fields.map(({ field, stored }) => [field, stored]));
