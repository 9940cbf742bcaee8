/** The queue of what waits for a decision, and one of it side by side. */
import type { ConflictDetail, ConflictSide, ConflictSummary } from '../contract/conflicts.ts';
import type { ConflictKind } from '../domain/codes.ts';
import {
  choiceWords,
  conflictExplanation,
  conflictHeading,
  type ConflictMatter,
  ownValueWords,
  TWIN_FIELDS,
} from '../domain/conflict-words.ts';
import { cellFields, isGoverned } from '../domain/merge-rules.ts';
import { clockToInstant } from '../store/change-log.ts';
import { Failure } from '../store/failure.ts';
import type { Conflict } from '../store/merge/conflict.ts';
import type { Store } from '../store/store.ts';
import { tableShape } from '../store/tables.ts';
import { authorOf, makingOf, rowOf, sidesOf } from './conflict-sides.ts';
import { refuse } from './context.ts';
import { recordInFull } from './history-words.ts';
import { ownFields } from './own-value.ts';
import { placeOfRecord } from './record-places.ts';
import { isEditableField } from './restorable.ts';

/** As it is stored; `deferred` is the id of the decision that put it off. */
export type OpenConflict = Conflict & { readonly kind: ConflictKind; readonly deferred: string | null };

type StoredConflict = Omit<OpenConflict, 'sides'> & { readonly sides: string };

const opened = (conflict: StoredConflict): OpenConflict => ({
  ...conflict,
  sides: JSON.parse(conflict.sides) as readonly string[],
});

/** Fails with not-found, or says that it was decided. */
export const openConflict = (store: Store, id: string): OpenConflict => {
  const found = store.prepare<[string], StoredConflict>('select * from conflicts where id = ?').get(id);
  if (found !== undefined) return opened(found);
  const decided = store
    .prepare<[string], { n: number }>('select count(*) as n from conflictDecisions where conflictId = ?')
    .get(id);
  if (decided !== undefined && decided.n > 0) refuse('It was decided meanwhile; look again.');
  throw new Failure('not-found', { what: 'matter to decide' });
};

/** Those about records that still stand: of a removed one nothing is left to decide until it comes back. */
const openConflicts = (store: Store): readonly OpenConflict[] =>
  store
    .prepare<[], StoredConflict>('select * from conflicts order by id')
    .all()
    .map(opened)
    .filter(
      ({ tableName, rowId }) =>
        tableShape(tableName) !== undefined && rowOf(store, tableName, rowId)['removed'] === null,
    );

/** Those of the ids that wait for a decision, as a report names them. */
export const nameConflicts = (store: Store, ids: ReadonlySet<string>, most: number) => {
  const found = openConflicts(store).filter(({ id }) => ids.has(id));
  return {
    conflicts: found.slice(0, most).map((conflict) => ({
      id: conflict.id,
      heading: conflictHeading(matterOf(conflict)),
      record: recordInFull(store, conflict.tableName, conflict.rowId),
    })),
    conflictsTotal: found.length,
  };
};

const aboutRecords = (kind: ConflictKind): boolean => kind === 'two-decisions' || kind === 'twins';

const matterOf = (conflict: OpenConflict): ConflictMatter => ({
  kind: conflict.kind,
  table: conflict.tableName,
  cell: conflict.cell,
  count: conflict.sides.length,
});

const headOf = (store: Store, conflict: OpenConflict) => {
  const { id, kind, tableName, rowId, cell } = conflict;
  return {
    id,
    kind,
    table: tableName,
    rowId,
    cell,
    heading: conflictHeading(matterOf(conflict)),
    isGoverned: kind === 'two-decisions' || (kind === 'field' && isGoverned(tableName, cell)),
    deferred: conflict.deferred === null ? null : deferralOf(store, conflict.deferred),
  };
};

const deferralOf = (store: Store, decisionId: string): ConflictSummary['deferred'] => {
  const { laptop, post, at } = authorOf(store, makingOf(store, decisionId));
  return { laptop, post, at, reason: store.row('conflictDecisions', decisionId).reason };
};

const whereOf = (store: Store, { tableName, rowId }: OpenConflict) => ({
  record: recordInFull(store, tableName, rowId),
  place: placeOfRecord(store, tableName, rowId),
});

const lastWrittenAt = (store: Store, { kind, sides }: OpenConflict): number => {
  const { clock } = store
    .prepare<[string], { clock: string | null }>(
      aboutRecords(kind)
        ? `select max(o.clock) as clock from operations o join changes c on c.operation = o.number
           where c.field = '' and c.rowId in (select value from json_each(?))`
        : 'select max(clock) as clock from operations where id in (select value from json_each(?))',
    )
    .get(JSON.stringify(sides)) ?? { clock: null };
  return clock === null ? 0 : clockToInstant(clock);
};

type Page = { readonly offset: number; readonly limit: number };

/** Recorded decisions and states first, then the longest waiting; what was put off last. */
export const listConflicts = (store: Store, { offset, limit }: Page) => {
  const found = openConflicts(store)
    .map((conflict) => ({ conflict, head: headOf(store, conflict), at: lastWrittenAt(store, conflict) }))
    .toSorted(
      (a, b) =>
        Number(a.head.deferred !== null) - Number(b.head.deferred !== null) ||
        Number(b.head.isGoverned) - Number(a.head.isGoverned) ||
        a.at - b.at ||
        (a.head.id < b.head.id ? -1 : 1),
    );
  return {
    conflicts: found.slice(offset, offset + limit).map(({ conflict, head, at }) => ({
      ...head,
      ...whereOf(store, conflict),
      fields: conflict.cell === '' ? [] : [...cellFields(conflict.tableName, conflict.cell)],
      rowIds: aboutRecords(conflict.kind) ? [...conflict.sides] : [conflict.rowId],
      sides: conflict.sides.length,
      at,
    })),
    total: found.length,
    deferred: found.filter(({ head }) => head.deferred !== null).length,
  };
};

export const conflictDetail = (store: Store, id: string): ConflictDetail => {
  const conflict = openConflict(store, id);
  const head = headOf(store, conflict);
  const sides = sidesOf(store, conflict);
  return {
    ...head,
    ...whereOf(store, conflict),
    explanation: conflictExplanation(matterOf(conflict), head.isGoverned),
    ...sides,
    choices: choicesOf(conflict, sides),
    ownValue: ownValueOf(store, conflict, sides.shown),
  };
};

type Choices = ConflictDetail['choices'];

const choicesOf = (conflict: OpenConflict, { sides, base }: Pick<ConflictDetail, 'sides' | 'base'>): Choices => {
  const matter = matterOf(conflict);
  const keep = { words: choiceWords(matter, 'keep'), choice: { do: 'keep' as const }, needsReason: false };
  const take = (side: ConflictSide): Choices[number] => ({
    words: choiceWords(matter, 'take', { by: side.laptop, deed: side.deed }),
    choice: { do: 'take', side: side.id },
    needsReason: false,
  });
  switch (conflict.kind) {
    case 'field':
      return [
        ...sides.map(take),
        ...(base === null
          ? []
          : [
              {
                words: choiceWords(matter, 'take-base'),
                choice: { do: 'take' as const, side: base.operationId },
                needsReason: false,
              },
            ]),
      ];
    case 'removed-and-edited':
      return [
        ...sides
          .filter(({ deed }) => deed === 'removed')
          .slice(0, 1)
          .map(take),
        keep,
      ];
    case 'two-decisions':
    case 'twins':
      return [
        ...sides.map((side) => ({
          words: choiceWords(matter, 'drop', { by: side.laptop }),
          choice: { do: 'drop' as const, side: side.id },
          needsReason: true,
        })),
        keep,
      ];
    case 'cannot-stand':
      return [keep];
    case 'after-hand-over':
      return [
        { words: choiceWords(matter, 'take-back'), choice: { do: 'take-back' as const }, needsReason: true },
        keep,
      ];
  }
};

/** A field that is not edited in place has an act with rules of its own: no value is made up for it here. */
const ownValueOf = (
  store: Store,
  conflict: OpenConflict,
  shown: ConflictDetail['shown'],
): ConflictDetail['ownValue'] => {
  const leftOut = shown.map(({ field }) => field);
  const fields = ownFields(store, conflict.tableName, fieldsOfOwnValue(conflict, leftOut));
  const isWritten = fields.every(({ kind }) => kind === 'text' || kind === 'line');
  return fields.length === 0 ? null : { words: ownValueWords(matterOf(conflict), isWritten), fields };
};

/** The fields that a person may fill; none where an act of its own does. `leftOut`: those whose values could not stand. */
export const fieldsOfOwnValue = (
  { kind, tableName, cell }: Pick<Conflict, 'kind' | 'tableName' | 'cell'>,
  leftOut: readonly string[],
): readonly string[] => {
  const areEditable = (fields: readonly string[]): readonly string[] =>
    fields.every((field) => isEditableField(tableName, field)) ? fields : [];
  switch (kind) {
    case 'field':
      return areEditable(cellFields(tableName, cell));
    case 'twins':
      return areEditable([TWIN_FIELDS[tableName] ?? 'name']);
    case 'cannot-stand':
      return areEditable(leftOut);
    case 'removed-and-edited':
    case 'two-decisions':
    case 'after-hand-over':
      return [];
  }
};
