/** What waits for a decision of a person. Its id follows from what it is about, so every laptop calls it the same. */
import { createHash } from 'node:crypto';
import type { ConflictKind } from '../../domain/codes.ts';

export type Conflict = {
  readonly id: string;
  readonly kind: ConflictKind;
  readonly tableName: string;
  readonly rowId: string;
  readonly cell: string;
  /** The operation after which the versions parted. */
  readonly base: string | null;
  /** Ids of operations; of rows for `two-decisions` and `twins`. */
  readonly sides: readonly string[];
  readonly shown: string | null;
};

/** The base is part of it: a side that comes later belongs to the same conflict, a parting after a decision makes another. */
export const conflictId = ({
  kind,
  tableName,
  rowId,
  cell,
  base,
}: Pick<Conflict, 'kind' | 'tableName' | 'rowId' | 'cell' | 'base'>): string =>
  createHash('sha256')
    .update(JSON.stringify(['conflict', 1, kind, tableName, rowId, cell, base]))
    .digest('hex')
    .slice(0, 32);
