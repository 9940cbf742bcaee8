import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes the whole file or nothing: temporary name in the same folder, fsync, rename, fsync of the folder.
 * A reader sees the old bytes or the new ones, also after a power cut.
 */
export const writeFileDurably = (file: string, bytes: Uint8Array | string): void => {
  const temporary = `${file}.part`;
  try {
    const handle = openSync(temporary, 'w', 0o600);
    try {
      const buffer = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes;
      for (let at = 0; at < buffer.length; ) at += writeSync(handle, buffer, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameDurably(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
};

/**
 * A new file of a folder that others read and write too, perhaps on a share: whole under its name or not there at all. A name
 * that exists is never written again (fails with EEXIST). `.part` of the same name is taken for a left-over of the same writer.
 */
export const writeNewFileDurably = async (
  file: string,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> => {
  refuseExisting(file);
  const temporary = `${file}.part`;
  try {
    const handle = await open(temporary, 'w', 0o600);
    try {
      for await (const piece of pieces) await handle.writeFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await giveName(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
  await syncSharedFolder(path.dirname(file));
};

/** A link fails where the name exists, whoever made it in between; where there are no links, the name is looked at once more. */
const giveName = async (temporary: string, file: string): Promise<void> => {
  try {
    await link(temporary, file);
  } catch (error) {
    if (isExisting(error)) throw error;
    refuseExisting(file);
    await rename(temporary, file);
  }
};

const refuseExisting = (file: string): void => {
  if (existsSync(file)) throw Object.assign(new Error(`there is a file ${file}`), { code: 'EEXIST' });
};

const isExisting = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/** Not every share can do it, and none says so before: the file itself is on disk. */
const syncSharedFolder = async (folder: string): Promise<void> => {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Nothing is lost but the name, and only by a power cut: the next look at the folder writes the file again.
  }
};

/** A whole copy that is on disk when this returns, under its own name or not at all. */
export const copyFileDurably = (from: string, to: string): void => {
  const temporary = `${to}.copy`;
  try {
    copyFileSync(from, temporary);
    const handle = openSync(temporary, 'r+');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameDurably(temporary, to);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
};

export const renameDurably = (from: string, to: string): void => {
  renameSync(from, to);
  syncFolder(path.dirname(to));
};

/** Windows cannot open a folder for fsync; a rename is durable there by itself. */
const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
