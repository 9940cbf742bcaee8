import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
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
