import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PACK_SECTIONS } from '../../../../db/contract/packs.ts';
import type { Pack } from '../../../../db/packs/model.ts';
import { openSharedBoard, type TestBoard } from '../../../support/board.ts';
import { nilsOf, printSections, tablesOf } from './printed-sections.ts';

/** What every new board has already, and figures that a board of nothing has too. */
const NEVER_EMPTY = ['words-used', 'bodies', 'since-figures'];

describe('on a board with nothing on it', () => {
  let board: TestBoard & { close(): void };
  let pack: Pack;
  beforeAll(async () => {
    board = await openSharedBoard();
    pack = printSections(board, PACK_SECTIONS);
  });
  afterAll(() => board.close());

  test.each(PACK_SECTIONS)('the section “%s” says something', (id) => {
    const section = pack.sections.find((one) => one.id === id);
    expect(section?.blocks.length).toBeGreaterThan(0);
    expect(section?.heading).toMatch(/\S/);
  });

  test('every table says its own nil return', () => {
    const nils = tablesOf(pack).map(({ nil }) => nil);
    expect(new Set(nils).size).toBe(nils.length);
    for (const nil of nils) expect(nil).toMatch(/^[A-Z].*\.$/);
    const filled = tablesOf(pack).flatMap(({ id, rows }) => (rows.length > 0 ? [id] : []));
    expect(filled.filter((id) => !NEVER_EMPTY.includes(id))).toEqual([]);
  });

  test('a briefing and an agency pack that nothing was chosen for say so', () => {
    expect(nilsOf(pack)).toContain('No review was chosen. Choose the review that the briefing is about.');
    expect(nilsOf(pack)).toContain('No agency was chosen. Choose the agency that the pack is about.');
  });
});

describe('on the sample board', () => {
  let board: TestBoard & { close(): void };
  let pack: Pack;
  beforeAll(async () => {
    board = await openSharedBoard('sample');
    const chosen = (table: string): string =>
      board.store.prepare<[], { id: string }>(`select id from ${table} where removed is null limit 1`).get()?.id ?? '';
    const choice = { reviewId: chosen('reviews'), agencyId: chosen('agencies') };
    pack = printSections(board, PACK_SECTIONS, choice);
    expect(printSections(board, PACK_SECTIONS, choice), 'the same pack again').toEqual(pack);
  });
  afterAll(() => board.close());

  test('no two tables bear the same id, and every row fits its columns', () => {
    const tables = tablesOf(pack);
    expect(new Set(tables.map(({ id }) => id)).size).toBe(tables.length);
    for (const { columns, rows } of tables) {
      for (const row of rows) expect(row.map(({ kind }) => kind)).toEqual(columns.map(({ kind }) => kind));
    }
  });

  test('nothing is printed that nobody wrote', () => {
    expect(JSON.stringify(pack.sections)).not.toMatch(/undefined|NaN|\[object|"text":"null/);
    for (const { rows } of tablesOf(pack)) {
      for (const { text } of rows.flat()) expect(text).not.toMatch(/\b\d{4}-\d{2}-\d{2}\b|\.\.(?!\.)|\s$|^\s|; ;/);
    }
  });

  test('a share never stands without both its numbers', () => {
    const texts = tablesOf(pack).flatMap(({ rows }) => rows.flat().map(({ text }) => text));
    for (const text of texts.filter((words) => /\(\d+%\)/.test(words))) expect(text).toMatch(/\d+ of \d+ \(\d+%\)/);
  });
});
