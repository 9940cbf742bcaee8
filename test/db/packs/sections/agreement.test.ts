import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pack } from '../../../../db/packs/model.ts';
import { openSharedBoard, type TestBoard } from '../../../support/board.ts';
import { figuresOf, printSections, rowsOf } from './printed-sections.ts';

/** What the pack counts and what the screens count are one thing: both are asked here. */
describe('the pack agrees with the screens on', () => {
  let board: TestBoard & { close(): void };
  let pack: Pack;
  beforeAll(async () => {
    board = await openSharedBoard('sample');
    pack = printSections(board, [
      'exceptions',
      'sign-off',
      'themes',
      'impact',
      'elsewhere',
      'decisions',
      'appendix',
      'action-log',
    ]);
  });
  afterAll(() => board.close());

  const page = { offset: 0, limit: 100 };
  const listed = async (filter: object): Promise<number> =>
    (await board.client.actions.list({ filter, offset: 0, limit: 1 })).total;

  test('themes: counts, last year seen and recurrence', async () => {
    const { themes } = await board.client.themes.tree();
    const seen = themes.filter(({ depth, figures }) => depth > 0 && figures.reviews + figures.actions > 0);
    const printed = rowsOf(pack, 'theme-counts');
    expect(printed).toHaveLength(seen.length);
    for (const { name, figures } of seen) {
      expect(printed.find(({ theme }) => theme === name)).toMatchObject({
        reviews: String(figures.reviews),
        recommendations: String(figures.recommendations),
        actions: String(figures.actions),
        open: String(figures.openActions),
        overdue: String(figures.overdueActions),
        last: String(figures.lastSeenYear ?? 'not known'),
      });
    }
    const after = themes.filter(({ depth, recurrence }) => depth > 0 && recurrence.mark === 'after-sign-off');
    const recurring = rowsOf(pack, 'theme-recurrence');
    expect(after.length).toBeGreaterThan(0);
    expect(recurring.slice(0, after.length).map(({ mark }) => mark)).toEqual(after.map(() => 'Recurs after sign-off'));
    for (const { name, recurrence } of after) {
      expect(recurring.find(({ theme }) => theme === name)).toMatchObject({
        seen: recurrence.words,
        after: recurrence.afterSignOff.map(({ words }) => words).join(' '),
      });
    }
  });

  test('themes: reviews of every year, and those before together', async () => {
    const { years, rows } = await board.client.themes.trend({ themeId: null, by: 'incident' });
    const [any] = rowsOf(pack, 'theme-trend');
    expect(any).toMatchObject({ theme: 'Any theme', total: String(rows[0]?.total) });
    for (const year of years.slice(-5)) {
      expect(any?.[`y${year}`]).toBe(String(rows[0]?.counts[years.indexOf(year)]));
    }
    const named = Object.entries(any ?? {}).filter(([key]) => /^(y\d{4}|earlier|undated)$/.test(key));
    expect(named.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(rows[0]?.total);
  });

  test('impact: checks and embedding tasks', async () => {
    const checks = (await board.client.themes.checks({ filter: {}, ...page })).rows;
    const tasks = await board.client.themes.tasks({ filter: {} });
    expect(figuresOf(pack)).toMatchObject({
      'Impact checks with a result': [checks.filter(({ result }) => result !== null).length, checks.length],
      'Embedding tasks verified': [tasks.rows.filter(({ state }) => state === 'verified').length, tasks.of],
    });
    const overdue = tasks.rows.filter(({ daysOver }) => daysOver !== null);
    expect(overdue.length).toBeGreaterThan(0);
    for (const { words } of overdue) {
      expect(rowsOf(pack, 'themes-passed-on').map(({ stands }) => stands)).toContain(`${words}.`);
    }
  });

  test('reports of others: accepted, in place and done', async () => {
    const { rows } = await board.client.externalReports.list();
    const printed = rowsOf(pack, 'external-reports');
    expect(printed).toHaveLength(rows.length);
    rows.forEach((report, at) => {
      const { asked, accepted } = report.responses;
      expect(printed[at]).toMatchObject({
        held: String(report.held),
        'in-place': String(report.alreadyInPlace),
        complete: expect.stringContaining(`${report.complete} of ${report.actions} (`),
        accepted: expect.stringContaining(`${accepted} of ${asked} (`),
      });
    });
  });

  test('what is overdue, oldest first', async () => {
    const printed = rowsOf(pack, 'overdue-actions').map(({ late }) => Number(late));
    expect(printed).toHaveLength(await listed({ overdue: true }));
    expect(printed).toEqual(printed.toSorted((a, b) => b - a));
    const silent = rowsOf(pack, 'no-update').map(({ days }) => Number(days));
    expect(silent).toEqual(silent.toSorted((a, b) => b - a));
    const reviews = rowsOf(pack, 'late-reviews').map(({ days }) => Number(days));
    expect(reviews).toEqual(reviews.toSorted((a, b) => b - a));
  });

  test('what awaits sign-off, each with its evidence', async () => {
    const printed = rowsOf(pack, 'sign-off-actions');
    expect(printed).toHaveLength(await listed({ awaitingSignOff: true }));
    const { rows } = await board.client.actions.list({ filter: { awaitingSignOff: true }, ...page });
    for (const { origin, number, evidenceCount } of rows) {
      const row = printed.find((one) => one['action-of'] === `${origin}: ${number}`);
      if (evidenceCount === 0) expect(row?.evidence).toBe('No evidence recorded');
      else expect(row?.evidence).toMatch(/, from .+, held at /);
    }
    const [plan] = rowsOf(pack, 'sign-off-reports-and-plans').filter(({ what }) => what === 'Action plan');
    expect(plan?.evidence).toMatch(/^\d+ of \d+ \(\d+%\) actions complete; \d+ of \d+ \(\d+%\) have evidence\.$/);
  });

  test('what the register lacks', async () => {
    const printed = new Map(rowsOf(pack, 'data-quality').map((row) => [row.what, row]));
    const open = await listed({ open: true });
    const noTarget = await listed({ noTarget: true });
    expect(printed.get('Open action without a target date')).toMatchObject({
      count: String(noTarget),
      share: expect.stringContaining(`${noTarget} of ${open} (`),
    });
  });

  test('every open action once in the log, by target', async () => {
    const [own, others] = [rowsOf(pack, 'log-of-body'), rowsOf(pack, 'log-of-others')];
    expect(own.length).toBeGreaterThan(0);
    expect(own.length + others.length).toBe(await listed({ open: true }));
    const { rows } = await board.client.actions.list({
      filter: { open: true },
      sort: { by: 'target', descending: false },
      offset: 0,
      limit: 500,
    });
    const names = rows.map(({ origin, number }) => `${origin}: ${number}`);
    const dated = rows.filter(({ targetDay }) => targetDay !== null).length;
    const inLog = others.map((row) => names.indexOf(row['action-of'] ?? ''));
    const targetOf = (at: number): string => rows[at]?.targetDay ?? '9999';
    expect(inLog.map(targetOf)).toEqual(inLog.map(targetOf).toSorted());
    expect(inLog.filter((at) => at < dated).length).toBeGreaterThan(0);
  });

  test('every earlier target of an action that moved, with the reason', async () => {
    const { rows } = await board.client.actions.list({ filter: { open: true, moved: true }, offset: 0, limit: 1 });
    const { action, earlierTargets } = await board.client.actions.get({ id: rows[0]?.id ?? '' });
    const log = [...rowsOf(pack, 'log-of-body'), ...rowsOf(pack, 'log-of-others')];
    const row = log.find((one) => one['action-of'] === `${action.origin}: ${action.number}`);
    expect(earlierTargets.length).toBeGreaterThan(0);
    for (const { reason } of earlierTargets) expect(row?.earlier).toContain(reason.replace(/\.$/, ''));
  });
});
