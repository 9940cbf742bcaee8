import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { checkBoard } from '../../../db/service/check.ts';
import { backupProblem, listBackups } from '../../../db/store/backup.ts';
import { createStore, openStore, type Store } from '../../../db/store/store.ts';
import { exchangeWithFolder, exportToFile, importFromFile } from '../../../db/sync/exchange.ts';
import { folderTroubleWords } from '../../../db/sync/folder-trouble.ts';
import { boardIdOf } from '../../../db/sync/outgoing.ts';
import { stateHash } from '../../../db/sync/state-hash.ts';
import { addLaptop, joinOwnBoard, type Laptop, readLaptop } from '../../../db/sync/this-laptop.ts';
import { MORNING, nextSeed, refusalOf, seededRandom, temporaryFolder } from '../../support/board.ts';
import { compiledPrograms } from '../../support/compiled-programs.ts';
import { isRoot } from '../../support/second-program.ts';

const KEY = Buffer.alloc(32, 7);
const DYING = path.resolve(import.meta.dirname, '../../support/dying-laptop.ts');
const never = new AbortController().signal;

/** Laptop A has written, laptop B has written apart from it: a field in conflict, and rows of each. */
let begun: string;
beforeAll(async () => {
  begun = mkdtempSync(path.join(tmpdir(), 'tracker-crash-'));
  const now = { now: () => MORNING };
  const deviceOf = (name: string) => ({ name: `Laptop ${name}`, post: `Post ${name}` });
  const [a, b] = ['A', 'B'].map((name) =>
    createStore(path.join(begun, name), KEY, deviceOf(name), { ...now, random: seededRandom(nextSeed()) }),
  ) as [Store, Store];
  const shared = a.operation({ kind: 'create-board' }, (write) => {
    write.insert('boards', { name: 'Exampleshire', nation: 'england' });
    return write.insert('agencies', { name: 'Housing' });
  }).result;
  const ofA = await joinOwnBoard(a);
  const ofB = await readLaptop(b);
  const joining = { device: ofB.device, ...ofB.keys, ...deviceOf('B') };
  a.operation({ kind: 'add-device' }, (write) => addLaptop(write, joining));
  const file = path.join(begun, 'whole.sync');
  await exportToFile(a, ofA, file, { all: true });
  const sponsor = { board: boardIdOf(a), device: ofA.device, signKey: ofA.keys.signKey };
  await importFromFile(b, ofB, file, { sponsor });
  for (const [store, name] of [
    [a, 'north'],
    [b, 'south'],
  ] as const) {
    store.operation({ kind: 'edit-agency' }, (write) => write.update('agencies', shared, { name: `Housing ${name}` }));
    for (const at of [1, 2, 3]) {
      store.operation({ kind: 'edit-agency' }, (write) =>
        write.insert('agencies', { name: `Schools ${name} ${at}`, note: 'long '.repeat(4000) }),
      );
    }
    store.close();
  }
}, 60_000);
afterAll(() => rmSync(begun, { recursive: true, force: true }));

type Place = { readonly folder: string; readonly shared: string };

const copyOf = (name: 'A' | 'B'): Place => {
  const scratch = temporaryFolder();
  const [folder, shared] = [path.join(scratch, name), path.join(scratch, 'shared')];
  cpSync(path.join(begun, name), folder, { recursive: true });
  mkdirSync(shared);
  return { folder, shared };
};

const open = async (folder: string): Promise<{ readonly store: Store; readonly laptop: Laptop }> => {
  const store = openStore(folder, KEY, { now: () => MORNING + 1000, random: seededRandom(nextSeed()) });
  onTestFinished(() => store.close());
  return { store, laptop: await readLaptop(store) };
};

const through = ({ store, laptop }: { store: Store; laptop: Laptop }, root: string) =>
  exchangeWithFolder(store, laptop, { root, wasThere: false });

/** The steps that were taken; none where it died. */
const die = (work: 'export' | 'import', { folder, shared }: Place, before?: string): string[] => {
  const told = [work, folder, shared, KEY.toString('hex'), String(MORNING)];
  const env = { ...process.env, ...compiledPrograms() };
  const { signal, status, stdout, stderr } = spawnSync(
    process.execPath,
    [DYING, ...told, ...(before === undefined ? [] : [before])],
    { env, encoding: 'utf8' },
  );
  if (before === undefined) expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  else expect({ signal, stderr }, before).toEqual({ signal: 'SIGKILL', stderr: '' });
  return stdout.split('\n').filter((line) => line !== '');
};

const filesIn = (shared: string): string[] =>
  readdirSync(shared, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(sync|part)$/.test(name));

const namesIn = (shared: string): string[] =>
  filesIn(shared)
    .map((name) => path.basename(name))
    .toSorted();

describe('an export that is killed', () => {
  const WHOLE = '000001-000007.sync';

  it('leaves a whole file under its name or none, and the next one makes of it what one that lived makes', async () => {
    const lived = copyOf('A');
    const steps = die('export', lived);
    const reader = await open(copyOf('B').folder);
    expect(await through(reader, lived.shared).takeIn(never)).toMatchObject({ kind: 'done', took: 1 });
    const wanted = stateHash(reader.store);
    const [file = ''] = filesIn(lived.shared);
    const device = path.basename(path.dirname(file));
    const deaths: readonly [before: string, left: readonly string[]][] = [
      ['insert or ignore into deviceSeals', []],
      [`sync ${WHOLE}.part`, [`${WHOLE}.part`]],
      [`link ${WHOLE}`, [`${WHOLE}.part`]],
      [`rm ${WHOLE}.part`, [WHOLE, `${WHOLE}.part`]],
      [`sync ${device}`, [WHOLE]],
    ];
    for (const [before, left] of deaths) {
      expect(steps, before).toContainEqual(expect.stringMatching(`^${before}`));
      const place = copyOf('A');
      die('export', place, before);
      expect(namesIn(place.shared), before).toEqual(left);
      // oxlint-disable no-await-in-loop -- one death after another
      const other = await open(copyOf('B').folder);
      const early = await through(other, place.shared).takeIn(never);
      expect(early, before).toMatchObject({ kind: 'done', took: left.includes(WHOLE) ? 1 : 0 });
      expect(await through(await open(place.folder), place.shared).write(never, 'now')).toMatchObject({ kind: 'done' });
      expect(
        namesIn(place.shared).filter((name) => name.endsWith('.sync')),
        before,
      ).toEqual([WHOLE]);
      await through(other, place.shared).takeIn(never);
      // oxlint-enable no-await-in-loop
      expect(stateHash(other.store), before).toBe(wanted);
    }
  }, 120_000);
});

describe('an import that is killed', () => {
  const BEFORE_COMMIT = [
    'vacuum into',
    'after vacuum into',
    'BEGIN IMMEDIATE',
    'insert into changes',
    'insert or replace into conflicts',
    'COMMIT',
  ];
  const AFTER_COMMIT = 'after COMMIT';

  it('has taken in all or nothing, and the next one ends as one that lived', async () => {
    const writer = copyOf('A');
    await through(await open(writer.folder), writer.shared).write(never, 'now');
    const withBundle = (): Place => {
      const place = copyOf('B');
      cpSync(writer.shared, place.shared, { recursive: true });
      return place;
    };
    const lived = withBundle();
    const untouched = stateHash((await open(copyOf('B').folder)).store);
    const steps = die('import', lived);
    const wanted = stateHash((await open(lived.folder)).store);
    expect(wanted).not.toBe(untouched);
    for (const before of [...BEFORE_COMMIT, AFTER_COMMIT]) {
      expect(steps, before).toContainEqual(expect.stringMatching(`^${before}`));
      const place = withBundle();
      die('import', place, before);
      // oxlint-disable-next-line no-await-in-loop -- one board after another
      const reader = await open(place.folder);
      expect(stateHash(reader.store), before).toBe(before === AFTER_COMMIT ? wanted : untouched);
      for (const { name } of listBackups(place.folder)) {
        expect(backupProblem(path.join(place.folder, 'backups', name), KEY)).toBeNull();
      }
      // oxlint-disable-next-line no-await-in-loop -- as above
      await through(reader, place.shared).takeIn(never);
      expect(stateHash(reader.store), before).toBe(wanted);
      expect(checkBoard(reader.store).findings.filter(({ ok }) => !ok)).toEqual([]);
      expect(reader.store.db.prepare('select kind, cell from conflicts').all()).toEqual([
        { kind: 'field', cell: 'name' },
      ]);
    }
  }, 120_000);
});

describe('a full disk', () => {
  it('refuses an import whole, and takes it in once there is room', async () => {
    const writer = copyOf('A');
    await through(await open(writer.folder), writer.shared).write(never, 'now');
    const reader = await open(copyOf('B').folder);
    const { db } = reader.store;
    const untouched = stateHash(reader.store);
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
    const exchange = through(reader, writer.shared);
    expect((await refusalOf(exchange.takeIn(never))).code).toBe('disk-full');
    expect(stateHash(reader.store)).toBe(untouched);
    db.pragma('max_page_count = 1073741823');
    expect(await exchange.takeIn(never)).toMatchObject({ kind: 'done', took: 1 });
    expect(stateHash(reader.store)).not.toBe(untouched);
  });

  it('that the shared folder is on is said in words; nothing half written is left, and it is written once there is room', async ({
    skip,
  }) => {
    const { folder, shared } = copyOf('A');
    const mounted = isRoot && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=32k', 'tmpfs', shared]).status === 0;
    if (!mounted) skip('a small disk can only be mounted by root');
    onTestFinished(() => void spawnSync('umount', ['-l', shared]));
    const filler = path.join(shared, 'filler');
    spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4096']);
    const writer = await open(folder);
    const exchange = through(writer, shared);
    expect(await exchange.write(never, 'now')).toEqual({ kind: 'trouble', trouble: 'full' });
    expect(folderTroubleWords('full', null)).toMatch(/^The shared folder is full\. Free some space there/);
    await expect(exportToFile(writer.store, writer.laptop, path.join(shared, 'one.sync'))).rejects.toMatchObject({
      code: 'ENOSPC',
    });
    expect(filesIn(shared)).toEqual([]);
    rmSync(filler);
    expect(await exchange.write(never, 'now')).toMatchObject({ kind: 'done' });
    expect(namesIn(shared)).toEqual(['000001-000007.sync']);
  });
});
