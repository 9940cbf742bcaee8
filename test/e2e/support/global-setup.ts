import { liveOnOneDay } from './one-day.ts';
import { prepareBoards } from './prepared-boards.ts';

/** Once for a run; what it answers is called at the end. */
export default async (): Promise<() => void> => {
  liveOnOneDay();
  return prepareBoards();
};
