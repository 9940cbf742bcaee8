import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUBLIC_MARKING } from '../../../../db/domain/identifying-words.ts';
import type { Store } from '../../../../db/store/store.ts';
import { buildStaffordshire2009 } from '../../../fixtures/public-cases/staffordshire-2009.ts';
import { buildStaffordshire2018 } from '../../../fixtures/public-cases/staffordshire-2018-19.ts';
import { printSections, rowsOf } from './printed-sections.ts';

type Opened = Awaited<ReturnType<typeof buildStaffordshire2009>>;

const folder = mkdtempSync(path.join(tmpdir(), 'as-recorded-'));
let board2009: Opened;
let board2018: Opened;
beforeAll(async () => {
  board2009 = await buildStaffordshire2009(path.join(folder, '2009'));
  board2018 = await buildStaffordshire2018(path.join(folder, '2018'));
});
afterAll(() => {
  board2009.session.close();
  board2018.session.close();
  rmSync(folder, { recursive: true, force: true });
});

const idOf = (store: Store, table: 'reviews' | 'agencies', column: string, value: string): string =>
  store.prepare<[string], string>(`select id from ${table} where ${column} = ?`).pluck().get(value) ?? '';

describe('what is not known to the day is printed as it was recorded', () => {
  test('a delay that nobody knows the first day of has not lasted no days', () => {
    const pack = printSections(board2018, ['publication']);
    expect(rowsOf(pack, 'publication-delays-by-reason')).toEqual([
      { reason: 'Criminal proceedings', reviews: '3', total: 'not known', longest: 'not known' },
    ]);
  });

  test('the year’s report gives the date of completion in its words, and says what the dates leave open', () => {
    const pack = printSections(board2018, ['annual-figures']);
    expect(rowsOf(pack, 'annual-unpublished').map(({ completed }) => completed)).toEqual(
      Array(3).fill('by the annual report 2018/19'),
    );
    const words = pack.sections[0]?.blocks.find((block) => block.kind === 'list');
    expect(words?.kind === 'list' ? words.items.slice(0, 2) : []).toEqual([
      'No serious case review is known to have been completed in the year; three were completed on dates that do not say in which year.',
      'Three serious case reviews, completed on dates that do not say in which year, were not published by the end of the year because of ongoing criminal proceedings.',
    ]);
  });

  test('a public pack says the years that were written for a date, and no other words', () => {
    const pack = printSections(board2018, ['cover', 'publication', 'annual-figures'], {
      audience: 'public',
      marking: PUBLIC_MARKING,
    });
    expect(rowsOf(pack, 'public-published')).toMatchObject([{ on: '2018/19' }]);
  });
});

describe('a pack says a thing once and in the same words', () => {
  test('the mark of a withheld count is explained where one stands', () => {
    const pack = printSections(board2018, ['cover', 'one-page', 'annual-figures', 'publication'], {
      audience: 'public',
      marking: PUBLIC_MARKING,
    });
    const explains = (id: string): boolean =>
      JSON.stringify(pack.sections.find((section) => section.id === id)).includes('stands for a count from 1 to 4');
    expect(['one-page', 'publication', 'annual-figures'].map(explains)).toEqual([true, true, false]);
  });

  test('an action from a meeting is named by the meeting wherever it stands', () => {
    const agencyId = idOf(board2009.store, 'agencies', 'name', 'District council 1');
    const pack = printSections(board2009, ['agency'], { agencyId });
    const named = 'Children’s Trust Board, 2 June 2009: S11.1';
    expect(Object.values(rowsOf(pack, 'agency-updates')[0] ?? {})[0]).toBe(named);
    expect(Object.values(rowsOf(pack, 'agency-actions')[0] ?? {})[0]).toBe(named);
  });

  test('an action of an agency that named nobody is not called nobody’s', () => {
    const rows = rowsOf(printSections(board2009, ['appendix']), 'data-quality');
    const count = (what: string): string | undefined => rows.find((row) => row.what === what)?.count;
    expect(count('Open action that nobody owns yet')).toBe('1');
    expect(count('Open action of an agency that has named no owner')).toBe('8');
  });

  test('a briefing has no key without ratings, and no plan waits that there is not', () => {
    const reviewId = idOf(board2009.store, 'reviews', 'reference', 'SCR 2008/A');
    const [briefing] = printSections(board2009, ['review-briefing'], { reviewId }).sections;
    expect(briefing?.blocks.some(({ kind }) => kind === 'rag-key')).toBe(false);
    expect(JSON.stringify(briefing)).toContain('Action plan: There is none yet.');
  });
});
