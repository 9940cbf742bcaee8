import { beforeEach, describe, expect, it } from 'vitest';
import { openBoard, refusalOf, type TestBoard, TODAY } from '../../support/board.ts';

let board: TestBoard;
let theme: (code: string) => string;
let review: string;
let later: string;

const NOWHERE = '0190a000-0000-7000-8000-000000000000';

beforeEach(async () => {
  board = await openBoard();
  const data = await board.client.board.get();
  const codes = new Map(data.themes.map(({ code, id }) => [code, id]));
  theme = (code) => codes.get(code) ?? '';
  const type = data.reviewTypes.find(({ code }) => code === 'learning-review')?.id ?? '';
  const record = async (reference: string, incidentOn: string): Promise<string> =>
    (await board.client.reviews.add({ reference, reviewTypeId: type, incidentOn, notifiedOn: '2026-01-05' })).id;
  review = await record('LR 2019/01', '2018-03-04');
  later = await record('LR 2026/01', '2025');
});

const file = (reviewId: string, themeId: string) =>
  board.client.records.add({ table: 'reviewThemes', row: { reviewId, themeId } });

const recommend = async (reviewId: string, themeId: string | null): Promise<string> => {
  const row = { reviewId, number: '1', text: 'Ask who lives in the home.' };
  const { id } = await board.client.records.add({ table: 'recommendations', row });
  if (themeId !== null)
    await board.client.records.add({ table: 'recommendationThemes', row: { recommendationId: id, themeId } });
  return id;
};

const signedOffAction = (reviewId: string, recommendationId: string, on: string): string =>
  board.store.operation({ kind: 'import' }, (write) =>
    write.insert('actions', {
      reviewId,
      recommendationId,
      number: '1.2',
      text: 'Train every team.',
      state: 'signed-off',
      stateSince: on,
    }),
  ).result;

const node = async (id: string) => (await board.client.themes.tree()).themes.find((each) => each.id === id);
const undo = (operationId: string | null) => board.client.history.undo({ operationId: operationId ?? '' });

describe('the tree of themes', () => {
  it('counts reviews, recommendations and actions once, also in the theme above', async () => {
    await file(review, theme('harm-neglect'));
    await file(review, theme('harm-online'));
    const recommendationId = await recommend(review, theme('harm-neglect'));
    signedOffAction(review, recommendationId, '2020-06-01');
    await board.client.records.add({
      table: 'actions',
      row: { reviewId: review, recommendationId, number: '1.3', text: 'Audit 20 cases.' },
    });
    expect((await node(theme('harm-neglect')))?.figures).toEqual({
      reviews: 1,
      recommendations: 1,
      actions: 2,
      openActions: 1,
      overdueActions: 0,
      lastSeenYear: 2018,
    });
    expect((await node(theme('harm')))?.figures).toMatchObject({ reviews: 1, recommendations: 1, actions: 2 });
    expect((await node(theme('child')))?.figures).toMatchObject({ reviews: 0, lastSeenYear: null });
  });

  it('leads to the same reviews and actions as its figures count', async () => {
    await recommend(later, theme('harm-neglect'));
    await file(review, theme('harm-online'));
    const list = (themeId: string) =>
      board.client.reviews.list({ filter: { themeId }, offset: 0, limit: 10 }).then(({ rows }) => rows.length);
    expect(await list(theme('harm'))).toBe((await node(theme('harm')))?.figures.reviews);
    expect(await list(theme('harm-neglect'))).toBe(1);
    const recommendationId = await recommend(review, theme('system-training'));
    signedOffAction(review, recommendationId, '2020');
    const actions = await board.client.actions.list({ filter: { themeId: theme('system') }, offset: 0, limit: 10 });
    expect(actions.total).toBe(1);
  });

  it('says that a theme recurs after its actions were signed off, with dates and references', async () => {
    await file(review, theme('harm-neglect'));
    await file(later, theme('harm-neglect'));
    expect((await node(theme('harm-neglect')))?.recurrence.mark).toBe('recurs');
    signedOffAction(review, await recommend(review, theme('harm-neglect')), '2020-06-01');
    expect((await node(theme('harm-neglect')))?.recurrence).toEqual({
      mark: 'after-sign-off',
      words: 'Seen in LR 2026/01 and LR 2019/01.',
      afterSignOff: [
        {
          reviewId: later,
          words: 'LR 2026/01 (incident 2025) came after action 1.2 of LR 2019/01 was signed off on 1 June 2020.',
        },
      ],
    });
    expect(await board.client.themes.recurrenceOfReview({ reviewId: later })).toMatchObject([
      { name: 'Neglect', words: 'Also seen in LR 2019/01.', afterSignOff: expect.stringContaining('1 June 2020') },
    ]);
    expect(await board.client.themes.recurrenceOfReview({ reviewId: review })).toMatchObject([{ afterSignOff: null }]);
  });
});

describe('changing the taxonomy', () => {
  it('moves a theme with what stands under it, to a place among the others, and back', async () => {
    const order = async () => (await board.client.themes.tree()).themes.map(({ code, depth }) => `${depth} ${code}`);
    const before = await order();
    const first = await board.client.themes.move({
      id: theme('harm-online'),
      parentThemeId: theme('child'),
      beforeThemeId: theme('child-infants'),
    });
    expect((await order()).slice(0, 4)).toEqual(['0 child', '1 child-voice', '1 harm-online', '1 child-infants']);
    await undo(first.operationId);
    expect(await order()).toEqual(before);
    await board.client.themes.move({ id: theme('harm'), parentThemeId: theme('system') });
    expect((await node(theme('harm-neglect')))?.depth).toBe(2);
  });

  it('refuses a theme under itself by any way, naming the field', async () => {
    const under = board.client.themes.move({ id: theme('harm'), parentThemeId: theme('harm-neglect') });
    expect(await refusalOf(under)).toMatchObject({ code: 'bad-input', details: { field: 'parentThemeId' } });
    const edited = board.client.records.edit({
      table: 'themes',
      id: theme('harm'),
      was: { parentThemeId: null },
      now: { parentThemeId: theme('harm-neglect') },
    });
    expect(await refusalOf(edited)).toMatchObject({ code: 'bad-input', details: { field: 'parentThemeId' } });
    const elsewhere = board.client.themes.move({
      id: theme('harm-online'),
      parentThemeId: null,
      beforeThemeId: theme('harm-neglect'),
    });
    expect(await refusalOf(elsewhere)).toMatchObject({ details: { field: 'beforeThemeId' } });
    expect((await refusalOf(board.client.themes.move({ id: NOWHERE, parentThemeId: null }))).code).toBe('not-found');
  });

  it('takes what stands under a moved theme to the taxonomy it moves to', async () => {
    const other = await board.client.records.add({
      table: 'taxonomies',
      row: { name: 'Panel themes', version: '2025' },
    });
    const top = await board.client.records.add({
      table: 'themes',
      row: { taxonomyId: other.id, code: 'panel', name: 'Panel' },
    });
    await board.client.themes.move({ id: theme('harm'), parentThemeId: top.id });
    expect((await node(theme('harm-neglect')))?.taxonomyId).toBe(other.id);
    const removed = board.client.records.remove({ table: 'taxonomies', id: other.id });
    expect((await refusalOf(removed)).code).toBe('not-allowed');
  });

  it('merges without rewriting a link, through several mergers, and undo brings the theme back', async () => {
    await file(review, theme('harm-neglect'));
    await file(later, theme('harm-online'));
    await recommend(later, theme('harm-physical'));
    const child = await board.client.records.add({
      table: 'themes',
      row: {
        taxonomyId: (await node(theme('harm')))?.taxonomyId ?? '',
        code: 'x',
        name: 'X',
        parentThemeId: theme('harm-online'),
      },
    });
    await board.client.themes.merge({ id: theme('harm-physical'), intoThemeId: theme('harm-online') });
    const merged = await board.client.themes.merge({
      id: theme('harm-online'),
      intoThemeId: theme('harm-neglect'),
      reason: 'They were told apart by nobody',
    });
    const neglect = await node(theme('harm-neglect'));
    expect(neglect?.figures).toMatchObject({ reviews: 2, recommendations: 1 });
    expect(neglect?.mergedFrom.map(({ name }) => name).sort()).toEqual(['Online', 'Physical']);
    expect((await node(child.id))?.depth).toBe(2);
    expect(await node(theme('harm-online'))).toBeUndefined();
    const links = board.store
      .prepare<[], { themeId: string }>('select themeId from reviewThemes order by id')
      .all()
      .map(({ themeId }) => themeId);
    expect(links.toSorted()).toEqual([theme('harm-neglect'), theme('harm-online')].toSorted());
    expect((await board.client.themes.get({ id: theme('harm-online') })).mergedInto?.name).toBe('Neglect');
    const found = await board.client.reviews.list({ filter: { themeId: theme('harm-neglect') }, offset: 0, limit: 10 });
    expect(found.total).toBe(2);
    await undo(merged.operationId);
    expect((await node(theme('harm-neglect')))?.figures.reviews).toBe(1);
    expect((await node(theme('harm-online')))?.figures).toMatchObject({ reviews: 1, recommendations: 1 });
    expect((await node(child.id))?.parentThemeId).toBe(theme('harm-online'));
  });

  it('refuses to merge a theme into itself, into what stands under it, or twice', async () => {
    const merge = (id: string, intoThemeId: string) => refusalOf(board.client.themes.merge({ id, intoThemeId }));
    expect((await merge(theme('harm'), theme('harm'))).details['field']).toBe('intoThemeId');
    expect((await merge(theme('harm'), theme('harm-neglect'))).code).toBe('bad-input');
    await board.client.themes.merge({ id: theme('harm-online'), intoThemeId: theme('harm-neglect') });
    expect((await merge(theme('harm-online'), theme('child'))).code).toBe('bad-input');
    expect((await merge(theme('child'), theme('harm-online'))).code).toBe('bad-input');
  });

  it('removes a theme only when nothing hangs on it, and offers to merge instead', async () => {
    await file(review, theme('harm-neglect'));
    const refused = await refusalOf(board.client.themes.remove({ id: theme('harm-neglect') }));
    expect(refused).toMatchObject({
      code: 'not-allowed',
      details: { why: expect.stringContaining('1 record is filed') },
    });
    expect((await refusalOf(board.client.records.remove({ table: 'themes', id: theme('harm') }))).code).toBe(
      'not-allowed',
    );
    const mapping = { themeId: theme('harm-online'), list: 'Panel 2025', item: '4' };
    await board.client.records.add({ table: 'themeMappings', row: mapping });
    const removed = await board.client.themes.remove({ id: theme('harm-online') });
    expect(await node(theme('harm-online'))).toBeUndefined();
    await undo(removed.operationId);
    expect((await node(theme('harm-online')))?.mappings).toBe(1);
  });
});

describe('the matrix', () => {
  it('has a row for each review that the filter finds and says how each theme is linked', async () => {
    await file(review, theme('harm-neglect'));
    await recommend(review, theme('harm-neglect'));
    await recommend(later, theme('harm-online'));
    const { themes, rows, of } = await board.client.themes.matrix({ filter: {}, sort: 'reference' });
    const place = (code: string): number => themes.findIndex(({ id }) => id === theme(code));
    expect(rows.map(({ reference, cells }) => [reference, cells])).toEqual([
      ['LR 2019/01', [[place('harm-neglect'), 1, 1, 0]]],
      ['LR 2026/01', [[place('harm-online'), 0, 1, 0]]],
    ]);
    expect(of).toBe(2);
    const found = await board.client.themes.matrix({ filter: { find: '2026' } });
    expect(found.rows).toHaveLength(1);
    expect(found.of).toBe(2);
  });
});

describe('the trend', () => {
  it('counts by the year of the event that is asked for, and shows the reviews behind a figure', async () => {
    await file(review, theme('harm-neglect'));
    await file(later, theme('harm-online'));
    const trend = await board.client.themes.trend({ themeId: theme('harm'), by: 'incident' });
    expect([trend.years[0], trend.years.at(-1)]).toEqual([2018, 2025]);
    expect(trend.rows[0]).toMatchObject({ name: 'Harm', total: 2, withoutYear: 0 });
    expect(trend.rows.find(({ name }) => name === 'Online')?.counts).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    const notified = await board.client.themes.trend({ themeId: null, by: 'notified' });
    expect(notified).toMatchObject({
      years: [2026],
      rows: expect.arrayContaining([expect.objectContaining({ total: 2 })]),
    });
    const behind = await board.client.themes.trendReviews({ themeId: theme('harm'), by: 'incident', year: 2025 });
    expect(behind.map(({ reference, how }) => [reference, how])).toEqual([['LR 2026/01', 'the review']]);
  });
});

describe('tasks to embed and verify', () => {
  const route = async (fields: Record<string, string | null>) =>
    board.client.records.add({
      table: 'themeRoutes',
      row: { themeId: theme('harm-neglect'), task: 'Embed it', ...fields },
    });

  it('lists what is open by body, what is overdue, and is done only with a finding', async () => {
    const bodyId = (await board.client.board.get()).bodies[0]?.id ?? '';
    const late = await route({ bodyId, routedOn: '2026-01' });
    await route({ routedTo: 'The hospital’s group', routedOn: '2026-10' });
    const tasks = (filter: object) => board.client.themes.tasks({ filter });
    expect((await tasks({})).byBody).toMatchObject([
      { bodyId, open: 1, overdue: 1 },
      { bodyId: null, open: 1, overdue: 0 },
    ]);
    expect((await tasks({ overdue: true })).rows.map(({ id }) => id)).toEqual([late.id]);
    expect((await tasks({ themeId: theme('harm') })).rows).toHaveLength(2);
    expect((await tasks({ bodyId: 'none' })).rows).toHaveLength(1);
    const edit = { table: 'themeRoutes', id: late.id, was: { verifiedOn: null }, now: { verifiedOn: TODAY } } as const;
    expect((await refusalOf(board.client.records.edit(edit))).details['field']).toBe('finding');
    const early = board.client.themes.verify({ routeId: late.id, verifiedOn: '2025-12', finding: 'Asked in all' });
    expect((await refusalOf(early)).details['field']).toBe('verifiedOn');
    const empty = board.client.themes.verify({ routeId: late.id, verifiedOn: TODAY, finding: '  ' });
    expect((await refusalOf(empty)).details['field']).toBe('finding');
    await board.client.themes.verify({ routeId: late.id, verifiedOn: TODAY, finding: 'Asked in 18 of 20 cases' });
    expect((await tasks({ open: true })).rows).toHaveLength(1);
  });

  it('refuses a task for nobody', async () => {
    expect((await refusalOf(route({ routedOn: '2026' }))).details['field']).toBe('bodyId');
  });
});

describe('learning and impact', () => {
  it('lists products and checks by theme, and which themes nobody has checked', async () => {
    const themeId = theme('harm-neglect');
    const actionId = signedOffAction(review, await recommend(review, themeId), '2020-06-01');
    const page = { offset: 0, limit: 50 };
    await board.client.records.add({
      table: 'learningProducts',
      row: { themeId, kind: 'briefing', title: 'What neglect looks like', interim: 1 },
    });
    const products = (filter: object) => board.client.themes.products({ filter, ...page });
    expect(await products({ themeId: theme('harm'), interim: true })).toMatchObject({ total: 1, of: 1 });
    expect((await products({ find: 'looks', kind: ['training'] })).rows).toEqual([]);
    expect(await board.client.themes.withoutCheck()).toMatchObject([
      { themeId, name: 'Neglect', group: 'Harm', signedOff: 1, lastSignedOffOn: '2020-06-01', isPlanned: false },
    ]);
    const check = await board.client.records.add({
      table: 'impactChecks',
      row: { actionId, question: 'Is it seen sooner?', plannedOn: '2026-10' },
    });
    expect(await board.client.themes.withoutCheck()).toMatchObject([{ isPlanned: true, plannedOn: '2026-10' }]);
    const checks = (filter: object) => board.client.themes.checks({ filter, ...page });
    expect((await checks({ state: ['overdue'] })).rows).toMatchObject([
      { id: check.id, overdue: true, actionNumber: '1.2' },
    ]);
    await board.client.records.edit({
      table: 'impactChecks',
      id: check.id,
      was: { checkedOn: null, result: null },
      now: { checkedOn: TODAY, result: 'worked' },
    });
    expect(await board.client.themes.withoutCheck()).toEqual([]);
    expect((await checks({ state: ['checked'], result: ['worked'] })).total).toBe(1);
    expect((await checks({ state: ['planned', 'overdue'] })).total).toBe(0);
  });
});

describe('one theme', () => {
  it('holds everything that is filed under it and below it', async () => {
    await file(review, theme('harm-neglect'));
    signedOffAction(review, await recommend(review, theme('harm-neglect')), '2020-06-01');
    const detail = await board.client.themes.get({ id: theme('harm') });
    expect(detail).toMatchObject({ path: [], mergedInto: null, reviews: [{ reference: 'LR 2019/01' }] });
    expect(detail.below).toHaveLength(10);
    expect(detail.actions).toHaveLength(1);
    expect(detail.recommendations).toHaveLength(1);
    expect((await board.client.themes.get({ id: theme('harm-neglect') })).path.map(({ name }) => name)).toEqual([
      'Harm',
    ]);
    expect((await refusalOf(board.client.themes.get({ id: NOWHERE }))).code).toBe('not-found');
  });
});
