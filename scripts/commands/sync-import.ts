import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { gapWords } from '../../db/domain/gap-words.ts';
import { countOf, joinWords } from '../../db/domain/plain-words.ts';
import { Failure } from '../../db/store/failure.ts';
import type { Store } from '../../db/store/store.ts';
import { exchangeWithFolder, importFromFile, previewFolder } from '../../db/sync/exchange.ts';
import { folderTroubleWords } from '../../db/sync/folder-trouble.ts';
import type { Sponsor, TakingIn, TookIn } from '../../db/sync/incoming.ts';
import { keptAcceptance } from '../../db/sync/joining.ts';
import { readMembers } from '../../db/sync/members.ts';
import { refusedToFailure, SyncRefused } from '../../db/sync/refused.ts';
import { joinOwnBoard, type Laptop, readLaptop } from '../../db/sync/this-laptop.ts';
import { type Command, type CommandResult, text, UsageError } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';

export const syncImport: Command = {
  summary: 'Takes in what other laptops wrote, from a shared folder or from one file; a backup is made first',
  usage: 'sync-import FOLDER --from DIR|FILE.sync [--preview] [--accept-removals] [--accept-clock] [--it-matches]',
  options: {
    from: { type: 'string' },
    preview: { type: 'boolean' },
    'accept-removals': { type: 'boolean' },
    'accept-clock': { type: 'boolean' },
    'it-matches': { type: 'boolean' },
  },
  takes: [1, 1],
  run: async ({ positionals, values, say, signal }) => {
    const given = text(values, 'from');
    if (given === undefined) throw new UsageError('Say where it comes from: --from DIR or --from FILE.sync.');
    const from = path.resolve(given);
    if (!existsSync(from)) throw new UsageError(`There is no file or folder ${from}.`);
    const how: TakingIn = {
      acceptRemovals: values['accept-removals'] === true,
      acceptClock: values['accept-clock'] === true,
      previewOnly: values['preview'] === true,
    };
    return withBoard(folderOf(positionals[0]), async (session) => {
      const { present: store } = session;
      const sponsor = session.isWaitingToJoin ? await sponsorOf(store, values['it-matches'] === true) : null;
      const laptop = sponsor === null ? await joinOwnBoard(store) : await readLaptop(store);
      if (sponsor === null && !how.previewOnly) store.backup('before-import');
      const work = { store, laptop, from, how: { ...how, sponsor }, say, signal };
      const result = await (statSync(from).isDirectory() ? fromFolder(work) : fromFile(work));
      if (sponsor !== null && !session.isWaitingToJoin) session.keepName();
      return result;
    });
  },
};

/** Who let this laptop in. A person must have heard that the other laptop found the code to match. */
const sponsorOf = async (store: Store, isMatching: boolean): Promise<Sponsor> => {
  const acceptance = await keptAcceptance(store);
  if (acceptance === null)
    throw new UsageError('This laptop waits to join. Open the acceptance first: join-accept FOLDER --acceptance FILE.');
  if (!isMatching)
    throw new UsageError(
      `Did the other laptop say that the code ${acceptance.code} matches? Then add --it-matches. If not, take nothing in.`,
    );
  return acceptance;
};

type Work = {
  readonly store: Store;
  readonly laptop: Laptop;
  readonly from: string;
  readonly how: TakingIn;
  readonly say: (words: string) => void;
  readonly signal: AbortSignal;
};

const fromFile = async ({ store, laptop, from, how }: Work): Promise<CommandResult> => {
  try {
    const { bundles } = await importFromFile(store, laptop, from, how);
    return resultOf(bundles, how, []);
  } catch (error) {
    if (error instanceof SyncRefused) throw refusedToFailure(error, path.basename(from), (id) => nameOf(store, id));
    throw error;
  }
};

const fromFolder = async ({ store, laptop, from, how, say, signal }: Work): Promise<CommandResult> => {
  const place = { root: from, wasThere: false };
  if (how.previewOnly) {
    const preview = await previewFolder(store, laptop, place, how).catch((error: unknown) => {
      throw error instanceof SyncRefused ? refusedToFailure(error, path.basename(from)) : error;
    });
    if (typeof preview === 'string')
      throw new Failure('bad-input', { problem: folderTroubleWords(preview, null), field: 'from' });
    return resultOf(
      [preview],
      how,
      preview.left.map(({ name, why }) => `${name}: ${why}.`),
    );
  }
  const tookIn: TookIn[] = [];
  const exchange = exchangeWithFolder(store, laptop, place, how, (took, name) => {
    tookIn.push(took);
    say(`${name}: ${countOf(took.operations, 'change', 'changes')}`);
  });
  const outcome = await exchange.takeIn(signal);
  if (outcome.kind === 'trouble')
    throw new Failure('bad-input', { problem: folderTroubleWords(outcome.trouble, null), field: 'from' });
  if (outcome.kind === 'asks')
    throw new Failure('sync-refused', { file: outcome.name, problem: outcome.why, code: 'many-removals', waits: 1 });
  const { gaps, setAside, unreadable, refused } = outcome.left;
  return resultOf(tookIn, how, [
    ...gaps.map((gap) => gapWords({ ...gap, laptop: nameOf(store, gap.device) ?? null })),
    ...setAside.map(({ name, why }) => `${name}: ${why}.`),
    ...unreadable.map(({ name, why }) => `${name}: ${why}.`),
    ...refused.map(({ bundle, device }) => `${bundle.name}: refused, for ${nameOf(store, device) ?? 'its laptop'}.`),
  ]);
};

const nameOf = (store: Store, device: string): string | undefined =>
  readMembers(store).find((member) => member.device === device)?.name;

const resultOf = (
  took: readonly TookIn[],
  { previewOnly = false }: TakingIn,
  left: readonly string[],
): CommandResult => {
  const sum = (of: (one: TookIn) => number): number => took.reduce((total, one) => total + of(one), 0);
  const counts = {
    operations: sum((one) => one.operations),
    made: sum((one) => one.merged.made),
    changed: sum((one) => one.merged.changed),
    conflicts: sum((one) => one.merged.conflicts.length),
    waiting: took.at(-1)?.waiting ?? 0,
  };
  const parts = [
    countOf(counts.made, 'new record', 'new records'),
    countOf(counts.changed, 'changed record', 'changed records'),
    `${countOf(counts.conflicts, 'conflict', 'conflicts')} to decide`,
  ];
  const words =
    counts.operations === 0
      ? 'Nothing new.'
      : `${previewOnly ? 'Would bring' : 'Took in'} ${countOf(counts.operations, 'change', 'changes')}: ${joinWords(parts)}. Nothing is deleted.`;
  const waits =
    counts.waiting === 0 ? [] : [`${countOf(counts.waiting, 'change waits', 'changes wait')} for what comes before.`];
  return { words: [words, ...waits, ...left].join('\n'), json: { preview: previewOnly, ...counts, left } };
};
