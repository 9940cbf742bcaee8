/**
 * Keeps who may import whom, as the folders promise it: a line for every import that breaks a rule.
 *
 *   renderer → db/contract, db/domain, db/charts       electron → db/contract, types only       db → db
 *   scripts, test and the configuration files at the top → anything
 */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { parseSync, Visitor } from 'vite';
import { projectFolder } from './setup.mjs';

export type Import = { readonly from: string; readonly typeOnly: boolean; readonly line: number };
export type Violation = { readonly file: string; readonly line: number; readonly from: string; readonly rule: string };

type Target = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'package'; readonly name: string };

type Rule = {
  /** The folder whose files the rule is for. The rules of every folder that holds a file apply to it. */
  readonly folder: string;
  readonly words: string;
  readonly allows: (target: Target, imported: Import) => boolean;
};

const builtins: ReadonlySet<string> = new Set(builtinModules);

const rules: readonly Rule[] = [
  {
    folder: 'renderer',
    words: 'renderer may import only renderer, db/contract, db/domain and db/charts',
    allows: (target) =>
      target.kind === 'package' || isIn(target.path, 'renderer', 'db/contract', 'db/domain', 'db/charts'),
  },
  {
    folder: 'renderer',
    words: 'renderer has no Node and no Electron',
    allows: (target) =>
      target.kind === 'file' || !(isNode(target.name) || ['electron', 'better-sqlite3'].includes(target.name)),
  },
  {
    folder: 'electron',
    words: 'electron may import only electron and, as types, db/contract',
    allows: (target, { typeOnly }) =>
      target.kind === 'package' || isIn(target.path, 'electron') || (typeOnly && isIn(target.path, 'db/contract')),
  },
  {
    folder: 'electron/guards',
    words: 'electron/guards decides without Electron',
    allows: (target) => target.kind === 'file' || target.name !== 'electron',
  },
  {
    folder: 'db',
    words: 'db may import nothing outside db',
    allows: (target) => target.kind === 'package' || isIn(target.path, 'db'),
  },
  {
    folder: 'db',
    words: 'db knows no Electron',
    allows: (target) => target.kind === 'file' || target.name !== 'electron',
  },
  {
    folder: 'db/domain',
    words: 'db/domain may import only itself and @internationalized/date',
    allows: (target) =>
      target.kind === 'file' ? isIn(target.path, 'db/domain') : target.name === '@internationalized/date',
  },
  {
    folder: 'db/contract',
    words: 'db/contract may import only itself and db/domain, and no Node',
    allows: (target) => (target.kind === 'file' ? isIn(target.path, 'db/contract', 'db/domain') : !isNode(target.name)),
  },
  {
    folder: 'db/charts',
    words: 'db/charts may import only itself, db/domain and db/contract, and no Node',
    allows: (target) =>
      target.kind === 'file' ? isIn(target.path, 'db/charts', 'db/domain', 'db/contract') : !isNode(target.name),
  },
];

const guardedFolders = ['db', 'electron', 'renderer'] as const;

export function importViolations(root: string): readonly Violation[] {
  return guardedFolders
    .flatMap((folder) => sourcesIn(root, folder))
    .flatMap((file) => {
      const applying = rules.filter((rule) => isIn(file, rule.folder));
      return importsOf(file, readFileSync(path.join(root, file), 'utf8')).flatMap((imported) =>
        applying
          .filter((rule) => !rule.allows(targetOf(file, imported.from), imported))
          .map((rule) => ({ file, line: imported.line, from: imported.from, rule: rule.words })),
      );
    });
}

/** Every import, export-from, import(), import type and require() with a written-out name. */
export function importsOf(file: string, source: string): readonly Import[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message ?? 'cannot be parsed'}`);
  const found: Import[] = [];
  const add = (from: unknown, start: number, typeOnly: boolean): void => {
    if (typeof from === 'string') found.push({ from, typeOnly, line: source.slice(0, start).split('\n').length });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source.value, node.start, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => add(node.source?.value, node.start, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source.value, node.start, node.exportKind === 'type'),
    TSImportType: (node) => add(node.source.value, node.start, true),
    ImportExpression: (node) => add(node.source.type === 'Literal' ? node.source.value : undefined, node.start, false),
    CallExpression: (node) => {
      const [first] = node.arguments;
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'require' || first?.type !== 'Literal') return;
      add(first.value, node.start, false);
    },
  }).visit(program);
  return found;
}

function targetOf(file: string, from: string): Target {
  if (from.startsWith('.') || from.startsWith('/')) {
    const withoutQuery = from.split('?')[0] ?? from;
    return { kind: 'file', path: path.posix.normalize(path.posix.join(path.posix.dirname(file), withoutQuery)) };
  }
  const parts = from.split('/');
  return { kind: 'package', name: from.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? from) };
}

const isIn = (file: string, ...folders: readonly string[]): boolean =>
  folders.some((folder) => file.startsWith(`${folder}/`));

const isNode = (name: string): boolean => name.startsWith('node:') || builtins.has(name);

function sourcesIn(root: string, folder: string): readonly string[] {
  try {
    return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:[cm]?[jt]s|[jt]sx)$/.test(entry.name))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .toSorted();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

if (import.meta.main) {
  const violations = importViolations(projectFolder);
  for (const { file, line, from, rule } of violations) console.error(`${file}:${line} imports ${from}: ${rule}`);
  if (violations.length > 0) process.exitCode = 1;
}
