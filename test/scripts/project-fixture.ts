import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder of its own under the system's temporary folder, with the files given: path → contents. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tracker-project-'));
  for (const [file, contents] of Object.entries(files)) writeInto(folder, file, contents);
  return folder;
}

export function writeInto(folder: string, file: string, contents: string): void {
  const full = path.join(folder, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, contents);
}
