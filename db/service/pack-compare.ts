/** What changed between two issued packs: their figures then and now, and the changes between the last clocks that they had read. */
import type { ComparedFigure, RegisteredPack } from '../contract/pack-register.ts';
import type { PackBlock } from '../packs/model.ts';
import { sinceBlocks } from '../packs/since/blocks.ts';
import { changesInSteps } from '../packs/since/changes-between.ts';
import { differenceBetween, HEADLINE_MEASURES } from '../packs/since/headline-figures.ts';
import type { ReplayStep } from '../store/as-at.ts';
import { Failure } from '../store/failure.ts';
import { atOneGo } from '../store/steps.ts';
import type { Store } from '../store/store.ts';
import type { Row } from '../store/tables.ts';
import { issuedPack, readIssuedFigures, toRegistered } from './pack-register-reading.ts';

export type ComparedPacks = {
  readonly before: RegisteredPack;
  readonly after: RegisteredPack;
  readonly figures: ComparedFigure[];
  readonly blocks: readonly PackBlock[];
};

/** Whichever is given first, the one that had read less of the log is `before`. */
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
  const [before, after] = [issuedPack(present, packId), issuedPack(present, otherPackId)].sort((a, b) =>
    a.logClock < b.logClock ? -1 : a.logClock > b.logClock ? 1 : a.number - b.number,
  ) as [ReturnType<typeof issuedPack>, ReturnType<typeof issuedPack>];
  const blocks = yield* changedBlocks(present, before, after);
  return {
    before: toRegistered(present, before),
    after: toRegistered(present, after),
    figures: compareFigures(readIssuedFigures(before.figures), readIssuedFigures(after.figures)),
    blocks,
  };
};

type Read = Pick<Row<'packs'>, 'logClock' | 'dataAsAt'>;

/** What "Since the last pack" would say, without the figures: those stand apart, as they were issued. */
const changedBlocks = function* (
  present: Store,
  before: Read,
  after: Read,
): Generator<ReplayStep, readonly PackBlock[]> {
  const [earlier, later] = [before, after].map(({ logClock, dataAsAt }) => ({ clock: logClock, day: dataAsAt }));
  const changes = earlier && later ? yield* changesInSteps(present.db, earlier, later) : null;
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
