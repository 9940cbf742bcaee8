/**
 * The whole board as one open JSON document: every record, removed ones too, the whole change log and the attached files. `EXPORT.md` describes it.
 * The same board gives the same bytes, and a board made from the document gives the same document again.
 */
import { MIGRATIONS } from '../migrations/index.ts';
import { contentHashes, readContent } from './attachments.ts';
import { clockToInstant, createChangesReader, type Operation } from './change-log.ts';
import type { Sqlite } from './database.ts';
import { quoted, RECORDED_TABLES } from './tables.ts';

export const EXPORT_FORMAT = 'case-review-tracker-board';
export const EXPORT_VERSION = 1;

/** The document in pieces, in order: written as they come, a big board never stands in memory whole. */
export const exportBoard = function* (db: Sqlite): Generator<string> {
  yield `{"format":${JSON.stringify(EXPORT_FORMAT)},"version":${EXPORT_VERSION},\n`;
  yield `"schema":${JSON.stringify(MIGRATIONS.map((migration) => migration.name))},\n`;
  yield `"devices":${JSON.stringify(devicesThatWrote(db))},\n`;
  yield '"records":{\n';
  for (const [at, { name, columns }] of RECORDED_TABLES.entries()) {
    yield `${at === 0 ? '' : ',\n'}${JSON.stringify(name)}:[`;
    yield* lines(db.prepare(`select ${columns.map(quoted).join(', ')} from ${quoted(name)} order by id`).iterate());
    yield ']';
  }
  yield '},\n"operations":[';
  yield* lines(operations(db));
  yield '],\n"attachmentContents":[';
  yield* attachmentContents(db);
  yield ']}\n';
};

/** A laptop of which nothing is in the log has nothing in the document. It was added with the first thing it wrote: every laptop knows when. */
const devicesThatWrote = (db: Sqlite): readonly unknown[] =>
  db
    .prepare<[], { id: string; name: string; post: string; clock: string }>(
      `select d.id, d.name, d.post, o.clock from devices d join operations o on o.deviceId = d.id and o.sequence = 1 order by d.id`,
    )
    .all()
    .map(({ clock, ...device }) => ({ ...device, addedAt: clockToInstant(clock) }));

/** A multiple of three, so that the pieces of base64 join without padding between them. */
const PIECE = 48 * 1024;

const attachmentContents = function* (db: Sqlite): Generator<string> {
  for (const [at, sha256] of contentHashes(db).entries()) {
    const bytes = Buffer.from(readContent(db, sha256) ?? []);
    yield `${at === 0 ? '\n' : ',\n'}{"sha256":${JSON.stringify(sha256)},"bytes":"`;
    for (let from = 0; from < bytes.length; from += PIECE) yield bytes.toString('base64', from, from + PIECE);
    yield '"}';
  }
};

const lines = function* (rows: Iterable<unknown>): Generator<string> {
  let first = true;
  for (const row of rows) {
    yield `${first ? '\n' : ',\n'}${JSON.stringify(row)}`;
    first = false;
  }
};

const operations = function* (db: Sqlite): Generator {
  const changesOf = createChangesReader(db);
  for (const { number, ...operation } of db
    .prepare<[], Operation>('select * from operations order by clock, deviceId, sequence')
    .all()) {
    const changes = changesOf(number).map(
      (change) => [change.tableName, change.rowId, change.field, change.old, change.new, change.parent] as const,
    );
    yield { ...operation, changes };
  }
};
