import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { migrationsModule, strictTables } from '../../scripts/schema.ts';
import { folderWith } from './project-fixture.ts';

const generated = `CREATE TABLE \`reviews\` (
	\`id\` text PRIMARY KEY NOT NULL,
	CONSTRAINT "reviews_kind" CHECK("kind" in ('a;b', 'c'))
);
--> statement-breakpoint
CREATE TABLE \`actions\` (
	\`id\` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE INDEX \`by_id\` ON \`actions\` (\`id\`);
`;

test('every table is made strict, once, and nothing else is changed', () => {
  const strict = strictTables(generated);
  expect(strict.match(/^\) STRICT;$/gm)).toHaveLength(2);
  expect(strict.replaceAll(') STRICT;', ');')).toBe(generated);
  expect(strictTables(strict)).toBe(strict);
});

test('the module gives back the SQL exactly, whatever is in it', async () => {
  const sql = `-- a back\\slash, a \`tick\`, a \${hole}\nSELECT '\\n';\n`;
  const folder = folderWith({ 'index.ts': migrationsModule([{ name: '0000_first', sql }]) });
  try {
    const { MIGRATIONS } = await import(/* @vite-ignore */ pathToFileURL(path.join(folder, 'index.ts')).href);
    expect(MIGRATIONS).toEqual([{ name: '0000_first', sql, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
