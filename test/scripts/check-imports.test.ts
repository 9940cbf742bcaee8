import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importsOf, importViolations } from '../../scripts/check-imports.ts';
import { folderWith } from './project-fixture.ts';

type Row = { readonly title: string; readonly file: string; readonly source: string };

const allowed: readonly Row[] = [
  {
    title: 'the page may use the contract',
    file: 'renderer/client.ts',
    source: "import { actions } from '../db/contract/actions.ts';",
  },
  { title: 'the page may use the rules', file: 'renderer/a.tsx', source: "import { x } from '../db/domain/x.ts';" },
  { title: 'the page may use the charts', file: 'renderer/a.tsx', source: "import { x } from '../db/charts/x.ts';" },
  { title: 'the page may use packages', file: 'renderer/a.tsx', source: "import { useState } from 'react';" },
  {
    title: 'the shell may use the contract’s types',
    file: 'electron/main.ts',
    source: "import type { Shell } from '../db/contract/shell.ts';",
  },
  {
    title: 'the shell may use Electron and Node',
    file: 'electron/main.ts',
    source: "import { app } from 'electron';\nimport 'node:fs';",
  },
  {
    title: 'the rules may use dates',
    file: 'db/domain/dates.ts',
    source: "import { CalendarDate } from '@internationalized/date';",
  },
  {
    title: 'the store may use its schema',
    file: 'db/store/open.ts',
    source: "import { reviews } from '../schema/reviews.ts';",
  },
  {
    title: 'the contract may use the rules and zod',
    file: 'db/contract/a.ts',
    source: "import 'zod';\nimport '../domain/x.ts';",
  },
  {
    title: 'a script may use anything',
    file: 'scripts/tracker.ts',
    source: "import '../db/store/open.ts';\nimport '../electron/main.ts';",
  },
  {
    title: 'words in a comment or a text are no import',
    file: 'db/domain/a.ts',
    source: "// import 'electron'\nexport const a = \"import 'electron'\";",
  },
];

const forbidden: readonly (Row & { readonly rule: string })[] = [
  {
    title: 'the page must not reach the store',
    file: 'renderer/a.ts',
    source: "import { open } from '../db/store/open.ts';",
    rule: 'renderer may import only renderer, db/contract, db/domain and db/charts',
  },
  {
    title: 'not even for a type',
    file: 'renderer/a.ts',
    source: "import type { Row } from '../db/schema/rows.ts';",
    rule: 'renderer may import only renderer, db/contract, db/domain and db/charts',
  },
  {
    title: 'not through an import type',
    file: 'renderer/a.ts',
    source: "export type Row = import('../db/schema/rows.ts').Row;",
    rule: 'renderer may import only renderer, db/contract, db/domain and db/charts',
  },
  {
    title: 'not by passing it on',
    file: 'renderer/a.ts',
    source: "export * from '../db/store/open.ts';",
    rule: 'renderer may import only renderer, db/contract, db/domain and db/charts',
  },
  {
    title: 'not when it is wanted late',
    file: 'renderer/a.ts',
    source: "export const late = () => import('../db/store/open.ts');",
    rule: 'renderer may import only renderer, db/contract, db/domain and db/charts',
  },
  {
    title: 'the page must not use the shell',
    file: 'renderer/a.ts',
    source: "import { x } from '../electron/files.ts';",
    rule: 'renderer may import only renderer, db/contract, db/domain and db/charts',
  },
  {
    title: 'the page must not use Node',
    file: 'renderer/a.ts',
    source: "import { readFileSync } from 'node:fs';",
    rule: 'renderer has no Node and no Electron',
  },
  {
    title: 'nor Node by a short name',
    file: 'renderer/a.ts',
    source: "import { readFileSync } from 'fs';",
    rule: 'renderer has no Node and no Electron',
  },
  {
    title: 'nor Electron',
    file: 'renderer/a.ts',
    source: "import { ipcRenderer } from 'electron';",
    rule: 'renderer has no Node and no Electron',
  },
  {
    title: 'the shell must not run the contract',
    file: 'electron/a.ts',
    source: "import { contract } from '../db/contract/all.ts';",
    rule: 'electron may import only electron and, as types, db/contract',
  },
  {
    title: 'a marked name still runs the file',
    file: 'electron/a.ts',
    source: "import { type Contract } from '../db/contract/all.ts';",
    rule: 'electron may import only electron and, as types, db/contract',
  },
  {
    title: 'the shell must not use a rule',
    file: 'electron/a.ts',
    source: "import type { X } from '../db/domain/x.ts';",
    rule: 'electron may import only electron and, as types, db/contract',
  },
  {
    title: 'a guard must not use Electron',
    file: 'electron/guards/paths.ts',
    source: "import type { Session } from 'electron';",
    rule: 'electron/guards decides without Electron',
  },
  {
    title: 'the data process must not use Electron',
    file: 'db/process.ts',
    source: "import { app } from 'electron';",
    rule: 'db knows no Electron',
  },
  {
    title: 'nor require it',
    file: 'db/process.ts',
    source: "const electron = require('electron');",
    rule: 'db knows no Electron',
  },
  {
    title: 'nor anything outside db',
    file: 'db/service/a.ts',
    source: "import { x } from '../../scripts/setup.mjs';",
    rule: 'db may import nothing outside db',
  },
  {
    title: 'the rules must not use the store',
    file: 'db/domain/a.ts',
    source: "import { x } from '../store/open.ts';",
    rule: 'db/domain may import only itself and @internationalized/date',
  },
  {
    title: 'nor Node',
    file: 'db/domain/a.ts',
    source: "import { randomUUID } from 'node:crypto';",
    rule: 'db/domain may import only itself and @internationalized/date',
  },
  {
    title: 'nor a package',
    file: 'db/domain/a.ts',
    source: "import { z } from 'zod';",
    rule: 'db/domain may import only itself and @internationalized/date',
  },
  {
    title: 'the contract must not use the service',
    file: 'db/contract/a.ts',
    source: "import type { X } from '../service/a.ts';",
    rule: 'db/contract may import only itself and db/domain, and no Node',
  },
  {
    title: 'the charts must not use the store',
    file: 'db/charts/a.ts',
    source: "import { x } from '../store/open.ts';",
    rule: 'db/charts may import only itself, db/domain and db/contract, and no Node',
  },
];

function violationsOf(row: Row) {
  const root = folderWith({ [row.file]: row.source });
  try {
    return importViolations(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test.each(allowed)('$title', (row) => {
  expect(violationsOf(row)).toEqual([]);
});

test.each(forbidden)('$title', (row) => {
  expect(violationsOf(row)).toEqual([expect.objectContaining({ file: row.file, line: 1, rule: row.rule })]);
});

test('a folder whose name only begins alike is not that folder', () => {
  const row = { title: '', file: 'db/domain/a.ts', source: "import '../domain-other/x.ts';" };
  expect(violationsOf(row)).toHaveLength(1);
});

test('an import is found on its own line', () => {
  expect(importsOf('a.ts', "\n\nimport type { A } from './a.ts';\n")).toEqual([
    { from: './a.ts', typeOnly: true, line: 3 },
  ]);
});

test('a file that cannot be read as TypeScript is named, not passed over', () => {
  expect(() => importsOf('db/broken.ts', 'import { from')).toThrow('db/broken.ts');
});
