/** Two laptops on the way to one board: a member's, and one that waits. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { beginToJoin } from '../../db/service/joining.ts';
import { BoardSession } from '../../db/service/session.ts';
import { keepSeals } from '../../db/sync/outgoing.ts';
import { type Seal, signSeal } from '../../db/sync/seal.ts';
import { headsOf } from '../../db/store/causality.ts';
import { readOperations, sortReady } from '../../db/store/merge/operations.ts';
import type { Store } from '../../db/store/store.ts';
import { createClock, PASSPHRASE, SMALL_COST, surroundingsAt, temporaryFolder, type TestClock } from './board.ts';

export const LAPTOP_B = { passphrase: PASSPHRASE, deviceName: 'Laptop B', post: 'Business support officer' } as const;

export const waitingLaptop = async (clock: TestClock = createClock(), laptop = LAPTOP_B) => {
  const folder = temporaryFolder();
  const session = new BoardSession(folder, surroundingsAt(clock), { cost: SMALL_COST });
  onTestFinished(() => session.close());
  const { request, recoveryCode } = await beginToJoin(session, laptop);
  return { folder, clock, session, request, recoveryCode, store: session.present };
};

/** The folder of one that waits, closed, with its request beside it; its passphrase costs little to try. */
export const waitingFolder = async (): Promise<{ readonly scratch: string; folder: string; request: string }> => {
  const scratch = temporaryFolder();
  const [folder, request] = [path.join(scratch, 'Board of B'), path.join(scratch, 'b.sync')];
  const session = new BoardSession(folder, surroundingsAt(createClock()), { cost: SMALL_COST });
  const asked = await beginToJoin(session, LAPTOP_B);
  session.close();
  writeFileSync(request, asked.request);
  return { scratch, folder, request };
};

/** Brings over what the other lacks, with the seals, as a bundle would. */
export const carry = (from: Store, to: Store): void => {
  const here = headsOf(to.db);
  const lacking = [...headsOf(from.db)].flatMap(([deviceId, last]) => [
    ...readOperations(from.db, { deviceId, first: (here.get(deviceId) ?? 0) + 1, last }),
  ]);
  const { ready } = sortReady(here, lacking);
  const add = to.prepare('insert or ignore into devices (id, name, post, addedAt) values (?, ?, ?, 0)');
  to.takeIn(ready, { before: () => ready.forEach(({ deviceId, actor }) => add.run(deviceId, '', actor)) });
  keepSeals(to, [...sealOfHead(from), ...from.db.prepare<[], Seal>('select * from deviceSeals').all()]);
};

const sealOfHead = (store: Store): readonly Seal[] => {
  const { id } = store.device;
  const signSeed = store.db.prepare<[], string>('select signSeed from thisDevice').pluck().get();
  const head = store.db
    .prepare<[string], { sequence: number; hash: string }>(
      'select sequence, hash from operations where deviceId = ? order by sequence desc limit 1',
    )
    .get(id);
  const board = store.db.prepare<[], string>('select id from boards').pluck().get();
  if (signSeed === undefined || head === undefined || board === undefined) return [];
  return [signSeal(board, { deviceId: id, ...head }, signSeed)];
};
