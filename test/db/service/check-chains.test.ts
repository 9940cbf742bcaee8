/** What a check says of the chains of several laptops: real databases that were altered behind the program's back. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkBoard } from '../../../db/service/check.ts';
import { hashedChangesOf, type Operation, operationHash } from '../../../db/store/change-log.ts';
import type { Store } from '../../../db/store/store.ts';
import { exportToFile, importFromFile } from '../../../db/sync/exchange.ts';
import { type Joined, joinLaptops } from '../../support/joined-laptops.ts';

const addAgency = (store: Store, name: string): string =>
  store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name })).result;

/** Laptop A with two operations of laptop B. */
const twoLaptops = async () => {
  const { a, others, folder } = await joinLaptops(2);
  const [b] = others;
  if (b === undefined) throw new Error('two laptops are needed');
  for (const name of ['Police', 'Health']) addAgency(b.store, name);
  const send = async (from: Joined, to: Joined, name: string): Promise<void> => {
    await exportToFile(from.store, from.laptop, path.join(folder, name));
    await importFromFile(to.store, to.laptop, path.join(folder, name));
  };
  await send(b, a, 'first.sync');
  return { a, b, folder, send };
};

const chains = (store: Store) =>
  checkBoard(store).findings.filter(({ what }) => what.startsWith('Audit chain') || what === 'Changes that wait');

const faults = (store: Store): readonly string[] =>
  checkBoard(store)
    .findings.filter(({ ok, what }) => !ok && what !== 'Find anything' && what !== 'Log and records')
    .map(({ what, words }) => `${what}: ${words}`);

/** Past the triggers that keep the log as it is. */
const tamper = ({ db }: Store, sql: string, ...values: unknown[]): void => {
  for (const name of db.prepare<[], string>(`select name from sqlite_temp_master where type = 'trigger'`).pluck().all())
    db.exec(`drop trigger temp."${name}"`);
  db.prepare(sql).run(...values);
};

/** As who knows the program would: the chain holds again, from this operation of the laptop on. */
const countAnew = ({ db }: Store, deviceId: string): void => {
  let previousHash = '0'.repeat(64);
  for (const operation of db
    .prepare<[string], Operation>('select * from operations where deviceId = ? order by sequence')
    .all(deviceId)) {
    const hash = operationHash({ ...operation, previousHash }, hashedChangesOf(db, operation.number));
    db.prepare('update operations set hash = ?, previousHash = ? where number = ?').run(
      hash,
      previousHash,
      operation.number,
    );
    previousHash = hash;
  }
};

describe('a check of a board of several laptops', () => {
  it('tells each laptop’s chain by itself, and who vouches for it', async () => {
    const { a, b } = await twoLaptops();
    expect(chains(a.store)).toEqual([
      {
        what: 'Audit chain of Office laptop',
        ok: true,
        words: expect.stringMatching(/unbroken\. This laptop wrote them\.$/),
      },
      {
        what: 'Audit chain of Laptop B',
        ok: true,
        words: '2 operations follow one another unbroken, and Laptop B vouches for them.',
      },
    ]);
    expect(checkBoard(b.store).ok).toBe(true);
  });

  it.each([
    [
      'an operation of another that was altered',
      `update changes set new = json_set(new, '$.name', 'Fire') where operation = (select number from operations where deviceId = ? and sequence = 2)`,
      false,
      'Audit chain of Laptop B: The chain breaks at operation 2: its contents were altered.',
    ],
    [
      'one whose chain was counted anew',
      `update changes set new = json_set(new, '$.name', 'Fire') where operation = (select number from operations where deviceId = ? and sequence = 1)`,
      true,
      'Audit chain of Laptop B: Operation 2 is not the one that was sealed.',
    ],
    [
      'a seal that was forged',
      `update deviceSeals set signature = '${'ab'.repeat(64)}' where deviceId = ?`,
      false,
      'Audit chain of Laptop B: The seal of operation 2 is not this laptop’s.',
    ],
    [
      'a seal that was taken away',
      'delete from deviceSeals where deviceId = ?',
      false,
      'Audit chain of Laptop B: Operations 1 to 2 have no seal of Laptop B, so nobody vouches for them.',
    ],
  ])('finds %s', async (_, sql, isCountedAnew, words) => {
    const { a, b } = await twoLaptops();
    tamper(a.store, sql, b.laptop.device);
    if (isCountedAnew) countAnew(a.store, b.laptop.device);
    expect(faults(a.store)).toEqual([words]);
  });

  it('finds a seal of a laptop whose key in the list was changed', async () => {
    const { a, b } = await twoLaptops();
    tamper(a.store, 'update memberDevices set signKey = ? where id = ?', a.laptop.keys.signKey, b.laptop.device);
    expect(faults(a.store)).toEqual(['Audit chain of Laptop B: The seal of operation 2 is not this laptop’s.']);
  });

  it('tells what waits for changes that have not come, and finds no fault in it', async () => {
    const { a, b, folder } = await twoLaptops();
    addAgency(b.store, 'Housing');
    await exportToFile(b.store, b.laptop, path.join(folder, 'missing.sync'));
    b.store.db
      .prepare('insert or replace into exchanges (deviceId, has, at) values (?, ?, 0)')
      .run(a.laptop.device, JSON.stringify({ [a.laptop.device]: 99, [b.laptop.device]: 3 }));
    addAgency(b.store, 'Schools');
    await exportToFile(b.store, b.laptop, path.join(folder, 'second.sync'));
    await importFromFile(a.store, a.laptop, path.join(folder, 'second.sync'));
    expect(checkBoard(a.store).ok).toBe(true);
    expect(chains(a.store).at(-1)).toEqual({
      what: 'Changes that wait',
      ok: true,
      words: 'Change 3 of Laptop B is missing; 4 is kept until it comes.',
    });
  });

  it('finds records that are not what the rules of merging say, also where nothing says that they are in dispute', async () => {
    const { a, b, send } = await twoLaptops();
    const id = a.store.db.prepare<[], string>(`select id from agencies where name = 'Police'`).pluck().get() ?? '';
    for (const { store } of [a, b])
      store.operation({ kind: 'edit-agency' }, (write) => write.update('agencies', id, { name: store.device.name }));
    await send(b, a, 'second.sync');
    expect(checkBoard(a.store).ok).toBe(true);
    tamper(a.store, 'delete from conflicts');
    a.store.db.exec('delete from disputedRows');
    expect(checkBoard(a.store).findings.find(({ what }) => what === 'Log and records')).toMatchObject({
      ok: false,
      words: expect.stringContaining('What waits for a decision is not what the change log says'),
    });
  });
});
