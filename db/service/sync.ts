/** How the page exchanges with other laptops: `board-sync.ts` keeps the shared folder, `taking-in.ts` takes in. */
import type { SyncFolderStatus } from '../contract/sync.ts';
import { formatDate } from '../domain/partial-date.ts';
import { cleanFileName } from '../domain/file-names.ts';
import { folderStateWords, ownAheadWords } from '../domain/sync-folder-words.ts';
import { gapsHere, laptopsOf } from '../sync/exchange.ts';
import { allLeftInWords } from '../sync/left-files.ts';
import { refuseOfRemoved } from '../sync/members.ts';
import type { Store } from '../store/store.ts';
import { stateHash } from '../sync/state-hash.ts';
import type { KeptFolder } from './board-sync.ts';
import { os, refuse, todayOf } from './context.ts';
import type { BoardSession } from './session.ts';
import { stepsOf } from './steps-of.ts';
import { filesInWords, gapsInWords, laptopNameOf } from './sync-report.ts';
import { previewFrom, takeInFrom } from './taking-in.ts';
import { writeIntoFolder, writeOneFile } from './writing-out.ts';

const done = { done: true as const };

/** Far above what a board's changes come to, far below what brings a laptop down. */
export const LARGEST_HANDED_FILE = 256 * 1024 * 1024;

export const readStatus = (session: BoardSession) => {
  const { present: store } = session;
  const kept = session.sync.folder();
  const laptops = [...laptopsOf(store)];
  const count = (sql: string): number => store.prepare<[], number>(sql).pluck().get() ?? 0;
  return {
    folder: kept === null ? null : folderStatus(store, kept),
    laptops,
    operations: count('select count(*) from operations'),
    gaps: gapsInWords(store, kept?.left?.gaps ?? gapsHere(store)),
    waiting: count('select coalesce(sum(last - first + 1), 0) from waitingRuns'),
    left: kept?.left ? filesInWords(store, allLeftInWords(kept.left)) : [],
    conflicts: count('select count(*) from conflicts'),
    lastReport: session.sync.lastReport,
  };
};

const folderStatus = (store: Store, { name, state, lookedAt, left, asked }: KeptFolder): SyncFolderStatus => {
  const isAhead = state.kind === 'up-to-date' && left !== null && left.ownAhead !== null;
  return {
    name,
    state: state.kind === 'stopped' ? 'paused' : state.kind,
    words: isAhead ? ownAheadWords : folderStateWords(state, (device) => laptopNameOf(store, device)),
    lookedAt,
    nextTryAt: state.kind === 'away' || state.kind === 'error' ? state.nextTryAt : null,
    asked,
  };
};

const exportToFolder = (session: BoardSession, placeId: string, { say, signal: given }: Told) =>
  session.sync.inTurn(async (signal): Promise<string[]> => {
    session.refuseInThePast();
    const chosen = session.sync.place(placeId);
    if (chosen.kind === 'file') refuse('That is a file. Choose a folder.');
    return [...(await writeIntoFolder(session.store.present, chosen.path, { signal, onProgress: writingTo(say) }))];
  }, given);

type Told = { readonly say: (step: Writing) => void; readonly signal: AbortSignal | undefined };
type Writing = { readonly doing: string; readonly done: number; readonly of: number; readonly result: null };

const WRITING = 'Writing what the other laptops may lack';
const writingTo =
  (say: Told['say']) =>
  (done: number, of: number): void =>
    say({ doing: WRITING, done, of, result: null });

const NOTHING = { fileId: null, operations: 0, bytes: 0 };

const exportToFile = (session: BoardSession, all: boolean, { say, signal: given }: Told) =>
  session.sync.inTurn(async (signal) => {
    session.refuseInThePast();
    const { present: store } = session.store;
    const { files } = session.sync;
    const laptop = store.device.name.replace(/[\\/]/g, ' ');
    const file = files.newFile(cleanFileName(`Changes of ${laptop}, ${formatDate(todayOf(store))}.sync`));
    const made = await writeOneFile(store, file.path, { all, signal, onProgress: writingTo(say) });
    if (made === null) return NOTHING;
    const fileId = files.offer(file);
    if (made.bytes > LARGEST_HANDED_FILE) {
      await files.fetch(fileId);
      return refuseLarge('What the other laptops may lack', made.bytes);
    }
    return { fileId, operations: made.operations, bytes: made.bytes };
  }, given);

const refuseLarge = (what: string, bytes: number): never =>
  refuse(
    `${what} has ${Math.ceil(bytes / 1024 / 1024)} MB; one file can have ${LARGEST_HANDED_FILE / 1024 / 1024} MB here.`,
    'Nothing was changed. Exchange through a folder instead, on a memory stick for example: it carries any amount.',
  );

export const sync = {
  status: os.sync.status.handler(({ context: { session } }) => readStatus(session)),
  stateHash: os.sync.stateHash.handler(({ context: { session } }) => {
    const { present } = session.store;
    const operations = present.prepare<[], number>('select count(*) from operations').pluck().get() ?? 0;
    return { hash: stateHash(present), operations };
  }),

  useFolder: os.sync.useFolder.handler(async ({ input, context: { session } }) => {
    session.refuseInThePast();
    refuseOfRemoved(session.store);
    await session.sync.useFolder(input.placeId);
    return done;
  }),
  forgetFolder: os.sync.forgetFolder.handler(async ({ context: { session } }) => {
    session.refuseInThePast();
    await session.sync.forgetFolder();
    return done;
  }),
  pause: os.sync.pause.handler(async ({ context: { session } }) => {
    session.refuseInThePast();
    await session.sync.pause();
    return done;
  }),
  resume: os.sync.resume.handler(({ input, context: { session } }) => {
    session.refuseInThePast();
    session.sync.resume(input.acceptRemovals);
    return done;
  }),
  lookNow: os.sync.lookNow.handler(async ({ context: { session } }) => {
    await session.sync.lookNow();
    return done;
  }),

  exportToFolder: os.sync.exportToFolder.handler(async function* ({ input, context: { session }, signal }) {
    yield { doing: WRITING, done: 0, of: 1, result: null };
    const steps = stepsOf((say: Told['say']) => exportToFolder(session, input.placeId, { say, signal }));
    yield { doing: 'Written', done: 1, of: 1, result: { files: yield* steps } };
  }),
  exportToFile: os.sync.exportToFile.handler(async function* ({ input, context: { session }, signal }) {
    yield { doing: WRITING, done: 0, of: 1, result: null };
    const steps = stepsOf((say: Told['say']) => exportToFile(session, input.all, { say, signal }));
    yield { doing: 'Written', done: 1, of: 1, result: yield* steps };
  }),
  exportedFile: os.sync.exportedFile.handler(async ({ input, context: { session } }) => {
    const file = await session.sync.files.fetch(input.fileId);
    if (file === null)
      return refuse('That file was handed over before, or the board was locked since.', 'Write it again.');
    return { fileName: file.name, bytes: new Blob([file.bytes]) };
  }),

  openFile: os.sync.openFile.handler(async ({ input: { fileName, bytes }, context: { session } }) => {
    // Judged before it is read: a large one never stands in memory.
    if (bytes.size > LARGEST_HANDED_FILE) refuseLarge(`“${fileName}”`, bytes.size);
    return { placeId: await session.sync.takeFile(fileName, bytes) };
  }),
  preview: os.sync.preview.handler(async function* ({ input: { placeId, ...answers }, context: { session }, signal }) {
    const source = session.sync.place(placeId);
    const steps = stepsOf((say: (step: Step) => void) =>
      previewFrom(session, source, answers, { say: (step) => say({ ...step, report: null }), signal: orNever(signal) }),
    );
    const report = yield* steps;
    yield { doing: 'Read', done: 1, of: 1, report };
  }),
  importFrom: os.sync.importFrom.handler(async function* ({
    input: { placeId, ...answers },
    context: { session },
    signal,
  }) {
    const source = session.sync.place(placeId);
    const steps = stepsOf((say: (step: Step) => void) =>
      takeInFrom(session, source, answers, { say: (step) => say({ ...step, report: null }), signal: orNever(signal) }),
    );
    const report = yield* steps;
    yield { doing: 'Taken in', done: 1, of: 1, report };
  }),
};

type Step = { readonly doing: string; readonly done: number; readonly of: number; readonly report: null };

const orNever = (signal: AbortSignal | undefined): AbortSignal => signal ?? new AbortController().signal;
