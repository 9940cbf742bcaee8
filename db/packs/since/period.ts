/** Which records belong to the time between two moments, and how they are named. */
import { cellOf } from '../../domain/merge-rules.ts';
import { earliestDay, formatDate, latestDay } from '../../domain/partial-date.ts';
import { civilDayOf, type Reader } from '../../service/context.ts';
import { LABEL } from '../../service/review-names.ts';
import { headsOf, readPasts } from '../../store/causality.ts';
import { clockToInstant } from '../../store/change-log.ts';
import { endParams, within } from '../../store/log-end.ts';
import { wayOfCell } from '../../store/merge/row-reading.ts';
import { readStory } from '../../store/merge/row-story.ts';
import type { ReviewNamed, When } from './model.ts';
import type { EarlierMoment, LogSpan, Moment } from './moment.ts';

export type Comparison = {
  /** Null where the board was not recorded yet: then the dates that records carry decide. */
  readonly earlier: EarlierMoment | null;
  readonly now: Moment;
  /** The end of this day is where the period begins. */
  readonly from: string;
};

export const when = (date: string | null, written: string | null = null): When => ({
  sort: date,
  words: formatDate(date, written),
});

/** The date may lie after the day that the period begins with, and has come by the later moment. */
export const liesIn = ({ from, now }: Comparison, date: string | null): boolean =>
  date !== null && latestDay(date) > from && earliestDay(date) <= now.day;

/** It was recorded in the period; where nobody can know, it is dated in it. */
export const isNewIn = (comparison: Comparison, table: string): ((id: string, date: string | null) => boolean) => {
  if (comparison.earlier === null) return (_, date) => liesIn(comparison, date);
  const known = idsOf(comparison.earlier.reader, table);
  return (id) => !known.has(id);
};

export const idsOf = (reader: Reader, table: string): ReadonlySet<string> =>
  new Set(
    reader
      .prepare<[], { id: string }>(`select id from ${table} where removed is null`)
      .all()
      .map(({ id }) => id),
  );

export const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

export const namedReviews = (reader: Reader): ReadonlyMap<string, ReviewNamed> =>
  new Map(
    reader
      .prepare<[], ReviewNamed>(
        `select r.id as reviewId, r.reference, ${LABEL} as label from reviews r where r.removed is null order by r.reference, r.id`,
      )
      .all()
      .map((review) => [review.reviewId, review]),
  );

export type LoggedMove = { readonly when: When; readonly reason: string };

/**
 * The last change of these fields to each row within the span, by row id, with the day and the reason of its operation. One that
 * another laptop wrote and that was decided against, or waits to be, moved nothing.
 */
export const loggedMoves = (
  log: LogSpan,
  table: string,
  fields: readonly string[],
): ReadonlyMap<string, LoggedMove> => {
  const asked = {
    table,
    fields: JSON.stringify(fields),
    ...endParams('after', log.after),
    ...endParams('until', log.until),
  };
  const rows = log.reader
    .prepare<[typeof asked], LoggedRow>(
      `select c.rowId, c.field, o.id as operation, o.clock, o.reason from operations o cross join changes c on c.operation = o.number
       where ${within('until')} and not (${within('after')}) and c.tableName = @table
         and c.field in (select value from json_each(@fields)) and c.old is not c.new
       order by o.clock, o.deviceId, o.sequence, c.number`,
    )
    .all(asked);
  const isTaken = takenChanges(log, table);
  return new Map(
    rows
      .filter(isTaken)
      .map(({ rowId, clock, reason }) => [rowId, { when: when(civilDayOf(clockToInstant(clock))), reason }]),
  );
};

type LoggedRow = {
  readonly rowId: string;
  readonly field: string;
  readonly operation: string;
  readonly clock: string;
  readonly reason: string;
};

/** Whether a change is on the way to what stands. Where one laptop only wrote, every change is. */
const takenChanges = (log: LogSpan, tableName: string): ((change: LoggedRow) => boolean) => {
  if (headsOf(log.reader).size < 2) return () => true;
  const isInPast = readPasts(log.reader);
  const ways = new Map<string, ReadonlySet<string>>();
  const wayOf = (rowId: string, cell: string): ReadonlySet<string> => {
    const key = `${rowId} ${cell}`;
    const story = ways.has(key) ? null : readStory(log.reader, { tableName, rowId }, log.until);
    const way = ways.get(key) ?? (story === null ? new Set<string>() : wayOfCell(story, cell, isInPast));
    ways.set(key, way);
    return way;
  };
  return ({ rowId, field, operation }) => wayOf(rowId, cellOf(tableName, field)).has(operation);
};
