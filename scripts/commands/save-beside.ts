import { existsSync } from 'node:fs';
import path from 'node:path';
import { failureFrom } from '../../db/store/failure.ts';
import { writeFileDurably } from '../../db/store/files.ts';

export type SavedFile = {
  readonly file: string;
  /** The name that could not be written over, or null. */
  readonly insteadOf: string | null;
};

/** What Windows says of a file that is open in Word, and any system of a name that it does not let go. */
const HELD = ['EBUSY', 'EPERM', 'EACCES', 'EISDIR'];

const isHeld = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && HELD.includes(String(error.code));

/**
 * Writes the whole file. Where its name is held, by the program that has it open, the work is kept beside it: "pack (2).docx".
 * Fails with no-rights where nothing can be written in the folder.
 */
export const saveBeside = (
  file: string,
  bytes: Uint8Array,
  write: (file: string, bytes: Uint8Array) => void = writeFileDurably,
): SavedFile => {
  try {
    write(file, bytes);
    return { file, insteadOf: null };
  } catch (error) {
    if (!isHeld(error)) throw failureFrom(error) ?? error;
    const beside = freeName(file);
    try {
      write(beside, bytes);
    } catch (again) {
      throw failureFrom(again) ?? again;
    }
    return { file: beside, insteadOf: file };
  }
};

const freeName = (file: string): string => {
  const { dir, name, ext } = path.parse(file);
  for (let at = 2; ; at += 1) {
    const candidate = path.join(dir, `${name} (${at})${ext}`);
    if (!existsSync(candidate)) return candidate;
  }
};
