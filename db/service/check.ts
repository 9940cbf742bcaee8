/** Says whether everything about a board holds: the file, its references, the audit chain, the log against the records, the attached files, the backups. */
import Database from 'better-sqlite3';
import { backupFile, backupProblem, listBackups } from '../store/backup.ts';
import { replayByDefinition } from '../store/as-at.ts';
import { attachmentFaults, contentHashes } from '../store/attachments.ts';
import type { Sqlite } from '../store/database.ts';
import { forgetIndex, indexProblem } from '../store/search-index.ts';
import type { Store } from '../store/store.ts';
import { quoted, RECORDED_TABLES } from '../store/tables.ts';
import { countOf } from '../domain/plain-words.ts';
import { checkChains } from './check-chains.ts';

export type Finding = { readonly what: string; readonly ok: boolean; readonly words: string };

export const checkBoard = (store: Store): { readonly ok: boolean; readonly findings: Finding[] } => {
  const findings = [
    readable('Database', () => checkDatabase(store.db)),
    readable('References', () => checkReferences(store.db)),
    ...readableEach('Audit chain', () => checkChains(store)),
    checkLog(store.db),
    readable('Attached files', () => checkAttachments(store.db)),
    readable('Find anything', () => checkSearch(store.db)),
    ...checkBackups(store),
  ];
  return { ok: findings.every((finding) => finding.ok), findings };
};

/** What stops a check from reading to the end is a finding too: a damaged page, a line of the log that makes no sense. */
const readable = (what: string, check: () => Finding): Finding =>
  readableEach(what, () => [check()])[0] ?? { what, ok: true, words: '' };

const readableEach = (what: string, check: () => readonly Finding[]): readonly Finding[] => {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof Database.SqliteError || error instanceof SyntaxError)) throw error;
    const words = `It cannot be read to the end: ${error.message}. Restore the newest good backup.`;
    return [{ what, ok: false, words }];
  }
};

const checkDatabase = (db: Sqlite): Finding => {
  const problems = (db.pragma('integrity_check(5)') as readonly { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok');
  return {
    what: 'Database',
    ok: problems.length === 0,
    words:
      problems.length === 0
        ? 'Every page of the database reads as it was written.'
        : `The database is damaged: ${problems.join('; ')}. Restore the newest good backup.`,
  };
};

const checkReferences = (db: Sqlite): Finding => {
  const broken = db.pragma('foreign_key_check') as readonly { table: string; rowid: number; parent: string }[];
  const first = broken[0];
  return {
    what: 'References',
    ok: first === undefined,
    words:
      first === undefined
        ? 'Every record that names another finds it.'
        : `${countOf(broken.length, 'record names', 'records name')} another that is not there; the first is in ${first.table}, row ${first.rowid}, naming ${first.parent}.`,
  };
};

/** The log, replayed from nothing, must give the records as they are. */
export const checkLog = (db: Sqlite): Finding => readable('Log and records', () => compareWithLog(db));

const compareWithLog = (db: Sqlite): Finding => {
  const past = replayByDefinition(db);
  try {
    for (const { name, columns } of RECORDED_TABLES) {
      const sql = `select ${columns.map(quoted).join(', ')} from ${quoted(name)} order by id`;
      const replayed = past.prepare(sql).raw().iterate();
      try {
        for (const row of db.prepare(sql).raw().iterate()) {
          const other = replayed.next();
          if (other.done || JSON.stringify(other.value) !== JSON.stringify(row)) {
            const id = (row as readonly unknown[])[0];
            return {
              what: 'Log and records',
              ok: false,
              words: `The record ${String(id)} of ${name} is not what the change log says it is.`,
            };
          }
        }
        if (!replayed.next().done) {
          return {
            what: 'Log and records',
            ok: false,
            words: `The change log holds a record of ${name} that is not in the database.`,
          };
        }
      } finally {
        replayed.return?.();
      }
    }
    return waitingAsInLog(db, past)
      ? { what: 'Log and records', ok: true, words: 'The change log, replayed, gives every record as it is.' }
      : {
          what: 'Log and records',
          ok: false,
          words:
            'What waits for a decision is not what the change log says: two laptops wrote apart what is not shown so.',
        };
  } finally {
    past.close();
  }
};

/** The queue of what waits for a decision follows from the log too. */
const waitingAsInLog = (db: Sqlite, past: Sqlite): boolean => {
  const waiting = (of: Sqlite): string =>
    JSON.stringify(
      of.prepare(`select id, kind, sides from conflicts where kind <> 'after-hand-over' order by id`).raw().all(),
    );
  return waiting(db) === waiting(past);
};

/** Every content is hashed again, and every attached file must find its own. */
const checkAttachments = (db: Sqlite): Finding => {
  const kept = contentHashes(db).length;
  const faults = attachmentFaults(db);
  const [first] = faults;
  const problems = {
    missing: 'its bytes are missing',
    altered: 'its bytes are not those that were attached',
    'other-size': 'its size is not the one recorded',
  } as const;
  return {
    what: 'Attached files',
    ok: first === undefined,
    words:
      first === undefined
        ? kept === 0
          ? 'No file is attached.'
          : `${countOf(kept, 'attached file reads', 'attached files read')} as ${kept === 1 ? 'it was' : 'they were'} attached.`
        : `${countOf(faults.length, 'attached file is', 'attached files are')} not whole; the first is ${first.sha256}: ${problems[first.problem]}. Restore the newest good backup.`,
  };
};

/** The index of Find anything follows from the records, so one that does not hold is made again from them. */
const checkSearch = (db: Sqlite): Finding => {
  const problem = indexProblem(db);
  if (problem !== null) forgetIndex(db);
  return {
    what: 'Find anything',
    ok: problem === null,
    words:
      problem === null
        ? 'Every text is found as it stands in the records.'
        : `The index does not hold: ${problem}. No record is affected; it is made again from them when something is next looked for.`,
  };
};

const checkBackups = (store: Store): Finding[] => {
  const backups = listBackups(store.folder);
  if (backups.length === 0)
    return [
      { what: 'Backups', ok: true, words: 'There is no backup yet. One is made at the first unlock of each day.' },
    ];
  return backups.map((backup) => {
    const problem = backupProblem(backupFile(store.folder, backup.name), store.key);
    return {
      what: `Backup ${backup.name}`,
      ok: problem === null,
      words: problem === null ? 'Opens, and reads to the end.' : `Cannot be relied on: ${problem}.`,
    };
  });
};
