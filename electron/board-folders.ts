import { mkdir, readdir, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** A folder holds a board when it holds the board's vault: without it nothing in there could be opened anyway. */
export const isBoardFolder = async (folder: string): Promise<boolean> => {
  try {
    return (await stat(path.join(folder, 'vault.json'))).isFile();
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
