/**
 * Facts kept ready for the lists (`db/schema/facts.ts`): they follow from recorded rows and are never logged.
 *
 * Action facts are counted again by trigger whenever a row they follow from is written, whoever writes it. Clock facts need
 * the rules of `db/domain/clocks.ts`, so they are read again in the same transaction for every review whose events, clocks
 * or calendar an operation touched.
 */
import { readClock } from '../domain/clocks.ts';
import type { EventKind, Nation } from '../domain/codes.ts';
import { createWorkingCalendar, divisionOf, type WorkingCalendar } from '../domain/working-days.ts';
import type { Reader, Sqlite } from './database.ts';
import { EVENT_SOURCES, reviewEvents } from './review-events.ts';
import type { Row } from './tables.ts';

const ACTION_FACTS = `
  select a.id,
    (select max(p.date) from progressUpdates p where p.actionId = a.id and p.removed is null),
    (select max(r.requestedOn) from updateRequests r where r.actionId = a.id and r.removed is null),
    (select count(*) from earlierTargets t where t.actionId = a.id and t.removed is null),
    (select count(*) from evidenceLinks l join evidence e on e.id = l.evidenceId
      where l.actionId = a.id and l.removed is null and e.removed is null)
  from actions a`;

const FACT_COLUMNS = 'actionFacts (actionId, lastUpdateOn, lastRequestedOn, timesMoved, evidenceCount)';

export const installActionFacts = (db: Sqlite): void => {
  const recount = (of: string): string => `insert or replace into ${FACT_COLUMNS} ${ACTION_FACTS} where a.id = ${of}`;
  db.exec(`create temp trigger facts_of_new_action after insert on main.actions begin
    insert or replace into actionFacts (actionId) values (new.id); end;`);
  for (const table of ['progressUpdates', 'updateRequests', 'earlierTargets', 'evidenceLinks']) {
    db.exec(`
      create temp trigger facts_insert_${table} after insert on main.${table} begin ${recount('new.actionId')}; end;
      create temp trigger facts_update_${table} after update on main.${table} begin
        ${recount('new.actionId')}; ${recount('old.actionId')}; end;`);
  }
  db.exec(`create temp trigger facts_evidence after update of removed on main.evidence begin
    insert or replace into ${FACT_COLUMNS} ${ACTION_FACTS}
    where a.id in (select actionId from evidenceLinks where evidenceId = new.id); end;`);
};

export const recountActionFacts = (db: Sqlite): void => {
  db.exec(`delete from actionFacts; insert into ${FACT_COLUMNS} ${ACTION_FACTS}`);
};

/** Which tables a clock's reading depends on, and whether a change there concerns one review or all of them. */
const CLOCK_SOURCES: Readonly<Record<string, 'review' | 'all'>> = {
  clocks: 'review',
  ...Object.fromEntries(EVENT_SOURCES.map((table) => [table, 'review' as const])),
  conflictDecisions: 'review',
  closures: 'all',
  boards: 'all',
};

/** Reads again the clocks of every review that the operation touched, or those from it up to `last`. */
export const rereadClocksAfter = (db: Reader, operation: number, last: number = operation): void => {
  const touched = db
    .prepare<[number, number], { tableName: string }>(
      'select distinct tableName from changes where operation between ? and ?',
    )
    .all(operation, last)
    .map((row) => CLOCK_SOURCES[row.tableName]);
  if (touched.includes('all')) return rereadClocks(db, null);
  if (!touched.includes('review')) return;
  const reviewIds = db
    .prepare<[{ operation: number; last: number }], { reviewId: string }>(
      `select reviewId from clocks where id in (select rowId from changes where operation between @operation and @last and tableName = 'clocks')
       ${EVENT_SOURCES.map((table) => `union select reviewId from ${table} where id in (select rowId from changes where operation between @operation and @last and tableName = '${table}')`).join(' ')}
       union select reviewId from proceedDecisions where id in (select d.rowId from conflictDecisions d join changes c on c.rowId = d.id
         where c.operation between @operation and @last)`,
    )
    .all({ operation, last })
    .map((row) => row.reviewId);
  rereadClocks(db, reviewIds);
};

/** Seen from here every recorded event has happened; queries compare the dates with the real today. */
const END_OF_TIME = '9999-12-31';

/** Reads the clocks of these reviews, or of all when null. */
export const rereadClocks = (db: Reader, reviewIds: readonly string[] | null): void => {
  const calendar = readCalendar(db);
  if (calendar === null) return;
  const ids =
    reviewIds ??
    db
      .prepare<[], { id: string }>('select distinct reviewId as id from clocks')
      .all()
      .map((r) => r.id);
  if (reviewIds === null) db.prepare('delete from clockFacts').run();
  const forget = db.prepare('delete from clockFacts where reviewId = ?');
  const clocksOf = db.prepare<[string], Row<'clocks'>>('select * from clocks where reviewId = ? and removed is null');
  const keep = db.prepare(
    'insert or replace into clockFacts (clockId, reviewId, startedOn, dueOn, stoppedOn, relaxed) values (?, ?, ?, ?, ?, ?)',
  );
  for (const reviewId of ids) {
    if (reviewIds !== null) forget.run(reviewId);
    const events = reviewEvents(db, reviewId);
    for (const clock of clocksOf.all(reviewId)) {
      const question = { ...clockToRule(clock), events, today: END_OF_TIME, calendar };
      const reading = readClock(question);
      keep.run(
        clock.id,
        reviewId,
        reading.runsFromDate,
        reading.dueOn,
        reading.stoppedOn,
        clock.relaxationReason === '' ? 0 : 1,
      );
    }
  }
};

/** A clock's row as `readClock` takes it. */
export const clockToRule = (clock: Row<'clocks'>) => ({
  rule: {
    name: clock.name,
    runsFrom: clock.runsFrom as EventKind,
    stopsAt: clock.stopsAt as EventKind,
    length: clock.length,
    unit: clock.unit as never,
    direction: clock.direction as never,
    dayZero: clock.dayZero as never,
    fixedDate: clock.fixedDate,
    source: clock.source,
    confirmed: clock.confirmed === 1,
  },
  override: clock.overrideDueOn === null ? null : { dueOn: clock.overrideDueOn, reason: clock.overrideReason },
  relaxation: clock.relaxationReason === '' ? null : { reason: clock.relaxationReason, until: clock.relaxedUntil },
});

/** The board's working calendar: its nation's bank holidays and its own closures. Null before there is a board. */
export const readCalendar = (db: Reader): WorkingCalendar | null => {
  const board = db.prepare<[], { nation: Nation }>('select nation from boards limit 1').get();
  if (board === undefined) return null;
  const closures = db
    .prepare<[], { date: string; name: string }>(
      'select date, name from closures where removed is null order by date, id',
    )
    .all();
  return createWorkingCalendar({ division: divisionOf(board.nation), closures });
};
