import { useQuery } from '@tanstack/react-query';
import type { ConflictSummary } from '../../db/contract/conflicts.ts';
import { api } from '../client.ts';

export type OpenConflicts = { readonly conflicts: readonly ConflictSummary[]; readonly total: number };

/**
 * All that waits for a decision, asked once for the rail, the queue, the overview and every mark beside a field: a page makes no
 * call of its own. Beyond a thousand the rest comes as they are decided.
 */
export const openConflictsQuery = () => api.conflicts.list.queryOptions({ input: { limit: 1000 } });

const nothing: OpenConflicts = { conflicts: [], total: 0 };

/** Draws anew only when what `select` answers is different. */
export const useOpenConflicts = <T>(select: (open: OpenConflicts) => T): T =>
  useQuery({ ...openConflictsQuery(), select }).data ?? select(nothing);

/** "1 conflict waits for a decision". */
export const waitingWords = (count: number): string =>
  count === 1 ? '1 conflict waits for a decision' : `${count.toLocaleString('en-GB')} conflicts wait for a decision`;
