import { fieldWords } from '../domain/field-words.ts';
import { operationInstead, operationWords } from '../domain/operation-kinds.ts';
import { clockToInstant, type Operation } from '../store/change-log.ts';
import { nextRedo, nextUndo, staysOnRecord, undo } from '../store/undo.ts';
import { os, savedBy } from './context.ts';
import {
  changedFields,
  type History,
  historyOf,
  historyOfRecord,
  historyOfReview,
  kindsThatHappened,
  recentHistory,
  whatItTouched,
} from './history-reading.ts';
import { removedRecords } from './removed-records.ts';
import { restoreValue } from './restore-value.ts';
import type { BoardSession } from './session.ts';

type Step = Pick<Operation, 'id' | 'number' | 'kind' | 'clock'>;

const stepOf = (history: History, operation: Step) => ({
  operationId: operation.id,
  words: operationWords(operation.kind),
  at: clockToInstant(operation.clock),
  ...whatItTouched(history, operation.number),
});

export const history = {
  next: os.history.next.handler(({ context: { session } }) => {
    if (session.pastDay !== null) return { undo: null, redo: null, stays: null };
    const { store } = session;
    const read = historyOf(session);
    const [undoable, redoable] = [nextUndo(store), nextRedo(store)];
    const stays = staysOnRecord(store);
    return {
      stays: stays === null ? null : { words: operationWords(stays.kind), instead: operationInstead(stays.kind) },
      undo: undoable === null ? null : stepOf(read, undoable),
      redo: redoable === null ? null : { ...stepOf(read, redoable.undone), operationId: redoable.id },
    };
  }),
  undo: os.history.undo.handler(({ input, context: { session } }) => takeBack(session, input.operationId)),
  redo: os.history.redo.handler(({ input, context: { session } }) => takeBack(session, input.operationId)),
  ofRecord: os.history.ofRecord.handler(({ input, context: { session } }) => {
    const read = historyOf(session);
    return {
      ...historyOfRecord(read, { ...input, field: input.field ?? null }),
      fields: changedFields(read, input.rowId).map((field) => ({
        field,
        label: field === 'removed' ? 'Record' : fieldWords(field),
      })),
    };
  }),
  ofReview: os.history.ofReview.handler(({ input, context: { session } }) =>
    historyOfReview(historyOf(session), input.reviewId, input),
  ),
  recent: os.history.recent.handler(({ input: { filter, ...page }, context: { session } }) => {
    const read = historyOf(session);
    return { ...recentHistory(read, filter, page), kinds: kindsThatHappened(read) };
  }),
  removed: os.history.removed.handler(({ input, context: { session } }) => removedRecords(historyOf(session), input)),
  restoreValue: os.history.restoreValue.handler(({ input, context: { session } }) => {
    session.refuseInThePast();
    const committed = restoreValue(session.store, input);
    if (input.table === 'boards') session.keepName();
    return savedBy(committed);
  }),
};

const takeBack = (session: BoardSession, operationId: string) => {
  session.refuseInThePast();
  const { store } = session;
  const operationOf = (id: string | null): Operation | undefined =>
    store.prepare<[string | null], Operation>('select * from operations where id = ?').get(id);
  const operation = operationOf(operationId);
  const original = operation?.kind === 'undo' ? operationOf(operation.undoes) : operation;
  const committed = undo(store, operationId);
  if (committed.tables.includes('boards')) session.keepName();
  const touched =
    original === undefined
      ? { record: '', others: 0, place: null }
      : whatItTouched(historyOf(session), original.number);
  return { ...savedBy(committed), words: operationWords(original?.kind ?? ''), ...touched };
};
