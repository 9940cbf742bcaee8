/**
 * Makes a database from an export. Nothing is half-applied: every value is checked before it is written, all of it is one
 * transaction, and references, audit chain and log are verified before it counts. A refusal names the path in the document.
 */
import Database from 'better-sqlite3';
import { z } from 'zod';
import { MIGRATIONS } from '../migrations/index.ts';
import { attachmentFaults, keepContent } from './attachments.ts';
import { verifyChain } from './change-log.ts';
import type { Sqlite } from './database.ts';
import { EXPORT_FORMAT, EXPORT_VERSION } from './export.ts';
import { readExportContents, readExportText } from './export-file.ts';
import { recountActionFacts, rereadClocks } from './facts.ts';
import { Failure } from './failure.ts';
import { createLogWriter } from './log-writer.ts';
import { findConflicts } from './merge/conflicts.ts';
import { holdBackUnknown } from './merge/merge.ts';
import { quoted, RECORDED_TABLES, tableShape, type TableShape } from './tables.ts';

const value = z.union([z.string(), z.number(), z.null()]);

const documentSchema = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  version: z.literal(EXPORT_VERSION),
  schema: z.array(z.string()),
  devices: z
    .array(z.strictObject({ id: z.uuid(), name: z.string(), post: z.string(), addedAt: z.number().int() }))
    .min(1),
  records: z.record(z.string(), z.array(z.record(z.string(), value))),
  operations: z
    .array(
      z.strictObject({
        id: z.uuid(),
        deviceId: z.uuid(),
        sequence: z.number().int().min(1),
        clock: z.string().regex(/^[0-9a-f]{16}$/, 'is not a clock of 16 hex digits'),
        actor: z.string(),
        kind: z.string(),
        reason: z.string(),
        undoes: z.string().nullable(),
        previousHash: z.string(),
        hash: z.string(),
        seen: z.string().nullable().default(null),
        changes: z.array(z.tuple([z.string(), z.string(), z.string(), value, value, z.string().nullable()])),
      }),
    )
    .min(1),
  attachmentContents: z.array(z.unknown()).default([]),
});

const contentSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 of 64 hex digits'),
  bytes: z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/, 'is not base64'),
});

/** Checked but for the attached files, which come one after another and are checked as they are written. */
export type BoardDocument = Omit<z.infer<typeof documentSchema>, 'attachmentContents'> & {
  readonly attachmentContents: Iterable<unknown>;
};

const refuse = (at: string, problem: string): never => {
  throw new Failure('import-refused', { at, problem });
};

/** Reads and checks the file of an export, however large its attached files. Fails with import-refused, naming the path. */
export const readBoardFile = (file: string): BoardDocument => {
  const document = readBoardDocument(readExportText(file));
  for (const _ of document.attachmentContents)
    refuse('attachmentContents', 'it holds something that is no attached file');
  return { ...document, attachmentContents: { [Symbol.iterator]: () => readExportContents(file) } };
};

/** Reads and checks the text of an export. Fails with import-refused, naming the path. */
export const readBoardDocument = (text: string): BoardDocument => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return refuse('', `it is not whole JSON (${error instanceof Error ? error.message : 'unreadable'})`);
  }
  const result = documentSchema.safeParse(parsed);
  if (!result.success) {
    const issue = result.error.issues[0];
    return refuse(pathWords(issue?.path ?? []), issue?.message ?? 'is not right');
  }
  const newer = result.data.schema.find((name) => !MIGRATIONS.some((migration) => migration.name === name));
  if (newer !== undefined) refuse('schema', `it was written by a newer version of the program (${newer})`);
  for (const [name, rows] of Object.entries(result.data.records)) {
    const shape = tableShape(name) ?? refuse(`records.${name}`, 'there is no such table');
    rows.forEach((row, at) => checkRow(shape, row, `records.${name}[${at}]`));
  }
  if (result.data.records.boards?.length !== 1) refuse('records.boards', 'there must be exactly one board');
  return result.data;
};

const pathWords = (path: readonly PropertyKey[]): string =>
  path.map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${String(part)}`)).join('');

const checkRow = (shape: TableShape, row: Readonly<Record<string, unknown>>, at: string): void => {
  for (const column of Object.keys(row)) {
    if (!shape.columns.includes(column)) refuse(`${at}.${column}`, 'there is no such column');
  }
  for (const column of shape.columns) {
    const found = row[column] ?? null;
    if (found === null) {
      if (shape.required.has(column)) refuse(`${at}.${column}`, 'must not be empty');
    } else if (shape.types[column] === 'text' ? typeof found !== 'string' : typeof found !== 'number') {
      refuse(`${at}.${column}`, `must be ${shape.types[column] === 'text' ? 'text' : 'a number'}`);
    }
  }
};

/** Writes a checked document into an empty, migrated database that has no change log installed yet. */
export const importBoard = (db: Sqlite, document: BoardDocument): void => {
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      insertRecords(db, document);
      insertLog(db, document);
      const broken = db.pragma('foreign_key_check') as readonly { table: string; parent: string }[];
      if (broken[0]) refuse(`records.${broken[0].table}`, `a row names a row of ${broken[0].parent} that is not there`);
      const chain = verifyChain(db).breaks[0];
      if (chain)
        refuse(
          'operations',
          `the audit chain breaks at operation ${chain.sequence} of ${chain.deviceId}: ${chain.problem}`,
        );
      insertAttachmentContents(db, document);
      readMeaning(db);
      recountActionFacts(db);
      rereadClocks(db, null);
    })();
  } finally {
    db.pragma('foreign_keys = ON');
  }
};

/** What the log says beyond the records: a chain that holds can still be of changes that make no sense. */
const readMeaning = (db: Sqlite): void => {
  try {
    holdBackUnknown(db);
    findConflicts(db);
  } catch (error) {
    if (!(error instanceof Database.SqliteError || error instanceof SyntaxError)) throw error;
    refuse('operations', `a change cannot be read to the end (${error.message})`);
  }
};

const insertRecords = (db: Sqlite, { records, devices }: BoardDocument): void => {
  const device = db.prepare('insert into devices (id, name, post, addedAt) values (@id, @name, @post, @addedAt)');
  for (const row of devices) device.run(row);
  db.exec('insert into thisDevice (id) select id from devices order by addedAt, id limit 1');
  for (const { name, columns } of RECORDED_TABLES) {
    const insert = db.prepare(
      `insert into ${quoted(name)} (${columns.map(quoted).join(', ')}) values (${columns.map((column) => `@${column}`).join(', ')})`,
    );
    (records[name] ?? []).forEach((row, at) => {
      try {
        insert.run({ ...Object.fromEntries(columns.map((column) => [column, null])), ...row });
      } catch (error) {
        refuse(`records.${name}[${at}]`, error instanceof Error ? error.message : 'it cannot be stored');
      }
    });
  }
};

/** Each content must be what its name says, and no attached file may lack its content. */
const insertAttachmentContents = (db: Sqlite, { attachmentContents }: BoardDocument): void => {
  let at = 0;
  for (const content of attachmentContents) {
    const result = contentSchema.safeParse(content);
    if (!result.success) {
      const issue = result.error.issues[0];
      return refuse(pathWords(['attachmentContents', at, ...(issue?.path ?? [])]), issue?.message ?? 'is not right');
    }
    if (keepContent(db, Buffer.from(result.data.bytes, 'base64')) !== result.data.sha256) {
      refuse(`attachmentContents[${at}]`, 'its bytes are not those that its SHA-256 names');
    }
    at += 1;
  }
  const [fault] = attachmentFaults(db);
  if (fault?.problem === 'missing') refuse('attachmentContents', `the attached file ${fault.sha256} is missing`);
  if (fault !== undefined) refuse('attachmentContents', `the attached file ${fault.sha256} has another size`);
};

const insertLog = (db: Sqlite, { operations }: BoardDocument): void => {
  const log = createLogWriter(db);
  operations.forEach(({ changes, ...operation }, at) => {
    try {
      const number = log.operation(operation);
      for (const [tableName, rowId, field, old, next, parent] of changes) {
        if (parent !== null && !log.knows(parent))
          refuse(`operations[${at}].changes`, `names the operation ${parent}, which does not come before it`);
        log.change(number, { tableName, rowId, field, old, new: next, parent });
      }
    } catch (error) {
      if (error instanceof Failure) throw error;
      refuse(`operations[${at}]`, error instanceof Error ? error.message : 'it cannot be stored');
    }
  });
};
