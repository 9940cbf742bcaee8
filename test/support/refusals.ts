import { SyncRefused } from '../../db/sync/refused.ts';

/** What the work is refused with; fails when it is not refused, or with anything else. */
export const refusalOf = async (work: () => unknown): Promise<SyncRefused> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof SyncRefused) return error;
    throw error;
  }
  throw new Error('it was not refused');
};
