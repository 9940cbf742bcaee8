/**
 * A decision between versions is one operation: a row that names the sides it decides between, and the write of what was chosen.
 * What is chosen keeps the rules of an ordinary edit, removal or revocation.
 */
import type { ConflictChosen } from '../contract/conflicts.ts';
import type { ConflictChoice } from '../domain/codes.ts';
import { notCombinedWords } from '../domain/conflict-words.ts';
import { cellFields, TREES } from '../domain/merge-rules.ts';
import type { Value } from '../store/change-log.ts';
import { Failure } from '../store/failure.ts';
import { NEWEST_FIRST } from '../store/log-end.ts';
import { isRuleOfTheDatabase } from '../store/merge/materialise.ts';
import type { Values } from '../store/merge/sides.ts';
import type { Committed, Store, Writer } from '../store/store.ts';
import type { RecordedTable } from '../store/tables.ts';
import { takeBackChanges } from '../store/undo.ts';
import { refuseRevocation } from './approvals.ts';
import { fieldsOfOwnValue, type OpenConflict, openConflict } from './conflict-reading.ts';
import { lateChanges, readingOf, rowOf, sidesOf } from './conflict-sides.ts';
import { badInput, refuse, todayOf } from './context.ts';
import { checkedEdit, refuseRemoval } from './records.ts';
import { isEditableField, isEditableTable } from './restorable.ts';
import { refuseRemovedTarget } from './restore-value.ts';

type Asked = {
  readonly id: string;
  /** The sides that the person saw. */
  readonly sides: readonly string[];
  readonly reason: string;
};

/** Fails with not-found, not-allowed where it is another matter by now, and bad-input where a rule would be broken. */
export const decideConflict = (
  store: Store,
  { choice, ...asked }: Asked & { readonly choice: ConflictChosen },
): Committed<void> => {
  const conflict = asSeen(store, asked);
  const decision = decisionOf(store, conflict, choice, asked.reason);
  return written(() =>
    store.operation({ kind: 'decide-conflict', reason: asked.reason }, (write) => {
      recordDecision(write, conflict, decision.kind, asked.reason);
      decision.write(write);
    }),
  );
};

/** It stays open, and says who put it off and why. */
export const deferConflict = (store: Store, asked: Asked): Committed<void> => {
  const conflict = asSeen(store, asked);
  return store.operation({ kind: 'decide-conflict', reason: asked.reason }, (write) =>
    recordDecision(write, conflict, 'deferred', asked.reason),
  );
};

const asSeen = (store: Store, { id, sides }: Asked): OpenConflict => {
  const conflict = openConflict(store, id);
  const seen = new Set(sides);
  if (seen.size !== conflict.sides.length || conflict.sides.some((side) => !seen.has(side))) {
    refuse('Another version came meanwhile; look again.');
  }
  return conflict;
};

const recordDecision = (write: Writer, conflict: OpenConflict, choice: ConflictChoice, reason: string): void => {
  const { id: conflictId, tableName, rowId, cell } = conflict;
  write.insert('conflictDecisions', {
    conflictId,
    tableName,
    rowId,
    cell,
    sides: JSON.stringify(conflict.sides),
    choice,
    reason,
  });
};

/** What breaks a rule over several records is found when it is written. */
const written = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (!isRuleOfTheDatabase(error)) throw error;
    throw new Failure('bad-input', {
      problem: 'The record cannot hold that: another one has the same, or a rule forbids it.',
    });
  }
};

type Decision = { readonly kind: Exclude<ConflictChoice, 'deferred'>; readonly write: (write: Writer) => void };

const NOTHING_MORE = (): void => undefined;

const decisionOf = (store: Store, conflict: OpenConflict, choice: ConflictChosen, reason: string): Decision => {
  switch (choice.do) {
    case 'take':
      return { kind: 'side', write: takeSide(store, conflict, choice.side) };
    case 'keep':
      return keepAll(conflict, store);
    case 'take-back':
      return { kind: 'side', write: takeBackLateChanges(store, conflict, reason) };
    case 'drop':
      return { kind: 'side', write: dropRecord(store, conflict, { ...choice, reason }) };
    case 'rename':
      return { kind: 'combined', write: renameTwin(store, conflict, choice.side, choice.values) };
    case 'combine':
      return { kind: 'combined', write: writeOwnValue(store, conflict, choice.values) };
  }
};

const notOffered = (): never => badInput('That cannot be chosen here.');

const takeSide = (store: Store, conflict: OpenConflict, side: string): Decision['write'] => {
  if (conflict.kind === 'removed-and-edited') {
    const found = sidesOf(store, conflict).sides.find(({ id }) => id === side) ?? notOffered();
    return found.deed === 'removed' ? removal(store, conflict.tableName, conflict.rowId) : NOTHING_MORE;
  }
  if (conflict.kind !== 'field') return notOffered();
  const reading = readingOf(store, conflict);
  const taken = [...(reading?.sides ?? []), reading?.base ?? null].find((known) => known?.operation === side);
  return writeValues(store, conflict.tableName, conflict.rowId, (taken ?? notOffered()).values);
};

const keepAll = (conflict: OpenConflict, store: Store): Decision => {
  if (conflict.kind === 'two-decisions' || conflict.kind === 'twins') return { kind: 'combined', write: NOTHING_MORE };
  return { kind: 'side', write: conflict.kind === 'cannot-stand' ? leaveOff(store, conflict) : NOTHING_MORE };
};

/**
 * A link that was taken off to open a circle still stands in the log, and would come back once the circle opened elsewhere. It is
 * written and taken off in one operation, so that the log says that it is off.
 */
const leaveOff = (store: Store, { tableName, rowId, cell, sides }: OpenConflict): Decision['write'] => {
  if (TREES[tableName]?.includes(cell) !== true) return NOTHING_MORE;
  const link = store
    .prepare<[string, string, string], { new: Value }>(
      `select c.new from changes c join operations o on o.number = c.operation
       where c.rowId = ? and c.field = ? and o.id in (select value from json_each(?)) order by ${NEWEST_FIRST}, c.number desc limit 1`,
    )
    .get(rowId, cell, JSON.stringify(sides))?.new;
  const now = rowOf(store, tableName, rowId)[cell] ?? null;
  return (write) => {
    for (const value of [link ?? null, now]) writeAsIs(write, tableName, rowId, { [cell]: value });
  };
};

type Dropped = { readonly side: string; readonly on?: string | undefined; readonly reason: string };

const dropRecord = (store: Store, conflict: OpenConflict, { side, on, reason }: Dropped): Decision['write'] => {
  const { kind, tableName } = conflict;
  if (kind !== 'two-decisions' && kind !== 'twins') return notOffered();
  if (!conflict.sides.includes(side)) return notOffered();
  refuseWithoutReason(reason);
  if (tableName !== 'approvals') return removal(store, tableName, side);
  const revokedOn = on ?? todayOf(store);
  refuseRevocation(store, side, revokedOn);
  return (write) => write.update('approvals', side, { revokedOn, revokedReason: reason });
};

/** The review is again as it was handed over; what was changed again since is not touched, and then nothing is. */
const takeBackLateChanges = (store: Store, conflict: OpenConflict, reason: string): Decision['write'] => {
  if (conflict.kind !== 'after-hand-over') return notOffered();
  refuseWithoutReason(reason);
  const changes = conflict.sides.toReversed().flatMap((side) => lateChanges(store, conflict, side));
  return (write) => takeBackChanges(store, changes, write.now);
};

const refuseWithoutReason = (reason: string): void => {
  if (reason === '') throw new Failure('bad-input', { problem: 'Say why.', field: 'reason' });
};

const renameTwin = (store: Store, conflict: OpenConflict, side: string, values: Values): Decision['write'] => {
  if (conflict.kind !== 'twins' || !conflict.sides.includes(side)) return notOffered();
  const [field = ''] = refuseOtherFields(conflict, [], values);
  const name = values[field] ?? null;
  if (name === null || name === '') throw new Failure('bad-input', { problem: 'Say what it is to be.', field });
  if (name === rowOf(store, conflict.tableName, side)[field]) {
    throw new Failure('bad-input', { problem: 'It is the same as before. Give it another.', field });
  }
  return writeValues(store, conflict.tableName, side, values);
};

const writeOwnValue = (store: Store, conflict: OpenConflict, values: Values): Decision['write'] => {
  if (conflict.kind !== 'field' && conflict.kind !== 'cannot-stand') return notOffered();
  const leftOut = conflict.kind === 'field' ? [] : sidesOf(store, conflict).shown.map(({ field }) => field);
  refuseOtherFields(conflict, leftOut, values);
  return writeValues(store, conflict.tableName, conflict.rowId, values);
};

const refuseOtherFields = (conflict: OpenConflict, leftOut: readonly string[], values: Values): readonly string[] => {
  const fields = fieldsOfOwnValue(conflict, leftOut);
  if (fields.length === 0) badInput(notCombinedWords(conflict.tableName, conflict.cell));
  const given = Object.keys(values);
  if (given.length === 0 || given.some((field) => !fields.includes(field))) notOffered();
  return fields;
};

/**
 * By the rules of an edit where the fields are edited in place. Others have acts of their own, whose rules the side kept when it
 * was written: its values are taken as they are.
 */
const writeValues = (store: Store, table: string, id: string, values: Values): Decision['write'] => {
  const now = rowOf(store, table, id);
  const different = Object.fromEntries(Object.entries(values).filter(([field, value]) => now[field] !== value));
  if (Object.keys(different).length === 0) return NOTHING_MORE;
  for (const [field, value] of Object.entries(different)) refuseRemovedTarget(store, field, value);
  const fields = Object.keys(different).flatMap((field) => cellFields(table, field));
  const [field = ''] = fields;
  if (isEditableField(table, field) && fields.every((other) => isEditableField(table, other))) {
    return checkedEdit(store, { table, id, was: {}, now: different, force: true });
  }
  return (write) => writeAsIs(write, table, id, different);
};

const writeAsIs = (write: Writer, table: string, id: string, values: Values): void =>
  write.update(table as RecordedTable, id, values);

const removal = (store: Store, table: string, id: string): Decision['write'] => {
  if (isEditableTable(table)) refuseRemoval(store, table, id);
  return (write) => write.remove(table as RecordedTable, id);
};
