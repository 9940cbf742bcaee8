import { copyFileSync, mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MIGRATIONS } from '../../../db/migrations/index.ts';
import { checkBoard } from '../../../db/service/check.ts';
import { headsOf } from '../../../db/store/causality.ts';
import { DATABASE_FILE, openStore } from '../../../db/store/store.ts';
import { sealBundle } from '../../../db/sync/bundle.ts';
import { continueInCopy } from '../../../db/sync/continue-laptop.ts';
import { exchangeWithFolder, exportToFile, importFromFile } from '../../../db/sync/exchange.ts';
import { readMembers, removeDevice } from '../../../db/sync/members.ts';
import { boardIdOf, sealRanges } from '../../../db/sync/outgoing.ts';
import { createTally, type PayloadPart } from '../../../db/sync/payload.ts';
import { readLaptop } from '../../../db/sync/this-laptop.ts';
import { joinLaptops, type Joined } from '../../support/joined-laptops.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { createLaptop, editing, type Laptop, making, nextOperation, sealOf } from '../../support/sync-bundles.ts';

const KEY = new Uint8Array(32).fill(9);

const namesOf = ({ store }: Joined): readonly string[] => readMembers(store).map(({ name }) => name);

/** Three laptops; the second was removed by the first, and does not know of it. */
const withRemoved = async () => {
  const { a, others, folder } = await joinLaptops(3);
  const [removed, c] = others;
  if (removed === undefined || c === undefined) throw new Error('three laptops are needed');
  const root = path.join(folder, 'shared');
  mkdirSync(root);
  removeDevice(a.store, removed.laptop.device, 'It was stolen');
  await exportToFile(a.store, a.laptop, path.join(folder, 'removal.sync'));
  await importFromFile(c.store, c.laptop, path.join(folder, 'removal.sync'));
  return { a, c, removed, folder, root };
};

/** A bundle under the signature of that laptop, as nobody but a changed program writes it. */
const crafted = async ({ store, laptop }: Joined, parts: readonly PayloadPart[]): Promise<Buffer> => {
  const sealed = await sealBundle(
    {
      board: boardIdOf(store),
      device: laptop.device,
      continues: null,
      schema: [MIGRATIONS.length, MIGRATIONS.at(-1)?.name ?? ''],
      writtenAt: store.now,
      has: [...headsOf(store.db)],
      to: readMembers(store).map(({ device, receiveKey }) => ({ device, receiveKey })),
      signSeed: laptop.keys.signSeed,
    },
    parts,
    createTally(),
  );
  return Buffer.concat(sealed.pieces);
};

describe('a laptop that was removed', () => {
  it('does not come back as the restored backup of itself, by a file or by the folder', async () => {
    const { a, removed, folder, root } = await withRemoved();
    const before = namesOf(a);
    const own = removed.store.folder;
    removed.store.close();
    continueInCopy({ folder: own, file: DATABASE_FILE, key: KEY }, null, a.store.surroundings);
    const store = openStore(own, KEY, a.store.surroundings);
    onTestFinished(() => store.close());
    store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name: 'Of the thief' }));
    const again: Joined = { store, laptop: await readLaptop(store) };
    const file = path.join(folder, 'again.sync');
    await exportToFile(again.store, again.laptop, file, { all: true });
    await expect(importFromFile(a.store, a.laptop, file)).rejects.toMatchObject({ code: 'removed-writer' });
    await exchangeWithFolder(again.store, again.laptop, { root, wasThere: false }).write(
      new AbortController().signal,
      'now',
    );
    await exchangeWithFolder(a.store, a.laptop, { root, wasThere: false }).takeIn(new AbortController().signal);
    expect(namesOf(a)).toEqual(before);
    expect(a.store.db.prepare(`select count(*) from agencies where name = 'Of the thief'`).pluck().get()).toBe(0);
  });

  it('lets in no laptops that let in each other, by a file or by the folder', async () => {
    const { a, removed, folder, root } = await withRemoved();
    const before = namesOf(a);
    const memberId = a.store.db.prepare<[], string>('select id from members order by id limit 1').pluck().get() ?? '';
    const [x, y] = [await createLaptop(71), await createLaptop(72)];
    const letsIn = (author: Laptop, other: Laptop, at: number): PayloadPart =>
      nextOperation(author, seededRandom(at), at, [
        making('memberDevices', {
          id: other.id,
          memberId,
          name: `Of the thief ${at}`,
          signKey: other.keys.signKey,
          receiveKey: other.keys.receiveKey,
          joinedOn: '2026-11-23',
          continuesDeviceId: null,
          removed: null,
        }),
      ]);
    const parts = [letsIn(x, y, 1), letsIn(y, x, 2), sealOf(boardIdOf(a.store), x), sealOf(boardIdOf(a.store), y)];
    const bytes = await crafted(removed, parts);
    const file = path.join(folder, 'mutual.sync');
    await writeFile(file, bytes);
    await expect(importFromFile(a.store, a.laptop, file)).rejects.toMatchObject({ name: 'SyncRefused' });
    const inFolder = path.join(root, boardIdOf(a.store), removed.laptop.device);
    mkdirSync(inFolder, { recursive: true });
    await writeFile(path.join(inFolder, 'relay-000001.sync'), bytes);
    await exchangeWithFolder(a.store, a.laptop, { root, wasThere: false }).takeIn(new AbortController().signal);
    expect(namesOf(a)).toEqual(before);
  });
});

describe('operations under the name of another laptop', () => {
  const adopting = (deviceId: string, sequence: number, hash: string) =>
    making('adoptedRuns', { id: '01a207a2-3280-7000-8000-00000000ad09', deviceId, sequence, hash, removed: null });
  const agency = () =>
    making('agencies', { id: '01a207a2-3280-7000-8000-00000000a9e1', name: 'Forged', removed: null });

  const headOf = ({ store }: Joined, device: string) =>
    store.db
      .prepare<[string], { sequence: number; hash: string }>(
        'select sequence, hash from operations where deviceId = ? order by sequence desc limit 1',
      )
      .get(device) ?? { sequence: 0, hash: '0'.repeat(64) };

  const writesAs = ({ laptop }: Joined, head: Laptop['head']): Laptop => ({
    id: laptop.device,
    keys: laptop.keys,
    head,
  });

  it('are refused though a member says that it takes over what stands there', async () => {
    const { a, c, folder } = await withRemoved();
    const [asA, asC] = [writesAs(a, headOf(c, a.laptop.device)), writesAs(c, headOf(c, c.laptop.device))];
    const forged = nextOperation(asA, seededRandom(81), 3601, [agency()]);
    const takesOver = nextOperation(asC, seededRandom(82), 3602, [adopting(a.laptop.device, 999, '0'.repeat(64))]);
    const file = path.join(folder, 'forged.sync');
    await writeFile(file, await crafted(c, [forged, takesOver, sealOf(boardIdOf(a.store), asC)]));
    await expect(importFromFile(a.store, a.laptop, file)).rejects.toMatchObject({ code: 'bad-run' });
    await expect(importFromFile(c.store, c.laptop, file)).rejects.toMatchObject({ code: 'bad-run' });
  });

  it('are refused also when that was said in a file before', async () => {
    const { a, c, folder } = await withRemoved();
    const [asA, asC] = [writesAs(a, headOf(c, a.laptop.device)), writesAs(c, headOf(c, c.laptop.device))];
    const takesOver = nextOperation(asC, seededRandom(84), 3601, [adopting(a.laptop.device, 999, '0'.repeat(64))]);
    const [first, second] = [path.join(folder, 'first.sync'), path.join(folder, 'second.sync')];
    await writeFile(first, await crafted(c, [takesOver, sealOf(boardIdOf(a.store), asC)]));
    await importFromFile(a.store, a.laptop, first);
    await writeFile(second, await crafted(c, [nextOperation(asA, seededRandom(85), 3602, [agency()])]));
    await expect(importFromFile(a.store, a.laptop, second)).rejects.toMatchObject({ code: 'bad-run' });
  });

  it('are refused though a member gave that laptop another key: it has the one that it joined with', async () => {
    const { a, c, folder } = await withRemoved();
    const before = readMembers(a.store);
    const [asA, asC] = [writesAs(a, headOf(c, a.laptop.device)), writesAs(c, headOf(c, c.laptop.device))];
    const { id, signKey, receiveKey, ...row } = c.store.row('memberDevices', a.laptop.device);
    const thiefs = { signKey: c.laptop.keys.signKey, receiveKey: c.laptop.keys.receiveKey };
    const changed = nextOperation(asC, seededRandom(86), 3601, [
      editing('memberDevices', id, ['signKey', signKey, thiefs.signKey], null),
      editing('memberDevices', id, ['receiveKey', receiveKey, thiefs.receiveKey], null),
    ]);
    const madeAgain = nextOperation(asC, seededRandom(87), 3602, [making('memberDevices', { id, ...row, ...thiefs })]);
    const [first, second] = [path.join(folder, 'keys.sync'), path.join(folder, 'under-its-name.sync')];
    await writeFile(first, await crafted(c, [changed, madeAgain, sealOf(boardIdOf(a.store), asC)]));
    await importFromFile(a.store, a.laptop, first);
    expect(readMembers(a.store)).toEqual(before);
    const forged = nextOperation(asA, seededRandom(88), 3603, [agency()]);
    const sealed = sealOf(boardIdOf(a.store), { ...asA, keys: c.laptop.keys });
    await writeFile(second, await crafted(c, [forged, sealed]));
    await expect(importFromFile(a.store, a.laptop, second)).rejects.toMatchObject({ code: 'bad-run' });
  });

  it('are refused though they say themselves that they were taken over', async () => {
    const { a, removed, folder } = await withRemoved();
    const x = await createLaptop(73);
    const takesOver = nextOperation(x, seededRandom(83), 3601, [adopting(x.id, 999, '0'.repeat(64)), agency()]);
    const file = path.join(folder, 'self.sync');
    await writeFile(file, await crafted(removed, [takesOver]));
    await expect(importFromFile(a.store, a.laptop, file)).rejects.toMatchObject({ code: 'bad-run' });
    expect(a.store.db.prepare(`select count(*) from agencies where name = 'Forged'`).pluck().get()).toBe(0);
  });
});

describe('changes that wait for what they follow', () => {
  /** The second laptop wrote twice, a file each; what it holds of the first file is what the second follows. */
  const inTwoFiles = async ({ store, laptop }: Joined, folder: string, names: readonly [string, string]) => {
    const files = names.map((name) => path.join(folder, `${name}.sync`)) as [string, string];
    for (const [at, file] of files.entries()) {
      store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name: names[at] ?? '' }));
      const head = headsOf(store.db).get(laptop.device) ?? 0;
      const bytes = [];
      // oxlint-disable-next-line no-await-in-loop -- one file after another
      for await (const { pieces } of sealRanges(store, laptop, [{ device: laptop.device, first: head, last: head }]))
        bytes.push(...pieces);
      // oxlint-disable-next-line no-await-in-loop -- one file after another
      await writeFile(file, bytes);
    }
    return files;
  };

  const agencies = ({ store }: Joined): readonly string[] =>
    store.db.prepare<[], string>('select name from agencies order by name').pluck().all();

  it('are not taken in after others than they follow, which a copy of their laptop wrote', async () => {
    const { a, others, folder } = await joinLaptops(2);
    const [b] = others;
    if (b === undefined) throw new Error('two laptops are needed');
    const before = agencies(a);
    const copy = path.join(folder, 'copy');
    mkdirSync(copy);
    b.store.db.pragma('wal_checkpoint(truncate)');
    copyFileSync(path.join(b.store.folder, DATABASE_FILE), path.join(copy, DATABASE_FILE));
    const store = openStore(copy, KEY, a.store.surroundings);
    onTestFinished(() => store.close());
    const [, second] = await inTwoFiles(b, folder, ['First', 'Second']);
    const [other] = await inTwoFiles({ store, laptop: b.laptop }, folder, ['Of the copy', 'Of the copy too']);
    await importFromFile(a.store, a.laptop, second);
    await importFromFile(a.store, a.laptop, other);
    expect(agencies(a)).toEqual([...before, 'Of the copy'].toSorted());
    expect(checkBoard(a.store).findings.filter(({ ok }) => !ok)).toEqual([]);
    await expect(importFromFile(a.store, a.laptop, second)).rejects.toMatchObject({ code: 'forked' });
  });
});

describe('a laptop that is listed under what is no key', () => {
  it('is no member, and hinders nobody from writing', async () => {
    const { a, c, folder, root } = await withRemoved();
    const before = namesOf(a);
    const memberId = a.store.db.prepare<[], string>('select id from members order by id limit 1').pluck().get() ?? '';
    const ofC = c.store.db
      .prepare<[string], Laptop['head']>(
        'select sequence, hash from operations where deviceId = ? order by sequence desc limit 1',
      )
      .get(c.laptop.device) ?? { sequence: 0, hash: '0'.repeat(64) };
    const asC: Laptop = { id: c.laptop.device, keys: c.laptop.keys, head: ofC };
    const x = await createLaptop(74);
    const listed = {
      id: x.id,
      memberId,
      name: 'Laptop X',
      signKey: x.keys.signKey,
      receiveKey: 'age1nobody',
      joinedOn: '2026-11-23',
      continuesDeviceId: null,
      removed: null,
    };
    const listing = nextOperation(asC, seededRandom(91), 3601, [making('memberDevices', listed)]);
    const file = path.join(folder, 'listing.sync');
    await writeFile(file, await crafted(c, [listing, sealOf(boardIdOf(a.store), asC)]));
    await importFromFile(a.store, a.laptop, file);
    expect(namesOf(a)).toEqual(before);
    a.store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name: 'Written since' }));
    const through = exchangeWithFolder(a.store, a.laptop, { root, wasThere: false });
    expect(await through.write(new AbortController().signal, 'now')).toMatchObject({
      kind: 'done',
      wrote: [expect.anything()],
    });
    expect(await through.write(new AbortController().signal, 'now')).toMatchObject({ kind: 'done', wrote: [] });
  });
});
