/**
 * Finishes what `drizzle-kit generate` wrote: every new table is made STRICT, which drizzle cannot say, and db/migrations/index.ts
 * is written anew with every migration's SQL inside it, so that the built program carries its migrations in its own code.
 *
 * A migration that has been released is never edited: a board remembers the SHA-256 of each one it was given.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './setup.mjs';

export type MigrationFile = { readonly name: string; readonly sql: string };

export function strictTables(sql: string): string {
  return sql.replace(/^(CREATE TABLE [\s\S]*?\n\))(;)/gm, '$1 STRICT$2');
}

export function migrationsModule(files: readonly MigrationFile[]): string {
  const entries = files.map(
    ({ name, sql }) =>
      `  {\n    name: '${name}',\n    sha256: '${sha256(sql)}',\n    sql: \`${templateText(sql)}\`,\n  },\n`,
  );
  return `// Written by scripts/schema.ts from the .sql files beside it: run \`npm run schema\`, do not edit.
export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string };

export const MIGRATIONS: readonly Migration[] = [
${entries.join('')}];
`;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const templateText = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');

function finishMigrations(folder: string): void {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((file) => {
      const full = path.join(folder, file);
      const generated = readFileSync(full, 'utf8').replaceAll('\r\n', '\n');
      const sql = strictTables(generated);
      if (sql !== generated) writeFileSync(full, sql);
      return { name: path.basename(file, '.sql'), sql };
    });
  writeFileSync(path.join(folder, 'index.ts'), migrationsModule(files));
  console.log(`db/migrations/index.ts holds ${files.length} ${files.length === 1 ? 'migration' : 'migrations'}.`);
}

if (import.meta.main) finishMigrations(path.join(projectFolder, 'db', 'migrations'));
