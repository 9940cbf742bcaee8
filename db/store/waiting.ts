import type { Sqlite } from './database.ts';

/** A database that was made to join a board: no operation has come yet, so there is nothing to show, to search or to back up. */
export const isWaitingToJoin = (db: Sqlite): boolean =>
  db
    .prepare<[], { waits: 0 | 1 }>(
      'select not exists (select 1 from operations) and not exists (select 1 from boards) as waits',
    )
    .get()?.waits === 1;
