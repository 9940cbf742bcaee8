import { mediaTypeOf, whyNotAttached, whyNotOfSize } from '../domain/attached-files.ts';
import { cleanFileName } from '../domain/file-names.ts';
import { keepContent, readContent, sha256Of } from '../store/attachments.ts';
import { Failure } from '../store/failure.ts';
import type { Store } from '../store/store.ts';
import { os, refuse, savedBy } from './context.ts';

const refuseFile = (problem: string): never => {
  throw new Failure('bad-input', {
    problem,
    field: 'bytes',
    advice: 'Nothing was attached. A printed or exported copy, such as a PDF, serves as evidence as well.',
  });
};

/** Attaches the file and keeps its bytes, in one operation. Fails with bad-input for a file that may not be kept. */
export const attachFile = (store: Store, evidenceId: string, givenName: string, bytes: Uint8Array) => {
  const item = store.row('evidence', evidenceId);
  if (item.removed !== null) throw new Failure('not-found', { what: 'evidence', id: evidenceId });
  const fileName = cleanFileName(givenName);
  const why = whyNotAttached(fileName, bytes);
  if (why !== null) refuseFile(why);
  const same = store
    .prepare<[string, string], { fileName: string }>(
      'select fileName from attachments where evidenceId = ? and sha256 = ? and removed is null',
    )
    .get(evidenceId, sha256Of(bytes));
  if (same !== undefined) refuse(`This very file is attached already, as “${same.fileName}”.`);
  const committed = store.operation({ kind: 'attach-file' }, (write) =>
    write.insert('attachments', {
      evidenceId,
      fileName,
      mediaType: mediaTypeOf(fileName),
      size: bytes.length,
      sha256: keepContent(write.db, bytes),
    }),
  );
  return { committed, fileName };
};

/** `present`: the open board, which alone has the bytes, while `store` may be the board as it was. */
export const readAttachedFile = (store: Store, id: string, present: Store = store) => {
  const { fileName, mediaType, sha256, removed } = store.row('attachments', id);
  if (removed !== null) throw new Failure('not-found', { what: 'attached file', id });
  const bytes = readContent(present.db, sha256);
  if (bytes === null || sha256Of(bytes) !== sha256) throw new Failure('database-damaged');
  return { fileName, mediaType, bytes };
};

export const attachments = {
  add: os.attachments.add.handler(async ({ input: { evidenceId, fileName, bytes }, context: { session } }) => {
    // Judged before it is read: one that is too large never stands in memory twice.
    const tooLarge = whyNotOfSize(bytes.size);
    if (tooLarge !== null) refuseFile(tooLarge);
    const file = new Uint8Array(await bytes.arrayBuffer());
    const { committed, fileName: name } = attachFile(session.store, evidenceId, fileName, file);
    return { ...savedBy(committed), id: committed.result, fileName: name };
  }),
  get: os.attachments.get.handler(({ input, context: { session } }) => {
    const { bytes, ...file } = readAttachedFile(session.store, input.id, session.present);
    return { ...file, bytes: new Blob([bytes]) };
  }),
  remove: os.attachments.remove.handler(({ input, context: { session } }) => {
    const { store } = session;
    if (store.row('attachments', input.id).removed !== null) {
      throw new Failure('not-found', { what: 'attached file', id: input.id });
    }
    return savedBy(
      store.operation({ kind: 'remove', reason: input.reason }, (write) => write.remove('attachments', input.id)),
    );
  }),
};
