/**
 * The change log: every write to a recorded table, captured by triggers, so that no code path can go round it.
 *
 * - An operation is one user intent. Row, changes and operation commit together or not at all.
 * - Making a row is one change: field '' and the whole row as JSON. Changing a field is one change with old, new and the
 *   operation that had last set it (its parent). A row is never deleted: `removed` is set, which is a change like any other.
 * - Operations are chained: hash = sha256 over the previous operation's hash on this device, the operation's own columns and
 *   its changes, one canonical JSON line each. Whoever alters a line breaks every hash after it.
 * - `seen` says what others had done that its author knew of: by it, never by a clock, it is told who wrote apart from whom.
 * - Once it has its hash, an operation and its changes cannot be altered: triggers refuse it.
 *
 * The triggers are TEMP: made at open from the schema in `db/schema/`, never stored, so they cannot drift from it.
 */
import { createHash, type Hash } from 'node:crypto';
import { endOfUkDay } from '../domain/uk-days.ts';
import type { Reader, Sqlite } from './database.ts';
import { quoted, RECORDED_TABLES, type TableShape } from './tables.ts';

export type Value = string | number | null;

export type Intent = {
  /** What the person did, a key of `db/domain/operation-kinds.ts`. */
  readonly kind: string;
  readonly reason?: string;
  /** The id of the operation that this one takes back. */
  readonly undoes?: string;
};

export type Operation = {
  readonly number: number;
  readonly id: string;
  readonly deviceId: string;
  readonly sequence: number;
  readonly clock: string;
  readonly actor: string;
  readonly kind: string;
  readonly reason: string;
  readonly undoes: string | null;
  readonly previousHash: string;
  readonly hash: string;
  /** What its laptop took in of others since its own operation before: JSON object of device id to sequence; null for nothing. */
  readonly seen: string | null;
};

export type Change = {
  readonly number: number;
  readonly operation: number;
  readonly tableName: string;
  readonly rowId: string;
  readonly field: string;
  readonly old: Value;
  readonly new: Value;
  readonly parent: number | null;
};

export const FIRST_HASH = '0'.repeat(64);

export const installChangeLog = (db: Sqlite): void => {
  // Without it "insert or replace" would delete a row and no trigger would hear of it.
  db.pragma('recursive_triggers = ON');
  db.exec('create temp table currentOperation (number integer not null) strict');
  db.exec(RECORDED_TABLES.map(triggersFor).join('\n'));
  db.exec(`
    create temp trigger operations_are_final before update on main.operations when old.hash <> ''
      begin select raise(abort, 'an operation is never altered'); end;
    create temp trigger operations_stay before delete on main.operations
      begin select raise(abort, 'an operation is never deleted'); end;
    create temp trigger changes_are_final before update on main.changes
      begin select raise(abort, 'a change is never altered'); end;
    create temp trigger changes_stay before delete on main.changes
      begin select raise(abort, 'a change is never deleted'); end;
  `);
};

/** In the place of an operation's number while rows are written whose changes are in the log already. */
const NOT_RECORDED = -1;

/** Writes rows after the log: what it says of them came from elsewhere. Within a transaction, and outside any operation. */
export const withoutRecording = <T>(db: Sqlite, write: () => T): T => {
  db.prepare('insert into temp.currentOperation (number) values (?)').run(NOT_RECORDED);
  try {
    return write();
  } finally {
    db.exec('delete from temp.currentOperation');
  }
};

const triggersFor = (table: TableShape): string => {
  const name = quoted(table.name);
  const pairs = table.columns.map((column) => `'${column}', new.${quoted(column)}`).join(', ');
  const current = '(select number from temp.currentOperation)';
  const updates = table.columns
    .filter((column) => column !== 'id')
    .map(
      (column) => `
    create temp trigger "log_${table.name}_${column}" after update of ${quoted(column)} on main.${name}
      when old.${quoted(column)} is not new.${quoted(column)} and ${current} is not ${NOT_RECORDED}
      begin
        insert into changes (operation, tableName, rowId, field, old, new, parent)
        values (${current}, '${table.name}', new.id, '${column}', old.${quoted(column)}, new.${quoted(column)}, coalesce(
          (select operation from changes where rowId = new.id and field = '${column}' and tableName = '${table.name}' order by number desc limit 1),
          (select operation from changes where rowId = new.id and field = '' and tableName = '${table.name}' limit 1)));
      end;`,
    )
    .join('');
  return `
    create temp trigger "log_${table.name}" after insert on main.${name}
      when ${current} is not ${NOT_RECORDED}
      begin
        insert into changes (operation, tableName, rowId, field, old, new, parent)
        values (${current}, '${table.name}', new.id, '', null, json_object(${pairs}), null);
      end;${updates}
    create temp trigger "keep_${table.name}" before delete on main.${name}
      begin select raise(abort, 'a row is never deleted: set removed'); end;
    create temp trigger "keep_id_${table.name}" before update of id on main.${name} when old.id is not new.id
      begin select raise(abort, 'an id never changes'); end;`;
};

/** Hybrid logical clock: milliseconds as 12 hex digits, then a counter as 4; later than every clock seen, whatever the laptop's clock says. */
export const nextClock = (now: number, last: string | null): string => {
  const lastTime = last === null ? 0 : Number.parseInt(last.slice(0, 12), 16);
  const lastCount = last === null ? 0 : Number.parseInt(last.slice(12), 16);
  if (now > lastTime) return clockText(now, 0);
  return lastCount < 0xffff ? clockText(lastTime, lastCount + 1) : clockText(lastTime + 1, 0);
};

const clockText = (time: number, count: number): string =>
  time.toString(16).padStart(12, '0') + count.toString(16).padStart(4, '0');

/** The instant of a clock, milliseconds UTC. */
export const clockToInstant = (clock: string): number => Number.parseInt(clock.slice(0, 12), 16);

/** The last clock that belongs to the civil day, for looking at the board as it was at the end of it. */
export const clockAtEndOfDay = (day: string): string => clockText(endOfUkDay(day), 0xffff);

export type HashedOperation = Omit<Operation, 'number' | 'hash'>;
export type HashedChange = {
  readonly tableName: string;
  readonly rowId: string;
  readonly field: string;
  readonly old: Value;
  readonly new: Value;
  /** The id of the parent operation: ids are the same on every laptop, numbers are not. */
  readonly parent: string | null;
};

export const operationHash = (operation: HashedOperation, changes: Iterable<HashedChange>): string => {
  const hash = createHash('sha256');
  addLine(hash, operationLine(operation));
  for (const change of changes) addLine(hash, changeLine(change));
  return hash.digest('hex');
};

/** What is hashed of an operation, in this order. `seen` stands only where there is any: older hashes go on holding. */
export const operationLine = (operation: HashedOperation): readonly Value[] => {
  const line = [
    operation.previousHash,
    operation.id,
    operation.deviceId,
    operation.sequence,
    operation.clock,
    operation.actor,
    operation.kind,
    operation.reason,
    operation.undoes,
  ];
  return operation.seen === null ? line : [...line, operation.seen];
};

export const changeLine = (change: HashedChange): readonly Value[] => [
  change.tableName,
  change.rowId,
  change.field,
  change.old,
  change.new,
  change.parent,
];

const addLine = (hash: Hash, values: readonly Value[]): void => {
  hash.update(`${JSON.stringify(values)}\n`);
};

const HASHED_CHANGES = `
  select c.tableName, c.rowId, c.field, c.old, c.new, p.id as parent
  from changes c left join operations p on p.number = c.parent
  where c.operation = ? order by c.number`;

export const hashedChangesOf = (db: Reader, operation: number): IterableIterator<HashedChange> =>
  db.prepare<[number], HashedChange>(HASHED_CHANGES).iterate(operation);

/** For the changes of one operation after another: prepared once. */
export const createChangesReader = (db: Sqlite): ((operation: number) => readonly HashedChange[]) => {
  const changesOf = db.prepare<[number], HashedChange>(HASHED_CHANGES);
  return (operation) => changesOf.all(operation);
};

export type ChainBreak = { readonly deviceId: string; readonly sequence: number; readonly problem: string };

/** Follows each device's chain from its first operation; says every place where it does not hold. */
export const verifyChain = (db: Sqlite): { readonly operations: number; readonly breaks: readonly ChainBreak[] } => {
  const breaks: ChainBreak[] = [];
  const previous = new Map<string, { readonly hash: string; readonly sequence: number }>();
  const changesOf = db.prepare<[number], HashedChange>(HASHED_CHANGES);
  let operations = 0;
  for (const operation of db.prepare<[], Operation>('select * from operations order by deviceId, sequence').all()) {
    operations++;
    const before = previous.get(operation.deviceId) ?? { hash: FIRST_HASH, sequence: 0 };
    const where = { deviceId: operation.deviceId, sequence: operation.sequence };
    if (operation.sequence !== before.sequence + 1)
      breaks.push({ ...where, problem: 'an operation before it is missing' });
    else if (operation.previousHash !== before.hash)
      breaks.push({ ...where, problem: 'it does not follow the one before it' });
    if (operationHash(operation, changesOf.iterate(operation.number)) !== operation.hash) {
      breaks.push({ ...where, problem: 'its contents were altered' });
    }
    previous.set(operation.deviceId, operation);
  }
  return { operations, breaks };
};
