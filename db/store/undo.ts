/**
 * Undo: an inverse operation, logged like any other. A made row is removed, a changed field gets its old value back; a field
 * that was changed again since is not touched and the whole undo is refused, as it is when records were added to a made row since.
 * A redo is the undo of an undo. What is brought back needs what it belongs to: that is brought back first.
 */
import { tableWords } from '../domain/field-words.ts';
import { isUndoable, operationInstead, operationWords, UNDOABLE_KINDS } from '../domain/operation-kinds.ts';
import type { Change, Operation, Value } from './change-log.ts';
import { Failure } from './failure.ts';
import { ownersOf } from './owners.ts';
import type { Committed, Store } from './store.ts';
import { quoted, RECORDED_TABLES, type RecordedTable, tableShape } from './tables.ts';

type Step = Pick<Operation, 'id' | 'number' | 'kind' | 'reason' | 'clock'>;

/**
 * An operation is in effect unless the last that was done about it took it back: its undos, and the redos of these. Several
 * laptops may each have undone it, so the last is that of the log's order, which is the same on all of them. `alias`: the
 * operation in the query.
 */
export const inEffectSql = (alias: string): string =>
  `coalesce((select a.kind from operations a
     where a.undoes in (select ${alias}.id union all select u.id from operations u where u.undoes = ${alias}.id)
     order by a.clock desc, a.deviceId desc, a.sequence desc limit 1), 'redo') <> 'undo'`;

/** An undo that was not taken back itself, of an operation that is still undone. */
const IS_TO_REDO = (alias: string): string =>
  `not exists (select 1 from operations r where r.undoes = ${alias}.id)
     and exists (select 1 from operations d where d.id = ${alias}.undoes and not (${inEffectSql('d')}))`;

/**
 * What "Undo" would take back now: the newest operation of this laptop that is in effect and can be undone. It passes over
 * what stays on record (an approval): `staysOnRecord` says what that is, so that nobody takes back something older unawares.
 */
export const nextUndo = (store: Store): Step | null =>
  store
    .prepare<[string, string], Step>(
      `select o.id, o.number, o.kind, o.reason, o.clock from operations o
       where o.deviceId = ? and o.kind in (select value from json_each(?)) and ${inEffectSql('o')}
       order by o.number desc limit 1`,
    )
    .get(store.device.id, JSON.stringify(UNDOABLE_KINDS)) ?? null;

/** The newest thing that was done, when it is one that stays on record: what Undo would pass over now. */
export const staysOnRecord = (store: Store): Step | null => {
  const newest = store
    .prepare<[string], Step>(
      `select o.id, o.number, o.kind, o.reason, o.clock from operations o
       where o.deviceId = ? and o.kind not in ('undo', 'redo', 'create-board', 'import') and ${inEffectSql('o')}
       order by o.number desc limit 1`,
    )
    .get(store.device.id);
  return newest === undefined || isUndoable(newest.kind) ? null : newest;
};

/** What "Redo" would do again: the newest undo, as long as nothing else was done since. */
export const nextRedo = (store: Store): (Step & { readonly undone: Step }) | null => {
  const undo = store
    .prepare<[string], Step & { undoes: string }>(
      `select o.id, o.number, o.kind, o.reason, o.clock, o.undoes from operations o
       where o.deviceId = ? and o.kind = 'undo' and ${IS_TO_REDO('o')}
         and not exists (select 1 from operations n where n.deviceId = o.deviceId and n.number > o.number and n.kind not in ('undo', 'redo'))
       order by o.number desc limit 1`,
    )
    .get(store.device.id);
  if (undo === undefined) return null;
  const undone = store
    .prepare<[string], Step>('select id, number, kind, reason, clock from operations where id = ?')
    .get(undo.undoes);
  return undone === undefined ? null : { ...undo, undone };
};

/** Takes an operation back. Fails with not-found, not-undoable or changed-since; then nothing is changed. */
export const undo = (store: Store, operationId: string): Committed<void> => {
  const operation = store.prepare<[string], Operation>('select * from operations where id = ?').get(operationId);
  if (operation === undefined) throw new Failure('not-found', { what: 'change', id: operationId });
  const isUndo = operation.kind === 'undo';
  if (!isUndo && !isUndoable(operation.kind)) {
    throw new Failure('not-undoable', {
      what: `“${operationWords(operation.kind)}”`,
      advice: operationInstead(operation.kind),
    });
  }
  const taken = store
    .prepare<[string], { id: string }>(
      `select o.id from operations o where o.id = ? and ${isUndo ? IS_TO_REDO('o') : inEffectSql('o')}`,
    )
    .get(operationId);
  if (taken === undefined)
    throw new Failure('not-undoable', { what: 'This change', advice: 'It was already taken back.' });
  return store.operation({ kind: isUndo ? 'redo' : 'undo', undoes: operationId, reason: operation.reason }, (write) => {
    const changes = store
      .prepare<[number], Change>('select * from changes where operation = ? order by number desc')
      .all(operation.number);
    takeBackChanges(store, changes, write.now);
  });
};

/** `changes`: the newest first. Within an operation; fails with changed-since and the like, and then all of it is undone. */
export const takeBackChanges = (store: Store, changes: readonly Change[], now: number): void => {
  for (const change of changes) takeBack(store, change, now);
  for (const change of changes) if (change.field === 'removed' && change.old === null) refuseLost(store, change);
};

const takeBack = (store: Store, change: Change, now: number): void => {
  const shape = tableShape(change.tableName);
  if (shape === undefined) throw new Failure('not-undoable', { what: 'This change' });
  const field = change.field === '' ? 'removed' : change.field;
  if (!shape.columns.includes(field)) throw new Failure('not-undoable', { what: 'This change' });
  if (change.field === '') refuseOrphans(store, shape.name, change.rowId);
  const table = quoted(change.tableName);
  const from: Value = change.field === '' ? null : change.new;
  const to: Value = change.field === '' ? now : change.old;
  const done = store
    .prepare(`update ${table} set ${quoted(field)} = ? where id = ? and ${quoted(field)} is ?`)
    .run(to, change.rowId, from);
  if (done.changes === 0) throw new Failure('changed-since', { field });
};

/** What was made cannot go while something that was added to it later still stands. */
const refuseOrphans = (store: Store, table: RecordedTable, rowId: string): void => {
  for (const { child, column } of childrenOf(store, table)) {
    const found = store
      .prepare<[string], { n: number }>(
        `select count(*) as n from ${quoted(child)} where ${quoted(column)} = ? and removed is null`,
      )
      .get(rowId);
    if (found !== undefined && found.n > 0) throw new Failure('added-since', { table, child });
  }
};

/** A record cannot come back to something that is gone. */
const refuseLost = (store: Store, { tableName, rowId }: Change): void => {
  for (const { parent, column } of ownersOf(tableName)) {
    const gone = store
      .prepare<[string], { n: number }>(
        `select count(*) as n from ${quoted(tableName)} c join ${quoted(parent)} p on p.id = c.${quoted(column)}
         where c.id = ? and p.removed is not null`,
      )
      .get(rowId);
    if (gone !== undefined && gone.n > 0) {
      throw new Failure('not-allowed', {
        why: `It cannot come back on its own: what it belongs to (${tableWords(parent).toLowerCase()}) was removed too.`,
        advice: 'Nothing was changed. Bring that back first.',
      });
    }
  }
};

const childrenOf = (
  store: Store,
  table: RecordedTable,
): readonly { readonly child: string; readonly column: string }[] =>
  RECORDED_TABLES.flatMap(({ name }) =>
    store
      .prepare<[string, string], { column: string }>(
        'select "from" as column from pragma_foreign_key_list(?) where "table" = ?',
      )
      .all(name, table)
      .map(({ column }) => ({ child: name, column })),
  );
