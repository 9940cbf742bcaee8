import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Files are written whole or not at all: under a temporary name beside the target, forced to the disk, then renamed.
 * Whatever goes wrong, a file that was there before is still there, and no half file is left.
 */
export const writeWholeFile = async (file: string, bytes: Uint8Array): Promise<void> => {
  const temporary = path.join(path.dirname(file), `.${randomUUID()}.part`);
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(file));
};

/** The rename itself reaches the disk with its folder. Windows cannot open a folder, and does not need it. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch {
    // Some network and stick file systems refuse this; the file itself is safely written.
  } finally {
    await handle.close();
  }
};

export type WholeFile =
  | { readonly outcome: 'read'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly outcome: 'too-large'; readonly size: number }
  | { readonly outcome: 'not-a-file' };

/** Reads a file of at most `maxBytes`; one that grows while it is read is too large as well. Throws as `fs` does. */
export const readWholeFile = async (file: string, maxBytes: number): Promise<WholeFile> => {
  const handle = await open(file, 'r');
  try {
    const { size, isFile } = await handle.stat().then((found) => ({ size: found.size, isFile: found.isFile() }));
    if (!isFile) return { outcome: 'not-a-file' };
    if (size > maxBytes) return { outcome: 'too-large', size };
    const bytes = new Uint8Array(size);
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await handle.read(bytes, filled, size - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return { outcome: 'read', bytes: filled === size ? bytes : bytes.slice(0, filled) };
  } finally {
    await handle.close();
  }
};

/** What went wrong with a file, for the person who asked for it: says what happened and what was kept, names no path. */
export const fileFaultInWords = (error: unknown): string => {
  const { code = '' } = Object(error) as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'There is no room left on that disk. Nothing was changed there. Free some space, or choose another place.';
    case 'EACCES':
    case 'EPERM':
      return 'You do not have the right to use that place. Nothing was changed there. Choose another one.';
    case 'EROFS':
      return 'That place can only be read. Nothing was changed there. Choose another one.';
    case 'EBUSY':
    case 'ETXTBSY':
      return 'Another program is using that file. Close it there, then try again.';
    case 'ENOENT':
      return 'That place could not be found any more. Choose another one.';
    case 'EISDIR':
    case 'ENOTDIR':
      return 'A folder and a file of that name are in each other’s way. Choose another name.';
    case 'ENAMETOOLONG':
      return 'That name is too long. Choose a shorter one.';
    default:
      return 'That place could not be used. Nothing was changed there. Try again, or choose another one.';
  }
};
