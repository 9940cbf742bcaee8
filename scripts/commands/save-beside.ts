import { existsSync } from 'node:fs';
import path from 'node:path';
import { writeFileDurably } from '../../db/store/files.ts';
import { savingFailure } from './saving-failure.ts';

export type SavedFile = {
  readonly file: string;
  /** The name that it stands beside, because that could not or must not be written over; or null. */
  readonly insteadOf: string | null;
};

/** What Windows says of a file that is open in Word, and any system of a name that it does not let go. */
const HELD = ['EBUSY', 'EPERM', 'EACCES', 'EISDIR'];

const isHeld = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && HELD.includes(String(error.code));

type Write = (file: string, bytes: Uint8Array) => void;

/**
 * Writes the whole file. Where its name is held, by the program that has it open, the work is kept beside it: "pack (2).docx".
 * Fails as `savingFailure` says where nothing can be written in the folder.
 */
export const saveBeside = (file: string, bytes: Uint8Array, write: Write = writeFileDurably): SavedFile => {
  try {
    write(file, bytes);
    return { file, insteadOf: null };
  } catch (error) {
    if (!isHeld(error)) throw savingFailure(error, path.dirname(file)) ?? error;
    return { file: writtenWhereFree(file, bytes, write), insteadOf: file };
  }
};

/** Writes the whole file and never over another: where its name is taken, it stands beside. */
export const saveApart = (file: string, bytes: Uint8Array): SavedFile =>
  existsSync(file)
    ? { file: writtenWhereFree(file, bytes, writeFileDurably), insteadOf: file }
    : saveBeside(file, bytes);

const writtenWhereFree = (file: string, bytes: Uint8Array, write: Write): string => {
  const beside = freeName(file);
  try {
    write(beside, bytes);
    return beside;
  } catch (error) {
    throw savingFailure(error, path.dirname(file)) ?? error;
  }
};

const freeName = (file: string): string => {
  const { dir, name, ext } = path.parse(file);
  for (let at = 2; ; at += 1) {
    const candidate = path.join(dir, `${name} (${at})${ext}`);
    if (!existsSync(candidate)) return candidate;
  }
};
