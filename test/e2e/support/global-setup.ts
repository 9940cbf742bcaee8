import { forgetPreparedBoards, prepareBoards } from './prepared-boards.ts';

/** What it returns is run at the end. */
export default async function setUp(): Promise<() => void> {
  await prepareBoards();
  return forgetPreparedBoards;
}
