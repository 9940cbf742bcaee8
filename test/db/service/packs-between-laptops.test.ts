/** Packs of a board that other laptops write too: their operations come later than their clocks say. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SavedDocument } from '../../../db/contract/pack-register.ts';
import type { PackModel, PackOptionsGiven } from '../../../db/contract/packs.ts';
import { BOARD_PACK } from '../../../db/packs/templates.ts';
import { comparePacks } from '../../../db/service/pack-compare.ts';
import type { Store } from '../../../db/store/store.ts';
import { exportToFile, importFromFile } from '../../../db/sync/exchange.ts';
import { DAY } from '../../support/board.ts';
import { type Exchanging, type Joined, joinLaptops } from '../../support/joined-laptops.ts';

const OPTIONS: PackOptionsGiven = {
  title: 'Status pack',
  body: 'Executive group',
  meetingDate: null,
  purpose: 'decision',
  marking: 'OFFICIAL-SENSITIVE',
  sections: [...BOARD_PACK.sections],
};

const addReview = (store: Store, reference: string): string =>
  store.operation({ kind: 'add-review' }, (write) => {
    const caseId = write.insert('cases', { reference: '' });
    const type = store.prepare<[], { id: string }>(`select id from reviewTypes where code = 'lcspr-england'`).get();
    const stage = store
      .prepare<[string], { id: string }>('select id from stages where reviewTypeId = ? order by position limit 1')
      .get(type?.id ?? '');
    return write.insert('reviews', {
      caseId,
      reference,
      title: reference,
      reviewTypeId: type?.id ?? '',
      stageId: stage?.id ?? '',
    });
  }).result;

let files = 0;
const send = async (from: Joined, to: Joined, folder: string): Promise<void> => {
  const file = path.join(folder, `sent-${(files += 1)}.sync`);
  if ((await exportToFile(from.store, from.laptop, file)) !== null) await importFromFile(to.store, to.laptop, file);
};

const written = async ({ board: { client } }: Exchanging, options: PackOptionsGiven) => {
  for await (const { file } of await client.packs.write({ options, format: 'json' })) {
    if (file === null) continue;
    const { name: fileName, base64, sha256, size, logClock, logVector, dataAsAt } = file;
    const document: SavedDocument = { format: 'json', fileName, sha256, size, logClock, logVector, dataAsAt };
    return { document, bytes: base64 };
  }
  throw new Error('it ended without a file');
};

const issue = async (laptops: Exchanging, options = OPTIONS) => {
  const { document, bytes } = await written(laptops, options);
  const { id } = await laptops.board.client.packRegister.issue({ options, documents: [document] });
  return { id, bytes };
};

const again = async ({ board: { client } }: Exchanging, packId: string) => {
  for await (const { file } of await client.packRegister.again({ packId, format: 'json' }))
    if (file !== null) return file;
  throw new Error('it ended without a file');
};

const newReviews = (pack: Pick<PackModel, 'sections'>): string => {
  const since = pack.sections.find(({ id }) => id === 'since-last')?.blocks ?? [];
  return JSON.stringify(since.find((block) => block.kind === 'table' && block.id === 'since-new-reviews') ?? '');
};

/** Laptop B writes, then laptop A: what B wrote comes to A with an earlier clock than what A has by then. */
const apart = async () => {
  const laptops = await joinLaptops(2);
  const { a, others, board, folder } = laptops;
  const [b] = others;
  if (b === undefined) throw new Error('two laptops are needed');
  const shared = addReview(a.store, 'SCR 1');
  await send(a, b, folder);
  board.clock.advance(1000);
  b.store.operation({ kind: 'edit-review' }, (write) => write.update('reviews', shared, { title: 'Renamed on B' }));
  addReview(b.store, 'FROM B');
  board.clock.advance(1000);
  a.store.operation({ kind: 'edit-review' }, (write) => write.update('reviews', shared, { title: 'Renamed on A' }));
  return { laptops, a, b, board, shared, arrive: () => send(b, a, folder) };
};

describe('an issued pack, when operations with earlier clocks come in later', () => {
  it('is made again byte for byte, and one that is written now tells of them', async () => {
    const { laptops, a, arrive } = await apart();
    const { id, bytes } = await issue(laptops);
    await arrive();
    expect(a.store.db.prepare(`select count(*) from reviews where reference = 'FROM B'`).pluck().get()).toBe(1);
    const file = await again(laptops, id);
    expect(file).toMatchObject({ verdict: 'same' });
    expect(file.base64).toBe(bytes);
    const now = await written(laptops, OPTIONS);
    expect(now.bytes).not.toBe(bytes);
    expect(Buffer.from(now.bytes, 'base64').toString()).toContain('FROM B');
  });

  it('is made again byte for byte also of an earlier day, with what changed since the day before it', async () => {
    const { laptops, board, arrive } = await apart();
    board.clock.advance(2 * DAY);
    addReview(laptops.a.store, 'LATER');
    const options = { ...OPTIONS, asAt: '2026-11-24', since: { kind: 'day' as const, day: '2026-11-22' } };
    const { id, bytes } = await issue(laptops, options);
    await arrive();
    expect((await again(laptops, id)).base64).toBe(bytes);
    expect((await written(laptops, options)).bytes).not.toBe(bytes);
  });

  it('that says no vector had what its own laptop had when it was issued', async () => {
    const { laptops, a, arrive } = await apart();
    const { document, bytes } = await written(laptops, OPTIONS);
    const { id } = await laptops.board.client.packRegister.issue({ options: OPTIONS, documents: [document] });
    const older = a.store.operation({ kind: 'issue-pack' }, (write) => {
      const { id: _, removed: __, ...row } = a.store.row('packs', id);
      const packId = write.insert('packs', { ...row, logVector: null });
      const { format, fileName, sha256, size } = document;
      write.insert('packDocuments', { packId, format, fileName, sha256, size });
      return packId;
    }).result;
    await arrive();
    const file = await again(laptops, older);
    expect(file).toMatchObject({ verdict: 'same' });
    expect(file.base64).toBe(bytes);
  });

  it('cannot be issued with documents that had not read what came in between two of them', async () => {
    const { laptops, arrive } = await apart();
    const first = await written(laptops, OPTIONS);
    await arrive();
    const second = await written(laptops, OPTIONS);
    const html: SavedDocument = { ...second.document, format: 'html' };
    const issuing = laptops.board.client.packRegister.issue({ options: OPTIONS, documents: [first.document, html] });
    await expect(issuing).rejects.toMatchObject({ data: { details: { field: 'documents' } } });
  });
});

describe('since the last pack', () => {
  it('what came late is told in the next pack, once', async () => {
    const { laptops, a, board, arrive } = await apart();
    const { id: first } = await issue(laptops);
    await arrive();
    const sinceFirst = { ...OPTIONS, since: { kind: 'pack' as const, packId: first } };
    expect(newReviews(await board.client.packs.preview(sinceFirst))).toContain('FROM B');
    const { id: second } = await issue(laptops, sinceFirst);
    expect(JSON.stringify(comparePacks(a.store, second, first).blocks)).toContain('FROM B');
    board.clock.advance(1000);
    addReview(a.store, 'AFTERWARDS');
    const third = await board.client.packs.preview({ ...OPTIONS, since: { kind: 'pack', packId: second } });
    expect(newReviews(third)).toContain('AFTERWARDS');
    expect(newReviews(third)).not.toContain('FROM B');
  });

  it('a date that another laptop moved before then is told with its day and its reason', async () => {
    const laptops = await joinLaptops(2);
    const { a, others, board, folder } = laptops;
    const [b] = others;
    if (b === undefined) throw new Error('two laptops are needed');
    const bodyId = (await board.client.board.get()).bodies[0]?.id ?? '';
    const { id: meeting } = await board.client.records.add({ table: 'meetings', row: { bodyId, date: '2026-12-10' } });
    await send(a, b, folder);
    b.store.operation({ kind: 'move-meeting', reason: 'No quorum' }, (write) =>
      write.update('meetings', meeting, { date: '2027-01-14' }),
    );
    board.clock.advance(DAY);
    addReview(a.store, 'SCR 2');
    const { id: packId } = await issue(laptops);
    await send(b, a, folder);
    const pack = await board.client.packs.preview({ ...OPTIONS, since: { kind: 'pack', packId } });
    expect(JSON.stringify(pack)).toMatch(
      /10 December 2026.{1,80}14 January 2027.{1,80}No quorum.{1,80}23 November 2026/,
    );
  });
});
