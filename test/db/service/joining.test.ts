import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished, describe, expect, it } from 'vitest';
import { checkBoard } from '../../../db/service/check.ts';
import { BoardSession, WAITING_NAME } from '../../../db/service/session.ts';
import { MIGRATIONS } from '../../../db/migrations/index.ts';
import { closeDatabase, openDatabase } from '../../../db/store/database.ts';
import { DATABASE_FILE, openStore } from '../../../db/store/store.ts';
import { readVault } from '../../../db/store/vault.ts';
import {
  clientOf,
  createClock,
  openBoard,
  PASSPHRASE,
  refusalOf,
  SMALL_COST,
  surroundingsAt,
  temporaryFolder,
  TODAY,
} from '../../support/board.ts';
import { carry, LAPTOP_B, waitingLaptop } from '../../support/joining.ts';

const emptySession = () => {
  const session = new BoardSession(temporaryFolder(), surroundingsAt(createClock()), { cost: SMALL_COST });
  onTestFinished(() => session.close());
  return session;
};

describe('a folder that waits to join', () => {
  it('is made under a passphrase, says so while it is open, and is locked like a board', async () => {
    const session = emptySession();
    const client = clientOf(session);
    const { recoveryCode, request, ...opened } = await client.joining.begin(LAPTOP_B);
    expect(opened).toEqual({ boardName: WAITING_NAME, autoLockMinutes: 10, waitsToJoin: true });
    expect(recoveryCode.length).toBeGreaterThan(20);
    expect(request.fileName).toBe('Request to join of Laptop B.sync');
    expect(await client.session.status()).toMatchObject({ state: 'joining', boardName: WAITING_NAME, problem: null });
    session.close();
    expect(await client.session.status()).toMatchObject({ state: 'locked', boardName: WAITING_NAME });
    expect((await refusalOf(client.session.unlock({ passphrase: 'another long passphrase' }))).code).toBe(
      'wrong-passphrase',
    );
    expect(await client.session.unlock({ passphrase: PASSPHRASE })).toMatchObject({ waitsToJoin: true });
  });

  it('is in good order: nothing is damaged, no backup is made, and nothing of a board is answered', async () => {
    const { session, folder, clock } = await waitingLaptop();
    const client = clientOf(session);
    expect(checkBoard(session.present)).toMatchObject({ ok: true });
    expect(await client.backups.check()).toMatchObject({ ok: true });
    session.close();
    clock.advance(3 * 24 * 60 * 60 * 1000);
    await session.unlock(PASSPHRASE);
    expect(existsSync(path.join(folder, 'backups'))).toBe(false);
    for (const asked of [client.board.get(), client.backups.make(), client.reviews.list({ filter: {} })])
      expect((await refusalOf(asked)).code).toBe('not-allowed');
  });

  it('opens after the program got newer, though there is nothing to back up before', async () => {
    const { session, folder, clock } = await waitingLaptop();
    const { key } = session.present;
    session.close();
    const next = { name: '9999_next', sql: 'create table nextThing (id text) strict;', sha256: 'f'.repeat(64) };
    const store = openStore(folder, key, surroundingsAt(clock), { migrations: [...MIGRATIONS, next] });
    onTestFinished(() => store.close());
    expect(store.device.name).toBe('Laptop B');
  });

  it('is not made where something is, with a weak passphrase, or with a name that no file takes', async () => {
    const { session } = await waitingLaptop();
    expect((await refusalOf(clientOf(session).joining.begin(LAPTOP_B))).code).toBe('board-exists');
    const other = emptySession();
    const begin = (laptop: object) => refusalOf(clientOf(other).joining.begin({ ...LAPTOP_B, ...laptop }));
    expect((await begin({ passphrase: 'password1234' })).code).toBe('weak-passphrase');
    expect((await begin({ deviceName: 'Laptop\nB' })).code).toBe('bad-input');
    expect((await begin({ post: 'x'.repeat(201) })).code).toBe('bad-input');
    expect(readdirSync(other.folder)).toEqual([]);
  });

  it('leaves nothing behind when its request cannot be made', async () => {
    const session = emptySession();
    const failing = session.createToJoin(LAPTOP_B, async () => {
      throw new Error('no request');
    });
    await expect(failing).rejects.toThrow('no request');
    expect(session.status().state).toBe('empty');
  });

  it('is a board that is damaged, not one that waits, where operations stand without their board', async () => {
    const { session, store, folder } = await openBoard();
    const { key } = store;
    session.close();
    const db = openDatabase(path.join(folder, DATABASE_FILE), key);
    db.pragma('foreign_keys = OFF');
    db.prepare('delete from boards').run();
    closeDatabase(db);
    await session.unlock(PASSPHRASE);
    expect((await refusalOf(() => session.status())).code).toBe('database-damaged');
  });
});

describe('joining, from begin to the first file', () => {
  it('goes through the page’s calls, and the lock screen gets the board’s name', async () => {
    const member = await openBoard();
    const session = emptySession();
    const joiner = clientOf(session);
    const { request } = await joiner.joining.begin(LAPTOP_B);
    expect(await joiner.joining.state()).toMatchObject({
      waiting: { name: 'Laptop B', post: 'Business support officer', acceptance: null },
      offers: [],
    });

    const { offer, acceptance, code } = await member.client.joining.accept(request);
    expect(acceptance.fileName).toBe('Acceptance for Laptop B.sync');
    expect(await member.client.joining.state()).toEqual({ waiting: null, offers: [offer] });

    const opened = await joiner.joining.openAcceptance(acceptance);
    expect(opened).toMatchObject({ code, deviceName: 'Office laptop', nation: 'england' });
    expect((await joiner.joining.state()).waiting?.acceptance).toEqual(opened);

    const { requestHash } = offer;
    const again = await member.client.joining.acceptance({ requestHash });
    expect(again.fileName).toBe(acceptance.fileName);
    expect(await again.bytes.bytes()).toEqual(await acceptance.bytes.bytes());
    const { device, operationId } = await member.client.joining.confirm({ requestHash, code });
    expect(device).toBe(session.present.device.id);
    expect(operationId).not.toBeNull();
    expect((await refusalOf(member.client.joining.acceptance({ requestHash }))).details.why).toBe(
      'This request was not accepted on this laptop.',
    );

    carry(member.store, session.present);
    const boardName = 'Exampleshire Safeguarding Children Partnership';
    expect(await joiner.session.status()).toMatchObject({ state: 'open', boardName });
    expect((await joiner.board.get()).board.name).toBe(boardName);
    expect(readVault(path.join(session.folder, 'vault.json')).boardName).toBe(boardName);
    expect((await joiner.devices.list()).map(({ name, isThisOne }) => [name, isThisOne])).toEqual([
      ['Laptop B', true],
      ['Office laptop', false],
    ]);
  });

  it('writes the request once more, or another one', async () => {
    const { session } = await waitingLaptop();
    const client = clientOf(session);
    const bytesOf = async (anew: boolean) =>
      Buffer.from(await (await client.joining.request({ anew })).bytes.arrayBuffer()).toString('hex');
    const first = await bytesOf(false);
    expect(await bytesOf(false)).toBe(first);
    const next = await bytesOf(true);
    expect(next).not.toBe(first);
    expect(await bytesOf(false)).toBe(next);
  });

  it('words what is refused of a file, by its name', async () => {
    const { client } = await openBoard();
    const refused = async (bytes: Blob) => refusalOf(client.joining.accept({ fileName: 'b.sync', bytes }));
    expect(await refused(new Blob(['x'.repeat(200)]))).toMatchObject({
      code: 'sync-refused',
      details: { file: 'b.sync', problem: 'it is not a sync file of this program' },
    });
    expect((await refused(new Blob(['x'.repeat(65_537)]))).details.code).toBe('join-too-large');
  });
});

describe('the laptops, through the page’s calls', () => {
  it('are renamed and removed on record, and an unlisted board puts itself on the list only then', async () => {
    const { client, store } = await openBoard();
    const { id } = store.device;
    expect((await refusalOf(client.devices.remove({ id, reason: 'Lost' }))).details.why).toBe(
      'This laptop cannot remove itself.',
    );
    expect((await refusalOf(client.devices.remove({ id, reason: ' ' }))).code).toBe('bad-input');
    expect(store.prepare<[], { n: number }>('select count(*) as n from memberDevices').get()?.n).toBe(0);
    await client.devices.rename({ id, name: 'Front desk' });
    expect(await client.devices.list()).toMatchObject([{ id, name: 'Front desk', joinedOn: TODAY }]);
  });
});
