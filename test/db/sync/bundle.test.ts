import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HashedChange } from '../../../db/store/change-log.ts';
import { openBundle } from '../../../db/sync/bundle.ts';
import { readBundleHeader } from '../../../db/sync/bundle-header.ts';
import { bytesToSource } from '../../../db/sync/byte-source.ts';
import { isContainerSignedBy, readContainers } from '../../../db/sync/container.ts';
import { gather } from '../../../db/sync/packing.ts';
import type { PayloadPart, ReadPart } from '../../../db/sync/payload.ts';
import { refusalOf } from '../../support/refusals.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import {
  createLaptop,
  editing,
  everyKindOfLine,
  making,
  newId,
  nextOperation,
  sealOf,
  sealWhole,
} from '../../support/sync-bundles.ts';

const { order, parts, office, home } = await everyKindOfLine(11);
const now = (): number => 0;

const readAll = async (file: Uint8Array, receiveIdentity: string): Promise<readonly (readonly ReadPart[])[]> => {
  const source = bytesToSource(file);
  const bundles: (readonly ReadPart[])[] = [];
  for await (const container of readContainers(source)) {
    const header = readBundleHeader(container.header);
    bundles.push((await gather(openBundle(source, container, header, { receiveIdentity, now }))).flat());
  }
  return bundles;
};

const comparable = (part: PayloadPart | ReadPart): unknown => {
  if (part.kind === 'content') return [part.sha256, Buffer.from(part.bytes).toString('base64')];
  return part.kind === 'seal' ? part.seal : [part.operation, part.hash, [...part.changes]];
};

describe('a bundle', () => {
  it('is sealed with a header that says what is in it, and opened by each recipient', async () => {
    const { header, bytes } = await sealWhole(order, parts);
    expect(header).toMatchObject({ device: office.id, operations: 5, changes: 6, contents: 1 });
    expect(header.clock).toBe(parts.findLast((part) => part.kind === 'operation')?.operation.clock);
    expect(header.to).toEqual([office.id, home.id].toSorted());
    for (const { keys } of [office, home]) {
      // oxlint-disable-next-line no-await-in-loop -- one after another is enough
      const [read] = await readAll(bytes, keys.receiveIdentity);
      expect(read?.map(comparable)).toEqual(parts.map(comparable));
    }
  });

  it('shows nothing of the records to whoever has no key', async () => {
    const { bytes } = await sealWhole(order, parts);
    for (const words of ['Exampleshire', 'Minutes', 'agencies', 'Board manager', 'rename']) {
      expect(bytes.includes(words)).toBe(false);
    }
  });

  it('is read one after another where a file holds several', async () => {
    const random = seededRandom(21);
    const laptop = await createLaptop(22);
    const own = {
      ...order,
      device: laptop.id,
      to: [{ device: laptop.id, receiveKey: laptop.keys.receiveKey }],
      signSeed: laptop.keys.signSeed,
    };
    const row = newId(random);
    const first = nextOperation(laptop, random, 1, [making('agencies', { id: row })]);
    const one = await sealWhole(own, [first, sealOf(order.board, laptop)]);
    const second = nextOperation(laptop, random, 2, [
      editing('agencies', row, ['name', null, 'x'], first.operation.id),
    ]);
    const two = await sealWhole(own, [second, sealOf(order.board, laptop)]);
    expect(two.header.ranges).toEqual([[laptop.id, 2, 2, first.hash, second.hash]]);
    const file = Buffer.concat([one.bytes, two.bytes]);
    const containers = await gather(readContainers(bytesToSource(file)));
    expect(containers.map((container) => isContainerSignedBy(container, laptop.keys.signKey))).toEqual([true, true]);
    expect((await readAll(file, laptop.keys.receiveIdentity)).map((read) => read.length)).toEqual([2, 2]);
    expect((await refusalOf(() => readAll(file.subarray(0, -1), laptop.keys.receiveIdentity))).code).toBe('cut-short');
  });

  it('fails to be sealed when what is to be in it fails', async () => {
    const failing = (function* (): Generator<PayloadPart> {
      yield* parts.slice(0, 1);
      throw new Error('the database is away');
    })();
    await expect(sealWhole(order, failing)).rejects.toThrow('the database is away');
  });

  const text = fc.string({ unit: 'grapheme', maxLength: 12 });
  const value = fc.oneof(
    text,
    fc.constantFrom('', '\u0000', '"\\', '\u2028', '[[', 'Ŵyl 👪'),
    fc.integer(),
    fc.double({ noDefaultInfinity: true, noNaN: true }).map((number) => number + 0),
    fc.constant(null),
  );
  const step = fc.record({
    who: fc.nat(2),
    later: fc.integer({ min: 1, max: 100_000 }),
    reason: text,
    makes: fc.array(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), value, { maxKeys: 3 }), { maxLength: 2 }),
    edits: fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), value, value), { maxLength: 3 }),
    attaches: fc.option(fc.uint8Array({ maxLength: 40 }), { freq: 4 }),
    takesBack: fc.boolean(),
  });

  it('gives back whatever operations were put in, in their order and to the last sign', async () => {
    const laptops = await Promise.all([31, 32, 33].map(createLaptop));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const random = seededRandom(34);
        const writers = laptops.map(({ id, keys }) => ({ id, keys, head: { sequence: 0, hash: '0'.repeat(64) } }));
        const given: PayloadPart[] = [];
        const carried = new Set<string>();
        let tick = 0;
        let last: string | null = null;
        for (const { who, later, reason, makes, edits, attaches, takesBack } of steps) {
          const writer = writers[who];
          if (writer === undefined) continue;
          tick += later;
          const row = newId(random);
          const changes: HashedChange[] = makes.map((made) => making('agencies', { ...made, id: row }));
          for (const [field, old, next] of edits) changes.push(editing('agencies', row, [field, old, next], last));
          if (attaches !== null) {
            const sha256 = createHash('sha256').update(attaches).digest('hex');
            if (!carried.has(sha256)) given.push({ kind: 'content', sha256, bytes: attaches });
            carried.add(sha256);
            changes.push(making('attachments', { id: newId(random), sha256 }));
          }
          const part = nextOperation(writer, random, tick, changes, { reason, undoes: takesBack ? last : null });
          last = part.operation.id;
          given.push(part);
        }
        const written = writers.filter(({ head }) => head.sequence > 0);
        for (const writer of written) given.push(sealOf(order.board, writer));
        const [writer] = written;
        if (writer === undefined) return;
        const { bytes } = await sealWhole(
          {
            ...order,
            device: writer.id,
            to: [{ device: writer.id, receiveKey: writer.keys.receiveKey }],
            has: written.map(({ id, head }) => [id, head.sequence]),
            signSeed: writer.keys.signSeed,
          },
          given,
        );
        const [read] = await readAll(bytes, writer.keys.receiveIdentity);
        expect(read?.map(comparable)).toEqual(given.map(comparable));
      }),
      { seed: 12, numRuns: 40 },
    );
  });
});
