import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EditableTable, recordShapes } from '../../../db/contract/records.ts';
import { DAY, MORNING, openBoard, openSharedBoard, refusalOf } from '../../support/board.ts';

const withAgency = async () => {
  const board = await openBoard();
  const { id } = await board.client.records.add({ table: 'agencies', row: { name: 'Police' } });
  return { ...board, store: board.store, id };
};

describe('an edit in place', () => {
  it('that is stale is refused with who changed it, when, and what it holds now; forced, it overwrites', async () => {
    const { client, clock, store, id } = await withAgency();
    clock.advance(DAY);
    await client.records.edit({ table: 'agencies', id, was: { name: 'Police' }, now: { name: 'Constabulary' } });
    clock.advance(DAY);
    const late = { table: 'agencies', id, was: { name: 'Police' }, now: { name: 'County Police' } } as const;
    expect(await refusalOf(client.records.edit(late))).toEqual({
      code: 'stale',
      details: { field: 'name', current: 'Constabulary', actor: 'Board manager', at: MORNING + DAY },
    });
    expect(store.row('agencies', id).name).toBe('Constabulary');
    await client.records.edit({ ...late, force: true });
    expect(store.row('agencies', id).name).toBe('County Police');
  });

  it('is not stale because another field was changed', async () => {
    const { client, store, id } = await withAgency();
    await client.records.edit({ table: 'agencies', id, was: { note: '' }, now: { note: 'Merged in 2024' } });
    await client.records.edit({ table: 'agencies', id, was: { name: 'Police' }, now: { name: 'Constabulary' } });
    expect(store.row('agencies', id)).toMatchObject({ name: 'Constabulary', note: 'Merged in 2024' });
  });

  it('that says what is there already writes nothing', async () => {
    const { client, id } = await withAgency();
    const done = await client.records.edit({ table: 'agencies', id, was: { name: 'Police' }, now: { name: 'Police' } });
    expect(done.operationId).toBeNull();
  });

  it('that does not say what it saw is refused, unless it is forced', async () => {
    const { client, store, id } = await withAgency();
    const blind = { table: 'agencies', id, was: { note: '' }, now: { name: 'Constabulary' } } as const;
    expect((await refusalOf(client.records.edit(blind))).code).toBe('bad-input');
    expect(store.row('agencies', id).name).toBe('Police');
    await client.records.edit({ ...blind, force: true });
    expect(store.row('agencies', id).name).toBe('Constabulary');
  });

  it('touches no field that it does not name', async () => {
    const { client, store, id } = await withAgency();
    await client.records.edit({
      table: 'agencies',
      id,
      was: {},
      now: { sector: 'Police', outsideArea: 1 },
      force: true,
    });
    await client.records.edit({ table: 'agencies', id, was: {}, now: { name: 'Constabulary' }, force: true });
    expect(store.row('agencies', id)).toMatchObject({ sector: 'Police', outsideArea: 1 });
  });

  it('of a removed record finds nothing to edit', async () => {
    const { client, id } = await withAgency();
    await client.records.remove({ table: 'agencies', id, reason: 'Closed' });
    const edit = client.records.edit({ table: 'agencies', id, was: { name: 'Police' }, now: { name: 'x' } });
    expect((await refusalOf(edit)).code).toBe('not-found');
  });
});

describe('removing', () => {
  it('keeps the record for the history, and is not done twice', async () => {
    const { client, store, clock, id } = await withAgency();
    await client.records.remove({ table: 'agencies', id, reason: 'Closed' });
    expect((await client.board.get()).agencies).toEqual([]);
    clock.advance(DAY);
    expect((await refusalOf(client.records.remove({ table: 'agencies', id }))).code).toBe('not-found');
    expect(store.row('agencies', id).removed).toBe(MORNING);
  });

  it('never takes the board itself, nor adds a second one', async () => {
    const { client, store } = await withAgency();
    const { board } = await client.board.get();
    expect((await refusalOf(client.records.remove({ table: 'boards', id: board.id }))).code).toBe('not-allowed');
    const second = { name: 'Second', nation: 'wales', marking: 'OFFICIAL', autoLockMinutes: 10 };
    expect((await refusalOf(client.records.add({ table: 'boards', row: second }))).code).toBe('not-allowed');
    expect(store.prepare('select count(*) as n from boards where removed is null').get()).toEqual({ n: 1 });
  });
});

describe('bad input', () => {
  let shared: Awaited<ReturnType<typeof openSharedBoard>>;
  beforeAll(async () => {
    shared = await openSharedBoard();
  }, 60_000);
  afterAll(() => shared.close());

  it.each([
    ['an empty name', 'agencies', { name: '   ' }, 'name'],
    ['a name that is too long', 'agencies', { name: 'x'.repeat(501) }, 'name'],
    ['a missing name', 'agencies', { note: 'x' }, 'name'],
    ['a field that is not there', 'agencies', { name: 'x', colour: 'red' }, ''],
    ['text where a number goes', 'bodies', { name: 'x', kind: 'board', position: 'first' }, 'position'],
    ['a kind that is not known', 'bodies', { name: 'x', kind: 'committee' }, 'kind'],
    ['a day that is not in the calendar', 'closures', { date: '2026-02-29', name: 'x' }, 'date'],
    ['a month where a day is needed', 'closures', { date: '2026-02', name: 'x' }, 'date'],
    ['an id that is none', 'notes', { reviewId: 'x', text: 'x' }, 'reviewId'],
    [
      'a number of minutes that is too large',
      'boards',
      { name: 'x', nation: 'wales', marking: 'x', autoLockMinutes: 121 },
      'autoLockMinutes',
    ],
  ] as const)('is refused naming the field: %s', async (_, table, row, field) => {
    const { client } = shared;
    const refusal = await refusalOf(client.records.add({ table, row }));
    expect(refusal.code).toBe('bad-input');
    expect(refusal.details.field).toBe(field);
    expect(String(refusal.details.problem)).not.toBe('');
    expect((await client.history.recent({})).total).toBe(1);
  });

  it('is refused by the contract before any rule sees it', async () => {
    const { client } = shared;
    const cases = [
      [client.records.add({ table: 'operations' as never, row: {} }), 'table'],
      [client.actions.add({ number: '', text: 'x' }), 'number'],
      [client.actions.add({ number: '1', text: 'x', targetDate: '2026-02-30' }), 'targetDate'],
      [client.actions.list({ filter: { state: ['finished' as never] } }), 'filter.state.0'],
      [client.actions.list({ filter: {}, limit: 100_000 }), 'limit'],
      [client.actions.changeTarget({ ids: [], targetDate: null }), 'ids'],
      [client.reviews.get({ id: "' or 1 = 1 --" }), 'id'],
    ] as const;
    for (const [call, field] of cases) {
      // oxlint-disable-next-line no-await-in-loop -- each refusal in turn
      expect(await refusalOf(call)).toMatchObject({ code: 'bad-input', details: { field } });
    }
  });

  it.each([
    ['publications', { publishedOn: '2026-05-01', takenDownOn: '2026-04-30' }, 'takenDownOn'],
    ['publicationDelays', { since: '2026-05', endedOn: '2026-04' }, 'endedOn'],
    ['agencyReports', { requestedOn: '2026-05-02', receivedOn: '2026-05-01' }, 'receivedOn'],
  ] as const)('of %s is an end before its beginning', async (table, dates, field) => {
    const { client } = await openBoard();
    const type = (await client.board.get()).reviewTypes[0];
    const review = await client.reviews.add({ reference: 'R 1', reviewTypeId: type?.id ?? '' });
    const agency = await client.records.add({ table: 'agencies', row: { name: 'Police' } });
    const row = { reviewId: review.id, ...(table === 'agencyReports' ? { agencyId: agency.id } : {}), ...dates };
    expect(await refusalOf(client.records.add({ table, row }))).toMatchObject({
      code: 'bad-input',
      details: { field },
    });
  });

  it('leaves a locked board locked', async () => {
    const { client, session } = await openBoard();
    session.close();
    const calls = [
      client.board.get(),
      client.overview.get(),
      client.actions.list({ filter: {} }),
      client.backups.list(),
    ];
    for (const call of calls) {
      // oxlint-disable-next-line no-await-in-loop -- each refusal in turn
      expect((await refusalOf(call)).code).toBe('locked');
    }
  });
});

describe('every kind of record that is edited in place', () => {
  it('is a table with exactly those fields, or fewer', async () => {
    const { store } = await openBoard();
    for (const table of Object.keys(recordShapes) as EditableTable[]) {
      const columns = (store.db.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name);
      expect(columns, table).toEqual(expect.arrayContaining(Object.keys(recordShapes[table].shape)));
    }
  });
});

describe('a target that is a meeting', () => {
  it('follows the meeting’s date, when the target is set and when the meeting moves', async () => {
    const { client, store } = await openBoard();
    const body = (await client.board.get()).bodies[0];
    const meeting = await client.records.add({
      table: 'meetings',
      row: { bodyId: body?.id ?? '', date: '2027-01-14' },
    });
    const action = await client.actions.add({ number: '1', text: 'Brief all teams', targetMeetingId: meeting.id });
    const target = () => store.row('actions', action.id).targetDate;
    expect(target()).toBe('2027-01-14');
    const moved = await client.records.edit({
      table: 'meetings',
      id: meeting.id,
      was: { date: '2027-01-14' },
      now: { date: '2027-02' },
    });
    expect(target()).toBe('2027-02');
    expect(store.row('actions', action.id).targetDay).toBe('2027-02-28');
    await client.history.undo({ operationId: moved.operationId ?? '' });
    expect(target()).toBe('2027-01-14');
    await client.records.edit({
      table: 'meetings',
      id: meeting.id,
      was: {},
      now: { date: null, dateText: 'spring' },
      force: true,
    });
    expect(target()).toBeNull();
    expect((await client.actions.get({ id: action.id })).action.targetMeetingId).toBe(meeting.id);
  });
});
