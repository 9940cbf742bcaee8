/**
 * Which folder may be a board's shared folder. Threat: a shared folder that holds the board's own folder, or lies in it, would
 * hand out the database and its key file, or fill the board's folder with what others write. Links are followed before anything
 * is compared. Accepted gap: one folder that the system shows under two roots (a bind mount, two drive letters).
 */
import { open, realpath, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorToFolderTrouble, type FolderTrouble, folderTroubleWords } from './folder-trouble.ts';

export type PlaceRefusal = 'the-board' | 'in-the-board' | 'above-the-board' | 'not-there' | FolderTrouble;

export type SyncPlace =
  /** `folder`: with every link followed. */
  | { readonly kind: 'usable'; readonly folder: string }
  | { readonly kind: 'refused'; readonly why: PlaceRefusal; readonly words: string };

/** `tryWriting` makes a file in the folder and takes it away, which is the only way to know on a share. */
export const checkSyncPlace = async (
  folder: string,
  boardFolder: string,
  tryWriting: (folder: string) => Promise<void> = writeAndRemove,
): Promise<SyncPlace> => {
  const board = await realpath(boardFolder);
  try {
    const place = await realpath(folder);
    if (!(await stat(place)).isDirectory()) return refused('not-a-folder');
    if (path.relative(board, place) === '') return refused('the-board');
    if (isIn(place, board)) return refused('in-the-board');
    if (isIn(board, place)) return refused('above-the-board');
    await tryWriting(place);
    return { kind: 'usable', folder: place };
  } catch (error) {
    const trouble = errorToFolderTrouble(error);
    if (trouble === null) throw error;
    return refused(trouble === 'away' ? 'not-there' : trouble);
  }
};

const refused = (why: PlaceRefusal): SyncPlace => ({ kind: 'refused', why, words: placeRefusalWords(why) });

export const placeRefusalWords = (why: PlaceRefusal): string => {
  switch (why) {
    case 'the-board':
      return 'That is the folder of the board itself. Choose another folder, which the others can use too: this one never leaves the laptop.';
    case 'in-the-board':
      return 'That folder lies in the folder of the board. Choose one outside it, which the others can use too.';
    case 'above-the-board':
      return 'The folder of the board lies in that folder, so it would be shared with the others. Choose another folder, or one in that folder that does not hold the board.';
    case 'not-there':
      return 'There is no such folder. Check the name, or connect the network drive or memory stick that it is on.';
    case 'not-a-folder':
      return 'That is not a folder. Choose a folder.';
    case 'no-rights':
    case 'read-only':
      return 'This laptop may not write in that folder. Ask whoever keeps the folder for the right to read and write in it, or choose another one.';
    case 'full':
      return 'That folder is full. Free some space there, or choose another one.';
    case 'to-reconnect':
    case 'faulty':
    case 'away':
    case 'emptied':
      return folderTroubleWords(why, null);
  }
};

const isIn = (inner: string, outer: string): boolean => {
  const way = path.relative(outer, inner);
  return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
};

const writeAndRemove = async (folder: string): Promise<void> => {
  const file = path.join(folder, `case-review-tracker-${process.pid}.part`);
  // A file of that name is never anybody's: it is what a laptop that was switched off here left.
  await rm(file, { force: true });
  try {
    await (await open(file, 'wx', 0o600)).close();
  } finally {
    await rm(file, { force: true });
  }
};
