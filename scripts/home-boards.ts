import { createHash } from 'node:crypto';
import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isBoardFolder } from '../electron/board-folders.ts';
import type { RecentBoards, RememberedBoard } from '../electron/recent-boards.ts';

/**
 * In a browser there is no dialog for folders, so boards live in one home folder. A board that was put there by hand is on
 * the list as if it had been opened; one that is taken off the list while it lies there comes back.
 */
export const withBoardsAtHome = (recent: RecentBoards, home: string, sampleFolder: string): RecentBoards => ({
  ...recent,
  list: async () => {
    const remembered = await recent.list();
    const known = new Set([sampleFolder, ...remembered.map(({ folder }) => folder)]);
    const found = (await boardFoldersIn(home)).filter((folder) => !known.has(folder));
    return [...remembered, ...(await Promise.all(found.map(asRemembered)))];
  },
});

const boardFoldersIn = async (home: string): Promise<readonly string[]> => {
  const entries = await readdir(home, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => path.join(home, entry.name));
  const areBoards = await Promise.all(folders.map(isBoardFolder));
  return folders.filter((_, index) => areBoards[index]).toSorted();
};

const asRemembered = async (folder: string): Promise<RememberedBoard> => ({
  id: idOfFolder(folder),
  folder,
  name: path.basename(folder),
  openedAt: Math.round((await stat(path.join(folder, 'vault.json'))).mtimeMs),
});

/** The same folder has the same id for as long as it is there: a UUID of version 8, from its path. */
const idOfFolder = (folder: string): string => {
  const hex = createHash('sha256').update(folder).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** A folder's name for a board of this name: small letters, digits and hyphens. */
export const nameToFolderName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '') || 'board';

/** The first of `name`, `name-2`, `name-3` … that is not there yet. */
export const freeFolderIn = async (home: string, name: string): Promise<string> => {
  const taken = new Set(await readdir(home).catch(() => []));
  let folderName = name;
  for (let count = 2; taken.has(folderName); count += 1) folderName = `${name}-${count}`;
  return path.join(home, folderName);
};

/** Where laptops share when the person named no folder: it can be put on a share, or copied to a stick. */
export const syncFolderAtHome = async (home: string): Promise<string> => {
  const folder = path.join(home, 'sync');
  await mkdir(folder, { recursive: true });
  return folder;
};
