import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoardStanding, DeviceRange, MemberDevice } from '../../../db/sync/evidence.ts';
import type { FolderBundle } from '../../../db/sync/folder-look.ts';
import { mergeIntervals, reachWith } from '../../../db/sync/intervals.ts';
import { planTakingIn } from '../../../db/sync/plan-taking-in.ts';
import { type LackingSince, planWriting } from '../../../db/sync/plan-writing.ts';

const MINUTE = 60_000;
/** This laptop, and others. */
const [A, B, C, D] = ['a', 'b', 'c', 'd'] as const;

const hashOf = (device: string, sequence: number): string =>
  sequence === 0 ? '0'.repeat(64) : `chain of ${device} at ${sequence}`;

type Range = readonly [device: string, first: number, last: number];
const rangeToHeader = ([device, first, last]: Range) =>
  [device, first, last, hashOf(device, first - 1), hashOf(device, last)] as const;

const bundle = (
  device: string,
  ranges: readonly Range[],
  more: Partial<FolderBundle['header']> & { readonly isSigned?: boolean; readonly name?: string } = {},
): FolderBundle => {
  const {
    isSigned = true,
    name = `${device}/${ranges.flat().join(' ')} to ${more.to?.join('') ?? 'all'}`,
    ...header
  } = more;
  return {
    file: `/share/${name}`,
    name,
    stamp: '1',
    isSigned,
    header: {
      board: 'board',
      device,
      continues: null,
      clock: String(Math.max(...ranges.map(([, , last]) => last))).padStart(4, '0'),
      to: [A, B, C, D],
      has: [],
      ...header,
      ranges: header.ranges ?? ranges.map(rangeToHeader),
    },
  };
};

const member = (device: string, end: number | null = null): MemberDevice => ({
  device,
  isInGoodStanding: end === null,
  end,
});

const standing = (held: Readonly<Record<string, number>>, more: Partial<BoardStanding> = {}): BoardStanding => ({
  thisDevice: A,
  members: [A, B, C].map((device) => member(device)),
  held: new Map(Object.entries(held)),
  hashAt: (device, sequence) => (sequence <= (held[device] ?? 0) ? hashOf(device, sequence) : null),
  kept: [],
  sealsOf: (device) => Array.from({ length: held[device] ?? 0 }, (_, at) => at + 1),
  exchanges: [],
  ...more,
});

const namesToTakeIn = (...args: Parameters<typeof planTakingIn>): readonly string[] =>
  planTakingIn(...args).takeIn.map(
    ({ header }) => `${header.device} ${header.ranges[0]?.[1]}-${header.ranges[0]?.[2]}`,
  );

describe('what to take in', () => {
  it('is what follows what is held, in that order, whatever the order of the files', () => {
    const files = [bundle(B, [[B, 6, 8]]), bundle(B, [[B, 9, 9]]), bundle(B, [[B, 1, 3]]), bundle(B, [[B, 4, 5]])];
    expect(namesToTakeIn(standing({ b: 3 }), files)).toEqual(['b 4-5', 'b 6-8', 'b 9-9']);
  });

  it('follows the ranges also where the clocks say another order', () => {
    const files = [bundle(B, [[B, 1, 3]], { clock: '9' }), bundle(B, [[B, 4, 5]], { clock: '1' })];
    expect(namesToTakeIn(standing({}), files)).toEqual(['b 1-3', 'b 4-5']);
  });

  it('is a bundle that begins before what is held ends, but none that holds nothing new', () => {
    const files = [bundle(B, [[B, 2, 6]]), bundle(B, [[B, 1, 4]]), bundle(B, [[B, 3, 5]])];
    expect(namesToTakeIn(standing({ b: 4 }), files)).toEqual(['b 3-5', 'b 2-6']);
  });

  it('is nothing twice: the same run passed on by two laptops is taken from one', () => {
    const files = [bundle(C, [[B, 1, 3]]), bundle(D, [[B, 1, 3]])];
    const board = standing({}, { members: [A, B, C, D].map((device) => member(device)) });
    expect(planTakingIn(board, files).takeIn).toHaveLength(1);
  });

  it('waits behind a gap, which is named, while other laptops go on', () => {
    const late = bundle(B, [[B, 22, 30]]);
    const plan = planTakingIn(standing({ b: 17 }), [late, bundle(C, [[C, 1, 2]])]);
    expect(plan.takeIn.map(({ header }) => header.device)).toEqual([C]);
    expect(plan.waiting).toEqual([{ bundle: late, why: 'gap' }]);
    expect(plan.gaps).toEqual([{ device: B, first: 18, last: 21, why: 'missing', behind: { first: 22, last: 30 } }]);
  });

  it('names a gap that only the word of others proves, on whatever way it came', () => {
    const board = standing({ b: 17, c: 2 });
    const gap = { device: B, first: 18, last: 18, why: 'missing', behind: null };
    expect(planTakingIn(board, [bundle(C, [[C, 1, 2]], { has: [[B, 18]] })]).gaps).toEqual([gap]);
    expect(planTakingIn({ ...board, exchanges: [{ device: C, has: [[B, 18]] }] }, []).gaps).toEqual([gap]);
  });

  it('counts what is kept here and waits, and does not take it again', () => {
    const board = standing({ b: 17 }, { kept: [{ device: B, first: 22, last: 30 }] });
    expect(planTakingIn(board, [bundle(B, [[B, 22, 30]])])).toMatchObject({
      takeIn: [],
      waiting: [],
      gaps: [{ first: 18, last: 21, behind: { first: 22, last: 30 } }],
    });
    const filled = planTakingIn(board, [bundle(B, [[B, 22, 30]]), bundle(B, [[B, 18, 21]]), bundle(B, [[B, 31, 31]])]);
    expect(filled.takeIn.map(({ header }) => header.ranges[0]?.[1])).toEqual([18, 31]);
    expect(filled.gaps).toEqual([]);
  });

  it('does not take again a run that waits for another laptop although it follows', () => {
    const board = standing({ b: 17 }, { kept: [{ device: B, first: 18, last: 20 }] });
    expect(planTakingIn(board, [bundle(B, [[B, 18, 20]])]).takeIn).toEqual([]);
  });

  it('takes a bundle in for the one run that follows; its other run is kept', () => {
    const both = bundle(B, [
      [B, 18, 20],
      [C, 5, 9],
    ]);
    const plan = planTakingIn(standing({ b: 17 }), [both]);
    expect(plan.takeIn).toEqual([both]);
    expect(plan.gaps).toEqual([{ device: C, first: 1, last: 4, why: 'missing', behind: { first: 5, last: 9 } }]);
  });

  it('tells a bundle that was written for others, and that what is missing lies in it', () => {
    const closed = bundle(B, [[B, 1, 4]], { to: [B, C] });
    const plan = planTakingIn(standing({}), [closed]);
    expect(plan.takeIn).toEqual([]);
    expect(plan.waiting).toEqual([{ bundle: closed, why: 'not-for-us' }]);
    expect(plan.gaps).toEqual([{ device: B, first: 1, last: 4, why: 'not-for-us', behind: null }]);
  });

  it('leaves what no member signed unread, and believes nothing that it says', () => {
    const stranger = bundle(D, [[D, 1, 4]], { has: [[B, 99]] });
    const forged = bundle(B, [[B, 1, 4]], { has: [[C, 99]], isSigned: false });
    const plan = planTakingIn(standing({}), [stranger, forged]);
    expect(plan.takeIn).toEqual([]);
    expect(plan.waiting.map(({ why }) => why)).toEqual(['unknown-writer', 'unknown-writer']);
    expect(plan.gaps).toEqual([]);
  });

  it('takes in the first bundle of a laptop that goes on from a member after a restore', () => {
    expect(namesToTakeIn(standing({}), [bundle(D, [[D, 1, 2]], { continues: B })])).toEqual(['d 1-2']);
    const board = standing({}, { members: [member(A), member(B, 0)] });
    expect(namesToTakeIn(board, [bundle(D, [[D, 1, 2]], { continues: B })])).toEqual([]);
  });

  it('ends at the end of a removed laptop', () => {
    const board = standing({ b: 2 }, { members: [member(A), member(B, 4), member(C)] });
    const beyond = bundle(B, [[B, 5, 6]]);
    const plan = planTakingIn(board, [bundle(B, [[B, 3, 4]]), beyond, bundle(C, [[C, 1, 1]], { has: [[B, 6]] })]);
    expect(plan.takeIn).toHaveLength(2);
    expect(plan.refused).toEqual([{ bundle: beyond, why: 'beyond-end', device: B }]);
    expect(plan.gaps).toEqual([]);
  });

  it('takes no word of a removed laptop about others', () => {
    const board = standing({}, { members: [member(A), member(B, 4), member(C)] });
    expect(planTakingIn(board, [bundle(B, [[B, 1, 4]], { has: [[C, 50]] })]).gaps).toEqual([]);
  });

  it.each([
    ['at its end', [B, 1, 3, hashOf(B, 0), 'another']],
    ['before its first', [B, 3, 6, 'another', hashOf(B, 6)]],
  ] as const)('refuses a bundle whose chain is another one %s', (_where, range) => {
    const copied = bundle(B, [[B, 1, 3]], { ranges: [range] });
    expect(planTakingIn(standing({ b: 4 }), [copied]).refused).toEqual([{ bundle: copied, why: 'forked', device: B }]);
  });

  it('finds out that this laptop wrote more than it holds', () => {
    const plan = planTakingIn(standing({ a: 4 }), [bundle(B, [[B, 1, 1]], { has: [[A, 7]] })]);
    expect(plan.ownAhead).toEqual({ first: 5, last: 7 });
    expect(plan.gaps).toEqual([]);
  });
});

const FIRST_TURN = { now: 0, relay: 'when-due', lackingSince: new Map() } as const;

const writing = (
  board: BoardStanding,
  files: readonly FolderBundle[],
  now = 0,
  lackingSince: LackingSince = new Map(),
) => planWriting(board, files, { now, relay: 'when-due', lackingSince });

describe('what to write', () => {
  it('is everything own at first, and then what came since', () => {
    expect(writing(standing({ a: 4 }), []).own).toEqual([{ first: 1, last: 4 }]);
    expect(writing(standing({ a: 6 }), [bundle(A, [[A, 1, 4]])]).own).toEqual([{ first: 5, last: 6 }]);
    expect(writing(standing({ a: 6 }), [bundle(A, [[A, 1, 4]]), bundle(A, [[A, 5, 6]])]).own).toEqual([]);
  });

  it('is nothing while there is no other laptop', () => {
    expect(writing(standing({ a: 4 }, { members: [member(A), member(B, 2)] }), []).own).toEqual([]);
  });

  it('is nothing for a laptop that was removed itself', () => {
    const removed = standing({ a: 4, b: 2 }, { members: [member(A, 3), member(B), member(C)] });
    expect(planWriting(removed, [], { ...FIRST_TURN, relay: 'now' })).toMatchObject({ own: [], relay: [] });
  });

  it('leaves out what all others said that they have, by the folder or on another way', () => {
    const exchanges = [
      { device: B, has: [[A, 4]] },
      { device: C, has: [[A, 2]] },
    ] as const;
    expect(writing(standing({ a: 4 }, { exchanges }), []).own).toEqual([{ first: 3, last: 4 }]);
    const heard = bundle(C, [[C, 1, 1]], { has: [[A, 3]] });
    expect(writing(standing({ a: 4 }, { exchanges }), [heard]).own).toEqual([{ first: 4, last: 4 }]);
  });

  it('is everything again for a laptop that the files were not encrypted to', () => {
    expect(writing(standing({ a: 4 }), [bundle(A, [[A, 1, 4]], { to: [A, B] })]).own).toEqual([{ first: 1, last: 4 }]);
  });

  it('is again what was deleted from the folder, as long as somebody may lack it', () => {
    const files = [bundle(A, [[A, 1, 2]]), bundle(A, [[A, 5, 6]])];
    expect(writing(standing({ a: 6 }), files).own).toEqual([{ first: 3, last: 4 }]);
    const allHave = [B, C].map((device) => bundle(device, [[device, 1, 1]], { has: [[A, 6]] }));
    expect(writing(standing({ a: 6 }), allHave).own).toEqual([]);
  });

  it('is nothing own while others hold more of it than this laptop does: it goes on as a new device first', () => {
    const heard = bundle(B, [[B, 1, 1]], { has: [[A, 7]] });
    expect(writing(standing({ a: 4, b: 1 }), [heard])).toMatchObject({ own: [] });
  });

  it('does not count what a copy of this laptop wrote under its name', () => {
    const copied = bundle(A, [[A, 3, 4]], { ranges: [[A, 3, 4, hashOf(A, 2), 'another']] });
    expect(writing(standing({ a: 4 }), [bundle(A, [[A, 1, 2]]), copied]).own).toEqual([{ first: 3, last: 4 }]);
  });

  it('does not count a file that no member in good standing signed', () => {
    const removed = standing({ a: 4 }, { members: [member(A), member(B), member(D, 3)] });
    expect(writing(removed, [bundle(D, [[A, 1, 4]])]).own).toEqual([{ first: 1, last: 4 }]);
    expect(writing(standing({ a: 4 }), [bundle(A, [[A, 1, 4]], { isSigned: false })]).own).toHaveLength(1);
  });
});

describe('what to pass on', () => {
  it('leaves the author ten minutes, then passes on what a laptop cannot read, and then nothing more', () => {
    const board = standing({ b: 4 });
    const files = [bundle(B, [[B, 1, 4]], { to: [A, B] })];
    const first = writing(board, files);
    expect(first.relay).toEqual([]);
    expect(writing(board, files, 10 * MINUTE - 1, first.lackingSince).relay).toEqual([]);
    const due = writing(board, files, 10 * MINUTE, first.lackingSince);
    expect(due.relay).toEqual([{ device: B, first: 1, last: 4 }]);
    expect(writing(board, [...files, bundle(A, [[B, 1, 4]])], 11 * MINUTE, due.lackingSince).relay).toEqual([]);
  });

  it('goes by turns: each laptop that could pass it on waits a minute more than the one before', () => {
    const members = [A, B, C, D].map((device) => member(device));
    const files = [bundle(A, [[A, 1, 4]], { to: [A, B, D] })];
    const inTurn = (thisDevice: string, now: number) =>
      planWriting(standing({ a: 4 }, { members, thisDevice }), files, {
        now,
        relay: 'when-due',
        lackingSince: new Map([['c a 1', 0]]),
      }).relay.length;
    expect([inTurn(B, 10 * MINUTE), inTurn(D, 10 * MINUTE), inTurn(D, 11 * MINUTE)]).toEqual([1, 0, 1]);
  });

  it('passes everything on at once when a person asks for an export', () => {
    expect(planWriting(standing({ b: 4 }), [], { ...FIRST_TURN, relay: 'now' }).relay).toEqual([
      { device: B, first: 1, last: 4 },
    ]);
  });

  it('ends where a seal stands', () => {
    const board = standing({ b: 9 }, { sealsOf: () => [2, 5, 8] });
    const asked = { ...FIRST_TURN, relay: 'now' } as const;
    expect(planWriting(board, [], asked).relay).toEqual([{ device: B, first: 1, last: 8 }]);
    const exchanges = [{ device: C, has: [[B, 3]] }] as const;
    const hole = [bundle(B, [[B, 5, 9]])];
    expect(planWriting({ ...board, exchanges }, hole, asked).relay).toEqual([{ device: B, first: 4, last: 5 }]);
  });

  it('begins to count again when the author was heard of', () => {
    const board = standing({ b: 8 });
    const first = writing(board, []);
    const heard = [bundle(B, [[B, 1, 4]])];
    expect(writing(board, heard, 10 * MINUTE, first.lackingSince).relay).toEqual([]);
  });
});

/** Boards that exchange by one folder, from which files go, and whose looks happen in any order. */
type Board = {
  readonly device: string;
  readonly held: Map<string, number>;
  kept: DeviceRange[];
  lackingSince: LackingSince;
};

const takeInAll = (board: Board, files: readonly FolderBundle[], members: readonly MemberDevice[]): void => {
  const plan = planTakingIn(boardStanding(board, members), files);
  for (const { header } of plan.takeIn) {
    const isNew = header.ranges.some(([device, , last]) => last > (board.held.get(device) ?? 0));
    const follows = header.ranges.some(([device, first]) => first <= reachOf(board, device) + 1);
    expect({ isNew, follows, isForUs: header.to.includes(board.device) }).toEqual({
      isNew: true,
      follows: true,
      isForUs: true,
    });
    for (const [device, first, last] of header.ranges) board.kept.push({ device, first, last });
    for (const { device } of board.kept) board.held.set(device, reachOf(board, device));
    board.kept = board.kept.filter(({ device, last }) => last > (board.held.get(device) ?? 0));
  }
  expect(planTakingIn(boardStanding(board, members), files).takeIn).toEqual([]);
};

const reachOf = ({ held, kept }: Board, device: string): number =>
  reachWith(
    held.get(device) ?? 0,
    kept.filter((run) => run.device === device),
  );

const boardStanding = (board: Board, members: readonly MemberDevice[]): BoardStanding =>
  standing(Object.fromEntries(board.held), { thisDevice: board.device, kept: board.kept, members });

const fileOf = (board: Board, ranges: readonly Range[], members: readonly MemberDevice[], at: number): FolderBundle =>
  bundle(board.device, ranges, {
    name: `${board.device}/${at}`,
    to: members.map(({ device }) => device),
    has: [...board.held],
    clock: String(at),
  });

describe('folders with files lost, repeated and late', () => {
  const range = fc
    .tuple(fc.constantFrom(B, C, D), fc.integer({ min: 1, max: 12 }), fc.nat(4))
    .map(([device, first, more]) => [device, first, first + more] as const);
  const file = fc.record({
    ranges: fc.uniqueArray(range, { minLength: 1, maxLength: 3, selector: ([device]) => device }),
    forUs: fc.boolean(),
    has: fc.array(fc.tuple(fc.constantFrom(B, C, D), fc.integer({ min: 1, max: 16 })), { maxLength: 2 }),
    clock: fc.nat(9).map(String),
    copies: fc.integer({ min: 1, max: 2 }),
  });
  const members = [A, B, C, D].map((device) => member(device));

  it('are taken in as far as there is no gap, nothing twice; what is named as missing is exactly that', () => {
    fc.assert(
      fc.property(fc.array(file, { maxLength: 12 }), fc.record({ b: fc.nat(6), c: fc.nat(6) }), (drawn, held) => {
        const files = drawn.flatMap(({ ranges, forUs, has, clock, copies }, at) =>
          Array.from({ length: copies }, (_, copy) =>
            bundle(B, ranges, { name: `b/${at} ${copy}`, to: forUs ? [A, B] : [B], has, clock }),
          ),
        );
        const board: Board = { device: A, held: new Map(Object.entries(held)), kept: [], lackingSince: new Map() };
        const { gaps, waiting } = planTakingIn(boardStanding(board, members), files);
        takeInAll(board, files, members);

        const ours = files.filter(({ header }) => header.to.includes(A));
        for (const device of [B, C, D]) {
          const sequencesIn = (some: readonly FolderBundle[]): ReadonlySet<number> =>
            new Set(
              some.flatMap(({ header }) =>
                header.ranges
                  .filter(([of]) => of === device)
                  .flatMap(([, first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at)),
              ),
            );
          const here = sequencesIn(ours);
          const before = held[device as 'b' | 'c'] ?? 0;
          let reach = before;
          while (here.has(reach + 1)) reach += 1;
          // Whatever follows is taken in: the longest way without a gap, not more.
          expect(board.held.get(device) ?? 0).toBe(reach);

          const proven = Math.max(
            0,
            ...sequencesIn(files),
            ...files.flatMap(({ header }) =>
              header.has.filter(([of]) => of === device).map(([, sequence]) => sequence),
            ),
          );
          const lacking = Array.from({ length: Math.max(0, proven - reach) }, (_, at) => reach + 1 + at).filter(
            (sequence) => !here.has(sequence),
          );
          const named = gaps
            .filter((gap) => gap.device === device)
            .flatMap(({ first, last, why }) => Array.from({ length: last - first + 1 }, (_, at) => [first + at, why]));
          const inFiles = sequencesIn(files);
          expect(named).toEqual(
            lacking.map((sequence) => [sequence, inFiles.has(sequence) ? 'not-for-us' : 'missing']),
          );
        }
        for (const { bundle: one, why } of waiting) expect(one.header.to.includes(A)).toBe(why === 'gap');
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('work' as const), who: fc.nat(3), times: fc.integer({ min: 1, max: 3 }) }),
    },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('look' as const), who: fc.nat(3), times: fc.constant(1) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('lose' as const), who: fc.nat(20), times: fc.constant(1) }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('join' as const), who: fc.constant(0), times: fc.constant(1) }),
    },
  );

  it('bring every board to hold everything, and then no look writes any more', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const devices: string[] = [A, B, C, D];
        const boards: Board[] = [A, B].map((device) => ({
          device,
          held: new Map(),
          kept: [],
          lackingSince: new Map(),
        }));
        let files: FolderBundle[] = [];
        let now = 0;
        let written = 0;
        const membersNow = (): readonly MemberDevice[] => boards.map(({ device }) => member(device));
        const look = (board: Board): number => {
          const members = membersNow();
          takeInAll(board, files, members);
          const turn = { now, relay: 'when-due', lackingSince: board.lackingSince } as const;
          const plan = planWriting(boardStanding(board, members), files, turn);
          board.lackingSince = plan.lackingSince;
          const bundles: Range[][] = plan.own.map(({ first, last }) => [[board.device, first, last]]);
          if (plan.relay.length > 0) bundles.push(plan.relay.map(({ device, first, last }) => [device, first, last]));
          for (const ranges of bundles) files.push(fileOf(board, ranges, members, ++written));
          const again = planWriting(boardStanding(board, members), files, { ...turn, lackingSince: plan.lackingSince });
          expect([...again.own, ...again.relay]).toEqual([]);
          return bundles.length;
        };
        for (const { do: what, who, times } of steps) {
          const board = boards[who % boards.length] as Board;
          if (what === 'work') board.held.set(board.device, (board.held.get(board.device) ?? 0) + times);
          if (what === 'look') look(board);
          if (what === 'lose') files = files.filter((_, at) => at !== who % Math.max(1, files.length));
          const next = devices[boards.length];
          if (what === 'join' && next !== undefined) {
            boards.push({ device: next, held: new Map(), kept: [], lackingSince: new Map() });
          }
          now += 7 * MINUTE;
        }
        for (let round = 0; round < 4; round += 1) {
          for (const board of boards) look(board);
          now += 15 * MINUTE;
        }
        const everything = new Map(boards.map(({ device, held }) => [device, held.get(device) ?? 0]));
        for (const { held, kept } of boards) {
          for (const [device, sequence] of everything) expect(held.get(device) ?? 0).toBe(sequence);
          expect(kept).toEqual([]);
        }
        expect(boards.map(look)).toEqual(boards.map(() => 0));
      }),
      { seed: 5, numRuns: 150 },
    );
  });

  it('cost little to judge when there are ten thousand of them', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => bundle(B, [[B, at + 1, at + 1]]));
    const from = performance.now();
    expect(planTakingIn(standing({ b: 9_990 }), many).takeIn).toHaveLength(10);
    expect(planWriting(standing({ b: 9_990 }, { sealsOf: () => [9_990] }), many, FIRST_TURN).relay).toEqual([]);
    expect(
      mergeIntervals(
        many.map(({ header }) => ({ first: header.ranges[0]?.[1] ?? 0, last: header.ranges[0]?.[2] ?? 0 })),
      ),
    ).toHaveLength(1);
    expect(performance.now() - from).toBeLessThan(2000);
  });
});
