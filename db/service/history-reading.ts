/** The change log read for people: what happened, to which record, and what it would take to have it back. */
import type { HistoryEntry, HistoryFilter } from '../contract/history.ts';
import { areaOfTable } from '../domain/board-areas.ts';
import { isUndoable, operationWords } from '../domain/operation-kinds.ts';
import { addDays } from '../domain/partial-date.ts';
import { type Change, clockAtEndOfDay, clockToInstant, type Operation } from '../store/change-log.ts';
import {
  END_OF_LOG,
  endOfDay,
  type EndParams,
  endParams,
  type LogEnd,
  NEWEST_FIRST,
  within,
} from '../store/log-end.ts';
import { reviewRowIds } from '../store/review-rows.ts';
import { RECORDED_TABLES } from '../store/tables.ts';
import { inEffectSql } from '../store/undo.ts';
import type { Reader } from './context.ts';
import { recordInFull, tellChange, type ToldChange } from './history-words.ts';
import { isRestorable } from './restorable.ts';
import { placeOfRecord } from './record-places.ts';
import type { BoardSession } from './session.ts';

/** The log of the board, up to a moment, with the rows as they are looked at. */
export type History = {
  readonly log: Reader;
  readonly rows: Reader;
  /** How far the log counts. */
  readonly until: LogEnd;
  readonly isPast: boolean;
};

export const historyOf = (session: BoardSession): History => {
  const { present, pastDay } = session;
  const until = pastDay === null ? END_OF_LOG : endOfDay(pastDay);
  return { log: present, rows: session.store, until, isPast: pastDay !== null };
};

/** Changes told of one operation; a bulk edit of thousands says how many more there were. */
const CHANGES_TOLD = 60;

type Shown = {
  readonly rowIds?: ReadonlySet<string>;
  readonly field?: string | null;
  /** Says the record with what it belongs to, where the page around does not say that. */
  readonly inFull?: boolean;
  readonly withRestore?: boolean;
};

const entryOf = (history: History, operation: Operation, shown: Shown): HistoryEntry => {
  const { log, rows } = history;
  const found = log
    .prepare<[{ operation: number; rowIds: string | null; told: number }], Change>(
      `select * from changes where operation = @operation
         and (@rowIds is null or rowId in (select value from json_each(@rowIds))) and old is not new order by number limit @told`,
    )
    .all({
      operation: operation.number,
      rowIds: shown.rowIds === undefined ? null : JSON.stringify([...shown.rowIds]),
      told: CHANGES_TOLD,
    });
  const told = found
    .flatMap((change) => tellChange(rows, change))
    .filter((change) => (shown.field ?? null) === null || change.field === shown.field)
    .slice(0, CHANGES_TOLD);
  return {
    operationId: operation.id,
    at: clockToInstant(operation.clock),
    actor: operation.actor,
    kind: operation.kind,
    words: wordsOf(log, operation),
    reason: operation.reason,
    undoRefused: whyNotUndone(history, operation),
    changes: told.map((change) => finish(rows, change, shown)),
    untold: shown.rowIds === undefined && found.length === CHANGES_TOLD ? countOf(log, operation) - CHANGES_TOLD : 0,
  };
};

const finish = (rows: Reader, { value, ...change }: ToldChange, shown: Shown): HistoryEntry['changes'][number] => ({
  ...change,
  record: shown.inFull === true ? recordInFull(rows, change.table, change.rowId) : change.record,
  place: shown.inFull === true ? placeOfRecord(rows, change.table, change.rowId) : null,
  canRestore: shown.withRestore === true && isRestorable(rows, change.table, change.rowId, change.field, value),
});

const countOf = (log: Reader, operation: Operation): number =>
  log
    .prepare<[number], { n: number }>('select count(*) as n from changes where operation = ? and old is not new')
    .get(operation.number)?.n ?? 0;

/** An undo and a redo say what they took back or made again. */
export const wordsOf = (log: Reader, operation: Pick<Operation, 'kind' | 'undoes'>): string => {
  if (operation.undoes === null) return operationWords(operation.kind);
  const undone = log
    .prepare<[string], Pick<Operation, 'kind' | 'undoes'>>('select kind, undoes from operations where id = ?')
    .get(operation.undoes);
  if (undone === undefined) return operationWords(operation.kind);
  if (operation.kind === 'redo') return `${operationWords('redo')}: ${lowerFirst(originalWords(log, undone))}`;
  return `${operationWords('undo')}: ${lowerFirst(operationWords(undone.kind))}`;
};

const originalWords = (log: Reader, undo: Pick<Operation, 'kind' | 'undoes'>): string =>
  operationWords(
    undo.undoes === null
      ? undo.kind
      : (log.prepare<[string], { kind: string }>('select kind from operations where id = ?').get(undo.undoes)?.kind ??
          undo.kind),
  );

const lowerFirst = (words: string): string =>
  /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;

const whyNotUndone = ({ log, isPast }: History, operation: Operation): string | null => {
  if (isPast) return 'You are looking at an earlier day.';
  if (!isUndoable(operation.kind)) return 'It stays on record.';
  const inEffect = log
    .prepare<[string], { id: string }>(`select o.id from operations o where o.id = ? and ${inEffectSql('o')}`)
    .get(operation.id);
  return inEffect === undefined ? 'It was taken back.' : null;
};

export type Page = { readonly offset: number; readonly limit: number };
type Entries = { readonly entries: HistoryEntry[]; readonly total: number };

export const historyOfReview = (history: History, reviewId: string, { offset, limit }: Page): Entries => {
  const { log, rows } = history;
  // Evidence has its own history: it can serve other reviews too.
  const ids = rows
    .prepare<[{ reviewIds: string }], { id: string }>(reviewRowIds('evidence'))
    .all({ reviewIds: JSON.stringify([reviewId]) });
  const rowIds = new Set(ids.map((row) => row.id));
  const found = log
    .prepare<[{ rowIds: string }], Operation>(
      `select o.* from operations o where o.number in (
         select c.operation from json_each(@rowIds) r cross join changes c on c.rowId = r.value where c.old is not c.new)
       and ${within('until')} order by ${NEWEST_FIRST}`,
    )
    .all({ rowIds: JSON.stringify([...rowIds]), ...endParams('until', history.until) });
  const page = found.slice(offset, offset + limit);
  return { entries: page.map((operation) => entryOf(history, operation, { rowIds })), total: found.length };
};

/** Tables whose rows belong to one action. */
const OF_AN_ACTION = [
  'actionJointLeads',
  'actionMilestones',
  'actionStateMoves',
  'actionThemes',
  'approvals',
  'earlierTargets',
  'evidenceLinks',
  'measures',
  'progressUpdates',
  'updateRequests',
] as const;

/** The row itself; for an action also the rows that belong to it, unless one field is asked for. */
const OF_RECORD = `select @rowId as id ${OF_AN_ACTION.map((table) => `union select id from ${table} where actionId = @rowId and @field is null`).join(' ')}`;

/** One page of the changes of a record, or of one of its fields: the page's operations are found first, then told. */
export const historyOfRecord = (
  history: History,
  { rowId, field, offset, limit }: Page & { readonly rowId: string; readonly field: string | null },
): Entries => {
  const { log, rows } = history;
  const asked = { rowId, field };
  const rowIds = new Set(
    rows
      .prepare<[typeof asked], { id: string }>(OF_RECORD)
      .all(asked)
      .map((row) => row.id),
  );
  const params = { rowIds: JSON.stringify([...rowIds]), field, ...endParams('until', history.until) };
  const from = `from operations o where o.number in (
      select c.operation from json_each(@rowIds) r cross join changes c on c.rowId = r.value
      where (@field is null or c.field in (@field, '')) and c.old is not c.new)
    and ${within('until')}`;
  const total = log.prepare<[typeof params], { n: number }>(`select count(*) as n ${from}`).get(params)?.n ?? 0;
  const found = log
    .prepare<[typeof params & Page], Operation>(
      `select o.* ${from} order by ${NEWEST_FIRST} limit @limit offset @offset`,
    )
    .all({ ...params, limit, offset });
  const shown = { rowIds, field, withRestore: !history.isPast };
  const entries = found.map((operation) => entryOf(history, operation, shown));
  return { entries: entries.filter((entry) => entry.changes.length > 0), total };
};

/** The fields of a row that were ever changed after it was made. */
export const changedFields = ({ log, until }: History, rowId: string): readonly string[] =>
  log
    .prepare<[EndParams], { field: string }>(
      `select distinct c.field from changes c join operations o on o.number = c.operation
       where c.rowId = @rowId and c.field <> '' and c.old is not c.new and ${within('until')} order by c.field`,
    )
    .all({ rowId, ...endParams('until', until) })
    .map(({ field }) => field);

const tablesOfArea = (area: NonNullable<HistoryFilter['area']>): readonly string[] =>
  RECORDED_TABLES.map(({ name }) => name).filter((name) => areaOfTable(name) === area);

export const recentHistory = (history: History, filter: HistoryFilter, page: Page): Entries => {
  const { log } = history;
  const where = [within('until')];
  const params: Record<string, string | number | null> = { ...endParams('until', history.until) };
  if (filter.from !== undefined) {
    where.push('o.clock > @after');
    params['after'] = clockAtEndOfDay(addDays(filter.from, -1));
  }
  if (filter.until !== undefined) {
    where.push('o.clock <= @dayEnd');
    params['dayEnd'] = clockAtEndOfDay(filter.until);
  }
  if (filter.kind !== undefined && filter.kind.length > 0) {
    where.push('o.kind in (select value from json_each(@kinds))');
    params['kinds'] = JSON.stringify(filter.kind);
  }
  if (filter.area !== undefined) {
    where.push(
      'exists (select 1 from changes c where c.operation = o.number and c.tableName in (select value from json_each(@tables)))',
    );
    params['tables'] = JSON.stringify(tablesOfArea(filter.area));
  }
  const from = `from operations o where ${where.join(' and ')}`;
  const total = log.prepare<[typeof params], { n: number }>(`select count(*) as n ${from}`).get(params)?.n ?? 0;
  const found = log
    .prepare<[typeof params & Page], Operation>(
      `select o.* ${from} order by ${NEWEST_FIRST} limit @limit offset @offset`,
    )
    .all({ ...params, ...page });
  return { entries: found.map((operation) => entryOf(history, operation, { inFull: true })), total };
};

export const kindsThatHappened = ({ log, until }: History): { readonly kind: string; readonly words: string }[] =>
  log
    .prepare<[EndParams], { kind: string }>(`select distinct o.kind from operations o where ${within('until')}`)
    .all(endParams('until', until))
    .map(({ kind }) => ({ kind, words: operationWords(kind) }))
    .sort((a, b) => (a.words < b.words ? -1 : 1));

/** What a person would say an operation was done to: the record with a page of its own before what only belongs to one. */
const RANKED = ['reviews', 'actions', 'meetings', 'agencies', 'bodies', 'themes', 'externalReports', 'recommendations'];

const rankOf = (table: string): number => {
  const rank = RANKED.indexOf(table);
  return rank === -1 ? RANKED.length : rank;
};

export type Touched = { readonly tableName: string; readonly rowId: string };

/** The record to name, and how many more of its kind there were. */
export const headOf = (touched: readonly Touched[]): { readonly head: Touched; readonly others: number } | null => {
  const [first] = touched;
  if (first === undefined) return null;
  const head = touched.reduce((best, next) => (rankOf(next.tableName) < rankOf(best.tableName) ? next : best), first);
  const alike = new Set(touched.filter(({ tableName }) => tableName === head.tableName).map(({ rowId }) => rowId));
  return { head, others: alike.size - 1 };
};

/** What an operation was done to, in words, and where that is. */
export const whatItTouched = ({ log, rows }: Pick<History, 'log' | 'rows'>, operation: number) => {
  const touched = log
    .prepare<[number], Touched>('select distinct tableName, rowId from changes where operation = ? order by number')
    .all(operation);
  const found = headOf(touched);
  if (found === null) return { record: '', others: 0, place: null };
  const { tableName, rowId } = found.head;
  return {
    record: recordInFull(rows, tableName, rowId),
    others: found.others,
    place: placeOfRecord(rows, tableName, rowId),
  };
};
