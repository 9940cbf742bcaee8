import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { cpSync, existsSync, mkdirSync, type PathLike, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SyncReport } from '../../../db/contract/sync.ts';
import { ONLY_WHEN_ASKED } from '../../../db/service/board-sync.ts';
import { BoardSession } from '../../../db/service/session.ts';
import { type FailureCode, failureWords } from '../../../db/domain/failures.ts';
import { listBackups } from '../../../db/store/backup.ts';
import { readPlace } from '../../../db/sync/stored-place.ts';
import {
  clientOf,
  openBoard,
  PASSPHRASE,
  surroundingsAt,
  refusalOf,
  reopen,
  temporaryFolder,
  type Client,
} from '../../support/board.ts';
import { LAPTOP_B, waitingLaptop } from '../../support/joining.ts';

type Laptop = { readonly session: BoardSession; readonly client: Client };

/** A chosen folder as the shell hands it over: what the page hears is the id. */
const choose = ({ session }: Laptop, folder: string): string => {
  const placeId = globalThis.crypto.randomUUID();
  expect(session.sync.offerFolder(placeId, folder)).toBe(true);
  return placeId;
};

const last = async <Step>(steps: AsyncIterable<Step>): Promise<Step> => {
  let latest: Step | undefined;
  for await (const step of steps) latest = step;
  if (latest === undefined) throw new Error('there was no step');
  return latest;
};

const reportOf = async (steps: Promise<AsyncIterable<{ readonly report: SyncReport | null }>>): Promise<SyncReport> => {
  const { report } = await last(await steps);
  if (report === null) throw new Error('there was no report');
  return report;
};

const fileFrom = async ({ client }: Laptop, all = false) => {
  const { result } = await last(await client.sync.exportToFile({ all }));
  if (!result?.fileId) throw new Error('there was no file');
  return { ...result, fileId: result.fileId };
};

/** Laptop A made the board; laptop B joined it by the calls of the page, with a file that A handed over. */
const twoLaptops = async () => {
  const a = await openBoard();
  const waiting = await waitingLaptop(a.clock);
  const b = { ...waiting, client: clientOf(waiting.session) };
  const { offer, acceptance, code } = await a.client.joining.accept({
    fileName: 'request.sync',
    bytes: new Blob([new Uint8Array(waiting.request)]),
  });
  await b.client.joining.openAcceptance(acceptance);
  await a.client.joining.confirm({ requestHash: offer.requestHash, code });
  const { fileId } = await fileFrom(a, true);
  const first = await a.client.sync.exportedFile({ fileId });
  const scratch = temporaryFolder();
  const shared = path.join(scratch, 'shared');
  mkdirSync(shared);
  return { a, b, first, shared, scratch };
};

const joined = async () => {
  const made = await twoLaptops();
  const { b, first } = made;
  const { placeId } = await b.client.sync.openFile(first);
  await reportOf(b.client.sync.importFrom({ placeId, itMatches: true }));
  return made;
};

const agencies = async ({ session }: Laptop) =>
  session.present.prepare<[], string>('select name from agencies where removed is null order by name').pluck().all();

const addAgency = ({ client }: Laptop, name: string) => client.records.add({ table: 'agencies', row: { name } });

const share = async (laptop: Laptop, folder: string): Promise<void> => {
  await laptop.client.sync.useFolder({ placeId: choose(laptop, folder) });
  await laptop.client.sync.lookNow();
};

/** As a share that was cut off: calls about the folder wait until what this returns is called, then answer that it is gone. */
const stopAnswering = (folder: string): (() => void) => {
  const before = { stat: fs.stat, realpath: fs.realpath };
  const { promise, resolve } = Promise.withResolvers<void>();
  const hanging =
    <Call extends (file: PathLike, ...more: never[]) => Promise<unknown>>(call: Call) =>
    async (file: PathLike, ...more: never[]) => {
      if (String(file).startsWith(folder)) await promise;
      return call(file, ...more);
    };
  Object.assign(fs, { stat: hanging(before.stat), realpath: hanging(before.realpath) });
  syncBuiltinESMExports();
  return () => {
    Object.assign(fs, before);
    syncBuiltinESMExports();
    resolve();
  };
};

const passing = ({ session }: Laptop) => path.join(session.folder, 'files-in-passing');

describe('the first file of a laptop that waits to join', () => {
  it('is taken in once a person said that the code matches; then the laptop has its board', async () => {
    const { a, b, first } = await twoLaptops();
    expect(first.fileName).toBe('Changes of Office laptop, 23 November 2026.sync');
    const { placeId } = await b.client.sync.openFile(first);
    const unasked = await refusalOf(reportOf(b.client.sync.importFrom({ placeId })));
    expect(unasked.details.why).toMatch(/^Nobody has said yet that the check code \w{5}-\w{5} is the same/);
    const preview = await reportOf(b.client.sync.preview({ placeId, itMatches: true }));
    expect(await b.client.session.status()).toMatchObject({ state: 'joining' });
    const told: string[][] = [];
    b.session.present.onChange(({ tables }) => told.push([...tables]));
    const report = await reportOf(b.client.sync.importFrom({ placeId, itMatches: true }));
    expect(report).toEqual({ ...preview, at: report.at });
    expect(report).toMatchObject({
      laptops: ['Office laptop'],
      conflicts: [],
      gaps: [],
      left: [],
      remarks: [],
      waiting: 0,
    });
    expect(report.areas).toContainEqual({ label: 'Laptops', made: 2, changed: 0 });
    expect(told.flat()).toContain('boards');
    expect(await b.client.session.status()).toMatchObject({
      state: 'open',
      boardName: 'Exampleshire Safeguarding Children Partnership',
    });
    expect((await b.client.sync.stateHash()).hash).toBe((await a.client.sync.stateHash()).hash);
  });

  it('can lie in a folder, where the laptop that lets it in wrote it', async () => {
    const { a, b, shared } = await twoLaptops();
    const { result } = await last(await a.client.sync.exportToFolder({ placeId: choose(a, shared) }));
    expect(result?.files).toHaveLength(1);
    const placeId = choose(b, shared);
    const preview = await reportOf(b.client.sync.preview({ placeId, itMatches: true }));
    const report = await reportOf(b.client.sync.importFrom({ placeId, itMatches: true }));
    expect(report.operations).toBe(preview.operations);
    expect((await b.client.sync.stateHash()).hash).toBe((await a.client.sync.stateHash()).hash);
  });

  it('is refused before the acceptance was opened, and no folder is kept up to date until the board has come', async () => {
    const { session } = await waitingLaptop();
    const b = { session, client: clientOf(session) };
    const { placeId } = await b.client.sync.openFile({ fileName: 'x.sync', bytes: new Blob(['x']) });
    const refusal = await refusalOf(reportOf(b.client.sync.importFrom({ placeId, itMatches: true })));
    expect(refusal.details.why).toBe('This laptop waits to join a board, and its acceptance was not opened yet.');
    expect((await refusalOf(b.client.sync.useFolder({ placeId: choose(b, temporaryFolder()) }))).code).toBe(
      'not-allowed',
    );
    expect(await b.client.sync.status()).toMatchObject({ folder: null, laptops: [{ name: LAPTOP_B.deviceName }] });
  });
});

describe('a shared folder that is kept up to date', () => {
  it('brings what one laptop wrote to the other, and says so', async () => {
    const { a, b, shared } = await joined();
    await addAgency(a, 'Housing');
    await share(a, shared);
    await share(b, shared);
    expect(await agencies(b)).toContain('Housing');
    const status = await b.client.sync.status();
    expect(status).toMatchObject({
      folder: { name: 'shared', state: 'up-to-date', lookedAt: b.clock.now(), nextTryAt: null },
      gaps: [],
      left: [],
      conflicts: 0,
      lastReport: { laptops: ['Office laptop'], operations: 1, areas: [{ label: 'Agencies', made: 1, changed: 0 }] },
    });
    expect(status.laptops.map(({ name, lacks }) => [name, lacks])).toEqual([
      ['Laptop B', 0],
      ['Office laptop', 0],
    ]);
    expect(JSON.stringify(status)).not.toContain(path.dirname(shared));
  });

  it('names what must be decided, and tells the page', async () => {
    const { a, b, shared } = await joined();
    const { id } = await addAgency(a, 'Housing');
    await share(a, shared);
    await share(b, shared);
    const edit = ({ client }: Laptop, name: string) =>
      client.records.edit({ table: 'agencies', id, was: { name: 'Housing' }, now: { name } });
    await edit(a, 'Housing north');
    await edit(b, 'Housing south');
    const stop = new AbortController();
    onTestFinished(() => stop.abort());
    const changes = await b.client.changes(undefined, { signal: stop.signal });
    const next = changes.next();
    await a.client.sync.lookNow();
    await b.client.sync.lookNow();
    const { lastReport } = await b.client.sync.status();
    expect(lastReport).toMatchObject({ conflictsTotal: 1, areas: [{ label: 'Agencies', made: 0, changed: 1 }] });
    expect(lastReport?.conflicts[0]?.record).toContain('Housing');
    expect((await next).value).toEqual({ operationId: '', tables: ['syncPlaces'] });
    expect((await changes.next()).value).toEqual({ operationId: '', tables: ['agencies'] });
  });

  it('stays as it is chosen when the board is opened again, paused or not, and can be forgotten', async () => {
    const { a, shared } = await joined();
    await share(a, shared);
    await a.client.sync.pause();
    expect((await a.client.sync.status()).folder).toMatchObject({ state: 'paused' });
    const again = await reopen(a);
    expect((await again.client.sync.status()).folder).toMatchObject({
      name: 'shared',
      state: 'paused',
      lookedAt: null,
    });
    await again.client.sync.lookNow();
    expect((await again.client.sync.status()).folder).toMatchObject({ state: 'paused', lookedAt: null });
    await again.client.sync.resume({});
    await again.client.sync.lookNow();
    expect((await again.client.sync.status()).folder).toMatchObject({ state: 'up-to-date' });
    const third = await reopen(again);
    await third.client.sync.lookNow();
    expect((await third.client.sync.status()).folder).toMatchObject({ state: 'up-to-date' });
    await third.client.sync.forgetFolder();
    expect((await third.client.sync.status()).folder).toBeNull();
    expect(readPlace(third.store)).toBeNull();
    expect((await refusalOf(third.client.sync.lookNow())).details.why).toBe('No shared folder is kept up to date.');
    expect(readdirSync(shared)).toHaveLength(1);
  });

  it('is not the folder of the board, nor a file, nor one that is not known', async () => {
    const { a } = await joined();
    const refused = async (placeId: string) => (await refusalOf(a.client.sync.useFolder({ placeId }))).details;
    expect((await refused(choose(a, a.folder))).why).toMatch(/^That is the folder of the board itself/);
    expect((await refused(choose(a, path.join(a.folder, 'backups')))).why).toMatch(/^That folder lies in the folder/);
    const { placeId } = await a.client.sync.openFile({ fileName: 'x.sync', bytes: new Blob(['x']) });
    expect((await refused(placeId)).why).toBe('That is a file. Choose a folder.');
    expect(await refused(globalThis.crypto.randomUUID())).toMatchObject({
      why: 'That folder or file is not known any more.',
    });
    expect(readPlace(a.store)).toBeNull();
  });

  it('that is emptied later is no reason to write everything again, unless it is chosen again', async () => {
    const { a, shared } = await joined();
    await share(a, shared);
    await a.client.sync.lookNow();
    const again = await reopen(a);
    for (const name of readdirSync(shared)) rmSync(path.join(shared, name), { recursive: true });
    await again.client.sync.lookNow();
    expect((await again.client.sync.status()).folder).toMatchObject({ state: 'away' });
    expect(readdirSync(shared)).toEqual([]);
    await share(again, shared);
    expect((await again.client.sync.status()).folder).toMatchObject({ state: 'up-to-date' });
  });

  it('in which nothing was written yet may be empty the next time too', async () => {
    const alone = await openBoard();
    await share(alone, temporaryFolder());
    const again = await reopen(alone);
    await again.client.sync.lookNow();
    expect((await again.client.sync.status()).folder).toMatchObject({ state: 'up-to-date' });
  });

  it('stops when a file would remove much, until a person has answered', async () => {
    const { a, b, shared } = await joined();
    const added = [];
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    for (let at = 0; at < 12; at += 1) added.push(await addAgency(a, `Agency ${at}`));
    await share(a, shared);
    await share(b, shared);
    for (const { id } of added) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await a.client.records.remove({ table: 'agencies', id, reason: 'Merged' });
    }
    await a.client.sync.lookNow();
    await b.client.sync.lookNow();
    const { folder } = await b.client.sync.status();
    expect(folder).toMatchObject({
      state: 'asks',
      words: expect.stringMatching(/waits: it would remove 12 of \d+ agencies/),
    });
    expect(folder?.words).toMatch(/^“\d+-\d+\.sync” of Office laptop waits/);
    const shown = await reportOf(b.client.sync.preview({ placeId: folder?.asked ?? '' }));
    expect(shown.asks).toMatch(/^it would remove 12 of \d+ agencies/);
    const [goes, ...more] = shown.removals;
    expect(more).toEqual([]);
    expect(goes).toMatchObject({ label: 'Agencies', total: 12 });
    expect(goes?.records.map(({ record }) => record)).toContain('Agency 3');
    expect(goes?.records[0]).toMatchObject({ actor: a.session.present.device.post, laptop: 'Office laptop' });
    expect(goes?.records[0]?.at).toBeLessThanOrEqual(a.session.present.now);
    expect(await agencies(b)).toContain('Agency 3');
    await b.client.sync.resume({});
    await b.client.sync.lookNow();
    expect((await b.client.sync.status()).folder).toMatchObject({ state: 'asks' });
    await b.client.sync.resume({ acceptRemovals: true });
    await b.client.sync.lookNow();
    expect(await agencies(b)).not.toContain('Agency 3');
    expect((await b.client.sync.status()).folder).toMatchObject({ state: 'up-to-date' });
  });

  it('names a file that it leaves by the laptop whose it is', async () => {
    const { a, b, shared } = await joined();
    await addAgency(a, 'Housing');
    await share(a, shared);
    const [name = ''] = readdirSync(shared, { recursive: true, encoding: 'utf8' }).filter((at) => at.endsWith('.sync'));
    writeFileSync(path.join(shared, name), 'cut short');
    await share(b, shared);
    const left = { file: `“${path.basename(name)}” of Office laptop`, why: 'it is empty or was cut short' };
    expect(await b.client.sync.status()).toMatchObject({ left: [left] });
    expect((await reportOf(b.client.sync.importFrom({ placeId: choose(b, shared) }))).left).toMatchObject([left]);
  });

  it('goes on while an earlier day is looked at, though nothing of it is changed then', async () => {
    const { a, b, shared } = await joined();
    await share(a, shared);
    await share(b, shared);
    b.clock.advance(3 * 24 * 60 * 60 * 1000);
    await last(await b.client.asAt.look({ on: '2026-11-24' }));
    await addAgency(a, 'Housing');
    await a.client.sync.lookNow();
    await b.client.sync.lookNow();
    expect(await agencies(b)).toContain('Housing');
    const placeId = choose(b, shared);
    for (const act of [
      b.client.sync.useFolder({ placeId }),
      b.client.sync.pause(),
      b.client.sync.resume({}),
      b.client.sync.forgetFolder(),
      reportOf(b.client.sync.importFrom({ placeId })),
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await refusalOf(act)).details.why).toBe('You are looking at the board as it was on 24 November 2026.');
    }
  });

  it('goes on after a backup was restored, and is not the one of the backup’s day', async () => {
    const { a, b, shared } = await joined();
    const { name } = await a.client.backups.make();
    await addAgency(a, 'Housing');
    await share(a, shared);
    await a.client.backups.restore({ name });
    expect(await agencies(a)).not.toContain('Housing');
    await a.client.sync.lookNow();
    expect((await a.client.sync.status()).folder).toMatchObject({ name: 'shared', state: 'up-to-date' });
    await share(b, shared);
    // It was written for the laptop that this one was: the other passes it on when that one had its time to.
    b.clock.advance(20 * 60 * 1000);
    await b.client.sync.lookNow();
    await a.client.sync.lookNow();
    expect(await agencies(a)).toContain('Housing');
    await b.client.sync.lookNow();
    expect((await b.client.sync.stateHash()).hash).toBe((await a.client.sync.stateHash()).hash);
  });

  it('lets a laptop whose folder was put back by hand go on as a new device, with all that it had written', async () => {
    const { a, b, shared, scratch } = await joined();
    await share(a, shared);
    const copy = path.join(scratch, 'copy of A');
    a.session.close();
    cpSync(a.folder, copy, { recursive: true });
    await a.session.unlock(PASSPHRASE);
    const { id } = a.store.device;
    await addAgency(a, 'Housing');
    await a.client.sync.lookNow();
    await share(b, shared);
    a.session.close();
    rmSync(a.folder, { recursive: true });
    cpSync(copy, a.folder, { recursive: true });
    await a.session.unlock(PASSPHRASE);
    expect(await agencies(a)).not.toContain('Housing');
    await a.client.sync.lookNow();
    expect(a.store.device.id).not.toBe(id);
    expect(await agencies(a)).toContain('Housing');
    await addAgency(a, 'Probation');
    await a.client.sync.lookNow();
    await b.client.sync.lookNow();
    expect(await agencies(b)).toContain('Probation');
    expect((await b.client.sync.stateHash()).hash).toBe((await a.client.sync.stateHash()).hash);
  });

  it('writes what this laptop changed five seconds later, and answers nothing that came', async () => {
    const { a, b, shared } = await joined();
    await share(b, shared);
    await b.client.sync.lookNow();
    const timers: { at: number; act: () => void }[] = [];
    const setTimer = (ms: number, act: () => void) => {
      const timer = { at: a.clock.now() + ms, act };
      timers.push(timer);
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1));
    };
    a.session.close();
    const session = new BoardSession(a.folder, surroundingsAt(a.clock), {
      sync: { setTimer, watch: () => null, onFault: () => undefined },
    });
    onTestFinished(() => session.close());
    await session.unlock(PASSPHRASE);
    const timed = { session, client: clientOf(session) };
    expect(timers).toEqual([]);
    await share(timed, shared);
    const inSeconds = () => timers.map(({ at }) => (at - a.clock.now()) / 1000);
    expect(inSeconds()).toEqual([30]);
    a.clock.advance(2 * 60 * 1000);
    timers.splice(0)[0]?.act();
    await timed.client.sync.lookNow();
    await addAgency(b, 'Housing');
    const { placeId } = await timed.client.sync.openFile(
      await b.client.sync.exportedFile({ fileId: (await fileFrom(b)).fileId }),
    );
    await reportOf(timed.client.sync.importFrom({ placeId }));
    expect(await agencies(timed)).toContain('Housing');
    expect(inSeconds()).toEqual([30]);
    await addAgency(timed, 'Probation');
    expect(inSeconds()).toEqual([5]);
  });

  it('that does not answer holds up neither a file taken in by hand nor a pause, and cannot be chosen', async () => {
    const { a, b, shared } = await joined();
    await addAgency(a, 'Housing');
    const file = await a.client.sync.exportedFile({ fileId: (await fileFrom(a)).fileId });
    b.session.close();
    const session = new BoardSession(b.session.folder, surroundingsAt(a.clock), {
      sync: { ...ONLY_WHEN_ASKED, patience: 20 },
    });
    onTestFinished(() => session.close());
    await session.unlock(PASSPHRASE);
    const patient = { session, client: clientOf(session) };
    await share(patient, shared);
    const answers = stopAnswering(shared);
    const looking = patient.client.sync.lookNow();
    const { placeId } = await patient.client.sync.openFile(file);
    await reportOf(patient.client.sync.importFrom({ placeId }));
    expect(await agencies(patient)).toContain('Housing');
    expect((await patient.client.sync.status()).folder).toMatchObject({ state: 'looking' });
    await patient.client.sync.pause();
    await looking;
    expect((await patient.client.sync.status()).folder).toMatchObject({ state: 'paused' });
    const refusal = await refusalOf(patient.client.sync.useFolder({ placeId: choose(patient, shared) }));
    expect(refusal.details.why).toBe('That folder does not answer.');
    answers();
    await patient.client.sync.resume({});
    await patient.client.sync.lookNow();
    expect((await patient.client.sync.status()).folder).toMatchObject({ state: 'up-to-date' });
  });

  it('makes a backup before it takes in, unless there is one from the last hour', async () => {
    const { a, b, shared } = await joined();
    await share(a, shared);
    const backups = () => listBackups(b.session.folder).length;
    const before = backups();
    for (const [name, expected] of [
      ['One', 1],
      ['Two', 1],
      ['Three', 2],
    ] as const) {
      if (name === 'Three') b.clock.advance(61 * 60 * 1000);
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await addAgency(a, name);
      // oxlint-disable-next-line no-await-in-loop -- as above
      await a.client.sync.lookNow();
      // oxlint-disable-next-line no-await-in-loop -- as above
      await (name === 'One' ? share(b, shared) : b.client.sync.lookNow());
      expect(backups() - before, name).toBe(expected);
    }
  });
});

describe('one file', () => {
  it('is written, fetched once, looked at, and taken in after a backup', async () => {
    const { a, b } = await joined();
    await addAgency(a, 'Housing');
    const made = await fileFrom(a);
    const file = await a.client.sync.exportedFile({ fileId: made.fileId });
    expect(file.bytes.size).toBe(made.bytes);
    expect((await refusalOf(a.client.sync.exportedFile({ fileId: made.fileId }))).details.advice).toBe(
      'Write it again.',
    );
    expect(readdirSync(passing(a))).toEqual([]);
    const { placeId } = await b.client.sync.openFile(file);
    const preview = await reportOf(b.client.sync.preview({ placeId }));
    expect(preview).toMatchObject({ areas: [{ label: 'Agencies', made: 1, changed: 0 }] });
    expect(await agencies(b)).not.toContain('Housing');
    expect(listBackups(b.session.folder)).toEqual([]);
    expect(await reportOf(b.client.sync.importFrom({ placeId }))).toEqual(preview);
    expect(await agencies(b)).toContain('Housing');
    expect(listBackups(b.session.folder)).toMatchObject([{ reason: 'before-import' }]);
    expect(await b.client.sync.status()).toMatchObject({ folder: null, lastReport: preview });
    expect((await reportOf(b.client.sync.importFrom({ placeId }))).operations).toBe(0);
    expect(listBackups(b.session.folder)).toHaveLength(1);
  });

  it('that would remove much shows which records of whom, at most 200 of a kind, and is taken in when they are right', async () => {
    const { a, b } = await joined();
    const handOver = async () => {
      const { fileName, bytes } = await a.client.sync.exportedFile({ fileId: (await fileFrom(a, true)).fileId });
      return (await b.client.sync.openFile({ fileName, bytes })).placeId;
    };
    const ids = a.session.present.operation({ kind: 'add-agency' }, (write) =>
      Array.from({ length: 203 }, (_, at) => write.insert('agencies', { name: `Agency ${at}`, sector: 'Other' })),
    ).result;
    await reportOf(b.client.sync.importFrom({ placeId: await handOver() }));
    a.session.present.operation({ kind: 'remove' }, (write) => {
      for (const id of ids) write.remove('agencies', id);
    });
    const placeId = await handOver();
    const { asks, removals } = await reportOf(b.client.sync.preview({ placeId }));
    expect(asks).toMatch(/^it would remove 203 of \d+ agencies/);
    expect(removals.map(({ label, total, records }) => [label, total, records.length])).toEqual([
      ['Agencies', 203, 200],
    ]);
    expect((await refusalOf(reportOf(b.client.sync.importFrom({ placeId })))).details.code).toBe('many-removals');
    await reportOf(b.client.sync.importFrom({ placeId, acceptRemovals: true }));
    expect(await agencies(b)).not.toContain('Agency 7');
  });

  it('that is refused is named, and nothing was changed', async () => {
    const { a, b } = await joined();
    await addAgency(a, 'Housing');
    const { bytes } = await a.client.sync.exportedFile({ fileId: (await fileFrom(a)).fileId });
    const broken = Buffer.from(await bytes.arrayBuffer());
    broken[broken.length - 100] = (broken[broken.length - 100] ?? 0) ^ 1;
    const { placeId } = await b.client.sync.openFile({ fileName: 'from A.sync', bytes: new Blob([broken]) });
    for (const read of [b.client.sync.preview, b.client.sync.importFrom]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await refusalOf(reportOf(read({ placeId })))).toMatchObject({
        code: 'sync-refused',
        details: { file: 'from A.sync', code: 'damaged', waits: 0 },
      });
    }
    expect(listBackups(b.session.folder)).toEqual([]);
  });

  it('of many changes tells how far it is while it is written, and can be cancelled meanwhile', async () => {
    const { a } = await joined();
    const { id } = await addAgency(a, 'Housing');
    for (let at = 0; at < 2100; at += 1)
      a.session.present.operation({ kind: 'edit-agency' }, (write) => write.update('agencies', id, { note: `${at}` }));
    const steps: { done: number; of: number }[] = [];
    for await (const { done, of } of await a.client.sync.exportToFile({ all: true })) steps.push({ done, of });
    expect(steps.some(({ done, of }) => of > 2100 && done > 0 && done < of)).toBe(true);
    const stop = new AbortController();
    const cancelled = async () => {
      for await (const { of } of await a.client.sync.exportToFile({ all: true }, { signal: stop.signal }))
        if (of > 1) stop.abort();
    };
    expect((await refusalOf(cancelled())).code).toBe('cancelled');
    const folder = temporaryFolder();
    const placeId = choose(a, folder);
    const written: number[] = [];
    for await (const { done, of } of await a.client.sync.exportToFolder({ placeId })) if (of > 1) written.push(done);
    expect(written[0]).toBeGreaterThan(0);
  });

  it('larger than a page can hand over is refused before it is read, and a folder is advised', async () => {
    const { a } = await joined();
    const large = Object.defineProperty(new Blob(['x']), 'size', { value: 300 * 1024 * 1024 });
    const { details } = await refusalOf(a.client.sync.openFile({ fileName: 'large.sync', bytes: large }));
    expect(details.why).toBe('“large.sync” has 300 MB; one file can have 256 MB here.');
    expect(details.advice).toContain('memory stick');
  });

  it('is not taken in when the person cancels before its first bundle', async () => {
    const { a, b } = await joined();
    await addAgency(a, 'Housing');
    const { placeId } = await b.client.sync.openFile(
      await a.client.sync.exportedFile({ fileId: (await fileFrom(a)).fileId }),
    );
    const stop = new AbortController();
    stop.abort();
    const steps = b.client.sync.importFrom({ placeId }, { signal: stop.signal });
    expect((await refusalOf(reportOf(steps))).code).toBe('cancelled');
    expect(await agencies(b)).not.toContain('Housing');
  });

  it('that holds several bundles can be cancelled between two of them: what was taken in stays, and is told', async () => {
    const { a, b } = await joined();
    const pieces: Blob[] = [];
    for (const name of ['Housing', 'Probation']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await addAgency(a, name);
      // oxlint-disable-next-line no-await-in-loop -- as above
      pieces.push((await a.client.sync.exportedFile({ fileId: (await fileFrom(a)).fileId })).bytes);
    }
    const { placeId } = await b.client.sync.openFile({ fileName: 'two.sync', bytes: new Blob(pieces) });
    const stop = new AbortController();
    b.session.present.onChange(() => stop.abort());
    const refusal = await refusalOf(reportOf(b.client.sync.importFrom({ placeId }, { signal: stop.signal })));
    expect(refusal.code).toBe('cancelled');
    expect(await agencies(b)).toContain('Housing');
    expect(await agencies(b)).not.toContain('Probation');
    expect((await b.client.sync.status()).lastReport).toMatchObject({ operations: 1 });
    expect(await reportOf(b.client.sync.importFrom({ placeId }))).toMatchObject({ operations: 1 });
  });

  it('that is refused at its second bundle says that the first is kept', async () => {
    const { a, b } = await joined();
    await addAgency(a, 'Housing');
    const { bytes } = await a.client.sync.exportedFile({ fileId: (await fileFrom(a)).fileId });
    const { placeId } = await b.client.sync.openFile({
      fileName: 'two.sync',
      bytes: new Blob([bytes, 'x'.repeat(200)]),
    });
    const { code, details } = await refusalOf(reportOf(b.client.sync.importFrom({ placeId })));
    expect(failureWords(code as FailureCode, details)).toEqual({
      happened: '“two.sync” was refused: it is not a sync file of this program.',
      advice: 'What came before it was taken in and is kept. Nothing else was changed.',
    });
    expect(await agencies(b)).toContain('Housing');
  });

  it('tells that a laptop’s clock is years behind', async () => {
    const { a, b } = await joined();
    a.clock.advance(-1200 * 24 * 60 * 60 * 1000);
    await addAgency(a, 'Housing');
    const file = await a.client.sync.exportedFile({ fileId: (await fileFrom(a)).fileId });
    a.clock.advance(1200 * 24 * 60 * 60 * 1000);
    const { placeId } = await b.client.sync.openFile(file);
    expect((await reportOf(b.client.sync.importFrom({ placeId }))).remarks).toEqual([
      'Office laptop’s clock is 3 years behind. Its changes stand after what was known there; put the clock right.',
    ]);
  });

  it('leaves nothing in the folder of the board when it is closed, nor after the laptop was switched off', async () => {
    const { a } = await joined();
    await addAgency(a, 'Housing');
    await fileFrom(a);
    await a.client.sync.openFile({ fileName: 'x.sync', bytes: new Blob(['x']) });
    expect(readdirSync(passing(a))).toHaveLength(2);
    a.session.close();
    expect(existsSync(passing(a))).toBe(false);
    mkdirSync(passing(a));
    writeFileSync(path.join(passing(a), 'left.sync'), 'x');
    await reopen(a);
    expect(existsSync(passing(a))).toBe(false);
  });
});
