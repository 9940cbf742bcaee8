/** What two rows tell together: two decisions on one matter, two records of one thing, of which neither author knew the other's. */
import type { IsInPast, Moment } from '../causality.ts';
import type { Sqlite } from '../database.ts';
import { quoted } from '../tables.ts';
import type { Conflict } from './conflict.ts';
import { conflictOf, type MergeView } from './materialise.ts';

export type Pairing = {
  readonly kind: 'two-decisions' | 'twins';
  readonly table: string;
  /** Rows that agree in all of these are about one thing; an empty one pairs with none. */
  readonly about: readonly string[];
  readonly standing: string;
};

export const PAIRINGS: readonly Pairing[] = [
  {
    kind: 'two-decisions',
    table: 'approvals',
    about: ['appliesTo', 'coalesce(reviewId, externalReportId, actionId)', 'bodyId'],
    standing: 'removed is null and revokedOn is null',
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
type Made = Moment & Standing;

/** Rows about one thing of which no author knew the other's. */
export const pairsOf = (view: MergeView, pairing: Pairing): Conflict[] => {
  const groups = Map.groupBy(standingTogether(view.rows, pairing), (row) => row.about);
  const makingOf = createMakingOf(view);
  return [...groups.values()].flatMap((group) => {
    const rows = group.flatMap((row) => makingOf(pairing.table, row) ?? []);
    const apart = rows.filter((row) => rows.some((other) => areApart(row, other, view.isInPast)));
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

const createMakingOf = ({ log, until }: MergeView): ((table: string, row: Standing) => Made | null) => {
  const making = log.prepare<[string, string, string], Moment>(
    `select o.deviceId, o.sequence from changes c join operations o on o.number = c.operation
     where c.rowId = ? and c.field = '' and c.tableName = ? and o.clock <= ? order by o.clock, o.deviceId, o.sequence limit 1`,
  );
  return (table, row) => {
    const found = making.get(row.id, table, until);
    return found === undefined ? null : { ...row, ...found };
  };
};

const areApart = (a: Moment, b: Moment, isInPast: IsInPast): boolean =>
  a.deviceId !== b.deviceId && !isInPast(a, b) && !isInPast(b, a);
