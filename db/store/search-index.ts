/**
 * The index of "Find anything": every text of `search-sources.ts` in one FTS5 table, whose rowid is the record's number in
 * `searchRecords`. It follows from recorded rows like the facts of `facts.ts`: never logged, never exported, and made again
 * from nothing where it is missing or was made by another list of sources (a new board, one from before there was a search,
 * one that was imported, one whose check found it wrong).
 *
 * - TEMP triggers note in `searchWaiting`, in the same transaction, which records were written, whoever writes. Their texts are
 *   read again before anything is looked for, and when nothing else is to do: taking a text out of an index that keeps no
 *   trace of it costs some milliseconds, which a person who edits four hundred actions at once need not wait for.
 * - A record's number begins with its table's place, so one table's records are a range of rowids.
 * - Of two records of one id in two tables, which no laptop makes but a crafted file could, the first is in it.
 * - A removed row, and one whose parent was removed, is not in it; undo brings it back.
 * - `secure-delete`: what was removed leaves no words behind in the index.
 * - Prefixes of two to four letters have indexes of their own: without them these are FTS5's slow searches.
 */
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import type { Reader, Sqlite } from './database.ts';
import { failureFrom } from './failure.ts';
import {
  type JoinedRows,
  SEARCH_SOURCES,
  SEARCHED_TABLES,
  type SearchedTable,
  type SearchSource,
} from './search-sources.ts';
import { quoted } from './tables.ts';

/** What the index was made from: another list of sources makes another index. */
const definitionOf = (create: string): string =>
  createHash('sha256')
    .update(JSON.stringify([create, SEARCHED_TABLES, SEARCH_SOURCES]))
    .digest('hex');

const RECORDS_A_TABLE = 2 ** 36;

/** The first and last number that a record of the table can have. */
export const numbersOf = (table: SearchedTable): readonly [first: number, last: number] => {
  const first = (SEARCHED_TABLES.indexOf(table) + 1) * RECORDS_A_TABLE;
  return [first, first + RECORDS_A_TABLE - 1];
};

export const tableOfNumber = (number: number): SearchedTable => {
  const table = SEARCHED_TABLES[Math.floor(number / RECORDS_A_TABLE) - 1];
  if (table === undefined) throw new Error(`${number} is no record's number`);
  return table;
};

const COLUMNS = ['reference', 'title', 'text'] as const;
type Column = (typeof COLUMNS)[number];

const filled = (alias: string, fields: readonly string[] = []): readonly string[] =>
  fields.map((field) => `nullif(${alias}.${quoted(field)}, '')`);

/** One line for each field that holds something. */
const lines = (parts: readonly string[]): string =>
  parts.length === 0 ? `''` : `concat_ws(char(10), ${parts.join(', ')})`;

const joinedLines = ({ table, key, of, fields }: JoinedRows, column: Column): readonly string[] => {
  const parts = filled('j', fields[column]);
  if (parts.length === 0) return [];
  return [
    `(select group_concat(nullif(${lines(parts)}, ''), char(10)) from ${quoted(table)} j where j.${quoted(key)} = x.${quoted(of)} and j.removed is null)`,
  ];
};

const sourceOf = (table: SearchedTable): SearchSource => {
  const found = SEARCH_SOURCES.find((source) => source.table === table);
  if (found === undefined) throw new Error(`${table} is not looked through`);
  return found;
};

/** Neither the row nor any record above it is removed. */
const stands = ({ parents }: SearchSource, alias: string): string => {
  const above = parents.map(({ column, table }) => {
    const parent = `${alias}${alias.charAt(0)}`;
    return `(${alias}.${quoted(column)} is null or exists (select 1 from ${quoted(table)} ${parent} where ${parent}.id = ${alias}.${quoted(column)} and ${stands(sourceOf(table), parent)}))`;
  });
  return [`${alias}.removed is null`, ...above].join(' and ');
};

/** id, reference, title and text of the source's rows that stand and say something; `ids` names some of them. */
const textsOf = (source: SearchSource, ids?: string): string => {
  const columns = COLUMNS.map((column) => {
    const parts = [
      ...filled('x', source.fields[column]),
      ...source.joined.flatMap((rows) => joinedLines(rows, column)),
    ];
    return `${lines(parts)} as ${column}`;
  });
  const wanted = ids === undefined ? '' : `x.id in (${ids}) and `;
  return `select * from (select x.id, ${columns.join(', ')} from ${quoted(source.table)} x where ${wanted}${stands(source, 'x')})
    where reference <> '' or title <> '' or text <> ''`;
};

const addTexts = (source: SearchSource, ids?: string): string =>
  `insert into searchTexts (rowid, reference, title, text)
   select n.number, t.reference, t.title, t.text from (${textsOf(source, ids)}) t join searchRecords n on n.rowId = t.id
     and n.number between ${numbersOf(source.table).join(' and ')} order by n.number;`;

const wait = (ids: string): string =>
  `insert or ignore into searchWaiting (number) select number from searchRecords where rowId in (${ids});`;

/** Everything below these rows of the table: SQL that names its ids. */
const below = (table: SearchedTable, ids: string): readonly string[] =>
  SEARCH_SOURCES.flatMap((source) =>
    source.parents
      .filter((parent) => parent.table === table)
      .flatMap(({ column }) => {
        const children = `select id from ${quoted(source.table)} where ${quoted(column)} in (${ids})`;
        return [children, ...below(source.table, children)];
      }),
  );

const fieldsOf = (fields: SearchSource['fields']): readonly string[] =>
  COLUMNS.flatMap((column) => fields[column] ?? []);

const triggersFor = (source: SearchSource): string => {
  const { table, fields, joined, parents } = source;
  const [first, last] = numbersOf(table);
  const keys = [...parents.map(({ column }) => column), ...joined.map(({ of }) => of).filter((of) => of !== 'id')];
  const watched = [...new Set([...fieldsOf(fields), ...keys, 'removed'])].map(quoted).join(', ');
  const children = below(table, 'new.id');
  return `
    create temp trigger "search_insert_${table}" after insert on main.${quoted(table)} begin
      insert or ignore into searchRecords (number, rowId) values (coalesce(
        (select number from searchRecords where number between ${first} and ${last} order by number desc limit 1), ${first}) + 1, new.id);
      ${wait('new.id')}
    end;
    create temp trigger "search_update_${table}" after update of ${watched} on main.${quoted(table)}
      when not exists (select 1 from temp.searchNotedLater) begin
      ${wait('new.id')}
    end;
    ${
      children.length === 0
        ? ''
        : `create temp trigger "search_below_${table}" after update of removed on main.${quoted(table)}
      when old.removed is not new.removed begin
      ${children.map(wait).join('\n')}
    end;`
    }
    ${joined.map((rows) => joinedTriggers(source, rows)).join('\n')}`;
};

const joinedTriggers = (source: SearchSource, { table, key, of, fields }: JoinedRows): string => {
  const names = fieldsOf(fields);
  const name = `${source.table}_${table}`;
  const records = (row: string): string =>
    of === 'id'
      ? `${row}.${quoted(key)}`
      : `select id from ${quoted(source.table)} where ${quoted(of)} = ${row}.${quoted(key)}`;
  const says = names.map((field) => `new.${quoted(field)} <> ''`).join(' or ');
  const moved =
    key === 'id'
      ? ''
      : `create temp trigger "search_moved_${name}" after update of ${quoted(key)} on main.${quoted(table)}
      when old.${quoted(key)} is not new.${quoted(key)} begin ${wait(records('old'))} ${wait(records('new'))} end;`;
  return `
    create temp trigger "search_insert_${name}" after insert on main.${quoted(table)} when ${says} begin
      ${wait(records('new'))}
    end;
    create temp trigger "search_update_${name}" after update of ${[...names, 'removed'].map(quoted).join(', ')} on main.${quoted(table)} begin
      ${wait(records('new'))}
    end;
    ${moved}`;
};

/** As its migration made the table. */
const createOf = (db: Sqlite): string =>
  db.prepare<[], string>(`select sql from sqlite_schema where name = 'searchTexts'`).pluck().get() ?? '';

const isCurrent = (db: Sqlite): boolean =>
  db.prepare<[], string>('select definition from searchDefinition').pluck().get() === definitionOf(createOf(db));

/** Fills the index from the records as they are. Made anew rather than emptied: whatever was wrong with it is gone. */
const makeIndex = (db: Sqlite): void => {
  const create = createOf(db);
  db.transaction(() => {
    db.exec(`drop table searchTexts; ${create};
      insert into searchTexts (searchTexts, rank) values ('secure-delete', 1);
      delete from searchRecords; delete from searchWaiting; delete from searchDefinition;`);
    for (const source of SEARCH_SOURCES) {
      const [first] = numbersOf(source.table);
      db.exec(`insert or ignore into searchRecords (number, rowId)
        select ${first} + row_number() over (order by id), id from ${quoted(source.table)};
        ${addTexts(source)}`);
    }
    db.exec(`insert into searchTexts (searchTexts) values ('optimize')`);
    db.prepare('insert into searchDefinition (definition) values (?)').run(definitionOf(create));
  })();
};

/** More than this at once are read faster all together, from nothing. */
const waitingAtMost = 10_000;

/** Reads the texts of records that wait again, as many as this. Says how many it read. */
export const readWaiting = (db: Sqlite, atMost: number): number => {
  const numbers = db
    .prepare<[number], number>('select number from searchWaiting order by number limit ?')
    .pluck()
    .all(atMost);
  if (numbers.length === 0) return 0;
  db.transaction(() => {
    for (const [table, ofTable] of Map.groupBy(numbers, tableOfNumber)) {
      const given = JSON.stringify(ofTable);
      db.prepare('delete from searchTexts where rowid in (select value from json_each(?))').run(given);
      db.prepare(addTexts(sourceOf(table), RECORDS_OF_GIVEN)).run(given);
    }
    db.prepare('delete from searchWaiting where number in (select value from json_each(?))').run(
      JSON.stringify(numbers),
    );
  })();
  return numbers.length;
};

const RECORDS_OF_GIVEN = 'select rowId from searchRecords where number in (select value from json_each(?))';

/** Makes the index where it is missing, and reads again what waits: before anything is looked for. */
export const readySearch = (db: Sqlite): void => {
  if (!isCurrent(db)) return makeIndex(db);
  const waiting = db.prepare<[], number>('select count(*) from searchWaiting').pluck().get() ?? 0;
  if (waiting > waitingAtMost) makeIndex(db);
  else readWaiting(db, waiting);
};

/** Makes the index where it is missing, and keeps it in step from here on. */
export const installSearch = (db: Sqlite): void => {
  if (!isCurrent(db)) makeIndex(db);
  db.exec('create temp table searchNotedLater (yes integer not null) strict');
  db.exec(SEARCH_SOURCES.map(triggersFor).join('\n'));
};

const notNoting = <T>(db: Sqlite, write: () => T): T => {
  db.exec('insert into temp.searchNotedLater (yes) values (1)');
  try {
    return write();
  } finally {
    db.exec('delete from temp.searchNotedLater');
  }
};

/**
 * Writes many rows, some of them many times: that a row is to be read again is noted once, afterwards. `rowIds`: at least all
 * that are changed. Within a transaction.
 */
export const notingAfterwards = <T>(db: Sqlite, rowIds: Iterable<string>, write: () => T): T => {
  const written = notNoting(db, write);
  const note = db.prepare(wait('?'));
  for (const rowId of rowIds) note.run(rowId);
  return written;
};

/** The index is made again when it is next wanted. */
export const forgetIndex = (db: Sqlite): void => {
  db.exec('delete from searchDefinition');
};

/** What in the index is not as the records are, in words; null when it holds. */
export const indexProblem = (db: Sqlite): string | null => {
  try {
    readySearch(db);
  } catch (error) {
    // A full disk keeps the index behind the records, which is no fault in it: it catches up once there is room.
    if (failureFrom(error)?.code === 'disk-full') return null;
    throw error;
  }
  try {
    db.exec(`insert into searchTexts (searchTexts) values ('integrity-check')`);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return 'its own parts do not fit one another';
  }
  for (const source of SEARCH_SOURCES) {
    const difference = firstDifference(db, source);
    if (difference !== null) return difference;
  }
  return null;
};

const firstDifference = (reader: Reader, source: SearchSource): string | null => {
  const [first, last] = numbersOf(source.table);
  const records = `select n.number, t.reference, t.title, t.text from (${textsOf(source)}) t left join searchRecords n on n.rowId = t.id
    where n.number is null or n.number between ${first} and ${last}`;
  const index = `select rowid, reference, title, text from searchTexts where rowid between ${first} and ${last}`;
  const missing = reader.prepare<[], unknown>(`${records} except ${index} limit 1`).get();
  if (missing !== undefined) return `a text of ${source.table} is not in it as it stands in the records`;
  const extra = reader.prepare<[], unknown>(`${index} except ${records} limit 1`).get();
  return extra === undefined ? null : `it holds a text of ${source.table} that is not in the records`;
};
