import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkBoard } from '../../../db/service/check.ts';
import { makeBoardFrom } from '../../../db/service/import-board.ts';
import { BoardSession } from '../../../db/service/session.ts';
import { exportBoard } from '../../../db/store/export.ts';
import { readBoardDocument } from '../../../db/store/import.ts';
import type { Store } from '../../../db/store/store.ts';
import { nextUndo } from '../../../db/store/undo.ts';
import { acceptRequest, confirmJoin, readOffers } from '../../../db/sync/joining.ts';
import { listLaptops } from '../../../db/sync/laptops.ts';
import { removeDevice } from '../../../db/sync/members.ts';
import { isSealSignedBy, type Seal } from '../../../db/sync/seal.ts';
import { joinOwnBoard, readLaptop } from '../../../db/sync/this-laptop.ts';
import {
  createClock,
  openBoard,
  PASSPHRASE,
  SMALL_COST,
  surroundingsAt,
  temporaryFolder,
  type TestBoard,
} from '../../support/board.ts';
import { carry, waitingLaptop } from '../../support/joining.ts';

const addAgency = ({ store, clock }: TestBoard, name: string): void => {
  clock.advance(1000);
  store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name }));
};

const backUp = ({ store, clock }: TestBoard): string => {
  clock.advance(1000);
  return store.backup('asked').name;
};

const restore = (board: TestBoard, name: string): void => {
  board.clock.advance(1000);
  board.session.restore(name);
};

const agencies = (store: Store): readonly string[] =>
  store
    .prepare<[], { name: string }>('select name from agencies where removed is null order by name')
    .all()
    .map(({ name }) => name);

const kindsOf = (store: Store): readonly string[] =>
  store
    .prepare<[], { kind: string }>('select kind from operations order by number')
    .all()
    .map(({ kind }) => kind);

const boardIdOf = (store: Store): string => store.prepare<[], { id: string }>('select id from boards').get()?.id ?? '';

/** A board of two laptops, with the other one at hand. */
const twoLaptops = async () => {
  const board = await openBoard();
  const other = await waitingLaptop(board.clock);
  const { offer, code } = await acceptRequest(board.store, other.request, SMALL_COST);
  await confirmJoin(board.store, offer.requestHash, code, SMALL_COST);
  carry(board.store, other.store);
  return { board, other };
};

describe('a restored backup of a board that exchanges', () => {
  it('goes on as another device with the same keys, on record, and loses nothing that others hold', async () => {
    const { board, other } = await twoLaptops();
    const before = await readLaptop(board.store);
    const name = backUp(board);
    addAgency(board, 'Police');
    carry(board.store, other.store);
    restore(board, name);

    const { device, keys } = await readLaptop(board.store);
    expect(device).not.toBe(before.device);
    expect(keys).toEqual(before.keys);
    expect(kindsOf(board.store).at(-1)).toBe('continue-device');
    expect(listLaptops(board.store)[0]).toMatchObject({
      id: device,
      name: 'Office laptop',
      post: 'Board manager',
      isThisOne: true,
      continuesDeviceId: before.device,
    });
    expect(agencies(board.store)).toEqual([]);
    addAgency(board, 'Health');

    carry(other.store, board.store);
    carry(board.store, other.store);
    for (const store of [board.store, other.store]) {
      expect(agencies(store)).toEqual(['Health', 'Police']);
      expect(checkBoard(store)).toMatchObject({ ok: true });
    }
  });

  it('seals what it wrote before the backup, so that others can have it', async () => {
    const { board } = await twoLaptops();
    addAgency(board, 'Police');
    const { device: before, keys } = await readLaptop(board.store);
    restore(board, backUp(board));
    const seals = board.store.prepare<[], Seal>('select * from deviceSeals').all();
    const head = board.store
      .prepare<[string], { sequence: number; hash: string }>(
        'select sequence, hash from operations where deviceId = ? order by sequence desc limit 1',
      )
      .get(before);
    expect(seals).toMatchObject([{ deviceId: before, ...head }]);
    expect(seals.every((seal) => isSealSignedBy(boardIdOf(board.store), seal, keys.signKey))).toBe(true);
  });

  it('has the keys also where the backup is from before the first exchange, and vouches for what it holds', async () => {
    const board = await openBoard();
    addAgency(board, 'Police');
    const name = backUp(board);
    const before = await joinOwnBoard(board.store);
    restore(board, name);
    const { device, keys } = await readLaptop(board.store);
    expect(device).not.toBe(before.device);
    expect(keys).toEqual(before.keys);
    expect(listLaptops(board.store)).toMatchObject([{ id: device, continuesDeviceId: before.device }]);
    expect(board.store.prepare('select deviceId, sequence from adoptedRuns').all()).toEqual([
      { deviceId: before.device, sequence: 2 },
    ]);
    await joinOwnBoard(board.store);
    expect(kindsOf(board.store)).toEqual(['create-board', 'edit-agency', 'continue-device']);
  });

  it('can itself be undone, and each time is another device', async () => {
    const { board } = await twoLaptops();
    const first = board.store.device.id;
    restore(board, backUp(board));
    const second = board.store.device.id;
    restore(board, backUp(board));
    expect(new Set([first, second, board.store.device.id]).size).toBe(3);
    expect(checkBoard(board.store)).toMatchObject({ ok: true });
    expect(readdirSync(board.folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('takes nothing back that another device did: Undo is of this laptop’s own work', async () => {
    const { board } = await twoLaptops();
    addAgency(board, 'Police');
    restore(board, backUp(board));
    expect(nextUndo(board.store)).toBeNull();
    addAgency(board, 'Health');
    expect(nextUndo(board.store)).toMatchObject({ kind: 'edit-agency' });
  });

  it('has no offers: they name the device before it', async () => {
    const { board } = await twoLaptops();
    const third = await waitingLaptop(board.clock);
    await acceptRequest(board.store, third.request, SMALL_COST);
    restore(board, backUp(board));
    expect(await readOffers(board.store)).toEqual([]);
    expect((await acceptRequest(board.store, third.request, SMALL_COST)).offer.triesLeft).toBe(3);
  });

  it('goes on as another device too when the database could not be opened', async () => {
    const { board } = await twoLaptops();
    const before = board.store.device.id;
    const name = backUp(board);
    await board.session.restoreDamaged(PASSPHRASE, name);
    expect(listLaptops(board.store)[0]).toMatchObject({ isThisOne: true, continuesDeviceId: before });
  });

  it('lets no removed laptop back in: it goes on from one that was removed', async () => {
    const { board, other } = await twoLaptops();
    removeDevice(board.store, other.store.device.id, 'Lost on a train');
    const name = backUp({ ...board, store: other.store, session: other.session });
    carry(board.store, other.store);
    board.clock.advance(1000);
    const removed = other.store.device.id;
    other.session.restore(name);
    const { present } = other.session;
    expect(listLaptops(present)[0]).toMatchObject({ isThisOne: true, continuesDeviceId: removed });
  });
});

describe('a restored backup of a board that never exchanged anything', () => {
  it('stays the device that it was', async () => {
    const board = await openBoard();
    const { id } = board.store.device;
    const name = backUp(board);
    addAgency(board, 'Police');
    restore(board, name);
    expect(board.store.device.id).toBe(id);
    expect(kindsOf(board.store)).toEqual(['create-board']);
    addAgency(board, 'Police');
    expect(nextUndo(board.store)).not.toBeNull();
  });
});

describe('an imported export', () => {
  const importOf = async (store: Store) => {
    const folder = path.join(temporaryFolder(), 'imported');
    const surroundings = surroundingsAt(createClock());
    const document = readBoardDocument([...exportBoard(store.db)].join(''));
    await makeBoardFrom(folder, document, PASSPHRASE, surroundings, SMALL_COST);
    const session = new BoardSession(folder, surroundings, { cost: SMALL_COST });
    onTestFinished(() => session.close());
    await session.unlock(PASSPHRASE);
    return session.store;
  };

  it('of a board that exchanges is a device of its own, named like the oldest, that adopts what it holds', async () => {
    const { board, other } = await twoLaptops();
    const imported = await importOf(board.store);
    expect(imported.device).toMatchObject({ name: 'Office laptop', post: 'Board manager' });
    expect([board.store.device.id, other.store.device.id]).not.toContain(imported.device.id);
    expect(checkBoard(imported)).toMatchObject({ ok: true });
    expect([...exportBoard(imported.db)].join('')).toBe([...exportBoard(board.store.db)].join(''));

    const { device, keys } = await joinOwnBoard(imported);
    expect(keys.signKey).not.toBe((await readLaptop(board.store)).keys.signKey);
    expect(listLaptops(imported).find(({ isThisOne }) => isThisOne)?.id).toBe(device);
    expect(imported.prepare('select deviceId, sequence from adoptedRuns').all()).toEqual([
      { deviceId: board.store.device.id, sequence: 3 },
    ]);
  });

  it('of a board that never exchanged anything is the device that it was', async () => {
    const board = await openBoard();
    expect((await importOf(board.store)).device.id).toBe(board.store.device.id);
  });
});
