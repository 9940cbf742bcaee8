/** The sides of what waits for a decision: who wrote what, when and why, field by field, as values and in words. */
import type { ConflictDetail, ConflictSide } from '../contract/conflicts.ts';
import { type SideDeed, sideSays } from '../domain/conflict-words.ts';
import { fieldWords } from '../domain/field-words.ts';
import { cellFields } from '../domain/merge-rules.ts';
import { textDifference } from '../domain/text-difference.ts';
import { type Change, clockToInstant, type Operation, type Value } from '../store/change-log.ts';
import { readPasts } from '../store/causality.ts';
import type { Conflict } from '../store/merge/conflict.ts';
import { END_OF_LOG } from '../store/log-end.ts';
import { idsBelow } from '../store/merge/materialise.ts';
import { readRow } from '../store/merge/row-reading.ts';
import { readStory } from '../store/merge/row-story.ts';
import type { CellReading, Values } from '../store/merge/sides.ts';
import { changedRowsOf, handedOverReviews } from '../store/protected-reviews.ts';
import type { Store } from '../store/store.ts';
import { quoted } from '../store/tables.ts';
import { wordsOf } from './history-reading.ts';
import { recordInFull, said, tellChange, type ToldChange } from './history-words.ts';
import { placeOfRecord } from './record-places.ts';

type Author = Pick<ConflictSide, 'operationId' | 'laptop' | 'post' | 'at' | 'words' | 'reason'>;
export type ShownField = ConflictDetail['shown'][number];
type SideField = ConflictSide['fields'][number];

/** Longer texts are shown with what differs, word by word. */
const LONG_TEXT = 200;

export type Sides = Pick<ConflictDetail, 'sides' | 'base' | 'shown'>;

export const sidesOf = (store: Store, conflict: Conflict): Sides => {
  switch (conflict.kind) {
    case 'field':
      return sidesOfCell(store, conflict);
    case 'removed-and-edited':
      return { sides: conflict.sides.map((id) => sideOfRemoval(store, conflict, id)), base: null, shown: [] };
    case 'two-decisions':
    case 'twins':
      return { sides: conflict.sides.map((rowId) => sideOfRecord(store, conflict, rowId)), base: null, shown: [] };
    case 'after-hand-over':
      return { sides: conflict.sides.map((id) => sideOfLateChange(store, conflict, id)), base: null, shown: [] };
    case 'cannot-stand':
      return sidesLeftOut(store, conflict);
  }
};

/** What each side says in the cell, and what stood there before they parted. */
export const readingOf = (
  store: Store,
  { tableName, rowId, cell }: Pick<Conflict, 'tableName' | 'rowId' | 'cell'>,
): CellReading | null => {
  const story = readStory(store.db, { tableName, rowId }, END_OF_LOG);
  const row = story && readRow(story, readPasts(store.db), () => []);
  return row?.disputed.find((disputed) => disputed.cell === cell)?.reading ?? null;
};

export const rowOf = (store: Store, table: string, rowId: string): Values =>
  store.prepare<[string], Values>(`select * from ${quoted(table)} where id = ?`).get(rowId) ?? {};

const sidesOfCell = (store: Store, conflict: Conflict): Sides => {
  const { tableName, rowId, cell } = conflict;
  const now = rowOf(store, tableName, rowId);
  const reading = readingOf(store, conflict);
  const base = reading?.base ?? null;
  const sides = reading?.sides ?? [];
  const told = [now, ...(base === null ? [] : [base.values]), ...sides.map(({ values }) => values)];
  const [first = cell, ...rest] = cellFields(tableName, cell);
  const fields = [first, ...rest.filter((field) => told.some((values) => isFilled(values[field])))];
  const inWords = (values: Values): ShownField[] => fields.map((field) => fieldOf(store, field, values[field] ?? null));
  const shown = inWords(now);
  const isShown = (values: Values): boolean =>
    fields.every((field) => (values[field] ?? null) === (now[field] ?? null));
  return {
    shown,
    base: base && { ...authorOf(store, base.operation), fields: inWords(base.values), isShown: isShown(base.values) },
    sides: sides.map(({ operation, values }) => ({
      id: operation,
      ...authorOf(store, operation),
      ...saying('wrote', inWords(values), { now, before: base?.values ?? null }),
      record: null,
      isShown: isShown(values),
    })),
  };
};

const isFilled = (value: Value | undefined): boolean => value !== undefined && value !== null && value !== '';

const fieldOf = (store: Store, field: string, value: Value): ShownField => ({
  field,
  label: fieldWords(field),
  value: said(store, field, value),
  stored: value,
});

const saying = (
  deed: SideDeed,
  fields: readonly ShownField[],
  { now, before }: { readonly now: Values; readonly before: Values | null },
): Pick<ConflictSide, 'deed' | 'says' | 'fields'> => ({
  deed,
  says: sideSays(deed, fields),
  fields: fields.map(
    (field): SideField => ({
      ...field,
      fromShown: differenceOf(now[field.field], field.stored),
      fromBase: before && differenceOf(before[field.field], field.stored),
    }),
  ),
});

const differenceOf = (from: Value | undefined, to: Value): SideField['fromShown'] =>
  typeof from === 'string' && typeof to === 'string' && from !== to && Math.max(from.length, to.length) > LONG_TEXT
    ? [...textDifference(from, to)]
    : null;

type Written = Operation & { readonly laptop: string | null };

const operationOf = (store: Store, id: string): Written | undefined =>
  store
    .prepare<[string], Written>(
      'select o.*, d.name as laptop from operations o left join devices d on d.id = o.deviceId where o.id = ?',
    )
    .get(id);

export const authorOf = (store: Store, operationId: string): Author => {
  const operation = operationOf(store, operationId);
  return operation === undefined
    ? { operationId, laptop: '', post: '', at: 0, words: '', reason: '' }
    : {
        operationId,
        laptop: operation.laptop ?? '',
        post: operation.actor,
        at: clockToInstant(operation.clock),
        words: wordsOf(store, operation),
        reason: operation.reason,
      };
};

/** The operation that made the row. */
export const makingOf = (store: Store, rowId: string): string =>
  store
    .prepare<[string], { id: string }>(
      `select o.id from changes c join operations o on o.number = c.operation
       where c.rowId = ? and c.field = '' order by o.clock, o.deviceId limit 1`,
    )
    .get(rowId)?.id ?? '';

const changesBy = (store: Store, operationId: string, rowIds: readonly string[]): readonly Change[] =>
  store
    .prepare<[string, string], Change>(
      `select c.* from changes c join operations o on o.number = c.operation
       where o.id = ? and c.rowId in (select value from json_each(?)) order by c.number`,
    )
    .all(operationId, JSON.stringify(rowIds));

const sideOfRemoval = (store: Store, { tableName, rowId }: Conflict, id: string): ConflictSide => {
  const changes = changesBy(store, id, [rowId, ...idsBelow(store.db, tableName, rowId)]);
  const isRemoval = changes.some(
    (change) => change.rowId === rowId && change.field === 'removed' && change.new !== null,
  );
  const told = isRemoval ? [] : changes.flatMap((change) => tellChange(store, change));
  return {
    id,
    ...authorOf(store, id),
    ...recordedFields(isRemoval ? 'removed' : 'recorded', told, rowId),
    record: null,
    isShown: !isRemoval,
  };
};

/** What an operation that did not know of the hand-over changed in the review, the newest change first. */
export const lateChanges = (store: Store, { rowId }: Pick<Conflict, 'rowId'>, id: string): readonly Change[] => {
  const review = handedOverReviews(store).find((handedOver) => handedOver.id === rowId);
  const operation = operationOf(store, id);
  if (review === undefined || operation === undefined) return [];
  return changesBy(store, id, changedRowsOf(store, operation.number, review)).toReversed();
};

const sideOfLateChange = (store: Store, conflict: Conflict, id: string): ConflictSide => {
  const told = lateChanges(store, conflict, id)
    .toReversed()
    .flatMap((change) => tellChange(store, change));
  return {
    id,
    ...authorOf(store, id),
    ...recordedFields('recorded', told, conflict.rowId),
    record: null,
    isShown: true,
  };
};

/** Fields told one after the other; those of a record that belongs to the one in question say whose they are. */
const recordedFields = (
  deed: SideDeed,
  told: readonly ToldChange[],
  rowId: string,
): Pick<ConflictSide, 'deed' | 'says' | 'fields'> => {
  const fields = told.map(
    ({ record, field, label, new: value, value: stored, ...change }): SideField => ({
      field,
      label: change.rowId === rowId ? label : `${record}, ${label}`,
      value,
      stored,
      fromShown: null,
      fromBase: null,
    }),
  );
  return { deed, says: sideSays(deed, fields), fields };
};

const sideOfRecord = (store: Store, { tableName }: Conflict, rowId: string): ConflictSide => {
  const row = rowOf(store, tableName, rowId);
  const told = tellChange(store, {
    number: 0,
    operation: 0,
    tableName,
    rowId,
    field: '',
    old: null,
    new: JSON.stringify(row),
    parent: null,
  });
  return {
    id: rowId,
    ...authorOf(store, makingOf(store, rowId)),
    ...recordedFields('recorded', told, rowId),
    record: { rowId, name: recordInFull(store, tableName, rowId), place: placeOfRecord(store, tableName, rowId) },
    isShown: true,
  };
};

const sidesLeftOut = (store: Store, { tableName, rowId, sides }: Conflict): Sides => {
  const now = rowOf(store, tableName, rowId);
  const written = sides.map((id) => ({
    id,
    values: Object.assign({}, ...changesBy(store, id, [rowId]).map(valuesOf)) as Values,
  }));
  const fieldsLeftOut = (values: Values): string[] =>
    Object.keys(values).filter((field) => field !== 'id' && (values[field] ?? null) !== (now[field] ?? null));
  return {
    base: null,
    shown: [...new Set(written.flatMap(({ values }) => fieldsLeftOut(values)))].map((field) =>
      fieldOf(store, field, now[field] ?? null),
    ),
    sides: written.map(({ id, values }) => {
      const fields = fieldsLeftOut(values).map((field) => fieldOf(store, field, values[field] ?? null));
      return {
        id,
        ...authorOf(store, id),
        ...saying('left-out', fields, { now, before: null }),
        record: null,
        isShown: false,
      };
    }),
  };
};

const valuesOf = (change: Change): Values =>
  change.field === '' ? (JSON.parse(String(change.new)) as Values) : { [change.field]: change.new };
