import { readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkBoard } from '../../../db/service/check.ts';
import { BoardSession } from '../../../db/service/session.ts';
import {
  boardFolder,
  createClock,
  DAY,
  MORNING,
  PASSPHRASE,
  refusalOf,
  seededRandom,
  surroundingsAt,
} from '../../support/board.ts';
import { startDataProcess } from '../../support/data-process.ts';

const openAgain = async (folder: string): Promise<BoardSession> => {
  const session = new BoardSession(folder, surroundingsAt(createClock(MORNING - DAY)));
  onTestFinished(() => session.close());
  await session.unlock(PASSPHRASE);
  return session;
};

describe('a data process that is killed in the middle of writing', () => {
  it('has lost nothing that it acknowledged, and left nothing half done', async () => {
    const folder = await boardFolder();
    const random = seededRandom(1979);
    const acknowledged: { readonly reviewId: string; readonly operationId: string }[] = [];
    for (let round = 0; round < 3; round++) {
      // oxlint-disable no-await-in-loop -- one life of the process after another
      const { client, kill } = await startDataProcess(folder);
      await client.session.unlock({ passphrase: PASSPHRASE });
      const type = (await client.board.get()).reviewTypes.find(({ code }) => code === 'lcspr-england');
      const before = acknowledged.length;
      void Promise.allSettled(
        Array.from({ length: 400 }, async (_, at) => {
          const review = {
            reference: `R${round}/${at}`,
            reviewTypeId: type?.id ?? '',
            label: `Child ${at}`,
            notifiedOn: '2026-11-02',
          };
          const done = await client.reviews.add(review);
          acknowledged.push({ reviewId: done.id, operationId: done.operationId ?? '' });
        }),
      );
      while (acknowledged.length < before + 3 + ((random(1)[0] ?? 0) % 40)) await pause(1);
      await kill();
      expect(acknowledged.length - before).toBeLessThan(400);
      // oxlint-enable no-await-in-loop
    }

    const { store } = await openAgain(folder);
    for (const { reviewId, operationId } of acknowledged) {
      expect(store.row('reviews', reviewId).removed).toBeNull();
      expect(store.prepare('select 1 from operations where id = ?').get(operationId)).toBeDefined();
    }
    const half = store
      .prepare<[], { n: number }>(
        `select count(*) as n from reviews r where not exists (select 1 from milestones m where m.reviewId = r.id)
         or not exists (select 1 from clocks k where k.reviewId = r.id) or not exists (select 1 from clockFacts f where f.reviewId = r.id)
         or not exists (select 1 from labels l where l.caseId = r.caseId)`,
      )
      .get();
    expect(half?.n).toBe(0);
    expect(store.prepare(`select count(*) as n from operations where hash = ''`).get()).toEqual({ n: 0 });
    expect(checkBoard(store).findings.filter((finding) => !finding.ok)).toEqual([]);
  }, 60_000);

  it('is followed by one that goes on where it was', async () => {
    const folder = await boardFolder();
    const first = await startDataProcess(folder);
    await first.client.session.unlock({ passphrase: PASSPHRASE });
    const added = await first.client.records.add({ table: 'agencies', row: { name: 'Police' } });
    await first.kill();
    const second = await startDataProcess(folder);
    expect(await second.client.session.status()).toMatchObject({ state: 'locked' });
    expect((await refusalOf(second.client.board.get())).code).toBe('locked');
    await second.client.session.unlock({ passphrase: PASSPHRASE });
    expect((await second.client.board.get()).agencies).toMatchObject([{ id: added.id, name: 'Police' }]);
    expect((await second.client.history.next()).undo).toMatchObject({ operationId: added.operationId });
  });
});

describe('lock', () => {
  it('ends the data process with everything in the database file and no log beside it', async () => {
    const folder = await boardFolder();
    const { client, stop } = await startDataProcess(folder);
    await client.session.unlock({ passphrase: PASSPHRASE });
    await client.records.add({ table: 'agencies', row: { name: 'Police' } });
    expect(await stop()).toBe(0);
    expect(readdirSync(folder).toSorted()).toEqual(['backups', 'board.db', 'vault.json']);
    const session = await openAgain(folder);
    expect(session.store.prepare('select name from agencies').all()).toEqual([{ name: 'Police' }]);
  });

  it('is what the end of its shell comes to; until then its refusals reach the page as the contract says', async () => {
    const folder = await boardFolder();
    const { client, child } = await startDataProcess(folder);
    expect(await refusalOf(client.session.unlock({ passphrase: 'not this one' }))).toEqual({
      code: 'wrong-passphrase',
      details: { waitSeconds: 0 },
    });
    await client.session.unlock({ passphrase: PASSPHRASE });
    const badDate = client.actions.add({ number: '1', text: 'x', targetDate: '2026-02-30' });
    expect(await refusalOf(badDate)).toMatchObject({ code: 'bad-input', details: { field: 'targetDate' } });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.disconnect();
    expect(await ended).toBe(0);
    expect(readdirSync(folder)).not.toContain('board.db-wal');
  });
});
