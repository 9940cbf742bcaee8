import { mkdir, readdir, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** A folder holds a board when it holds the board's key file or its database: one that lost either can be repaired. */
export const isBoardFolder = async (folder: string): Promise<boolean> =>
  (await isFile(path.join(folder, 'vault.json'))) || (await isFile(path.join(folder, 'board.db')));

const isFile = async (file: string): Promise<boolean> => {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
};

export type NewFolder = { readonly outcome: 'made' } | { readonly outcome: 'occupied' };

/** A new board wants an empty folder, or one that is not there yet. Throws as `fs` does. */
export const makeFolderForBoard = async (folder: string): Promise<NewFolder> => {
  await mkdir(folder, { recursive: true });
  return { outcome: (await readdir(folder)).length === 0 ? 'made' : 'occupied' };
};

/** Takes away a folder that was made for a board which then was not created; one with anything in it stays. */
export const dropEmptyFolder = (folder: string): Promise<void> => rmdir(folder).catch(() => undefined);
