/** What a hand-over file holds, made from a board. `db/store/HAND-OVER.md` describes it. */
import { z } from 'zod';
import { type HistoryBefore, historyBefore } from '../contract/hand-overs.ts';
import { MIGRATIONS } from '../migrations/index.ts';
import { readContent } from '../store/attachments.ts';
import { type Change, clockToInstant, type Operation } from '../store/change-log.ts';
import type { Reader } from '../store/database.ts';
import { NEWEST_FIRST } from '../store/log-end.ts';
import { Failure } from '../store/failure.ts';
import { REVIEW_ROWS, reviewRowIds } from '../store/review-rows.ts';
import type { Store } from '../store/store.ts';
import { quoted, type RecordedTable, type Row, tableShape } from '../store/tables.ts';
import { wordsOf } from './history-reading.ts';
import { tellChange } from './history-words.ts';

const FORMAT = 'case-review-tracker-hand-over';

/** Tables whose rows are the board's own: the records name them, the other board has its own. */
export const NAMED_TABLES = [
  'reviewTypes',
  'stages',
  'regimes',
  'clockRules',
  'agencies',
  'agencyNames',
  'bodies',
  'bodyNames',
  'themes',
  'delayReasons',
  'meetings',
] as const satisfies readonly RecordedTable[];
export type NamedTable = (typeof NAMED_TABLES)[number];

const value = z.union([z.string(), z.number(), z.null()]);
const row = z.record(z.string(), value);
export type AnyRow = z.infer<typeof row>;

const day = z.string().nullable();

const documentSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  schema: z.array(z.string()),
  from: z.strictObject({ board: z.string().min(1), post: z.string() }),
  to: z.string(),
  handedOverOn: z.string(),
  deadline: day,
  reviewId: z.uuid(),
  stageBefore: z.strictObject({ code: z.string(), kind: z.string(), name: z.string() }),
  records: z.record(z.string(), z.array(row)),
  named: z.partialRecord(z.enum(NAMED_TABLES), z.array(row)),
  files: z.record(z.string().regex(/^[0-9a-f]{64}$/), z.base64()),
  history: z.array(historyBefore),
});
export type HandOverDocument = z.infer<typeof documentSchema>;

const refuse = (at: string, problem: string): never => {
  throw new Failure('import-refused', { at, problem });
};

/** Reads and checks the content of a file. Fails with import-refused, naming the place. */
export const readDocument = (text: string): HandOverDocument => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refuse('', 'it is not whole JSON');
  }
  const newer = z.object({ format: z.literal(FORMAT), version: z.number().gt(1) }).safeParse(parsed);
  if (newer.success) refuse('version', 'it was written by a newer version of the program');
  const result = documentSchema.safeParse(parsed);
  if (!result.success) {
    const issue = result.error.issues[0];
    return refuse(issue?.path.map(String).join('.') ?? '', issue?.message ?? 'is not right');
  }
  const unknown = result.data.schema.find((name) => !MIGRATIONS.some((migration) => migration.name === name));
  if (unknown !== undefined) refuse('schema', `it was written by a newer version of the program (${unknown})`);
  const own = new Set<string>(REVIEW_ROWS.map(({ table }) => table));
  for (const [table, rows] of Object.entries(result.data.records)) {
    if (!own.has(table)) refuse(`records.${table}`, 'no such records belong to a review');
    checkRows(table as RecordedTable, rows, `records.${table}`);
  }
  for (const [table, rows] of Object.entries(result.data.named)) {
    checkRows(table as RecordedTable, rows ?? [], `named.${table}`);
  }
  const { reviews = [], cases = [] } = result.data.records;
  if (reviews.length !== 1 || reviews[0]?.id !== result.data.reviewId)
    refuse('records.reviews', 'there must be exactly one review');
  if (cases.length !== 1) refuse('records.cases', 'there must be exactly one case');
  return result.data;
};

const checkRows = (table: RecordedTable, rows: readonly AnyRow[], at: string): void => {
  const shape = tableShape(table);
  rows.forEach((found, place) => {
    if (!z.uuid().safeParse(found.id).success) refuse(`${at}[${place}].id`, 'is not an id');
    for (const [column, cell] of Object.entries(found)) {
      if (shape === undefined || !shape.columns.includes(column))
        refuse(`${at}[${place}].${column}`, 'there is no such column');
      const isText = shape?.types[column] === 'text';
      if (cell !== null && isText !== (typeof cell === 'string')) {
        refuse(`${at}[${place}].${column}`, isText ? 'must be text' : 'must be a number');
      }
    }
  });
};

export type HandOverTerms = {
  readonly reviewId: string;
  readonly to: string;
  readonly handedOverOn: string;
  readonly deadline: string | null;
};

/** Everything that belongs to the review as it stands now, and what that refers to by name. */
export const makeDocument = (store: Store, terms: HandOverTerms): HandOverDocument => {
  const { reviewId } = terms;
  const records: Record<string, AnyRow[]> = {};
  for (const { table, where } of REVIEW_ROWS) {
    const rows = store
      .prepare<[{ reviewIds: string }], AnyRow>(
        `select ${columnsOf(table)} from ${quoted(table)} x where x.removed is null and ${where} order by x.id`,
      )
      .all({ reviewIds: JSON.stringify([reviewId]) });
    if (rows.length > 0) records[table] = rows;
  }
  const board = store.prepare<[], { name: string }>('select name from boards limit 1').get();
  const before = stageBefore(store, reviewId);
  return {
    format: FORMAT,
    version: 1,
    schema: MIGRATIONS.map(({ name }) => name),
    from: { board: board?.name ?? '', post: store.device.post },
    to: terms.to,
    handedOverOn: terms.handedOverOn,
    deadline: terms.deadline,
    reviewId,
    stageBefore: { code: before.code, kind: before.kind, name: before.name },
    records,
    named: namedRows(store, records),
    files: filesOf(store, records),
    history: [
      ...readHistoryBefore(store, reviewId),
      { board: board?.name ?? '', until: terms.handedOverOn, entries: wholeHistory(store, reviewId) },
    ],
  };
};

const columnsOf = (table: RecordedTable): string =>
  (tableShape(table)?.columns ?? []).map((column) => `x.${quoted(column)}`).join(', ');

/** The last stage that was not "handed over". */
export const stageBefore = (store: Store, reviewId: string): Row<'stages'> => {
  const now = store.row('stages', store.row('reviews', reviewId).stageId);
  const stage = (id: string): Row<'stages'> => store.row('stages', id);
  const earlier = store
    .prepare<[string], { old: string }>(
      `select c.old from changes c join operations o on o.number = c.operation
       where c.rowId = ? and c.field = 'stageId' order by ${NEWEST_FIRST}, c.number desc`,
    )
    .all(reviewId)
    .map(({ old }) => stage(old));
  const found = now.kind === 'handed-over' ? earlier.find(({ kind }) => kind !== 'handed-over') : now;
  return found ?? firstStage(store, now);
};

const firstStage = (store: Store, { reviewTypeId }: Row<'stages'>): Row<'stages'> => {
  const first = store
    .prepare<[string], Row<'stages'>>(
      'select * from stages where reviewTypeId = ? and removed is null order by position limit 1',
    )
    .get(reviewTypeId);
  if (first === undefined) throw new Failure('not-found', { what: 'stage' });
  return first;
};

/** Of every table, which columns name another row, and of which table. */
export const referencesOf = (reader: Reader, table: string): ReadonlyMap<string, string> =>
  new Map(
    reader
      .prepare<[string], { column: string; parent: string }>(
        'select "from" as column, "table" as parent from pragma_foreign_key_list(?)',
      )
      .all(table)
      .map(({ column, parent }) => [column, parent]),
  );

const namedRows = (store: Store, records: Readonly<Record<string, readonly AnyRow[]>>): HandOverDocument['named'] => {
  const wanted = new Map<NamedTable, Set<string>>(NAMED_TABLES.map((table) => [table, new Set()]));
  const want = (table: string, id: unknown): void => {
    if (typeof id === 'string') wanted.get(table as NamedTable)?.add(id);
  };
  for (const [table, rows] of Object.entries(records)) {
    for (const [column, parent] of referencesOf(store, table)) {
      for (const found of rows) want(parent, found[column]);
    }
  }
  const read = (table: NamedTable, where: string, ids: Iterable<string>): AnyRow[] =>
    store
      .prepare<[string], AnyRow>(
        `select ${columnsOf(table)} from ${quoted(table)} x where ${where} in (select value from json_each(?)) order by x.id`,
      )
      .all(JSON.stringify([...ids]));
  const idsOf = (table: NamedTable): ReadonlySet<string> => wanted.get(table) ?? new Set();
  const meetings = read('meetings', 'x.id', idsOf('meetings'));
  for (const { bodyId } of meetings) want('bodies', bodyId);
  withThemesAbove(store, wanted.get('themes') ?? new Set());
  return {
    reviewTypes: read('reviewTypes', 'x.id', idsOf('reviewTypes')),
    stages: read('stages', 'x.removed is null and x.reviewTypeId', idsOf('reviewTypes')),
    regimes: read('regimes', 'x.id', idsOf('regimes')),
    clockRules: read('clockRules', 'x.id', idsOf('clockRules')),
    agencies: read('agencies', 'x.id', idsOf('agencies')),
    agencyNames: read('agencyNames', 'x.removed is null and x.agencyId', idsOf('agencies')),
    bodies: read('bodies', 'x.id', idsOf('bodies')),
    bodyNames: read('bodyNames', 'x.removed is null and x.bodyId', idsOf('bodies')),
    themes: read('themes', 'x.id', idsOf('themes')),
    delayReasons: read('delayReasons', 'x.id', idsOf('delayReasons')),
    meetings,
  };
};

const withThemesAbove = (store: Store, themes: Set<string>): void => {
  for (const id of themes) {
    const { parentThemeId } = store.row('themes', id);
    // A set that grows while it is walked is walked to its end.
    if (parentThemeId !== null) themes.add(parentThemeId);
  }
};

const filesOf = (
  store: Store,
  { attachments = [] }: Readonly<Record<string, readonly AnyRow[]>>,
): Record<string, string> =>
  Object.fromEntries(
    attachments.map(({ sha256, fileName }) => {
      const bytes = readContent(store.db, String(sha256));
      if (bytes === null) {
        throw new Failure('not-allowed', {
          why: `The attached file “${fileName}” is not whole on this board, so the review cannot leave with it.`,
          advice: 'Nothing was changed. Check the board in Settings, Backups, or detach the file first.',
        });
      }
      return [String(sha256), Buffer.from(bytes).toString('base64')] as const;
    }),
  );

/** Every change of what belongs to the review, removed rows too, in the words of this board, newest first. */
const wholeHistory = (store: Store, reviewId: string): HistoryBefore['entries'] => {
  const changes = store
    .prepare<[{ reviewIds: string }], Change>(
      `select c.* from (${reviewRowIds()}) r cross join changes c on c.rowId = r.id join operations o on o.number = c.operation
       where c.old is not c.new order by ${NEWEST_FIRST}, c.number`,
    )
    .all({ reviewIds: JSON.stringify([reviewId]) });
  const operationOf = store.prepare<[number], Operation>('select * from operations where number = ?');
  return [...Map.groupBy(changes, ({ operation }) => operation)].flatMap(([number, ofOperation]) => {
    const operation = operationOf.get(number);
    if (operation === undefined) return [];
    const told = ofOperation.flatMap((change) => tellChange(store, change)).map(({ value: _, ...change }) => change);
    const { id: operationId, clock, actor, kind, reason } = operation;
    return [
      { operationId, at: clockToInstant(clock), actor, kind, words: wordsOf(store, operation), reason, changes: told },
    ];
  });
};

/** Where the history that came with a received review is kept: a setting, so it is in the change log and in every export. */
export const historyBeforeName = (reviewId: string): string => `history-before/${reviewId}`;

export const readHistoryBefore = (reader: Reader, reviewId: string): readonly HistoryBefore[] => {
  const kept = reader
    .prepare<[string], { value: string }>('select value from settings where name = ? and removed is null')
    .get(historyBeforeName(reviewId));
  return kept === undefined ? [] : z.array(historyBefore).parse(JSON.parse(kept.value));
};
