import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Marked } from '../../../db/contract/search.ts';
import { FOUND_KINDS } from '../../../db/domain/found-kinds.ts';
import { openBoard, openSharedBoard, refusalOf, reopen } from '../../support/board.ts';

const marks = (parts: Marked): string => parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');

let board: Awaited<ReturnType<typeof openSharedBoard>>;
beforeAll(async () => {
  board = await openSharedBoard('sample');
}, 60_000);
afterAll(() => board.close());

const find = async (typed: string, options: { kinds?: (typeof FOUND_KINDS)[number][]; most?: number } = {}) =>
  (await board.client.search.find({ typed, ...options })).groups;

describe('finding', () => {
  it('puts the review whose label was typed first, with its place in the page', async () => {
    const [first] = await find('baby t');
    expect(first).toMatchObject({ kind: 'reviews', count: 1, isMore: false });
    const [review] = first?.found ?? [];
    expect(review).toMatchObject({ isExact: true, link: { place: 'review', section: null } });
    expect(marks(review?.title ?? [])).toBe('LCSPR 2025/02 · [Baby] [T]');
  });

  it('finds as it is typed: the beginnings of words, in any order', async () => {
    const counts = await Promise.all(
      ['tria', 'trial', 'trial ver', 'ver tri'].map(async (typed) =>
        (await find(typed)).some(({ kind }) => kind === 'publicationDelays'),
      ),
    );
    expect(counts).toEqual([true, true, true, true]);
  });

  it('shows the words around the match, and what the record belongs to', async () => {
    const [delays] = (await find('trial')).filter(({ kind }) => kind === 'publicationDelays');
    const [delay] = delays?.found ?? [];
    expect(marks(delay?.snippet ?? [])).toContain('[trial]');
    expect(delay).toMatchObject({
      context: 'LCSPR 2025/02 · Baby T',
      link: { place: 'review', section: 'publication' },
    });
  });

  it('leads an action’s update to the action, and an agenda item to its meeting', async () => {
    const { store } = board;
    const update = store
      .prepare<[], { id: string; actionId: string; text: string }>(
        'select id, actionId, text from progressUpdates limit 1',
      )
      .get();
    const [updates] = await find(update?.text ?? '', { kinds: ['progressUpdates'], most: 50 });
    expect(updates?.found.find(({ id }) => id === update?.id)?.link).toEqual({
      place: 'action',
      actionId: update?.actionId,
    });
    const item = store
      .prepare<[], { id: string; meetingId: string; title: string }>(
        'select id, meetingId, title from meetingItems limit 1',
      )
      .get();
    const [items] = await find(item?.title ?? '', { kinds: ['meetingItems'], most: 50 });
    expect(items?.found.find(({ id }) => id === item?.id)?.link).toEqual({
      place: 'meeting',
      meetingId: item?.meetingId,
    });
  });

  it('names every kind of record that the sample has', async () => {
    const nameless: string[] = [];
    await find('ready');
    for (const kind of FOUND_KINDS) {
      const row = board.store
        .prepare<[string], { reference: string; title: string; text: string }>(
          `select t.reference, t.title, t.text from searchTexts t join searchRecords n on n.number = t.rowid
           where n.rowId in (select id from ${kind}) and ? <> '' limit 1`,
        )
        .get(kind);
      if (row === undefined) continue;
      const words = `${row.reference} ${row.title} ${row.text}`.split(/\s+/).slice(0, 3).join(' ');
      const [group] = await find(words, { kinds: [kind] });
      if (!group?.found.some(({ title, link }) => title.length > 0 && link.place)) nameless.push(kind);
    }
    expect(nameless).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['only punctuation', '"*() — :'],
    ['words that stand nowhere', 'xylophone quagga'],
  ])('finds nothing for %s, and does not fail', async (_, typed) => {
    expect(await find(typed)).toEqual([]);
  });

  it.each(['" OR "a', 'NOT trial', 'title:trial', 'NEAR(a b)', '{text} : x', 'trial*', "trial'--"])(
    'reads %s as words, never as an operator',
    async (typed) => {
      await expect(find(typed)).resolves.toBeInstanceOf(Array);
    },
  );

  it('refuses what is too long, and a kind that there is not', async () => {
    expect((await refusalOf(board.client.search.find({ typed: 'x'.repeat(201) }))).details['field']).toBe('typed');
    const unknown = board.client.search.find({ typed: 'x', kinds: ['devices' as never] });
    expect((await refusalOf(unknown)).code).toBe('bad-input');
  });
});

describe('recently opened', () => {
  it('remembers the newest thirty, each once, with what they are called', async () => {
    const { client, clock, store } = await openBoard('sample');
    const ids = store.prepare<[], string>('select id from actions limit 33').pluck().all();
    const review = store.prepare<[], string>('select id from reviews limit 1').pluck().get() ?? '';
    for (const id of ids) {
      clock.advance(1000);
      await client.workplace.visited({ kind: 'actions', id });
    }
    clock.advance(1000);
    await client.workplace.visited({ kind: 'reviews', id: review });
    clock.advance(1000);
    await client.workplace.visited({ kind: 'actions', id: ids[20] ?? '' });
    const recent = await client.workplace.recent({});
    expect(recent).toHaveLength(30);
    expect(recent.slice(0, 2)).toMatchObject([
      { kind: 'actions', id: ids[20], link: { place: 'action' } },
      { kind: 'reviews', id: review, link: { place: 'review' } },
    ]);
    expect(recent.every(({ title }) => title !== '')).toBe(true);
  });

  it('forgets what was removed, and never knew what is not there', async () => {
    const { client, store } = await openBoard('sample');
    const before = store.prepare('select count(*) from operations').pluck().get();
    const { id } = await client.records.add({ table: 'agencies', row: { name: 'Police' } });
    await client.workplace.visited({ kind: 'agencies', id });
    await client.workplace.visited({ kind: 'agencies', id: '01900000-0000-7000-8000-000000000000' });
    expect(await client.workplace.recent({})).toMatchObject([{ title: 'Police' }]);
    await client.records.remove({ table: 'agencies', id });
    expect(await client.workplace.recent({})).toEqual([]);
    expect(store.prepare('select count(*) from operations').pluck().get()).toBe(Number(before) + 2);
  });
});

describe('a draft', () => {
  it('is kept, replaced and dropped, survives a lock, and is in no history', async () => {
    const board = await openBoard();
    const { client, store } = board;
    const before = store.prepare('select count(*) from operations').pluck().get();
    await client.workplace.keepDraft({ place: 'note on x', text: 'The panel' });
    await client.workplace.keepDraft({ place: 'note on x', text: 'The panel heard' });
    const reopened = await reopen(board);
    const again = reopened.client;
    expect(await again.workplace.draft({ place: 'note on x' })).toEqual({
      text: 'The panel heard',
      keptAt: board.clock.now(),
    });
    expect(await again.workplace.drafts()).toMatchObject([{ place: 'note on x' }]);
    await again.workplace.dropDraft({ place: 'note on x' });
    expect(await again.workplace.draft({ place: 'note on x' })).toBeNull();
    expect(reopened.store.prepare('select count(*) from operations').pluck().get()).toBe(before);
  });

  it('of another place is none, and one for nowhere is refused', async () => {
    const { client } = await openBoard();
    expect(await client.workplace.draft({ place: 'note on y' })).toBeNull();
    expect((await refusalOf(client.workplace.keepDraft({ place: ' ', text: 'x' }))).details['field']).toBe('place');
  });
});

describe('saved views', () => {
  it('are listed for their place by name, and one that cannot be read is left out', async () => {
    const { client } = await openBoard();
    const add = (name: string, view: string, place = 'actions') =>
      client.records.add({ table: 'savedViews', row: { place, name, view } });
    await add('overdue', JSON.stringify({ search: { overdue: 'true' }, columns: ['number', 'text'] }));
    await add('Awaiting', JSON.stringify({ search: { awaitingSignOff: 'true' }, columns: null }));
    await add('Broken', '{"search": 1}');
    await add('Elsewhere', JSON.stringify({ search: {}, columns: null }), 'reviews');
    const views = await client.workplace.views({ place: 'actions' });
    expect(views.map(({ name }) => name)).toEqual(['Awaiting', 'overdue']);
    expect(views[1]?.view).toEqual({ search: { overdue: 'true' }, columns: ['number', 'text'] });
    expect((await refusalOf(add('No JSON', 'nothing of the kind'))).code).toBe('bad-input');
  });
});
