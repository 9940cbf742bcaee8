import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBoard } from '../../../db/service/check.ts';
import { type Change, clockToInstant, nextClock, type Operation, verifyChain } from '../../../db/store/change-log.ts';
import { openDatabase, type Sqlite } from '../../../db/store/database.ts';
import { quoted, RECORDED_TABLES } from '../../../db/store/tables.ts';
import { DAY, MORNING, openBoard, openSharedBoard, refusalOf, reopen } from '../../support/board.ts';
import { addRowToEveryTable, type MadeRow } from '../../support/every-table.ts';

let board: Awaited<ReturnType<typeof openSharedBoard>>;
let made: ReadonlyMap<string, MadeRow>;
beforeAll(async () => {
  board = await openSharedBoard();
  const { result } = board.store.operation({ kind: 'import' }, (write) => addRowToEveryTable(board.store.db, write));
  made = new Map(result.map((row) => [row.table, row]));
}, 60_000);
afterAll(() => board.close());

const idIn = (table: string): string => made.get(table)?.id ?? '';
const changesOf = (rowId: string): readonly Change[] =>
  board.store.prepare<[string], Change>('select * from changes where rowId = ? order by number').all(rowId);
const operationsOf = (db: Sqlite): readonly Operation[] =>
  db.prepare<[], Operation>('select * from operations order by number').all();

describe.each(RECORDED_TABLES.map((table) => table.name))('a row of %s', (table) => {
  it('is logged whole when it is made', () => {
    const row = board.store.row(table, idIn(table)) as Record<string, unknown>;
    const [first] = changesOf(idIn(table));
    expect(first).toMatchObject({ tableName: table, field: '', old: null, parent: null });
    const columns = RECORDED_TABLES.find((shape) => shape.name === table)?.columns ?? [];
    expect(JSON.parse(String(first?.new))).toEqual(Object.fromEntries(columns.map((column) => [column, row[column]])));
  });

  it('is logged when it is removed and when it is brought back, each naming the operation before it', () => {
    const id = idIn(table);
    const removed = board.store.operation({ kind: 'remove' }, (write) => write.remove(table, id)).operation;
    const back = board.store.operation({ kind: 'import' }, (write) =>
      write.update(table, id, { removed: null }),
    ).operation;
    const [made, ...later] = changesOf(id);
    expect(later).toMatchObject([
      { field: 'removed', old: null, new: MORNING, operation: removed?.number, parent: made?.operation },
      { field: 'removed', old: MORNING, new: null, operation: back?.number, parent: removed?.number },
    ]);
  });

  it('is never deleted, never replaced, and keeps its id', () => {
    const { db } = board.store;
    const name = quoted(table);
    const id = idIn(table);
    const within = (sql: string) => () => board.store.operation({ kind: 'import' }, () => db.prepare(sql).run(id));
    expect(within(`delete from ${name} where id = ?`)).toThrow('a row is never deleted');
    expect(
      within(`insert or replace into ${name} select * from ${name} where id = ?`.replace('*', columnList(table))),
    ).toThrow('a row is never deleted');
    expect(within(`update ${name} set id = 'another' where id = ?`)).toThrow('an id never changes');
    expect(db.prepare(`select count(*) as n from ${name} where id = ?`).get(id)).toEqual({ n: 1 });
  });

  it('is not written outside an operation', () => {
    const { db } = board.store;
    const before = operationsOf(db).length;
    expect(() => db.prepare(`update ${quoted(table)} set removed = 5 where id = ?`).run(idIn(table))).toThrow(
      'changes.operation',
    );
    expect((board.store.row(table, idIn(table)) as { removed: number | null }).removed).toBeNull();
    expect(operationsOf(db).length).toBe(before);
  });
});

const columnList = (table: string): string =>
  (RECORDED_TABLES.find((shape) => shape.name === table)?.columns ?? []).map(quoted).join(', ');

describe('every field of every table', () => {
  it('is logged with what it held and what it holds', () => {
    const { store } = board;
    const missed: string[] = [];
    for (const { name, columns, types, required } of RECORDED_TABLES) {
      const id = idIn(name);
      for (const column of columns) {
        if (column === 'id' || column === 'removed' || required.has(column)) continue;
        const before = (store.row(name, id) as Record<string, unknown>)[column];
        if (before === null) continue;
        try {
          store.operation({ kind: 'import' }, (write) => write.update(name, id, { [column]: null }));
        } catch {
          // A check of the table wants it filled; its change is of the same triggers.
          continue;
        }
        const last = changesOf(id).at(-1);
        if (last?.field !== column || last.old !== before || last.new !== null) missed.push(`${name}.${column}`);
        expect(types[column]).toBeDefined();
      }
    }
    expect(missed).toEqual([]);
  });
});

describe('an operation', () => {
  it('that changes nothing leaves no trace', () => {
    const before = operationsOf(board.store.db);
    const { name } = board.store.row('agencies', idIn('agencies'));
    const done = board.store.operation({ kind: 'edit-agency' }, (write) => {
      write.update('agencies', idIn('agencies'), { name });
      return 'result';
    });
    expect(done).toEqual({ result: 'result', operation: null, tables: [] });
    expect(operationsOf(board.store.db)).toEqual(before);
  });

  it('that fails leaves no trace, and the next one is not disturbed', async () => {
    const before = operationsOf(board.store.db);
    const agency = () =>
      board.store.operation({ kind: 'edit-agency' }, (write) => {
        write.insert('agencies', { name: 'Half' });
        write.update('agencies', 'there is no such id', { name: 'x' });
      });
    expect((await refusalOf(agency)).code).toBe('not-found');
    expect(operationsOf(board.store.db)).toEqual(before);
    expect(board.store.db.prepare(`select count(*) as n from agencies where name = 'Half'`).get()).toEqual({ n: 0 });
    expect(board.store.db.prepare('select count(*) as n from temp.currentOperation').get()).toEqual({ n: 0 });
    board.store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name: 'Whole' }));
    expect(operationsOf(board.store.db).length).toBe(before.length + 1);
  });

  it('is not begun within another', () => {
    expect(() =>
      board.store.operation({ kind: 'import' }, () => board.store.operation({ kind: 'import' }, () => undefined)),
    ).toThrow('already under way');
  });

  it('tells its listeners which tables it changed, once it is on disk, and no others', () => {
    const heard: unknown[] = [];
    const stop = board.store.onChange((changed) => heard.push(changed));
    const { operation } = board.store.operation({ kind: 'edit-agency' }, (write) => {
      write.insert('agencies', { name: 'Heard' });
      expect(heard).toEqual([]);
    });
    board.store.operation({ kind: 'edit-agency' }, () => undefined);
    stop();
    board.store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name: 'Not heard' }));
    expect(heard).toEqual([{ operationId: operation?.id, tables: ['agencies'] }]);
  });

  it('says who did it, on which device, and why', () => {
    const { operation } = board.store.operation({ kind: 'remove', reason: 'Entered twice' }, (write) =>
      write.remove('agencies', write.insert('agencies', { name: 'Twice' })),
    );
    expect(operationsOf(board.store.db).at(-1)).toMatchObject({
      id: operation?.id,
      deviceId: board.store.device.id,
      actor: 'Board manager',
      kind: 'remove',
      reason: 'Entered twice',
    });
  });
});

describe('the log', () => {
  it('cannot be altered', () => {
    const { db } = board.store;
    expect(() => db.prepare(`update operations set reason = 'other'`).run()).toThrow('never altered');
    expect(() => db.prepare('delete from operations').run()).toThrow('never deleted');
    expect(() => db.prepare(`update changes set new = 'other'`).run()).toThrow('never altered');
    expect(() => db.prepare('delete from changes').run()).toThrow('never deleted');
    expect(() =>
      db.prepare('insert or replace into operations select * from operations order by number desc limit 1').run(),
    ).toThrow('never deleted');
    expect(() =>
      db.prepare('insert or replace into changes select * from changes order by number desc limit 1').run(),
    ).toThrow('never deleted');
  });

  it('holds, with every record as it says', () => {
    expect(verifyChain(board.store.db).breaks).toEqual([]);
    expect(checkBoard(board.store).findings.filter((finding) => !finding.ok)).toEqual([]);
  });
});

describe('the hybrid clock', () => {
  it('goes on when the laptop’s clock goes back, and follows it when it goes on', async () => {
    const own = await openBoard();
    const clockAt = (instant: number): string => {
      own.clock.set(instant);
      own.store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name: `At ${instant}` }));
      return operationsOf(own.store.db).at(-1)?.clock ?? '';
    };
    const clocks = [MORNING + 1000, MORNING + 1000, MORNING - 400 * DAY, MORNING + 999, MORNING + 2000].map(clockAt);
    expect(clocks).toEqual(clocks.toSorted());
    expect(new Set(clocks).size).toBe(clocks.length);
    expect(clocks.map(clockToInstant)).toEqual([
      MORNING + 1000,
      MORNING + 1000,
      MORNING + 1000,
      MORNING + 1000,
      MORNING + 2000,
    ]);
  });

  it('sorts as text, and carries its counter over', () => {
    expect(nextClock(0x1234, null)).toBe('0000000012340000');
    expect(nextClock(0x1234, '0000000012340000')).toBe('0000000012340001');
    expect(nextClock(0x1233, '000000001234ffff')).toBe('0000000012350000');
  });

  it('gives ids that sort in the order they were made, whatever the clock does', async () => {
    const own = await openBoard();
    const ids = [0, 0, -5000, 1, 1, 7].map((by) => {
      own.clock.advance(by);
      return own.store.newId();
    });
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('tampering with the file, past the program', () => {
  const check = async (tamper: (db: Sqlite) => void) => {
    const own = await openBoard();
    for (const name of ['Police', 'Health', 'Council']) {
      own.store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name }));
    }
    const { key } = own.store;
    own.session.close();
    const db = openDatabase(path.join(own.folder, 'board.db'), key);
    tamper(db);
    db.close();
    const result = checkBoard((await reopen(own)).store);
    expect(result.ok).toBe(false);
    // Words that were changed behind its back are not where the index of Find anything has them either.
    return result.findings.filter((finding) => !finding.ok && finding.what !== 'Find anything');
  };

  it.each([
    ['a field of an operation', `update operations set actor = 'Somebody' where sequence = 2`, 'operation 2 '],
    ['a change', `update changes set new = json_set(new, '$.name', 'Fire') where operation = 3`, 'operation 3 '],
    ['a removed change', 'delete from changes where operation = 3', 'operation 3 '],
    [
      'a removed operation',
      'delete from changes where operation = 3; delete from operations where sequence = 3',
      'operation 4 ',
    ],
    ['another order', `update operations set clock = '0000000000000000' where sequence = 4`, 'operation 4 '],
  ])('is found where it is: %s', async (_, sql, where) => {
    const findings = await check((db) => {
      db.pragma('foreign_keys = OFF');
      db.exec(sql);
    });
    expect(findings.find((finding) => finding.what === 'Audit chain')?.words).toContain(where);
  });

  it('is found in a record that was changed without a log', async () => {
    const findings = await check((db) => db.exec(`update agencies set name = 'Fire' where name = 'Health'`));
    expect(findings).toMatchObject([{ what: 'Log and records' }]);
    expect(findings[0]?.words).toMatch(/The record [0-9a-f-]{36} of agencies is not what the change log says/);
  });

  it('is found in a record that was deleted, and in one that was added', async () => {
    expect(await check((db) => db.exec(`delete from agencies where name = 'Council'`))).toMatchObject([
      { what: 'Log and records' },
    ]);
    expect(await check((db) => db.exec(`insert into agencies (id, name) values ('zz', 'Fire')`))).toMatchObject([
      { what: 'Log and records' },
    ]);
  });

  it('is found in a reference to nothing', async () => {
    const findings = await check((db) => {
      db.pragma('foreign_keys = OFF');
      db.exec(`insert into bodyNames (id, bodyId, name) values ('zz', 'nowhere', 'x')`);
    });
    expect(findings.find((finding) => finding.what === 'References')?.words).toContain('bodyNames');
  });

  it('is said calmly when a line of the log makes no sense at all', async () => {
    const findings = await check((db) => db.exec(`update changes set new = '{' where operation = 3 and field = ''`));
    expect(findings.find((finding) => finding.what === 'Log and records')?.words).toContain(
      'cannot be read to the end',
    );
  });
});

describe('who last set a field', () => {
  it('is the parent of its next change, also within one operation', async () => {
    const own = await openBoard();
    const { result: id, operation: first } = own.store.operation({ kind: 'edit-agency' }, (write) =>
      write.insert('agencies', { name: 'Police' }),
    );
    const name = (to: string) =>
      own.store.operation({ kind: 'edit-agency' }, (write) => write.update('agencies', id, { name: to })).operation;
    const second = name('The Police');
    own.store.operation({ kind: 'edit-agency' }, (write) => write.update('agencies', id, { note: 'a note' }));
    const fourth = own.store.operation({ kind: 'edit-agency' }, (write) => {
      write.update('agencies', id, { name: 'County Police' });
      write.update('agencies', id, { name: 'Constabulary' });
    }).operation;
    const changes = own.store
      .prepare<[string], Change>('select * from changes where rowId = ? order by number')
      .all(id);
    expect(changes.map(({ field, parent }) => [field, parent])).toEqual([
      ['', null],
      ['name', first?.number],
      ['note', first?.number],
      ['name', second?.number],
      ['name', fourth?.number],
    ]);
  });
});
