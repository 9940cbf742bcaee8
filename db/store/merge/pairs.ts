/** What two rows tell together: two decisions on one matter, two records of one thing, of which neither author knew the other's. */
import type { IsInPast, Moment } from '../causality.ts';
import type { Sqlite } from '../database.ts';
import { type EndParams, endParams, within } from '../log-end.ts';
import { quoted } from '../tables.ts';
import type { Conflict } from './conflict.ts';
import { conflictOf, type MergeView } from './materialise.ts';

export type Pairing = {
  readonly kind: 'two-decisions' | 'twins';
  readonly table: string;
  /** Rows that agree in all of these are about one thing; an empty one pairs with none. */
  readonly about: readonly string[];
  readonly standing: string;
  /** Rows of another table, made along with it, that are part of what it says. */
  readonly part?: { readonly table: string; readonly column: string };
};

export const PAIRINGS: readonly Pairing[] = [
  {
    kind: 'two-decisions',
    table: 'approvals',
    about: ['appliesTo', 'coalesce(reviewId, externalReportId, actionId)', 'bodyId'],
    standing: 'removed is null and revokedOn is null',
    part: { table: 'approvalConditions', column: 'approvalId' },
  },
  { kind: 'two-decisions', table: 'publicationDecisions', about: ['reviewId'], standing: 'removed is null' },
  { kind: 'two-decisions', table: 'proceedDecisions', about: ['reviewId'], standing: 'removed is null' },
  { kind: 'twins', table: 'reviews', about: ['reference'], standing: `removed is null and reference <> ''` },
  { kind: 'twins', table: 'agencies', about: ['name'], standing: 'removed is null' },
  { kind: 'twins', table: 'bodies', about: ['name'], standing: 'removed is null' },
  { kind: 'twins', table: 'externalReports', about: ['reference'], standing: `removed is null and reference <> ''` },
  { kind: 'twins', table: 'meetings', about: ['bodyId', 'date'], standing: 'removed is null and date is not null' },
  {
    kind: 'twins',
    table: 'actions',
    about: ['coalesce(reviewId, recommendationId, meetingId)', 'number'],
    standing: `removed is null and number <> ''`,
  },
];

const fieldsOf = ({ about, standing }: Pairing): ReadonlySet<string> =>
  new Set([...about, standing].flatMap((sql) => sql.match(/\w+/g) ?? []));

const TELLING = new Map(PAIRINGS.map((pairing) => [pairing.table, fieldsOf(pairing)]));

/**
 * The tables whose pairs these changes may open, whoever wrote them: a row that was there before comes to stand, or to be about
 * something else. A row that is made is in no pair with what its author knew.
 */
export const tablesTold = (changes: Iterable<{ readonly tableName: string; readonly field: string }>): Set<string> => {
  const tables = new Set<string>();
  for (const { tableName, field } of changes)
    if (field !== '' && TELLING.get(tableName)?.has(field) === true) tables.add(tableName);
  return tables;
};

type Standing = { readonly id: string; readonly about: string };
type Made = Moment & Standing & { readonly says: string };

/** Rows about one thing of which no author knew the other's. Decisions that say the same, word for word, are no matter. */
export const pairsOf = (view: MergeView, pairing: Pairing): Conflict[] => {
  const groups = Map.groupBy(standingTogether(view.rows, pairing), (row) => row.about);
  const makingOf = createMakingOf(view, pairing);
  const differ = (a: Made, b: Made): boolean => pairing.kind === 'twins' || a.says !== b.says;
  return [...groups.values()].flatMap((group) => {
    const rows = group.flatMap((row) => makingOf(row) ?? []);
    const apart = rows.filter((row) => rows.some((other) => areApart(row, other, view.isInPast) && differ(row, other)));
    const [first] = apart;
    if (first === undefined) return [];
    const at = { tableName: pairing.table, rowId: first.id, cell: '', base: null };
    return [
      conflictOf(
        pairing.kind,
        at,
        apart.map((row) => row.id),
        null,
      ),
    ];
  });
};

const standingTogether = (rows: Sqlite, { table, about, standing }: Pairing): readonly Standing[] =>
  rows
    .prepare<[], Standing>(
      `with standing as (select id, json_array(${about.join(', ')}) as about from ${quoted(table)} where ${standing})
       select id, about from standing where about in (select about from standing group by about having count(*) > 1) order by id`,
    )
    .all();

type Making = Moment & { readonly operation: number; readonly made: string };

/** By what the log says of the row's making: it is the same on every laptop, whatever was corrected in the row since. */
const createMakingOf = ({ log, until }: MergeView, { table, part }: Pairing): ((row: Standing) => Made | null) => {
  const making = log.prepare<[EndParams], Making>(
    `select o.deviceId, o.sequence, o.number as operation, c.new as made
     from changes c join operations o on o.number = c.operation
     where c.rowId = @rowId and c.field = '' and c.tableName = @table and ${within('until')} order by o.clock, o.deviceId, o.sequence limit 1`,
  );
  const parts = log
    .prepare<[number, string, string, string], string>(
      `select new from changes where operation = ? and tableName = ? and field = '' and json_extract(new, '$.' || ?) = ?`,
    )
    .pluck();
  return (row) => {
    const found = making.get({ rowId: row.id, table, ...endParams('until', until) });
    if (found === undefined) return null;
    const { operation, made, ...moment } = found;
    const along = part === undefined ? [] : parts.all(operation, part.table, part.column, row.id);
    return {
      ...row,
      ...moment,
      says: JSON.stringify([saysOf(made), along.map((one) => saysOf(one, part?.column)).toSorted()]),
    };
  };
};

/** Without what is its own: its id, and the record that it belongs to as a part. */
const saysOf = (made: string, column?: string): string =>
  JSON.stringify(
    Object.entries(JSON.parse(made) as Record<string, unknown>)
      .filter(([field, value]) => field !== 'id' && field !== column && value !== null)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

const areApart = (a: Moment, b: Moment, isInPast: IsInPast): boolean =>
  a.deviceId !== b.deviceId && !isInPast(a, b) && !isInPast(b, a);
