import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { ChosenBoard, OpenBoard, RecentBoard, Shell } from '../db/contract/shell.ts';
import { dropEmptyFolder, isBoardFolder, makeFolderForBoard } from './board-folders.ts';
import type { BoardSession } from './board-session.ts';
import type { RecentBoards } from './recent-boards.ts';
import { fileFaultInWords } from './whole-file.ts';

/** Choosing, opening and closing boards, whichever shell is around: only where the person answers differs. */
export type Boards = Pick<
  Shell,
  'recentBoards' | 'forgetBoard' | 'currentBoard' | 'chooseBoard' | 'openRecentBoard' | 'openSampleBoard' | 'nameBoard'
> & {
  /** At the program's start: the board worked on last, when it can be found, waits for its passphrase. Never rejects. */
  openLatest(): Promise<void>;
  closeBoard(): Promise<void>;
};

export type FolderAnswer =
  | { readonly outcome: 'folder'; readonly folder: string }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'refused'; readonly message: string };

export type BoardsOptions = {
  readonly session: Pick<BoardSession<unknown>, 'currentFolder' | 'open' | 'close'>;
  readonly recent: RecentBoards;
  readonly sampleFolder: string;
  readonly askForNewFolder: (suggestedName: string) => Promise<FolderAnswer>;
  readonly askForBoardFolder: () => Promise<FolderAnswer>;
};

export const createBoards = ({ session, recent, sampleFolder, ...ask }: BoardsOptions): Boards => {
  /** A folder that was made for a board that does not exist yet. */
  let madeFolder: string | null = null;
  /** The page may ask which board is open before the latest one is. */
  let starting: Promise<void> = Promise.resolve();

  const asOpen = (folder: string): OpenBoard => ({
    folderName: path.basename(folder),
    sample: folder === sampleFolder,
  });

  const open = async (folder: string): Promise<ChosenBoard> => {
    if (madeFolder !== null && madeFolder !== folder) await forgetMadeFolder();
    if (await session.open(folder)) return { outcome: 'opened', board: asOpen(folder) };
    return refused(
      'The part of the program that keeps the records could not be started. Close the program and start it again; the records are as they were.',
    );
  };

  const forgetMadeFolder = async (): Promise<void> => {
    if (madeFolder === null) return;
    const folder = madeFolder;
    madeFolder = null;
    if ((await session.currentFolder()) === folder) await session.close();
    await dropEmptyFolder(folder);
  };

  const createIn = async (folder: string): Promise<ChosenBoard> => {
    try {
      const { outcome } = await makeFolderForBoard(folder);
      if (outcome === 'occupied') {
        return refused(
          (await isBoardFolder(folder))
            ? 'There is already a board in that folder. Open it instead, or choose another folder for the new one.'
            : 'There is already something in that folder. A new board needs an empty one.',
        );
      }
    } catch (error) {
      return refused(fileFaultInWords(error));
    }
    madeFolder = folder;
    return open(folder);
  };

  const openIn = async (folder: string): Promise<ChosenBoard> => {
    if (!(await isBoardFolder(folder)))
      return refused('There is no board in that folder. Choose the folder of a board.');
    const [opened] = await Promise.all([open(folder), folder === sampleFolder ? null : recent.remember(folder)]);
    return opened;
  };

  return {
    recentBoards: async () => Promise.all((await recent.list()).map(asRecent)),
    forgetBoard: (id) => recent.forget(id),
    openLatest: () => {
      starting = recent
        .list()
        .then(async ([latest]) => {
          if (latest !== undefined && (await isBoardFolder(latest.folder))) await session.open(latest.folder);
        })
        .catch(() => undefined);
      return starting;
    },
    currentBoard: async () => {
      await starting;
      const folder = await session.currentFolder();
      return folder === null ? null : asOpen(folder);
    },
    chooseBoard: async (purpose, suggestedName) => {
      const answer = await (purpose === 'create' ? ask.askForNewFolder(suggestedName) : ask.askForBoardFolder());
      if (answer.outcome !== 'folder') return answer;
      return purpose === 'create' ? createIn(answer.folder) : openIn(answer.folder);
    },
    openRecentBoard: async (id) => {
      const board = (await recent.list()).find((remembered) => remembered.id === id);
      if (board === undefined) return refused('That board is not on the list any more.');
      if (await isBoardFolder(board.folder)) return openIn(board.folder);
      return refused(
        'That board’s folder cannot be found now. Connect the disk or stick it is on, or open it where it is.',
      );
    },
    openSampleBoard: async () => {
      try {
        await mkdir(sampleFolder, { recursive: true });
      } catch (error) {
        return refused(fileFaultInWords(error));
      }
      return open(sampleFolder);
    },
    nameBoard: async (name) => {
      const folder = await session.currentFolder();
      if (folder === null || folder === sampleFolder) return;
      madeFolder = null;
      await recent.remember(folder, name);
    },
    closeBoard: async () => {
      await session.close();
      await forgetMadeFolder();
    },
  };
};

const refused = (message: string): ChosenBoard => ({ outcome: 'refused', message });

const asRecent = async ({
  id,
  folder,
  name,
  openedAt,
}: {
  readonly id: string;
  readonly folder: string;
  readonly name: string;
  readonly openedAt: number;
}): Promise<RecentBoard> => ({
  id,
  name,
  folderName: path.basename(folder),
  openedAt,
  found: await isBoardFolder(folder),
});
