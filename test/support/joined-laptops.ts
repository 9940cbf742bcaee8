/** A board and laptops that have joined it: real encrypted databases, real keys, real files. */
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { createStore, type Store } from '../../db/store/store.ts';
import { exportToFile, importFromFile } from '../../db/sync/exchange.ts';
import { boardIdOf } from '../../db/sync/outgoing.ts';
import { addLaptop, joinOwnBoard, type Laptop, readLaptop } from '../../db/sync/this-laptop.ts';
import { openBoard, surroundingsAt, temporaryFolder, type TestBoard } from './board.ts';

export type Joined = { readonly store: Store; readonly laptop: Laptop };

export type Exchanging = {
  readonly board: TestBoard;
  readonly a: Joined;
  readonly others: readonly Joined[];
  /** An empty folder for files between them. */
  readonly folder: string;
};

/** Laptop A made the board; the others joined it with one full bundle. */
export const joinLaptops = async (count: number): Promise<Exchanging> => {
  const board = await openBoard();
  const folder = temporaryFolder();
  const a: Joined = { store: board.store, laptop: await joinOwnBoard(board.store) };
  const others: Joined[] = [];
  for (let at = 1; at < count; at += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one joins after the other
    others.push(await join(a, board, folder, `Laptop ${String.fromCharCode(65 + at)}`));
  }
  return { board, a, others, folder };
};

const join = async (a: Joined, board: TestBoard, folder: string, name: string): Promise<Joined> => {
  const own = temporaryFolder();
  const device = { name, post: `Post at ${name}` };
  const store = createStore(own, new Uint8Array(32).fill(9), device, surroundingsAt(board.clock));
  onTestFinished(() => store.close());
  const laptop = await readLaptop(store);
  a.store.operation({ kind: 'add-device' }, (write) =>
    addLaptop(write, { ...device, ...laptop.keys, device: laptop.device }),
  );
  const file = path.join(folder, `for-${laptop.device}.sync`);
  await exportToFile(a.store, a.laptop, file, { all: true });
  const sponsor = { board: boardIdOf(a.store), device: a.laptop.device, signKey: a.laptop.keys.signKey };
  await importFromFile(store, laptop, file, { sponsor });
  return { store, laptop };
};
