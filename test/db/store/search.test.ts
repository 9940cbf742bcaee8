import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { checkBoard } from '../../../db/service/check.ts';
import { makeBoardFrom } from '../../../db/service/import-board.ts';
import { BoardSession } from '../../../db/service/session.ts';
import { exportBoard } from '../../../db/store/export.ts';
import { readBoardDocument } from '../../../db/store/import.ts';
import { findTexts } from '../../../db/store/search.ts';
import { indexProblem, readySearch } from '../../../db/store/search-index.ts';
import { LEFT_OUT, SEARCH_SOURCES } from '../../../db/store/search-sources.ts';
import type { Store } from '../../../db/store/store.ts';
import { quoted, RECORDED_TABLES } from '../../../db/store/tables.ts';
import { addRowToEveryTable } from '../../support/every-table.ts';
import {
  createClock,
  openBoard,
  PASSPHRASE,
  reopen,
  SMALL_COST,
  surroundingsAt,
  temporaryFolder,
  type TestBoard,
} from '../../support/board.ts';

const WORD = 'Zwetschgenkuchen';

/** The tables in which the words are found. */
const tablesWith = (store: Store, typed: string): readonly string[] => {
  readySearch(store.db);
  return findTexts(store, { typed, most: 10 }).groups.map(({ table }) => table);
};

const withReview = async (board: TestBoard) => {
  const type = (await board.client.board.get()).reviewTypes[0]?.id ?? '';
  const row = {
    reference: 'LCSPR 2026/01',
    reviewTypeId: type,
    label: 'Baby T',
    title: 'Injury',
    notifiedOn: '2026-11-02',
  };
  const { id } = await board.client.reviews.add({ ...row, notifiedText: null });
  return id;
};

const undoLast = async ({ client }: TestBoard): Promise<void> => {
  await client.history.undo({ operationId: (await client.history.next()).undo?.operationId ?? '' });
};

const words = (table: string, column: string): string => `${WORD} ${table} ${column}`;

/** Fields that hold what a person wrote: text that is neither an id nor a date nor one of a list of codes. */
const writtenFields = (store: Store): readonly string[] =>
  RECORDED_TABLES.flatMap(({ name, columns, types }) => {
    const sql =
      store.prepare<[string], { sql: string }>('select sql from sqlite_schema where name = ?').get(name)?.sql ?? '';
    const isChecked = (column: string): boolean =>
      sql.includes(`"${name}_${column}_is_a_date"`) || sql.includes(`"${name}_${column}_is_known"`);
    return columns
      .filter((column) => types[column] === 'text' && column !== 'id' && !column.endsWith('Id'))
      .filter((column) => !isChecked(column) && !/(On|Date|^date|Until)$/.test(column))
      .map((column) => `${name}.${column}`);
  });

describe('what is looked through', () => {
  it('is every field that a person writes in, but those that are left out for a reason', async () => {
    const { store } = await openBoard();
    const named = SEARCH_SOURCES.flatMap(({ table, fields, joined }) =>
      [{ table, fields }, ...joined].flatMap((rows) =>
        Object.values(rows.fields).flatMap((list) => (list ?? []).map((field) => `${rows.table}.${field}`)),
      ),
    );
    const leftOut = LEFT_OUT.flatMap(({ of }) => of);
    const missing = writtenFields(store).filter(
      (field) => !named.includes(field) && !leftOut.includes(field) && !leftOut.includes(field.split('.')[0] ?? ''),
    );
    expect(missing).toEqual([]);
    expect(LEFT_OUT.every(({ why }) => why !== '')).toBe(true);
    expect(named.filter((field) => leftOut.includes(field))).toEqual([]);
  });

  it('is found by a word in any of those fields', async () => {
    const { store } = await openBoard();
    const { result: rows } = store.operation({ kind: 'import' }, (write) => addRowToEveryTable(store.db, write, words));
    const unfound: string[] = [];
    for (const { table, fields, joined } of SEARCH_SOURCES) {
      for (const part of [{ table, fields }, ...joined]) {
        for (const field of Object.values(part.fields).flatMap((list) => list ?? [])) {
          const holds = store
            .prepare<[], { n: number }>(
              `select count(*) as n from ${part.table} where ${quoted(field)} like '${WORD}%'`,
            )
            .get();
          if (holds?.n === 0) continue;
          if (!tablesWith(store, `${WORD} ${part.table} ${field}`).includes(table))
            unfound.push(`${part.table}.${field}`);
        }
      }
    }
    expect(rows.length).toBeGreaterThan(50);
    expect(unfound).toEqual([]);
    expect(indexProblem(store.db)).toBeNull();
  });
});

describe('the index', () => {
  it('follows an edit: the old words are gone, the new ones are there', async () => {
    const { client, store } = await openBoard();
    const { id } = await client.records.add({ table: 'agencies', row: { name: 'Riverbank Trust' } });
    expect(tablesWith(store, 'riverb')).toEqual(['agencies']);
    await client.records.edit({
      table: 'agencies',
      id,
      was: { name: 'Riverbank Trust' },
      now: { name: 'Hillside Trust' },
    });
    expect(tablesWith(store, 'riverb')).toEqual([]);
    expect(tablesWith(store, 'hills trust')).toEqual(['agencies']);
  });

  it('lets a removed record fall out, and undo brings it back', async () => {
    const board = await openBoard();
    const reviewId = await withReview(board);
    const { id } = await board.client.records.add({ table: 'notes', row: { reviewId, text: 'The coroner wrote' } });
    await board.client.records.remove({ table: 'notes', id });
    expect(tablesWith(board.store, 'coroner')).toEqual([]);
    await undoLast(board);
    expect(tablesWith(board.store, 'coroner')).toEqual(['notes']);
  });

  it('lets everything below a removed review fall out with it, and undo brings all of it back', async () => {
    const board = await openBoard();
    const { client, store } = board;
    const reviewId = await withReview(board);
    await client.records.add({ table: 'notes', row: { reviewId, text: 'Kestrel in a note' } });
    const action = await client.actions.add({ number: '1', text: 'Kestrel in an action', reviewId });
    await client.actions.addUpdate({ ids: [action.id], date: '2026-11-20', text: 'Kestrel in an update' });
    const all = ['actions', 'progressUpdates', 'notes'];
    expect(tablesWith(store, 'kestrel')).toEqual(all);
    await client.reviews.remove({ id: reviewId, reason: 'Entered twice' });
    expect(tablesWith(store, 'kestrel')).toEqual([]);
    expect(tablesWith(store, 'baby t')).toEqual([]);
    await undoLast(board);
    expect(tablesWith(store, 'kestrel')).toEqual(all);
    expect(indexProblem(store.db)).toBeNull();
  });

  it('finds a review by every label of its case, also by one that was given later and not by one that was taken away', async () => {
    const board = await openBoard();
    const { client, store } = board;
    const reviewId = await withReview(board);
    const { caseId } = store.row('reviews', reviewId);
    const label = { caseId, label: 'Family Quince', kind: 'family', audience: 'print' } as const;
    const { id } = await client.records.add({ table: 'labels', row: label });
    expect(tablesWith(store, 'quince')).toEqual(['reviews']);
    await client.records.remove({ table: 'labels', id });
    expect(tablesWith(store, 'quince')).toEqual([]);
  });

  it('is read again when nothing else is to do, and by the next opening where that never came', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const board = await openBoard();
    const waiting = (store: Store) => store.prepare('select count(*) from searchWaiting').pluck().get();
    readySearch(board.store.db);
    for (let at = 0; at < 25; at += 1) {
      board.store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name: `Kestrel ${at}` }));
    }
    expect(waiting(board.store)).toBe(25);
    vi.advanceTimersByTime(1100);
    expect(waiting(board.store)).toBe(0);
    board.store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name: 'Osprey' }));
    const again = await reopen(board);
    expect(waiting(again.store)).toBe(1);
    expect(tablesWith(again.store, 'osprey')).toEqual(['agencies']);
    expect(indexProblem(again.store.db)).toBeNull();
  });

  it('is made again from nothing where it is missing, and is the same', async () => {
    const board = await openBoard();
    await withReview(board);
    const texts = (store: Store) => {
      readySearch(store.db);
      return store.prepare('select reference, title, text from searchTexts order by reference, title, text').all();
    };
    const before = texts(board.store);
    board.store.db.exec('delete from searchDefinition; delete from searchTexts; delete from searchRecords');
    const again = await reopen(board);
    expect(texts(again.store)).toEqual(before);
    expect(indexProblem(again.store.db)).toBeNull();
  });

  it('is not in an export, and an imported board has its own', async () => {
    const board = await openBoard();
    await withReview(board);
    const exported = [...exportBoard(board.store.db)].join('');
    expect(exported).not.toContain('searchTexts');
    const folder = path.join(temporaryFolder(), 'new');
    const surroundings = surroundingsAt(createClock());
    await makeBoardFrom(folder, readBoardDocument(exported), PASSPHRASE, surroundings, SMALL_COST);
    const session = new BoardSession(folder, surroundings, { cost: SMALL_COST });
    onTestFinished(() => session.close());
    await session.unlock(PASSPHRASE);
    expect(tablesWith(session.store, 'baby t')).toEqual(['reviews']);
    expect(indexProblem(session.store.db)).toBeNull();
  });

  it('is checked: a text that is not as it stands in the records is said, and mends itself', async () => {
    const board = await openBoard();
    await withReview(board);
    const { store } = board;
    const search = () => checkBoard(store).findings.find(({ what }) => what === 'Find anything');
    expect(search()).toMatchObject({ ok: true });
    store.db.exec(`update searchTexts set title = 'Another' where title = 'Injury'`);
    const finding = search();
    expect(finding).toMatchObject({ ok: false });
    expect(finding?.words).toContain('a text of reviews is not in it');
    const { groups } = await board.client.search.find({ typed: 'injury' });
    expect(groups.map(({ kind }) => kind)).toEqual(['reviews']);
    expect(search()).toMatchObject({ ok: true });
  });

  it('keeps no words of what was removed', async () => {
    const board = await openBoard();
    const { client, store } = board;
    const { id } = await client.records.add({ table: 'agencies', row: { name: WORD } });
    const holds = () =>
      store.db
        .prepare<[], { block: Buffer }>('select block from searchTexts_data')
        .all()
        .some(({ block }) => block.includes('schgenkuchen') || block.includes(WORD.toLowerCase()));
    readySearch(store.db);
    store.db.exec(`insert into searchTexts (searchTexts) values ('optimize')`);
    expect(holds()).toBe(true);
    await client.records.edit({ table: 'agencies', id, was: { name: WORD }, now: { name: 'Police' } });
    readySearch(store.db);
    expect(holds()).toBe(false);
  });
});
