/** The history of a board that several laptops write: it depends on what was done, not on how it came to this laptop. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  changedFields,
  type History,
  historyOfRecord,
  historyOfReview,
  kindsThatHappened,
  recentHistory,
} from '../../../db/service/history-reading.ts';
import { editRecord } from '../../../db/service/records.ts';
import { removedRecords } from '../../../db/service/removed-records.ts';
import { restoreValue } from '../../../db/service/restore-value.ts';
import { exportBoard } from '../../../db/store/export.ts';
import { END_OF_LOG, endOfDay } from '../../../db/store/log-end.ts';
import type { Store } from '../../../db/store/store.ts';
import { exportToFile, importFromFile } from '../../../db/sync/exchange.ts';
import { DAY, TODAY } from '../../support/board.ts';
import { type Joined, joinLaptops } from '../../support/joined-laptops.ts';

const PAGE = { offset: 0, limit: 100 };

const historyAt = (store: Store, day: string | null = null): History => ({
  log: store,
  rows: store,
  until: day === null ? END_OF_LOG : endOfDay(day),
  isPast: day !== null,
});

const addAgency = (store: Store, name: string): string =>
  store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name })).result;

let files = 0;
const send = async (from: Joined, to: Joined, folder: string): Promise<void> => {
  const file = path.join(folder, `sent-${(files += 1)}.sync`);
  if ((await exportToFile(from.store, from.laptop, file)) !== null) await importFromFile(to.store, to.laptop, file);
};

/** Two laptops that were away from each other for two days, each writing at its own times, and that hold the same now. */
const twoLaptops = async () => {
  const { a, others, board, folder } = await joinLaptops(2);
  const [b] = others;
  if (b === undefined) throw new Error('two laptops are needed');
  const review = await board.client.reviews.add({
    reference: 'LCSPR 2026/01',
    reviewTypeId: (await board.client.board.get()).reviewTypes[0]?.id ?? '',
    notifiedOn: TODAY,
  });
  const agency = addAgency(a.store, 'Housing');
  const other = addAgency(a.store, 'Probation');
  const third = addAgency(a.store, 'Police');
  await send(a, b, folder);
  const rename = (store: Store, id: string, name: string): void => {
    store.operation({ kind: 'edit-agency', reason: name }, (write) => write.update('agencies', id, { name }));
  };
  const retitle = (store: Store, title: string): void => {
    store.operation({ kind: 'edit-review', reason: title }, (write) => write.update('reviews', review.id, { title }));
  };
  const remove = (store: Store, id: string): void => {
    store.operation({ kind: 'remove', reason: 'Gone' }, (write) => write.remove('agencies', id));
  };
  const turns: readonly (() => void)[] = [
    () => rename(b.store, agency, 'Housing one'),
    () => rename(a.store, agency, 'Housing two'),
    () => retitle(b.store, 'Second title'),
    () => remove(a.store, other),
    () => remove(b.store, other),
    () => remove(a.store, third),
    () => rename(b.store, third, 'Police north'),
    () => retitle(a.store, 'Third title'),
  ];
  for (const turn of turns) {
    board.clock.advance(DAY / 4);
    turn();
  }
  await send(a, b, folder);
  await send(b, a, folder);
  return { a, b, agency, other, third, review: review.id };
};

describe('two laptops with the same operations', () => {
  it('tell the same history, recent, of records, of reviews and of days, and hold the same removed', async () => {
    const { a, b, agency, other, third, review } = await twoLaptops();
    const numbersOf = ({ store }: Joined) =>
      store.db.prepare('select id from operations order by number').pluck().all();
    expect(numbersOf(b)).not.toEqual(numbersOf(a));
    const told = ({ store }: Joined) =>
      [null, TODAY].map((day) => {
        const history = historyAt(store, day);
        return {
          recent: recentHistory(history, {}, PAGE),
          ofDay: recentHistory(history, { from: TODAY, until: TODAY, area: 'reviews' }, PAGE),
          records: [agency, other, third, review].map((rowId) => [
            historyOfRecord(history, { ...PAGE, rowId, field: null }),
            historyOfRecord(history, { ...PAGE, rowId, field: 'name' }),
            changedFields(history, rowId),
          ]),
          review: historyOfReview(history, review, PAGE),
          removed: removedRecords(history, PAGE),
          kinds: kindsThatHappened(history),
        };
      });
    expect(told(b)).toEqual(told(a));
    const [now] = told(a);
    expect(now?.records[0]?.[1]).toMatchObject({
      entries: [{ reason: 'Housing two' }, { reason: 'Housing one' }, {}],
    });
    expect(now?.removed.rows.map(({ record }) => record)).toEqual([expect.stringContaining('Probation')]);
    expect(told(a)[1]?.recent.total).toBeLessThan(now?.recent.total ?? 0);
  });

  it('export the same bytes, whichever was first', async () => {
    const { a, b } = await twoLaptops();
    expect([...exportBoard(b.store.db)].join('')).toBe([...exportBoard(a.store.db)].join(''));
  });

  it('name the same post as the last to change a field, and give the same earlier value back', async () => {
    const { a, b, agency } = await twoLaptops();
    for (const { store } of [a, b]) {
      const stale = {
        table: 'agencies',
        id: agency,
        was: { name: 'Housing' },
        now: { name: 'X' },
        force: false,
      } as const;
      expect(() => editRecord(store, stale)).toThrow(
        expect.objectContaining({ code: 'stale', details: expect.objectContaining({ actor: 'Board manager' }) }),
      );
      const one = store.prepare<[], { id: string }>(`select id from operations where reason = 'Housing one'`).get();
      restoreValue(store, {
        table: 'agencies',
        rowId: agency,
        field: 'name',
        operationId: one?.id ?? '',
        reason: 'Back',
      });
      expect(store.row('agencies', agency).name).toBe('Housing one');
    }
  });
});

describe('a change that writes what was there already', () => {
  it('is not told', async () => {
    const { a, agency } = await twoLaptops();
    const number = a.store.prepare<[], number>('select max(number) from operations').pluck().get() ?? 0;
    const before = historyOfRecord(historyAt(a.store), { ...PAGE, rowId: agency, field: null });
    a.store.db
      .prepare(
        `insert into changes (operation, tableName, rowId, field, old, new, parent) values (?, 'agencies', ?, 'name', 'Same', 'Same', ?)`,
      )
      .run(number, agency, number);
    expect(historyOfRecord(historyAt(a.store), { ...PAGE, rowId: agency, field: null })).toEqual(before);
    expect(changedFields(historyAt(a.store), agency)).toEqual(['name']);
  });
});
