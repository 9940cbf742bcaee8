import type { FailureCode } from '../domain/failures.ts';

/** A failure that a person can meet. `db/domain/failures.ts` words each code; everything else that is thrown is a bug. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: FailureCode, details: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = 'Failure';
    this.code = code;
    this.details = details;
  }
}

type WithCode = { readonly code: string; readonly message: string };

const hasCode = (error: unknown): error is WithCode =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

/** What SQLite and the file system say, as the failure a person can act on; null when it is none of those. */
export const failureFrom = (error: unknown): Failure | null => {
  if (error instanceof Failure) return error;
  if (!hasCode(error)) return null;
  switch (error.code) {
    case 'SQLITE_FULL':
    case 'ENOSPC':
    case 'EDQUOT':
      return new Failure('disk-full', {}, error);
    case 'SQLITE_BUSY':
    case 'SQLITE_BUSY_RECOVERY':
    case 'SQLITE_LOCKED':
      return new Failure('board-in-use', {}, error);
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
    case 'SQLITE_CORRUPT_VTAB':
    case 'SQLITE_CORRUPT_INDEX':
    case 'SQLITE_IOERR_DATA':
      return new Failure('database-damaged', {}, error);
    case 'SQLITE_READONLY':
    case 'SQLITE_READONLY_DIRECTORY':
    case 'SQLITE_READONLY_DBMOVED':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Failure('no-rights', {}, error);
    case 'SQLITE_CONSTRAINT_FOREIGNKEY':
      return new Failure('bad-input', { problem: 'It names a record that is not on this board.' }, error);
    case 'SQLITE_CONSTRAINT_CHECK':
    case 'SQLITE_CONSTRAINT_NOTNULL':
    case 'SQLITE_CONSTRAINT_DATATYPE':
      return new Failure('bad-input', { problem: `The record cannot hold that (${ruleOf(error.message)}).` }, error);
    default:
      return error.code.startsWith('SQLITE_IOERR') ? new Failure('disk-trouble', {}, error) : null;
  }
};

/** "CHECK constraint failed: closures_date_is_a_day" names the rule in its last words: "closures date is a day". */
const ruleOf = (message: string): string => message.split(': ').at(-1)?.replaceAll('_', ' ') ?? '';

/** Runs the work; SQLite's and the file system's errors come out as failures that a person can act on. */
export const withFailures = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw failureFrom(error) ?? error;
  }
};
