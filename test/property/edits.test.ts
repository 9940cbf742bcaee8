import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../db/migrations/index.ts';
import { checkLog } from '../../db/service/check.ts';
import { replay } from '../../db/store/as-at.ts';
import { verifyChain } from '../../db/store/change-log.ts';
import { openInMemory, type Sqlite } from '../../db/store/database.ts';
import { exportBoard } from '../../db/store/export.ts';
import { importBoard, readBoardDocument } from '../../db/store/import.ts';
import { endAtClock } from '../../db/store/log-end.ts';
import { migrate } from '../../db/store/migrate.ts';
import { quoted, RECORDED_TABLES } from '../../db/store/tables.ts';
import { nextRedo, nextUndo, undo } from '../../db/store/undo.ts';
import { openSharedBoard } from '../support/board.ts';

let board: Awaited<ReturnType<typeof openSharedBoard>>;
beforeAll(async () => {
  board = await openSharedBoard();
  // What a run writes is taken back by the next; nothing here is about the disk.
  board.store.db.pragma('synchronous = OFF');
}, 60_000);
afterAll(() => board.close());

/** Something that a person does to agencies, their names and closures. */
type Step =
  | { readonly do: 'add'; readonly name: string }
  | { readonly do: 'edit'; readonly which: number; readonly field: 'name' | 'note' | 'sector'; readonly to: string }
  | { readonly do: 'bulk'; readonly note: string }
  | { readonly do: 'remove'; readonly which: number }
  | { readonly do: 'fail'; readonly name: string }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }
  | { readonly do: 'clock'; readonly by: number };

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('', "'; --", '{"a":1}', '\u0000', '0.1', 'Ŵyl'),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('add' as const), name: text }),
  fc.record({
    do: fc.constant('edit' as const),
    which: fc.nat(9),
    field: fc.constantFrom('name' as const, 'note' as const, 'sector' as const),
    to: text,
  }),
  fc.record({ do: fc.constant('bulk' as const), note: text }),
  fc.record({ do: fc.constant('remove' as const), which: fc.nat(9) }),
  fc.record({ do: fc.constant('fail' as const), name: text }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('redo' as const) }),
  fc.record({ do: fc.constant('clock' as const), by: fc.integer({ min: -100_000, max: 100_000 }) }),
);
const steps = fc.array(step, { minLength: 1, maxLength: 15 });

/** `from`: the number of the operation that undoing stops at. */
const take = (ids: string[], done: Step, from: number): void => {
  const { store, clock } = board;
  const which = (at: number): string | undefined => ids[at % Math.max(ids.length, 1)];
  switch (done.do) {
    case 'add':
      ids.push(
        store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name: done.name })).result,
      );
      return;
    case 'edit': {
      const id = which(done.which);
      if (id !== undefined)
        store.operation({ kind: 'edit-agency' }, (write) => write.update('agencies', id, { [done.field]: done.to }));
      return;
    }
    case 'bulk':
      store.operation({ kind: 'edit-agency' }, (write) => {
        for (const id of ids) write.update('agencies', id, { note: done.note });
        write.insert('closures', { date: '2026-12-24', name: done.note });
      });
      return;
    case 'remove': {
      const id = which(done.which);
      if (id !== undefined && store.row('agencies', id).removed === null) {
        store.operation({ kind: 'remove' }, (write) => write.remove('agencies', id));
      }
      return;
    }
    case 'fail':
      expect(() =>
        store.operation({ kind: 'edit-agency' }, (write) => {
          write.insert('agencies', { name: done.name });
          throw new Error('in the middle');
        }),
      ).toThrow('in the middle');
      return;
    case 'undo': {
      const next = nextUndo(store);
      if (next !== null && next.number > from) undo(store, next.id);
      return;
    }
    case 'redo': {
      const next = nextRedo(store);
      if (next !== null) undo(store, next.id);
      return;
    }
    case 'clock':
      clock.advance(done.by);
  }
};

/** Every record that is on the lists; what was undone is off them and kept. */
const listed = (db: Sqlite): Record<string, unknown[]> =>
  Object.fromEntries(
    RECORDED_TABLES.map(({ name }) => [
      name,
      db.prepare(`select * from ${quoted(name)} where removed is null order by id`).all(),
    ]),
  );
const everything = (db: Sqlite): Record<string, unknown[]> =>
  Object.fromEntries(
    RECORDED_TABLES.map(({ name }) => [name, db.prepare(`select * from ${quoted(name)} order by id`).all()]),
  );

const lastClock = (): string =>
  board.store.prepare<[], { clock: string }>('select clock from operations order by number desc limit 1').get()
    ?.clock ?? '';

/** Does one thing, so that nothing of the run before can be done again; answers its number. */
const begin = (): number =>
  board.store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name: 'Begins' })).operation
    ?.number ?? 0;

describe('any series of edits, failures, undos and turns of the clock', () => {
  it('is taken back to where it began by undoing all of it', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const { store } = board;
        const from = begin();
        const before = listed(store.db);
        const ids: string[] = [];
        for (const one of taken) take(ids, one, from);
        for (let next = nextUndo(store); next !== null && next.number > from; next = nextUndo(store))
          undo(store, next.id);
        expect(listed(store.db)).toEqual(before);
      }),
      { seed: 2009, numRuns: 25 },
    );
  });

  it('is in the log at every point: replayed to then, it gives the board of then', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 6 }), (taken) => {
        const from = begin();
        const ids: string[] = [];
        const points = taken.map((one) => {
          take(ids, one, from);
          return { clock: lastClock(), records: everything(board.store.db) };
        });
        for (const { clock, records } of points) {
          const past = replay(board.store.db, endAtClock(clock));
          try {
            expect(everything(past)).toEqual(records);
          } finally {
            past.close();
          }
        }
      }),
      { seed: 1979, numRuns: 4 },
    );
  });

  it('leaves the chain unbroken, the clocks in order, and the log saying what the records say', () => {
    expect(verifyChain(board.store.db).breaks).toEqual([]);
    expect(checkLog(board.store.db).ok).toBe(true);
    const clocks = board.store.prepare<[], { clock: string }>('select clock from operations order by number').all();
    expect(clocks.map(({ clock }) => clock)).toEqual(clocks.map(({ clock }) => clock).toSorted());
    expect(new Set(clocks.map(({ clock }) => clock)).size).toBe(clocks.length);
  });

  it('is exported, imported and exported again as the same document, byte for byte', () => {
    const document = [...exportBoard(board.store.db)].join('');
    const db = openInMemory();
    try {
      migrate(db, MIGRATIONS, () => undefined);
      importBoard(db, readBoardDocument(document));
      expect([...exportBoard(db)].join('')).toBe(document);
    } finally {
      db.close();
    }
  });
});
