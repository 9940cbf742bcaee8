/** Taking in from a folder or a file, once: for the screen and for the command line. */
import type { Progress } from '../contract/common.ts';
import type { SyncReport } from '../contract/sync.ts';
import { fileOfLaptop } from '../domain/sync-folder-words.ts';
import { Failure } from '../store/failure.ts';
import type { Store } from '../store/store.ts';
import {
  exchangeWithFolder,
  gapsHere,
  importFromFile,
  joinFromFolder,
  previewFile,
  previewFolder,
} from '../sync/exchange.ts';
import { type FolderTrouble, folderTroubleWords } from '../sync/folder-trouble.ts';
import type { Sponsor, TakingIn } from '../sync/incoming.ts';
import { keptAcceptance } from '../sync/joining.ts';
import { allLeftInWords } from '../sync/left-files.ts';
import { refusedToFailure, SyncRefused } from '../sync/refused.ts';
import { joinOwnBoard, readLaptop } from '../sync/this-laptop.ts';
import { nameConflicts } from './conflict-reading.ts';
import type { BoardSession } from './session.ts';
import {
  beginReport,
  laptopNameOf,
  type Left,
  MOST_CONFLICTS_NAMED,
  type NamedConflicts,
  type ReportInTheMaking,
} from './sync-report.ts';

/** `name` is what a person calls it. */
export type Source = { readonly kind: 'folder' | 'file'; readonly path: string; readonly name: string };

/** What a person has looked at and answered. */
export type Answers = {
  readonly acceptRemovals: boolean;
  readonly acceptClock: boolean;
  /** The other laptop said that the check code matches. */
  readonly itMatches: boolean;
};

export type Work = {
  readonly say: (step: Progress) => void;
  readonly signal: AbortSignal;
  /** Hears of each file of a folder, and of each bundle of a file, that was taken in. */
  readonly onTook?: (name: string, operations: number) => void;
};

/** What taking in would bring; nothing is taken in. */
export const previewFrom = (session: BoardSession, source: Source, answers: Answers, work: Work): Promise<SyncReport> =>
  session.sync.inTurn(async (signal) => {
    const { present: store } = session;
    const sponsor = await sponsorOf(session, answers.itMatches);
    let named: NamedConflicts | undefined;
    const how: TakingIn = {
      ...answers,
      sponsor,
      whileTakenIn: ({ conflicts }) => {
        named = nameConflicts(store, new Set(conflicts), MOST_CONFLICTS_NAMED);
      },
    };
    const laptop = await readLaptop(store);
    const looking = { signal, onProgress: progressOf('Reading what came', work) };
    const preview = await naming(store, source.name, () =>
      source.kind === 'file'
        ? previewFile(store, laptop, source.path, how, looking)
        : previewFolder(store, laptop, { root: source.path, wasThere: false }, how, looking),
    );
    if (typeof preview === 'string') throw inTrouble(preview, 0);
    const report = beginReport();
    report.note(preview, preview.headers);
    return report.finish(store, { ...preview, named, isPreview: true });
  }, work.signal);

/** Makes a verified backup before the first bundle that brings something, then takes in bundle by bundle. */
export const takeInFrom = (session: BoardSession, source: Source, answers: Answers, work: Work): Promise<SyncReport> =>
  session.sync.inTurn(async (signal) => {
    session.refuseInThePast();
    const { present: store } = session;
    const sponsor = await sponsorOf(session, answers.itMatches);
    const laptop = sponsor === null ? await joinOwnBoard(store) : await readLaptop(store);
    const beforeTakingIn = sponsor === null ? once(() => store.backup('before-import')) : undefined;
    const how: TakingIn = { ...answers, sponsor, beforeTakingIn };
    const report = beginReport();
    let left: Left = { gaps: [], left: [] };
    const taking = { store, laptop, source, how, report, signal, work };
    try {
      left = await (source.kind === 'file' ? takeInFile(taking) : takeInFolder(taking));
      if (signal.aborted) throw new Failure('cancelled');
      return report.finish(store, left);
    } finally {
      // What was taken in before it was refused or cancelled stays, so it is told too.
      if (session.isOpen && session.present === store) {
        session.sync.noteReport(report.finish(store, left));
        if (report.bundles() > 0) session.sync.followItself();
      }
    }
  }, work.signal);

type Taking = {
  readonly store: Store;
  readonly laptop: Awaited<ReturnType<typeof readLaptop>>;
  readonly source: Source;
  readonly how: TakingIn;
  readonly report: ReportInTheMaking;
  readonly signal: AbortSignal;
  readonly work: Work;
};

const takeInFile = async ({ store, laptop, source, how, report, signal, work }: Taking): Promise<Left> => {
  await naming(
    store,
    source.name,
    () =>
      importFromFile(store, laptop, source.path, how, {
        signal,
        onProgress: progressOf('Taking in', work),
        onTook: (took) => {
          report.note(took, [took.header]);
          work.onTook?.(source.name, took.operations);
        },
      }),
    report.bundles,
  );
  return { gaps: gapsHere(store), left: [] };
};

const takeInFolder = async ({ store, laptop, source, how, report, signal, work }: Taking): Promise<Left> => {
  const place = { root: source.path, wasThere: false };
  if (how.sponsor) {
    const looking = { signal, onProgress: progressOf('Taking in', work) };
    const joined = await naming(store, source.name, () => joinFromFolder(store, laptop, place, how, looking));
    if (typeof joined === 'string') throw inTrouble(joined, 0);
    if (joined.operations > 0) {
      report.note(joined, joined.headers);
      work.onTook?.(source.name, joined.operations);
    }
    return { gaps: joined.gaps, left: joined.left };
  }
  const exchange = exchangeWithFolder(store, laptop, place, {
    how,
    onProgress: progressOf('Taking in', work),
    onTook: (took, name) => {
      report.note(took, [took.header]);
      work.onTook?.(name, took.operations);
    },
  });
  const outcome = await exchange.takeIn(signal);
  if (outcome.kind === 'trouble') throw inTrouble(outcome.trouble, report.bundles());
  if (outcome.kind === 'asks') {
    const { file, laptop } = fileOfLaptop(outcome.name, (device) => laptopNameOf(store, device));
    throw new Failure('sync-refused', {
      file,
      ...(laptop === undefined ? {} : { laptop }),
      problem: outcome.why,
      code: 'many-removals',
      waits: 1,
      taken: report.bundles(),
    });
  }
  return { gaps: outcome.left.gaps, left: allLeftInWords(outcome.left) };
};

/** Who let this laptop in; null once it has its board. A person must have heard that the other laptop found the code to match. */
const sponsorOf = async (session: BoardSession, itMatches: boolean): Promise<Sponsor | null> => {
  if (!session.isWaitingToJoin) return null;
  const acceptance = await keptAcceptance(session.present, session.cost);
  if (acceptance === null)
    throw new Failure('not-allowed', {
      why: 'This laptop waits to join a board, and its acceptance was not opened yet.',
      advice: 'Open the acceptance first and compare the check code on the phone. Nothing was taken in.',
    });
  if (!itMatches)
    throw new Failure('not-allowed', {
      why: `Nobody has said yet that the check code ${acceptance.code} is the same on the other laptop.`,
      advice: 'Read it out on the phone. If the other laptop does not say that it matches, take nothing in.',
    });
  return acceptance;
};

/** What is refused of a file comes out as the failure that names it. */
const naming = async <T>(
  store: Store,
  file: string,
  work: () => Promise<T>,
  taken: () => number = () => 0,
): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw error instanceof SyncRefused
      ? refusedToFailure(error, file, (device) => laptopNameOf(store, device), taken())
      : error;
  }
};

const inTrouble = (trouble: FolderTrouble, taken: number): Failure =>
  new Failure('not-allowed', {
    why: folderTroubleWords(trouble, null),
    advice: taken > 0 ? 'What was taken in before that is kept.' : 'Nothing was taken in.',
  });

const progressOf =
  (doing: string, { say }: Work) =>
  (done: number, of: number): void =>
    say({ doing, done, of });

const once = (work: () => unknown): (() => void) => {
  let isDone = false;
  return () => {
    if (isDone) return;
    work();
    isDone = true;
  };
};
