import { describe, expect, it } from 'vitest';
import { checkBoard } from '../../../db/service/check.ts';
import type { Store } from '../../../db/store/store.ts';
import { nextRedo, nextUndo, undo } from '../../../db/store/undo.ts';
import { openBoard, refusalOf, TODAY } from '../../support/board.ts';

const agency = (store: Store, name: string) =>
  store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name }));
const rename = (store: Store, id: string, name: string): string =>
  store.operation({ kind: 'edit-agency' }, (write) => write.update('agencies', id, { name })).operation?.id ?? '';

describe('undo', () => {
  it('gives a field its old value back by an operation of its own, and redo does it again', async () => {
    const { store } = await openBoard();
    const { result: id } = agency(store, 'Police');
    const edit = rename(store, id, 'Constabulary');
    const undone = undo(store, edit);
    expect(store.row('agencies', id).name).toBe('Police');
    expect(undone.operation?.kind).toBe('undo');
    expect(nextRedo(store)).toMatchObject({ id: undone.operation?.id, undone: { id: edit } });
    const redone = undo(store, undone.operation?.id ?? '');
    expect(redone.operation?.kind).toBe('redo');
    expect(store.row('agencies', id).name).toBe('Constabulary');
    undo(store, edit);
    expect(store.row('agencies', id).name).toBe('Police');
    expect(checkBoard(store).ok).toBe(true);
  });

  it('goes back one operation after another, and redo forward again, until something else is done', async () => {
    const { store } = await openBoard();
    const { result: id } = agency(store, 'A');
    for (const name of ['B', 'C', 'D']) rename(store, id, name);
    const back = (): string => {
      undo(store, nextUndo(store)?.id ?? '');
      return store.row('agencies', id).name;
    };
    const forward = (): string => {
      undo(store, nextRedo(store)?.id ?? '');
      return store.row('agencies', id).name;
    };
    expect([back(), back(), forward(), back(), back()]).toEqual(['C', 'B', 'C', 'B', 'A']);
    expect([forward(), forward()]).toEqual(['B', 'C']);
    rename(store, id, 'E');
    expect(nextRedo(store)).toBeNull();
    expect(back()).toBe('C');
  });

  it('takes a made row off the lists and brings it back', async () => {
    const { store } = await openBoard();
    const { result: id, operation } = agency(store, 'Police');
    const undone = undo(store, operation?.id ?? '');
    expect(store.row('agencies', id).removed).not.toBeNull();
    undo(store, undone.operation?.id ?? '');
    expect(store.row('agencies', id).removed).toBeNull();
  });

  it('brings a removed row back', async () => {
    const { store } = await openBoard();
    const { result: id } = agency(store, 'Police');
    const { operation } = store.operation({ kind: 'remove' }, (write) => write.remove('agencies', id));
    undo(store, operation?.id ?? '');
    expect(store.row('agencies', id).removed).toBeNull();
  });

  it('takes back all of an operation on many rows', async () => {
    const { store } = await openBoard();
    const ids = Array.from({ length: 50 }, (_, at) => agency(store, `Agency ${at}`).result);
    const { operation } = store.operation({ kind: 'edit-agency' }, (write) => {
      for (const id of ids) write.update('agencies', id, { sector: 'Health', note: 'bulk' });
    });
    undo(store, operation?.id ?? '');
    expect(ids.map((id) => store.row('agencies', id)).every((row) => row.sector === '' && row.note === '')).toBe(true);
  });

  it('is refused whole when one of its fields was changed since', async () => {
    const { store } = await openBoard();
    const [one, other] = [agency(store, 'One').result, agency(store, 'Other').result];
    const { operation } = store.operation({ kind: 'edit-agency' }, (write) => {
      write.update('agencies', one, { name: 'One, bulk' });
      write.update('agencies', other, { name: 'Other, bulk' });
    });
    rename(store, one, 'One, later');
    const before = store.prepare<[], { n: number }>('select count(*) as n from operations').get();
    expect(await refusalOf(() => undo(store, operation?.id ?? ''))).toEqual({
      code: 'changed-since',
      details: { field: 'name' },
    });
    expect([store.row('agencies', one).name, store.row('agencies', other).name]).toEqual(['One, later', 'Other, bulk']);
    expect(store.prepare<[], { n: number }>('select count(*) as n from operations').get()).toEqual(before);
  });

  it('is not done twice, nor of what is not there', async () => {
    const { store } = await openBoard();
    const edit = rename(store, agency(store, 'A').result, 'B');
    undo(store, edit);
    expect((await refusalOf(() => undo(store, edit))).code).toBe('not-undoable');
    expect((await refusalOf(() => undo(store, store.newId()))).code).toBe('not-found');
  });

  it('has nothing to take back on a new board: its making stays', async () => {
    const { store, client } = await openBoard();
    expect(await client.history.next()).toEqual({ undo: null, redo: null, stays: null });
    const made = store.prepare<[], { id: string }>('select id from operations where number = 1').get();
    expect((await refusalOf(() => undo(store, made?.id ?? ''))).code).toBe('not-undoable');
  });
});

describe('a recorded decision', () => {
  it('is said before Undo passes over it, and what was done since is undone as ever', async () => {
    const { store, client } = await openBoard('sample');
    const review = store.prepare<[], { id: string }>(`select id from reviews where reference = 'LCSPR 2026/02'`).get();
    const body = store.prepare<[], { id: string }>(`select id from bodies where kind = 'executive'`).get();
    const before = rename(store, agency(store, 'Police').result, 'Constabulary');
    const approval = {
      appliesTo: 'report',
      reviewId: review?.id ?? '',
      bodyId: body?.id ?? '',
      kind: 'adopted',
    } as const;
    const recorded = await client.approvals.record({ ...approval, date: TODAY });
    expect(await client.history.next()).toMatchObject({
      undo: { operationId: before },
      stays: { words: 'Recorded an approval', instead: expect.stringContaining('revoke it on its review') },
    });
    expect(await refusalOf(client.history.undo({ operationId: recorded.operationId ?? '' }))).toMatchObject({
      code: 'not-undoable',
      details: { what: '“Recorded an approval”', advice: expect.stringContaining('with a reason') },
    });
    const since = rename(store, agency(store, 'Health').result, 'Health trust');
    expect(await client.history.next()).toMatchObject({ undo: { operationId: since }, stays: null });
    undo(store, since);
    undo(store, nextUndo(store)?.id ?? '');
    expect(await client.history.next()).toMatchObject({
      undo: { operationId: before },
      stays: { words: 'Recorded an approval' },
    });
    undo(store, before);
    expect(checkBoard(store).ok).toBe(true);
  });

  it('is not undone but revoked, with a reason, and stays on record', async () => {
    const { store, client } = await openBoard('sample');
    const review = store.prepare<[], { id: string }>(`select id from reviews where reference = 'LCSPR 2026/02'`).get();
    const body = store.prepare<[], { id: string }>(`select id from bodies where kind = 'executive'`).get();
    const recorded = await client.approvals.record({
      appliesTo: 'report',
      reviewId: review?.id ?? '',
      bodyId: body?.id ?? '',
      kind: 'adopted',
      date: TODAY,
    });
    const refusal = await refusalOf(client.history.undo({ operationId: recorded.operationId ?? '' }));
    expect(refusal.code).toBe('not-undoable');
    expect((await client.history.recent({})).entries[0]?.undoRefused).toBe('It stays on record.');
    const approval = store.prepare<[], { id: string }>('select id from approvals order by id desc limit 1').get();
    const revoke = { id: approval?.id ?? '', revokedOn: TODAY, reason: 'Recorded for the wrong report' };
    expect((await refusalOf(client.approvals.revoke({ ...revoke, reason: '  ' }))).code).toBe('bad-input');
    await client.approvals.revoke(revoke);
    expect(store.row('approvals', revoke.id)).toMatchObject({
      kind: 'adopted',
      revokedOn: TODAY,
      revokedReason: revoke.reason,
      removed: null,
    });
    expect(await refusalOf(client.approvals.revoke(revoke))).toMatchObject({
      code: 'not-allowed',
      details: { why: 'This approval was already revoked.' },
    });
  });
});
