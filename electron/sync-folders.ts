import path from 'node:path';
import type { ChosenSyncFolder, Shell } from '../db/contract/shell.ts';
import type { BoardSession } from './board-session.ts';
import type { FolderAnswer } from './boards.ts';

export type SyncFoldersOptions = {
  readonly session: Pick<BoardSession<unknown>, 'currentFolder' | 'offerSyncFolder'>;
  readonly askForSyncFolder: () => Promise<FolderAnswer>;
  readonly newId: () => string;
};

/** Choosing a folder for sync: where it is goes to the data process, what it is called to the page. */
export const createSyncFolders = ({
  session,
  askForSyncFolder,
  newId,
}: SyncFoldersOptions): Pick<Shell, 'chooseSyncFolder'> => ({
  chooseSyncFolder: async (): Promise<ChosenSyncFolder> => {
    if ((await session.currentFolder()) === null) return noBoard;
    const answer = await askForSyncFolder();
    if (answer.outcome !== 'folder') return answer;
    const placeId = newId();
    if (!(await session.offerSyncFolder(placeId, answer.folder))) return noBoard;
    // The root of a drive has no name but its letter.
    return { outcome: 'chosen', placeId, folderName: path.basename(answer.folder) || path.parse(answer.folder).root };
  },
});

const noBoard: ChosenSyncFolder = {
  outcome: 'refused',
  message: 'No board is open, so no folder was chosen. Open the board first.',
};
