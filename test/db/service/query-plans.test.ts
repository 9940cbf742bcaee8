import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listActions } from '../../../db/service/action-list.ts';
import { tallyActions } from '../../../db/service/action-tally.ts';
import type { Reader } from '../../../db/service/context.ts';
import { readOverview } from '../../../db/service/overview.ts';
import { readReview } from '../../../db/service/review-detail.ts';
import { listReviews } from '../../../db/service/review-list.ts';
import { readCalendar } from '../../../db/store/facts.ts';
import { openSharedBoard, TODAY } from '../../support/board.ts';

let board: Awaited<ReturnType<typeof openSharedBoard>>;
beforeAll(async () => {
  board = await openSharedBoard('sample');
}, 60_000);
afterAll(() => board.close());

/** The plan of every query that the work asks: one line a step, the innermost too. */
const plansOf = (work: (reader: Reader) => unknown): readonly string[] => {
  const queries = new Set<string>();
  const listening: Reader = {
    prepare: (sql) => {
      queries.add(sql);
      return board.store.prepare(sql);
    },
  };
  work(listening);
  return [...queries].flatMap((sql) => {
    const names = new Set([...sql.matchAll(/@(\w+)/g)].map((found) => found[1] ?? ''));
    const values = names.size > 0 ? [Object.fromEntries([...names].map((name) => [name, '2026']))] : [];
    const places = names.size > 0 ? [] : Array.from({ length: sql.split('?').length - 1 }, () => 'x');
    return board.store.db
      .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(...values, ...places)
      .map(({ detail }) => detail);
  });
};

const scansOf = (plans: readonly string[], table: string): readonly string[] =>
  plans.filter((line) => new RegExp(`^SCAN ${table}( |$)`).test(line) && !line.includes('INDEX'));

const page = { offset: 0, limit: 100 };
const anId = (sql: string): string => board.store.prepare<[], { id: string }>(sql).get()?.id ?? '';

describe('the list of actions', () => {
  const list = (filter: Parameters<typeof listActions>[2]['filter'], by: 'target' | 'number' = 'target') =>
    plansOf((reader) => listActions(reader, TODAY, { filter, sort: { by, descending: false }, ...page }));

  it('of one review reads that review’s actions only', () => {
    const plans = list({ reviewId: [anId('select reviewId as id from actions where reviewId is not null limit 1')] });
    expect(plans.some((line) => line.startsWith('SEARCH a USING') && line.includes('actions_review'))).toBe(true);
    expect(scansOf(plans, 'a')).toEqual([]);
  });

  it('of one agency reads that agency’s actions only', () => {
    const plans = list({ agencyId: [anId('select id from agencies limit 1')] });
    expect(plans.some((line) => line.startsWith('SEARCH a USING') && line.includes('actions_lead'))).toBe(true);
    expect(scansOf(plans, 'a')).toEqual([]);
  });

  it('sorted by target comes in the order of its index, without sorting', () => {
    const plans = list({});
    const listed = plans.indexOf('SCAN a USING INDEX actions_target');
    expect(listed).toBeGreaterThan(0);
    // What is sorted after that is the page alone.
    expect(plans.slice(0, plans.indexOf('SCAN p')).filter((line) => line.includes('TEMP B-TREE'))).toEqual([]);
  });

  it('fills a page out by the keys of its actions', () => {
    const plans = list({ overdue: true });
    for (const table of ['f', 'g', 'r', 'c', 'x', 'm']) expect(scansOf(plans, table), table).toEqual([]);
  });
});

describe('figures', () => {
  it('about actions are counted on indexes alone', () => {
    const plans = plansOf((reader) => tallyActions(reader, TODAY));
    expect(scansOf(plans, 'a')).toEqual([]);
    expect(plans.some((line) => /^SCAN a USING (COVERING )?INDEX actions_lead/.test(line))).toBe(true);
    expect(plans.some((line) => line.startsWith('SEARCH f USING COVERING INDEX actionFacts_action'))).toBe(true);
  });

  it('about late clocks look at reviews and clocks by their keys', () => {
    const calendar = readCalendar(board.store.db);
    if (calendar === null) throw new Error('the sample has a nation');
    const plans = plansOf((reader) => readOverview(reader, TODAY, calendar));
    for (const table of ['k', 'a', 'c']) expect(scansOf(plans, table), table).toEqual([]);
    expect(plans.some((line) => line.includes('clockFacts_'))).toBe(true);
  });

  it('find the clocks that are due by their index', () => {
    const plan = board.store.db
      .prepare<unknown[], { detail: string }>(
        `explain query plan select clockId from clockFacts where stoppedOn is null and dueOn < ?`,
      )
      .all(TODAY);
    expect(plan.map(({ detail }) => detail).join()).toContain('clockFacts_due');
  });
});

describe('one review', () => {
  it('reads nothing of the others but by an index', () => {
    const calendar = readCalendar(board.store.db);
    if (calendar === null) throw new Error('the sample has a nation');
    const id = anId('select id from reviews limit 1');
    const plans = plansOf((reader) => readReview(reader, TODAY, calendar, id));
    const big = [
      'actions',
      'a',
      'milestones',
      'clocks',
      'recommendations',
      'labels',
      'notes',
      'changes',
      'progressUpdates',
    ];
    for (const table of big) expect(scansOf(plans, table), table).toEqual([]);
  });
});

describe('the list of reviews', () => {
  it('looks up what belongs to each by an index', () => {
    const plans = plansOf((reader) => listReviews(reader, TODAY, { filter: { find: 'Child', late: true }, ...page }));
    for (const table of ['a', 'f', 'k', 'm']) expect(scansOf(plans, table), table).toEqual([]);
  });
});

describe('the change log', () => {
  it('finds a record’s changes and the last operation by index', () => {
    const plan = (sql: string): string =>
      board.store.db
        .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
        .all()
        .map(({ detail }) => detail)
        .join();
    expect(plan(`select * from changes where rowId = 'x' and field = 'name' order by number desc limit 1`)).toMatch(
      /SEARCH.*changes_row/,
    );
    expect(plan(`select * from changes where operation = 1 order by number`)).toMatch(/SEARCH.*changes_operation/);
    expect(plan('select max(clock) from operations')).toContain('operations_clock');
    expect(plan(`select hash from operations where deviceId = 'x' order by sequence desc limit 1`)).toMatch(
      /SEARCH.*operations_sequence/,
    );
  });
});
