/** Tells whether what was built still matches what it was built from, by the content of the files, not by their dates. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What each target was last built from: target name → SHA-256 over its inputs. */
export type BuiltRecord = Readonly<Record<string, string>>;

/** SHA-256 over the paths and contents of the files and folders named; one that is absent counts as absent. */
export function inputsDigest(projectFolder: string, inputs: readonly string[], salt: string): string {
  const hash = createHash('sha256').update(salt);
  for (const input of inputs) {
    for (const file of filesUnder(projectFolder, input)) {
      const contents = readFileSync(path.join(projectFolder, file));
      hash.update(`\n${file}\n${contents.length}\n`).update(contents);
    }
  }
  return hash.digest('hex');
}

export function readBuiltRecord(file: string): BuiltRecord {
  if (!existsSync(file)) return {};
  try {
    const record: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isBuiltRecord(record) ? record : {};
  } catch {
    return {};
  }
}

export function writeBuiltRecord(file: string, record: BuiltRecord): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
}

function isBuiltRecord(value: unknown): value is BuiltRecord {
  return (
    typeof value === 'object' && value !== null && Object.values(value).every((digest) => typeof digest === 'string')
  );
}

function filesUnder(projectFolder: string, input: string): readonly string[] {
  const full = path.join(projectFolder, input);
  const kind = statSync(full, { throwIfNoEntry: false });
  if (kind === undefined) return [];
  if (!kind.isDirectory()) return [input];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(projectFolder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}
