import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, DAY, openBoard, openSharedBoard, refusalOf, type TestBoard } from '../../support/board.ts';

const add = async (client: Client, table: string, row: object): Promise<string> =>
  (await client.records.add({ table, row } as never)).id;

const edit = (client: Client, table: string, id: string, was: object, now: object) =>
  client.records.edit({ table, id, was, now, force: false } as never);

const rename = async ({ client, clock }: TestBoard): Promise<string> => {
  const id = await add(client, 'agencies', { name: 'Police' });
  for (const [was, now] of [
    ['Police', 'Constabulary'],
    ['Constabulary', 'Police Service'],
  ] as const) {
    clock.advance(60_000);
    // oxlint-disable-next-line no-await-in-loop -- one after another
    await edit(client, 'agencies', id, { name: was }, { name: now });
  }
  return id;
};

describe('the history of a record', () => {
  it('pages, newest first, and narrows to one field', async () => {
    const board = await openBoard();
    const rowId = await rename(board);
    await edit(board.client, 'agencies', rowId, { note: '' }, { note: 'Merged' });
    const page = await board.client.history.ofRecord({ rowId, limit: 2 });
    expect(page.total).toBe(4);
    expect(page.entries.map(({ changes }) => changes[0]?.new)).toEqual(['Merged', 'Police Service']);
    expect(page.fields).toEqual([
      { field: 'name', label: 'Name' },
      { field: 'note', label: 'Note' },
    ]);
    const next = await board.client.history.ofRecord({ rowId, limit: 2, offset: 2 });
    expect(next.entries.map(({ changes }) => changes[0]?.new)).toEqual(['Constabulary', 'Police']);
    const names = await board.client.history.ofRecord({ rowId, field: 'name' });
    expect(names.entries.map(({ changes }) => [changes[0]?.new, changes[0]?.canRestore])).toEqual([
      ['Police Service', false],
      ['Constabulary', true],
      ['Police', true],
    ]);
  });
});

describe('a record in the history', () => {
  it('is named as people name it: a meeting by its body and day', async () => {
    const { client } = await openBoard();
    const bodyId = await add(client, 'bodies', { name: 'Case review sub-group', kind: 'sub-group' });
    const named = await add(client, 'meetings', { bodyId, date: '2026-12-01' });
    const undated = await add(client, 'meetings', { bodyId });
    const { entries } = await client.history.recent({});
    const nameOf = (id: string) => entries.flatMap(({ changes }) => changes).find(({ rowId }) => rowId === id)?.record;
    expect(nameOf(named)).toBe('Meeting: Case review sub-group, 1 December 2026');
    expect(nameOf(undated)).toBe('Meeting: Case review sub-group');
  });
});

describe('restoring a value', () => {
  it('gives the field back what an earlier change, or its making, gave it: one operation with its reason', async () => {
    const board = await openBoard();
    const { client } = board;
    const rowId = await rename(board);
    const { entries } = await client.history.ofRecord({ rowId, field: 'name' });
    const restore = (at: number) =>
      client.history.restoreValue({
        table: 'agencies',
        rowId,
        field: 'name',
        operationId: entries[at]?.operationId ?? '',
        reason: 'Wrong name',
      });
    await restore(1);
    expect((await client.agencies.get({ id: rowId })).agency.name).toBe('Constabulary');
    await restore(2);
    expect((await client.agencies.get({ id: rowId })).agency.name).toBe('Police');
    const [last] = (await client.history.ofRecord({ rowId })).entries;
    expect(last).toMatchObject({ words: 'Restored an earlier value', reason: 'Wrong name' });
    const { undo } = await client.history.next();
    expect(undo).toMatchObject({ words: 'Restored an earlier value', record: 'Agency: Police' });
    await client.history.undo({ operationId: undo?.operationId ?? '' });
    expect((await client.agencies.get({ id: rowId })).agency.name).toBe('Constabulary');
  });

  it('takes a date with the words it was written with', async () => {
    const { client } = await openBoard();
    const bodyId = await add(client, 'bodies', { name: 'Board', kind: 'board' });
    const id = await add(client, 'meetings', { bodyId, date: '2019', dateText: 'late 2019' });
    await edit(client, 'meetings', id, { date: '2019', dateText: 'late 2019' }, { date: '2020-01-14', dateText: null });
    const { entries } = await client.history.ofRecord({ rowId: id, field: 'date' });
    const operationId = entries.at(-1)?.operationId ?? '';
    await client.history.restoreValue({
      table: 'meetings',
      rowId: id,
      field: 'date',
      operationId,
      reason: 'As minuted',
    });
    const meeting = (await client.board.get()).meetings.find((row) => row.id === id);
    expect(meeting).toMatchObject({ date: '2019', dateText: 'late 2019' });
  });

  it('is refused where it would break a rule, with the reason, and nothing is changed', async () => {
    const { client, store } = await openBoard();
    const bodyId = await add(client, 'bodies', { name: 'Board', kind: 'board' });
    const parentId = await add(client, 'bodies', { name: 'Old parent', kind: 'board' });
    const id = await add(client, 'bodyNames', { bodyId, name: 'LSCB', fromDate: '2006', untilDate: '2019' });
    const restore = async (table: string, rowId: string, field: string, at: number, reason = 'Because') =>
      client.history.restoreValue({
        table,
        rowId,
        field,
        operationId: (await client.history.ofRecord({ rowId })).entries.at(at)?.operationId ?? '',
        reason,
      });
    await edit(client, 'bodyNames', id, { untilDate: '2019' }, { untilDate: '2022' });
    await edit(client, 'bodyNames', id, { fromDate: '2006' }, { fromDate: '2021' });
    expect(await refusalOf(restore('bodyNames', id, 'untilDate', -1))).toMatchObject({
      code: 'bad-input',
      details: { problem: 'The name ends before it begins.' },
    });
    await edit(client, 'bodies', bodyId, { parentBodyId: null }, { parentBodyId: parentId });
    await edit(client, 'bodies', bodyId, { parentBodyId: parentId }, { parentBodyId: null });
    await client.records.remove({ table: 'bodies', id: parentId });
    expect(await refusalOf(restore('bodies', bodyId, 'parentBodyId', 1))).toMatchObject({
      code: 'bad-input',
      details: { field: 'parentBodyId', problem: '“Old parent” was removed since, so nothing can point to it.' },
    });
    expect(await refusalOf(restore('bodies', bodyId, 'name', -1, ' '))).toMatchObject({ code: 'bad-input' });
    expect(await refusalOf(restore('approvals', bodyId, 'kind', -1))).toMatchObject({ code: 'not-allowed' });
    expect(await refusalOf(restore('bodies', bodyId, 'removed', -1))).toMatchObject({ code: 'not-allowed' });
    expect(await refusalOf(restore('bodies', bodyId, 'note', 0))).toMatchObject({ code: 'not-found' });
    expect(store.row('bodies', bodyId)).toMatchObject({ parentBodyId: null, name: 'Board' });
  });
});

describe('what Undo and Redo would do', () => {
  it('is said with the record it is done to, and where that stands', async () => {
    const board = await openBoard();
    const { client } = board;
    const id = await rename(board);
    const { undo } = await client.history.next();
    expect(undo).toMatchObject({
      words: 'Changed an agency',
      record: 'Agency: Police Service',
      others: 0,
      place: { at: 'agency', id },
    });
    const undone = await client.history.undo({ operationId: undo?.operationId ?? '' });
    expect(undone).toMatchObject({ words: 'Changed an agency', place: { at: 'agency', id } });
    const { redo } = await client.history.next();
    expect(redo).toMatchObject({ words: 'Changed an agency', place: { at: 'agency', id } });
    expect((await client.history.recent({})).entries[0]?.words).toBe('Took a change back: changed an agency');
  });
});

describe('what happened on the board', () => {
  let board: Awaited<ReturnType<typeof openSharedBoard>>;
  beforeAll(async () => {
    board = await openSharedBoard('sample');
  }, 60_000);
  afterAll(() => board.close());

  it('narrows by day, kind and part of the board, and counts what it finds', async () => {
    const all = await board.client.history.recent({ limit: 5 });
    expect(all.entries.map(({ at }) => at)).toEqual(all.entries.map(({ at }) => at).toSorted((a, b) => b - a));
    const kind = ['change-target'];
    const moved = await board.client.history.recent({ filter: { kind }, limit: 500 });
    expect(moved.total).toBe(moved.entries.length);
    expect(moved.total).toBeLessThan(all.total);
    expect(new Set(moved.entries.map(({ words }) => words))).toEqual(new Set(['Changed a target date']));
    expect(moved.entries[0]?.changes.some(({ place }) => place?.at === 'action')).toBe(true);
    const day = new Date(moved.entries[0]?.at ?? 0).toISOString().slice(0, 10);
    const thatDay = await board.client.history.recent({ filter: { from: day, until: day, kind } });
    expect(thatDay.entries[0]?.operationId).toBe(moved.entries[0]?.operationId);
    const before = await board.client.history.recent({ filter: { until: '1990-01-01' } });
    expect(before).toMatchObject({ entries: [], total: 0 });
    const ofAgencies = await board.client.history.recent({ filter: { area: 'agencies' }, limit: 500 });
    expect(ofAgencies.total).toBeGreaterThan(0);
    expect(ofAgencies.entries.every(({ changes }) => changes.length > 0)).toBe(true);
    expect(all.kinds.map(({ kind: code }) => code)).toContain('add-review');
  });

  it('names a record with what it belongs to', async () => {
    const { entries } = await board.client.history.recent({ filter: { kind: ['add-update'] }, limit: 50 });
    expect(entries.flatMap(({ changes }) => changes.map(({ record }) => record)).join()).toMatch(
      /Progress update \(Action [\d.]+, [^)]+\d{4}/,
    );
  });
});

describe('what was removed', () => {
  it('is listed with who, when and why, and comes back whole', async () => {
    const { client, clock } = await openBoard();
    const typeId = (await client.board.get()).reviewTypes[0]?.id ?? '';
    const review = await client.reviews.add({ reviewTypeId: typeId, reference: 'R1', label: 'Child A' });
    await add(client, 'notes', { reviewId: review.id, text: 'A note' });
    await add(client, 'actions', { reviewId: review.id, number: '1', text: 'An action' });
    clock.advance(DAY);
    await client.reviews.remove({ id: review.id, reason: 'Recorded twice' });
    const agencyId = await add(client, 'agencies', { name: 'Police' });
    await client.records.remove({ table: 'agencies', id: agencyId });
    const { rows, tables } = await client.history.removed({});
    expect(rows.map(({ record, reason, actor }) => [record, reason, actor])).toEqual([
      ['Agency: Police', '', 'Board manager'],
      ['Review: R1', 'Recorded twice', 'Board manager'],
    ]);
    expect(rows[1]?.others).toBe(1);
    expect(tables.map(({ words }) => words)).toEqual(['Agency', 'Review']);
    expect((await client.history.removed({ find: 'r1' })).rows).toHaveLength(1);
    expect((await client.history.removed({ table: 'agencies' })).total).toBe(1);
    await client.history.undo({ operationId: rows[1]?.operationId ?? '' });
    expect((await client.reviews.get({ id: review.id })).notes).toHaveLength(1);
    expect((await client.history.removed({})).rows.map(({ record }) => record)).toEqual(['Agency: Police']);
  });

  it('does not hold what was never meant to be there: an adding that was undone', async () => {
    const { client } = await openBoard();
    await add(client, 'agencies', { name: 'Police' });
    const { undo } = await client.history.next();
    await client.history.undo({ operationId: undo?.operationId ?? '' });
    expect((await client.history.removed({})).total).toBe(0);
  });

  it('and made again after an undo comes back too', async () => {
    const { client } = await openBoard();
    const id = await add(client, 'agencies', { name: 'Police' });
    await client.records.remove({ table: 'agencies', id });
    const removal = (await client.history.next()).undo?.operationId ?? '';
    await client.history.undo({ operationId: removal });
    await client.history.redo({ operationId: (await client.history.next()).redo?.operationId ?? '' });
    const { rows } = await client.history.removed({});
    expect(rows).toMatchObject([{ operationId: removal, words: 'Made a change again: removed a record' }]);
    await client.history.undo({ operationId: rows[0]?.operationId ?? '' });
    expect((await client.history.removed({})).total).toBe(0);
  });

  it('cannot come back on its own to what is gone', async () => {
    const { client } = await openBoard();
    const bodyId = await add(client, 'bodies', { name: 'Board', kind: 'board' });
    const meetingId = await add(client, 'meetings', { bodyId, date: '2026-12-01' });
    await client.records.remove({ table: 'meetings', id: meetingId });
    const removal = (await client.history.next()).undo?.operationId ?? '';
    await client.records.remove({ table: 'bodies', id: bodyId });
    expect(await refusalOf(client.history.undo({ operationId: removal }))).toMatchObject({
      code: 'not-allowed',
      details: { why: 'It cannot come back on its own: what it belongs to (body) was removed too.' },
    });
  });
});
