import { describe, expect, it } from 'vitest';
import { type BundleHeader } from '../../../db/sync/bundle-header.ts';
import { changeText, contentLines, operationText, sealLine } from '../../../db/sync/lines.ts';
import { gather } from '../../../db/sync/packing.ts';
import {
  createTally,
  isEnough,
  type PayloadPart,
  type ReadPart,
  sortedRanges,
  writePayload,
} from '../../../db/sync/payload.ts';
import { readPayload } from '../../../db/sync/read-payload.ts';
import { refusalOf } from '../../support/refusals.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import {
  ATTACHED_FILE,
  createLaptop,
  editing,
  everyKindOfLine,
  newId,
  nextOperation,
} from '../../support/sync-bundles.ts';

const { parts, office, home, order, board } = await everyKindOfLine();

const linesOfParts = (some: readonly PayloadPart[]): string[] =>
  some.flatMap((part) => {
    if (part.kind === 'content') return [...contentLines(part.sha256, part.bytes)];
    if (part.kind === 'seal') return [sealLine(part.seal)];
    return [operationText(part.operation), ...Array.from(part.changes, changeText)];
  });

const headerOf = async (some: readonly PayloadPart[]): Promise<BundleHeader> => {
  const tally = createTally();
  await gather(writePayload(some, tally));
  const { ranges: _, ...counts } = tally;
  const { to, signSeed: __, ...rest } = order;
  return {
    format: 'case-review-tracker-sync',
    version: 1,
    ...rest,
    to: to.map(({ device }) => device),
    ranges: [...sortedRanges(tally, office.id)],
    ...counts,
  };
};
const HEADER = await headerOf(parts);
const LINES = linesOfParts(parts);

const inChunks = async function* (bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
};
const readBytes = async (bytes: Uint8Array, header = HEADER, chunk = 10_000): Promise<readonly ReadPart[]> =>
  (await gather(readPayload(inChunks(bytes, chunk), header))).flat();
const readLines = (lines: readonly string[], header = HEADER): Promise<readonly ReadPart[]> =>
  readBytes(Buffer.from(lines.map((line) => `${line}\n`).join('')), header);

const comparable = (part: PayloadPart | ReadPart): unknown => {
  if (part.kind === 'content') return { ...part, bytes: Buffer.from(part.bytes).toString('hex') };
  if (part.kind === 'seal') return part;
  return { operation: part.operation, hash: part.hash, changes: [...part.changes] };
};

describe('writePayload', () => {
  it('writes a line each, in the order given, and counts them', async () => {
    const tally = createTally();
    const bytes = Buffer.concat(await gather(writePayload(parts, tally)));
    expect(bytes.toString()).toBe(LINES.map((line) => `${line}\n`).join(''));
    expect(tally).toMatchObject({ operations: 5, changes: 6, contents: 1, unpacked: bytes.length });
    expect(tally.ranges.map(([device, first, last]) => [device, first, last])).toEqual([
      [office.id, 1, 3],
      [home.id, 1, 2],
    ]);
  });

  it('says when the next operation belongs into another bundle', () => {
    expect(isEnough({ ...createTally(), changes: 250_000, unpacked: 134_217_728 })).toBe(false);
    expect(isEnough({ ...createTally(), changes: 250_001 })).toBe(true);
    expect(isEnough({ ...createTally(), unpacked: 134_217_729 })).toBe(true);
  });

  it('puts the writer’s range first, others by device, and splits where a number is missing', () => {
    const range = (device: string, first: number, last: number) => [device, first, last, 'x', 'y'] as const;
    const ranges = [range('c', 1, 2), range('b', 4, 5), range('a', 1, 1), range('b', 1, 2)].map(
      (one): [string, number, number, string, string] => [...one],
    );
    expect(sortedRanges({ ...createTally(), ranges }, 'c').map(([device, first]) => device + first)).toEqual([
      'c1',
      'a1',
      'b1',
      'b4',
    ]);
  });
});

describe('readPayload', () => {
  it.each([1, 7, 64, 48_000, 1_000_000])('reads what was written, in chunks of %i bytes', async (chunk) => {
    const bytes = Buffer.from(LINES.map((line) => `${line}\n`).join(''));
    const read = await readBytes(bytes, HEADER, chunk);
    expect(read.map(comparable)).toEqual(parts.map(comparable));
  });

  it('gives the rows that an operation makes', async () => {
    const [first] = await readLines(LINES);
    expect(first?.kind === 'operation' && [...first.made.values()][0]).toMatchObject({
      name: 'Exampleshire Heddlu’r Dŵr',
    });
  });

  it('gives a long payload in slices, with a turn between', async () => {
    const random = seededRandom(8);
    const laptop = await createLaptop(9);
    const row = newId(random);
    const many = Array.from({ length: 2_500 }, (_, at) =>
      nextOperation(laptop, random, at, [editing('agencies', row, ['note', at, at + 1], null)]),
    );
    const header = { ...(await headerOf(many)), device: laptop.id };
    const bytes = Buffer.from(
      linesOfParts(many)
        .map((line) => `${line}\n`)
        .join(''),
    );
    let turns = 0;
    let isReading = true;
    const count = (): void => {
      turns += 1;
      if (isReading) setImmediate(count);
    };
    setImmediate(count);
    const slices = await gather(readPayload(inChunks(bytes, bytes.length), header));
    isReading = false;
    expect(slices.map((slice) => slice.length)).toEqual([499, 500, 500, 500, 500, 1]);
    expect(turns).toBeGreaterThanOrEqual(5);
  });

  const at = (kind: RegExp): number => LINES.findIndex((line) => kind.test(line));
  const CONTENT = at(/^\{"content"/);
  const SEALS = at(/^\{"seal"/);
  const without = (...gone: readonly number[]): string[] => LINES.filter((_, index) => !gone.includes(index));
  const exchanged = (one: number, other: number): string[] =>
    LINES.with(one, LINES[other] ?? '').with(other, LINES[one] ?? '');
  const inserted = (where: number, ...lines: readonly string[]): string[] => LINES.toSpliced(where, 0, ...lines);
  const [PIECE, LAST_PIECE] = [LINES[CONTENT] ?? '', LINES[CONTENT + 1] ?? ''];

  it.each<[string, readonly string[], string, number | null]>([
    ['no line', [], 'bad-count', null],
    ['a line less', without(1), 'bad-run', null],
    ['the last operation less', without(SEALS - 1, SEALS - 2), 'bad-count', null],
    ['a change of no operation', LINES.slice(1), 'bad-line', 1],
    ['a change between file and operation', inserted(CONTENT + 2, LINES[1] ?? ''), 'bad-line', CONTENT + 3],
    ['a change after the seals', [...LINES, LINES[1] ?? ''], 'bad-line', LINES.length + 1],
    ['an operation after the seals', [...LINES, LINES[0] ?? ''], 'bad-line', LINES.length + 1],
    ['a file after the seals', [...LINES, PIECE], 'bad-line', LINES.length + 1],
    ['operations in another order', exchanged(0, 2), 'bad-line', 3],
    ['an operation twice', inserted(2, LINES[0] ?? ''), 'bad-line', 3],
    ['changes in another order', exchanged(3, 4), 'bad-run', null],
    ['an altered change', LINES.with(3, (LINES[3] ?? '').replace('Police', 'police')), 'bad-run', null],
    ['a change more', inserted(2, LINES[1] ?? ''), 'bad-run', null],
    ['many changes more', inserted(2, ...Array.from({ length: 9 }, () => LINES[1] ?? '')), 'bad-count', null],
    ['a file less', without(CONTENT, CONTENT + 1), 'bad-count', null],
    ['a file cut short', without(CONTENT + 1), 'bad-line', CONTENT + 2],
    ['a file without its beginning', without(CONTENT), 'bad-line', CONTENT + 1],
    ['pieces of a file in another order', exchanged(CONTENT, CONTENT + 1), 'bad-line', CONTENT + 1],
    ['a piece twice', inserted(CONTENT, PIECE), 'bad-line', CONTENT + 2],
    ['a file twice', inserted(CONTENT + 4, PIECE, LAST_PIECE), 'bad-line', CONTENT + 5],
    [
      'an altered file',
      LINES.with(CONTENT + 1, LAST_PIECE.replace(/"bytes":"..../, '"bytes":"AAAA')),
      'bad-line',
      CONTENT + 3,
    ],
    [
      'a file before another operation',
      inserted(0, PIECE, LAST_PIECE).filter((_, index) => index !== CONTENT + 2 && index !== CONTENT + 3),
      'bad-line',
      5,
    ],
    ['a seal of another operation', LINES.with(SEALS, (LINES[SEALS] ?? '').replace(',3,', ',2,')), 'bad-run', null],
    ['a seal twice', [...LINES, LINES[SEALS] ?? ''], 'bad-line', LINES.length + 1],
    ['an empty line', inserted(2, ''), 'bad-line', 3],
  ])('refuses %s', async (_, lines, code, line) => {
    const refused = await refusalOf(() => readLines(lines));
    expect([refused.code, refused.words]).toEqual([code, expect.any(String)]);
    if (line !== null) expect(refused.place).toEqual({ line });
  });

  it('takes seals that are left out: whether a range needs one is for whoever knows the board', async () => {
    expect(await readLines(LINES.slice(0, SEALS))).toHaveLength(parts.length - 2);
  });

  it.each<[string, Partial<BundleHeader>, string]>([
    ['one operation more', { operations: 6 }, 'bad-count'],
    ['one operation less', { operations: 4 }, 'bad-count'],
    ['one change more', { changes: 7 }, 'bad-count'],
    ['one change less', { changes: 5 }, 'bad-count'],
    ['a file more', { contents: 2 }, 'bad-count'],
    ['a file less', { contents: 0 }, 'bad-count'],
    ['another clock', { clock: '01a207a246080001' }, 'bad-count'],
    ['another hash before', { ranges: HEADER.ranges.map(([a, b, c, , e]) => [a, b, c, '2'.repeat(64), e]) }, 'bad-run'],
    ['another head', { ranges: HEADER.ranges.map(([a, b, c, d]) => [a, b, c, d, '2'.repeat(64)]) }, 'bad-run'],
    ['another device', { ranges: HEADER.ranges.map(([, b, c, d, e]) => [board, b, c, d, e]) }, 'bad-run'],
    ['a longer range', { ranges: HEADER.ranges.map(([a, b, c, d, e]) => [a, b, c + 1, d, e]) }, 'bad-run'],
    ['a shorter range', { ranges: HEADER.ranges.map(([a, b, c, d, e]) => [a, b, c - 1, d, e]) }, 'bad-run'],
  ])('refuses a header that says %s', async (_, part, code) => {
    expect((await refusalOf(() => readLines(LINES, { ...HEADER, ...part }))).code).toBe(code);
  });

  it('names the first operation that does not fit the one before it', async () => {
    const refused = await refusalOf(() => readLines(LINES.with(3, (LINES[3] ?? '').replace('Police', 'police'))));
    expect(refused).toMatchObject({ code: 'bad-run', place: { device: home.id, sequence: 2 } });
  });

  it('refuses a last line without its end, and a line of more than 4 MB before it is whole', async () => {
    const cut = Buffer.from(LINES.join('\n'));
    expect(await refusalOf(() => readBytes(cut))).toMatchObject({ code: 'bad-line', place: { line: LINES.length } });
    let given = 0;
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      for (;;) {
        given += 65_536;
        yield Buffer.alloc(65_536, 'a');
      }
    };
    expect(await refusalOf(() => gather(readPayload(endless(), HEADER)))).toMatchObject({ place: { line: 1 } });
    expect(given).toBeLessThan(5_000_000);
  });

  it('refuses an attached file of more than 25 MB as soon as it is', async () => {
    let given = 0;
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      for (const line of contentLines('1'.repeat(64), Buffer.alloc(50 * 1024 * 1024))) {
        given += 1;
        yield Buffer.from(`${line}\n`);
      }
    };
    const refused = await refusalOf(() => gather(readPayload(endless(), HEADER)));
    expect(refused.words).toContain('larger than 25 MB');
    expect(given).toBe(Math.floor((25 * 1024 * 1024) / 49_152) + 1);
  });

  it('does not take an attached file whose row names no SHA-256', async () => {
    const random = seededRandom(3);
    const laptop = await createLaptop(4);
    const row = newId(random);
    const part = nextOperation(laptop, random, 1, [
      { tableName: 'attachments', rowId: row, field: '', old: null, new: JSON.stringify({ id: row }), parent: null },
    ]);
    const header = { ...(await headerOf([part])), device: laptop.id };
    expect((await refusalOf(() => readLines(linesOfParts([part]), header))).words).toContain('without its SHA-256');
  });

  it('knows the size of its own example', () => {
    expect(ATTACHED_FILE.length).toBeGreaterThan(49_152);
    expect(PIECE.length).toBeLessThan(70_000);
  });
});
