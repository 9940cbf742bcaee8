/**
 * Freezes a small board as this version of the program writes it, for the test that later versions still open it:
 * `node test/support/freeze-database.ts test/fixtures/databases/NAME`. Run once for each released schema, never again after.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { createRouterClient } from '@orpc/server';
import { router } from '../../db/service/index.ts';
import { BoardSession } from '../../db/service/session.ts';
import { addRowToEveryTable } from './every-table.ts';

export const FROZEN_PASSPHRASE = 'lantern orchard copper window';

const freeze = async (target: string): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tracker-frozen-'));
  let now = Date.parse('2026-11-23T09:00:00Z');
  const surroundings = { now: () => (now += 1000), random: (length: number) => randomBytes(length) };
  const session = new BoardSession(folder, surroundings, { cost: { N: 2 ** 10, r: 8, p: 1 } });
  await session.create({
    name: 'Frozen Exampleshire',
    nation: 'england',
    passphrase: FROZEN_PASSPHRASE,
    post: 'Board manager',
    deviceName: 'Office laptop',
  });
  const { store } = session;
  store.operation({ kind: 'import' }, (write) => addRowToEveryTable(store.db, write, undefined, ['boards']));
  const client = createRouterClient(router, { context: { session } });
  const type = store.prepare<[], { id: string }>(`select id from reviewTypes where code = 'lcspr-england'`).get();
  const review = await client.reviews.add({
    reference: 'LCSPR 2026/01',
    reviewTypeId: type?.id ?? '',
    label: 'Baby T',
    notifiedOn: '2026-10-01',
  });
  const action = await client.actions.add({
    number: '1.1',
    text: 'Brief all teams',
    reviewId: review.id,
    targetDate: '2026-12',
  });
  await client.actions.changeTarget({ ids: [action.id], targetDate: '2027-03-31', reason: 'Waiting for the inquest' });
  const moved = await client.actions.moveState({ ids: [action.id], to: 'in-progress' });
  await client.history.undo({ operationId: moved.operationId ?? '' });
  await client.reviews.remove({ id: review.id, reason: 'Entered twice' });
  const { operationId } = (await client.history.recent({ limit: 1 })).entries[0] ?? { operationId: '' };
  await client.history.undo({ operationId });
  store.db.exec('vacuum');
  session.close();
  mkdirSync(target, { recursive: true });
  for (const name of ['board.db', 'vault.json']) copyFileSync(path.join(folder, name), path.join(target, name));
  rmSync(folder, { recursive: true, force: true });
};

if (import.meta.main) await freeze(process.argv[2] ?? '.');
