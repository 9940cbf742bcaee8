/** What changed between two issued packs: their figures then and now, and the changes between what each had read of the log. */
import type { ComparedFigure, RegisteredPack } from '../contract/pack-register.ts';
import type { PackBlock } from '../packs/model.ts';
import { sinceBlocks } from '../packs/since/blocks.ts';
import { changesInSteps } from '../packs/since/changes-between.ts';
import type { MomentWanted } from '../packs/since/moment.ts';
import { differenceBetween, HEADLINE_MEASURES } from '../packs/since/headline-figures.ts';
import type { ReplayStep } from '../store/as-at.ts';
import type { Vector } from '../store/causality.ts';
import { Failure } from '../store/failure.ts';
import { fixedEnd, type LogEnd } from '../store/log-end.ts';
import { atOneGo } from '../store/steps.ts';
import type { Store } from '../store/store.ts';
import { endOfPack } from './pack-clock.ts';
import { issuedPack, readIssuedFigures, toRegistered } from './pack-register-reading.ts';

export type ComparedPacks = {
  readonly before: RegisteredPack;
  readonly after: RegisteredPack;
  readonly figures: ComparedFigure[];
  readonly blocks: readonly PackBlock[];
};

/** Whichever is given first, the one of the earlier day is `before`; of one day, the one that had read less of the log. */
export const comparePacks = (present: Store, packId: string, otherPackId: string): ComparedPacks =>
  atOneGo(compareInSteps(present, packId, otherPackId));

/** The same in steps of going back to the two. */
export const compareInSteps = function* (
  present: Store,
  packId: string,
  otherPackId: string,
): Generator<ReplayStep, ComparedPacks> {
  if (packId === otherPackId)
    throw new Failure('bad-input', { problem: 'Choose two different packs to compare.', field: 'otherPackId' });
  const [before, after] = inOrder(readBy(present, packId), readBy(present, otherPackId));
  const blocks = yield* changedBlocks(present, before, after);
  return {
    before: toRegistered(present, before.pack),
    after: toRegistered(present, after.pack),
    figures: compareFigures(readIssuedFigures(before.pack.figures), readIssuedFigures(after.pack.figures)),
    blocks,
  };
};

type Read = { readonly pack: ReturnType<typeof issuedPack>; readonly end: LogEnd & { readonly vector: Vector } };

const readBy = (present: Store, packId: string): Read => {
  const pack = issuedPack(present, packId);
  return { pack, end: fixedEnd(present, endOfPack(present, pack)) };
};

const inOrder = (a: Read, b: Read): readonly [Read, Read] => {
  const isFirst =
    (a.pack.dataAsAt < b.pack.dataAsAt ? -1 : a.pack.dataAsAt > b.pack.dataAsAt ? 1 : 0) ||
    operationsIn(a) - operationsIn(b) ||
    a.pack.number - b.pack.number;
  return isFirst <= 0 ? [a, b] : [b, a];
};

const operationsIn = ({ end }: Read): number => [...end.vector.values()].reduce((sum, sequence) => sum + sequence, 0);

/** What "Since the last pack" would say, without the figures: those stand apart, as they were issued. */
const changedBlocks = function* (
  present: Store,
  before: Read,
  after: Read,
): Generator<ReplayStep, readonly PackBlock[]> {
  const momentOf = ({ pack, end }: Read): MomentWanted => ({ end, day: pack.dataAsAt });
  const changes = yield* changesInSteps(present.db, momentOf(before), momentOf(after));
  return changes === null
    ? []
    : sinceBlocks(changes).filter((block) => block.kind !== 'table' || block.id !== 'since-figures');
};

type Figures = Readonly<Record<string, unknown>>;

/** As each was issued with: what the register counts anew today would not be what its readers saw. */
const compareFigures = (before: Figures, after: Figures): ComparedFigure[] =>
  HEADLINE_MEASURES.flatMap(({ measure, label, better }) => {
    const [was, is] = [before[measure], after[measure]];
    if (typeof is !== 'number') return [];
    const known = typeof was === 'number' ? was : null;
    const { symbol, words } = differenceBetween(known, is, better);
    return [{ measure, label, before: known, after: is, symbol, words }];
  });
