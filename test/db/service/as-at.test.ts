import { describe, expect, it } from 'vitest';
import {
  clientOf,
  type Client,
  DAY,
  openBoard,
  openSharedBoard,
  refusalOf,
  reopen,
  TODAY,
} from '../../support/board.ts';

const lookAt = async (client: Client, on: string): Promise<string | null> => {
  let day: string | null = null;
  for await (const step of await client.asAt.look({ on })) day = step.day;
  return day;
};

const agencyNames = async (client: Client): Promise<readonly string[]> =>
  (await client.board.get()).agencies.map(({ name }) => name);

const addAgency = async (client: Client, name: string): Promise<string> =>
  (await client.records.add({ table: 'agencies', row: { name } })).id;

describe('looking at the board as it was', () => {
  it('answers every question as of the end of that day, with that day as today, until it is left', async () => {
    const { client, clock } = await openBoard();
    await addAgency(client, 'Police');
    clock.advance(DAY);
    await addAgency(client, 'Probation');
    clock.advance(DAY);
    expect(await lookAt(client, TODAY)).toBe(TODAY);
    expect(await agencyNames(client)).toEqual(['Police']);
    expect((await client.board.get()).today).toBe(TODAY);
    expect(await client.asAt.status()).toMatchObject({ day: TODAY, today: '2026-11-25' });
    await lookAt(client, '2026-11-24');
    expect(await agencyNames(client)).toEqual(['Police', 'Probation']);
    await client.asAt.leave();
    expect(await client.asAt.status()).toMatchObject({ day: null, today: '2026-11-25' });
    expect((await client.board.get()).today).toBe('2026-11-25');
  });

  it('refuses every change in words, undo, restoring and backups among them, and writes nothing', async () => {
    const { client, clock, session } = await openBoard();
    const id = await addAgency(client, 'Police');
    const { undo } = await client.history.next();
    clock.advance(DAY);
    await lookAt(client, TODAY);
    const before = session.present.db.prepare('select count(*) as n from changes').get();
    const operationId = undo?.operationId ?? '';
    const attempts: readonly Promise<unknown>[] = [
      client.records.add({ table: 'agencies', row: { name: 'Probation' } }),
      client.records.edit({
        table: 'agencies',
        id,
        was: { name: 'Police' },
        now: { name: 'X' },
        force: false,
      } as never),
      client.records.remove({ table: 'agencies', id }),
      client.history.undo({ operationId }),
      client.history.redo({ operationId }),
      client.history.restoreValue({ table: 'agencies', rowId: id, field: 'name', operationId, reason: 'why' }),
      client.backups.make(),
      client.backups.restore({ name: 'any' }),
    ];
    for (const attempt of attempts) {
      // oxlint-disable-next-line no-await-in-loop -- few
      expect(await refusalOf(attempt)).toEqual({
        code: 'not-allowed',
        details: {
          why: 'You are looking at the board as it was on 23 November 2026.',
          advice: 'Nothing was changed. Go back to today to change anything.',
        },
      });
    }
    expect(session.present.db.prepare('select count(*) as n from changes').get()).toEqual(before);
    expect(await client.history.next()).toEqual({ undo: null, redo: null, stays: null });
    await client.asAt.leave();
    expect((await client.history.next()).undo).not.toBeNull();
  });

  it('holds for every connection, each of which hears of it, and ends with the data process', async () => {
    const board = await openBoard();
    const { client, clock, session } = board;
    await addAgency(client, 'Police');
    clock.advance(DAY);
    await addAgency(client, 'Probation');
    const second = clientOf(session);
    const abort = new AbortController();
    const heard = (await second.changes(undefined, { signal: abort.signal }))[Symbol.asyncIterator]();
    const first = heard.next();
    await lookAt(client, TODAY);
    expect(await first).toMatchObject({ value: { operationId: '' } });
    expect(await agencyNames(second)).toEqual(['Police']);
    expect(await refusalOf(addAgency(second, 'Health'))).toMatchObject({ code: 'not-allowed' });
    abort.abort();
    const unlocked = await reopen(board);
    expect(await unlocked.client.asAt.status()).toMatchObject({ day: null });
    expect(await agencyNames(unlocked.client)).toEqual(['Police', 'Probation']);
  });

  it('tells the history of that day, and none of what came after', async () => {
    const { client, clock } = await openBoard();
    const rowId = await addAgency(client, 'Police');
    clock.advance(DAY);
    await client.records.edit({
      table: 'agencies',
      id: rowId,
      was: { name: 'Police' },
      now: { name: 'Constabulary' },
      force: false,
    } as never);
    await lookAt(client, TODAY);
    const { entries, total } = await client.history.ofRecord({ rowId });
    expect(total).toBe(1);
    expect(entries[0]).toMatchObject({ undoRefused: 'You are looking at an earlier day.' });
    expect(entries[0]?.changes[0]).toMatchObject({ new: 'Police', canRestore: false });
    expect((await client.history.recent({})).entries[0]?.words).toBe('Changed an agency');
  });

  it.each([
    ['today', TODAY, 'That is today, which has not ended. Choose an earlier day.'],
    ['a day to come', '2027-01-01', 'That day has not come yet. Choose an earlier day.'],
    [
      'a day before the board',
      '2026-11-22',
      'The board was begun on 23 November 2026. There is nothing before that day; choose a later one.',
    ],
  ])('is refused for %s', async (_, on, problem) => {
    const { client } = await openBoard();
    expect(await refusalOf(lookAt(client, on))).toMatchObject({ code: 'bad-input', details: { problem, field: 'on' } });
    expect(await client.asAt.status()).toMatchObject({ day: null });
  });

  it('is refused for what is no day', async () => {
    const { client } = await openBoard();
    expect(await refusalOf(lookAt(client, '2026-02-31'))).toMatchObject({ code: 'bad-input' });
  });

  it('that is cancelled on the way leaves the board as it is now', async () => {
    const board = await openSharedBoard('sample');
    try {
      const abort = new AbortController();
      const steps = (await board.client.asAt.look({ on: '2026-11-01' }, { signal: abort.signal }))[
        Symbol.asyncIterator
      ]();
      const { value } = await steps.next();
      expect(value).toMatchObject({ doing: 'Going back to 1 November 2026', day: null });
      abort.abort();
      await refusalOf(Promise.resolve(steps.next())).catch(() => undefined);
      expect(await board.client.asAt.status()).toMatchObject({ day: null, today: TODAY });
    } finally {
      board.close();
    }
  });
});
