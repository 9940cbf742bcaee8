import { prepareBoards } from './prepared-boards.ts';

/** Once for a run; what it answers is called at the end. */
export default prepareBoards;
