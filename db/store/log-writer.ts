/** Puts operations into the log as they came, hash included: of an export, or of another laptop. No trigger logs them again. */
import type { HashedChange, HashedOperation } from './change-log.ts';
import type { Sqlite } from './database.ts';

export const INSERT_OPERATION = `
  insert into operations (id, deviceId, sequence, clock, actor, kind, reason, undoes, previousHash, hash, seen)
  values (@id, @deviceId, @sequence, @clock, @actor, @kind, @reason, @undoes, @previousHash, @hash, @seen)`;

export type LogWriter = {
  /** Answers its number here. */
  operation(operation: HashedOperation & { readonly hash: string }): number;
  /** A change of the operation of that number; answers its own. */
  change(operation: number, change: HashedChange): number;
  /** Whether the operation is in the log. */
  knows(operationId: string): boolean;
};

export const createLogWriter = (db: Sqlite): LogWriter => {
  const insertOperation = db.prepare(INSERT_OPERATION);
  const insertChange = db.prepare(
    'insert into changes (operation, tableName, rowId, field, old, new, parent) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const inLog = db.prepare<[string], number>('select number from operations where id = ?').pluck();
  const numbers = new Map<string, number>();
  const numberOf = (operationId: string): number | null => numbers.get(operationId) ?? inLog.get(operationId) ?? null;
  return {
    operation: (operation) => {
      const number = Number(insertOperation.run(operation).lastInsertRowid);
      numbers.set(operation.id, number);
      return number;
    },
    change: (operation, { tableName, rowId, field, old, new: value, parent }) =>
      Number(
        insertChange.run(operation, tableName, rowId, field, old, value, parent === null ? null : numberOf(parent))
          .lastInsertRowid,
      ),
    knows: (operationId) => numberOf(operationId) !== null,
  };
};
