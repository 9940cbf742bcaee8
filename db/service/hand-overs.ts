import type { OperationKindCode } from '../domain/operation-kinds.ts';
import { formatDate } from '../domain/partial-date.ts';
import { createFileKey, type FileKey, openHandOver, sealHandOver } from '../store/hand-over.ts';
import { handedOverReviews } from '../store/protected-reviews.ts';
import type { Store, Writer } from '../store/store.ts';
import type { Row } from '../store/tables.ts';
import type { ScryptCost } from '../store/vault.ts';
import { os, refuse, savedBy, todayOf } from './context.ts';
import {
  type HandOverDocument,
  makeDocument,
  readDocument,
  readHistoryBefore,
  stageBefore,
} from './hand-over-document.ts';
import { previewHandOver, writeReceived } from './receive-review.ts';
import { refuseWeak } from './session.ts';

export type HandOverFile = { readonly name: string; readonly bytes: Buffer };

export type HandOver = {
  readonly reviewId: string;
  readonly toBody: string;
  readonly toBodyId: string | null;
  readonly handedOverOn?: string | undefined;
  readonly deadline?: string | null | undefined;
  readonly note: string;
  readonly passphrase: string;
};

/**
 * Hands a review over and writes the file for the other board, in one go: when the file cannot be made, nothing was handed
 * over. Of a review that was handed over already only the file is written again. Fails with weak-passphrase or not-allowed.
 */
export const handOver = async (store: Store, given: HandOver, cost?: ScryptCost) => {
  refuseWeak(given.passphrase);
  const review = store.row('reviews', given.reviewId);
  if (review.removed !== null) refuse('This review was removed. Undo the removal before it is handed over.');
  const key = await createFileKey(given.passphrase, store.surroundings.random, cost);
  if (isHandedOver(store, review.id)) return { operation: null, file: sealReview(store, review.id, key) };
  const committed = store.operation({ kind: 'hand-over', reason: given.note }, (write) => {
    markHandedOver(store, write, review, given);
    return sealReview(store, review.id, key);
  });
  return { operation: committed.operation, file: committed.result };
};

export const isHandedOver = (store: Store, reviewId: string): boolean =>
  handedOverReviews(store).some(({ id }) => id === reviewId);

/** The hand-over that was planned to that body is the one that happens; else a new one is recorded. */
const markHandedOver = (store: Store, write: Writer, review: Row<'reviews'>, given: HandOver): void => {
  const planned = store
    .prepare<[string, string], Row<'handOvers'>>(
      `select * from handOvers where reviewId = ? and direction = 'to' and handedOverOn is null and removed is null
       order by lower(trim(body)) = lower(trim(?)) desc, id limit 1`,
    )
    .get(review.id, given.toBody);
  const fields = {
    body: given.toBody,
    bodyId: given.toBodyId,
    handedOverOn: given.handedOverOn ?? todayOf(store),
    ...(given.deadline === undefined ? {} : { deadline: given.deadline }),
    ...(given.note === '' ? {} : { note: given.note }),
  };
  if (planned === undefined) write.insert('handOvers', { reviewId: review.id, direction: 'to', ...fields });
  else write.update('handOvers', planned.id, fields);
  write.update('reviews', review.id, { stageId: handedOverStage(store, write, review.reviewTypeId) });
};

/** Every shipped type has the stage; one that the board made may not. */
const handedOverStage = (store: Store, write: Writer, reviewTypeId: string): string => {
  const stages = store
    .prepare<[string], Row<'stages'>>(
      'select * from stages where reviewTypeId = ? and removed is null order by position',
    )
    .all(reviewTypeId);
  const found = stages.find(({ kind }) => kind === 'handed-over');
  if (found !== undefined) return found.id;
  const position = (stages.at(-1)?.position ?? -1) + 1;
  return write.insert('stages', {
    reviewTypeId,
    code: 'handed-over',
    name: 'Handed over',
    kind: 'handed-over',
    position,
  });
};

/** The hand-over that took the review away. */
const lastHandOver = (store: Store, reviewId: string): Row<'handOvers'> =>
  store
    .prepare<[string], Row<'handOvers'>>(
      `select * from handOvers where reviewId = ? and direction = 'to' and handedOverOn is not null and removed is null
       order by handedOverOn desc, id desc limit 1`,
    )
    .get(reviewId) ?? refuse('This review was not handed over.');

const sealReview = (store: Store, reviewId: string, key: FileKey): HandOverFile => {
  const { body, handedOverOn, deadline } = lastHandOver(store, reviewId);
  const document = makeDocument(store, { reviewId, to: body, handedOverOn: handedOverOn ?? '', deadline });
  const { reference } = store.row('reviews', reviewId);
  return {
    name: `${reference.replace(/[^\p{L}\p{N}.-]+/gu, '-')}.handover`,
    bytes: sealHandOver(JSON.stringify(document), key, store.surroundings.random),
  };
};

/** A step of a hand-over that is under way. Fails with not-allowed when the review is here. */
const changeHandOver = (
  store: Store,
  reviewId: string,
  intent: { readonly kind: OperationKindCode; readonly reason?: string },
  work: (write: Writer, row: Row<'handOvers'>) => void,
) => {
  if (!isHandedOver(store, reviewId)) refuse('This review was not handed over, so there is nothing to take back.');
  const row = lastHandOver(store, reviewId);
  return store.operation(intent, (write) => work(write, row));
};

/** The review is this board's again, at the stage it was at; when it left, and why it came back, stay in the record's note. */
export const takeBack = (store: Store, reviewId: string, reason: string) => {
  return changeHandOver(store, reviewId, { kind: 'take-back-review', reason }, (write, { id, note, handedOverOn }) => {
    const told = `Handed over on ${formatDate(handedOverOn)}, taken back on ${formatDate(todayOf(store))}: ${reason}`;
    write.update('handOvers', id, {
      handedOverOn: null,
      acceptedOn: null,
      note: [note, told].filter(Boolean).join('\n'),
    });
    write.update('reviews', reviewId, { stageId: stageBefore(store, reviewId).id });
  });
};

export const openDocument = async (bytes: Uint8Array, passphrase: string): Promise<HandOverDocument> =>
  readDocument(await openHandOver(bytes, passphrase));

/** Takes the review of the file in, after a backup. All of it or nothing. */
export const receiveHandOver = (
  store: Store,
  document: HandOverDocument,
  { reference = '', receivedOn }: { readonly reference?: string; readonly receivedOn?: string | undefined } = {},
) => {
  const { refused } = previewHandOver(store, document);
  if (refused !== null) refuse(refused, 'Nothing was received.');
  store.backup('before-import');
  return store.operation({ kind: 'receive-hand-over', reason: `From ${document.from.board}` }, (write) =>
    writeReceived(store, write, document, { reference, receivedOn: receivedOn ?? todayOf(store) }),
  );
};

export const handOvers = {
  exportFile: os.handOvers.exportFile.handler(async ({ input, context: { session } }) => {
    session.refuseInThePast();
    const { operation, file } = await handOver(session.store, input);
    return { operationId: operation?.id ?? null, file: { name: file.name, base64: file.bytes.toString('base64') } };
  }),
  accept: os.handOvers.accept.handler(({ input, context: { session } }) =>
    savedBy(
      changeHandOver(session.store, input.reviewId, { kind: 'hand-over' }, (write, { id }) =>
        write.update('handOvers', id, { acceptedOn: input.acceptedOn }),
      ),
    ),
  ),
  takeBack: os.handOvers.takeBack.handler(({ input, context: { session } }) =>
    savedBy(takeBack(session.store, input.reviewId, input.reason)),
  ),
  read: os.handOvers.read.handler(async ({ input, context: { session } }) =>
    previewHandOver(session.store, await openDocument(Buffer.from(input.base64, 'base64'), input.passphrase)),
  ),
  receive: os.handOvers.receive.handler(async ({ input, context: { session } }) => {
    const document = await openDocument(Buffer.from(input.base64, 'base64'), input.passphrase);
    const committed = receiveHandOver(session.store, document, input);
    return { ...savedBy(committed), id: committed.result };
  }),
  historyBefore: os.handOvers.historyBefore.handler(({ input, context: { session } }) => [
    ...readHistoryBefore(session.store, input.reviewId),
  ]),
};
