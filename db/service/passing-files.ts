/**
 * Files on their way in or out of an open board, in a folder of its own beside the database: encrypted to the laptops of the board
 * like every sync file. None outlives the open board; what a laptop that was switched off left is taken away at the next opening.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeNewFileDurably } from '../store/files.ts';

const FOLDER = 'files-in-passing';

export type PassingFile = { readonly path: string; readonly name: string };

export class PassingFiles {
  readonly #folder: string;
  readonly #leaving = new Map<string, PassingFile>();

  constructor(boardFolder: string) {
    this.#folder = path.join(boardFolder, FOLDER);
    this.clear();
  }

  /** A free path; `name` is what a person calls the file. */
  newFile(name: string): PassingFile {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    return { path: path.join(this.#folder, `${globalThis.crypto.randomUUID()}.sync`), name };
  }

  async take(name: string, bytes: Blob): Promise<PassingFile> {
    const file = this.newFile(name);
    await writeNewFileDurably(file.path, bytes.stream());
    return file;
  }

  /** Answers the id by which it is fetched, once. */
  offer(file: PassingFile): string {
    const id = globalThis.crypto.randomUUID();
    this.#leaving.set(id, file);
    return id;
  }

  /** Null when there is none, or not any more. */
  async fetch(id: string): Promise<{ readonly name: string; readonly bytes: Buffer<ArrayBuffer> } | null> {
    const file = this.#leaving.get(id);
    if (file === undefined) return null;
    this.#leaving.delete(id);
    const bytes = await readFile(file.path);
    await rm(file.path, { force: true });
    return { name: file.name, bytes };
  }

  /** A file that cannot be taken away now is taken away at the next opening. */
  clear(): void {
    this.#leaving.clear();
    try {
      rmSync(this.#folder, { recursive: true, force: true });
    } catch {
      // Another program reads it: no reason not to open or lock the board.
    }
  }
}
