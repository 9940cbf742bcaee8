import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOverview } from '../../../db/service/overview.ts';
import { replay } from '../../../db/store/as-at.ts';
import { endOfDay } from '../../../db/store/log-end.ts';
import type { Sqlite } from '../../../db/store/database.ts';
import { readCalendar } from '../../../db/store/facts.ts';
import { quoted, RECORDED_TABLES } from '../../../db/store/tables.ts';
import { DAY, openBoard, openSharedBoard, TODAY } from '../../support/board.ts';

const everything = (db: Sqlite): Record<string, unknown[]> =>
  Object.fromEntries(
    [...RECORDED_TABLES.map((table) => table.name), 'actionFacts', 'clockFacts'].map((table) => [
      table,
      db.prepare(`select * from ${quoted(table)} order by 1`).all(),
    ]),
  );

const asAt = <T>(db: Sqlite, day: string | null, read: (past: Sqlite) => T): T => {
  const past = replay(db, day === null ? undefined : endOfDay(day));
  try {
    return read(past);
  } finally {
    past.close();
  }
};

describe('the board as it was', () => {
  it('at the end of each day is what it was then, also after undoing and removing', async () => {
    const { store, clock } = await openBoard();
    const seen = new Map<string, Record<string, unknown[]>>();
    const endDay = (): void => {
      seen.set(new Date(clock.now()).toISOString().slice(0, 10), everything(store.db));
      clock.advance(DAY);
    };
    endDay();
    const { result: id } = store.operation({ kind: 'edit-agency' }, (write) =>
      write.insert('agencies', { name: 'Police' }),
    );
    endDay();
    store.operation({ kind: 'edit-agency' }, (write) => write.update('agencies', id, { name: 'Constabulary' }));
    clock.set(Date.parse('2026-11-25T23:59:59.999Z'));
    store.operation({ kind: 'edit-agency' }, (write) => write.update('agencies', id, { note: 'at midnight' }));
    seen.set('2026-11-25', everything(store.db));
    clock.advance(1);
    store.operation({ kind: 'remove' }, (write) => write.remove('agencies', id));
    endDay();
    expect(seen.size).toBe(4);
    for (const [day, then] of seen) expect(asAt(store.db, day, everything), day).toEqual(then);
  });

  it('before it was made is nothing', async () => {
    const { store } = await openBoard();
    expect(asAt(store.db, '2020-01-01', (past) => past.prepare('select count(*) as n from boards').get())).toEqual({
      n: 0,
    });
  });
});

describe('the sample board as it was', () => {
  let board: Awaited<ReturnType<typeof openSharedBoard>>;
  beforeAll(async () => {
    board = await openSharedBoard('sample');
  }, 60_000);
  afterAll(() => board.close());

  it('today is the board, with the same facts of actions and clocks', () => {
    expect(asAt(board.store.db, TODAY, everything)).toEqual(everything(board.store.db));
  });

  it('a year ago answers the same questions, with fewer actions', () => {
    const calendar = readCalendar(board.store.db);
    if (calendar === null) throw new Error('the sample has a nation');
    const now = readOverview(board.store, TODAY, calendar).counts;
    const then = asAt(board.store.db, '2025-11-23', (past) => readOverview(past, '2025-11-23', calendar).counts);
    expect(then.actions).toBeLessThan(now.actions);
    expect(then.reviews).toBeLessThan(now.reviews);
    expect(then.reviews).toBeGreaterThan(0);
  });

  it('makes a pack of that day and none of a day that has not come', async () => {
    const options = {
      title: 'Status pack',
      body: 'Executive group',
      meetingDate: null,
      purpose: 'information',
      marking: 'OFFICIAL-SENSITIVE',
      sections: ['cover', 'one-page'],
    } as const;
    const past = await board.client.packs.preview({ ...options, sections: [...options.sections], asAt: '2025-11-23' });
    expect(past.dataAsAt).toBe('2025-11-23');
    const future = board.client.packs.preview({ ...options, sections: [...options.sections], asAt: '2026-11-24' });
    await expect(future).rejects.toMatchObject({ data: { code: 'bad-input', details: { field: 'asAt' } } });
    const before = board.client.packs.preview({ ...options, sections: [...options.sections], asAt: '1999-01-01' });
    await expect(before).rejects.toMatchObject({ data: { code: 'bad-input', details: { field: 'asAt' } } });
  });
});
