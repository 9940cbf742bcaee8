import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packOptions, type PackOptionsGiven } from '../../../db/contract/packs.ts';
import { buildOnce } from '../../../db/service/build-once.ts';
import { resultOf } from '../../../db/store/steps.ts';
import { openSharedBoard, refusalOf, type TestBoard, TODAY } from '../../support/board.ts';

const optionsOf = (more: Partial<PackOptionsGiven> = {}) =>
  packOptions.parse({
    title: 'Status pack',
    body: 'Executive group',
    meetingDate: null,
    purpose: 'decision',
    marking: 'OFFICIAL-SENSITIVE',
    sections: ['one-page', 'since-last'],
    ...more,
  });

describe('the pack that is built for the preview and each format of one saving', () => {
  let board: TestBoard & { close(): void };
  beforeAll(async () => {
    board = await openSharedBoard('sample');
  });
  afterAll(() => board.close());

  const build = (options = optionsOf(), signal?: AbortSignal) => buildOnce(board.session, options, signal);
  const addAction = () => board.client.actions.add({ number: 'X', text: 'Agreed in between' });
  const lastClock = (): string =>
    board.store.prepare<[], { clock: string }>('select max(clock) as clock from operations').get()?.clock ?? '';

  it('is one, until the board, the day or what is asked for changes', async () => {
    const first = await resultOf(build());
    expect(await resultOf(build())).toBe(first);
    expect(await resultOf(build(optionsOf({ title: 'Another' })))).not.toBe(first);
    const before = await resultOf(build());
    await addAction();
    const after = await resultOf(build());
    expect(after).not.toBe(before);
    expect(after.logClock).toBe(lastClock());
  });

  it('is of one state of the board, although that is changed while it is read', async () => {
    const steps = build(optionsOf({ title: 'Changed meanwhile' }));
    expect((await steps.next()).value).toMatchObject({ done: 0 });
    await steps.next();
    await addAction();
    const { built, logClock } = await resultOf(steps);
    expect(logClock).toBe(lastClock());
    const undisturbed = await resultOf(build(optionsOf({ title: 'Undisturbed' })));
    expect(built.pack.sections).toEqual(undisturbed.built.pack.sections);
  });

  it('lets others in between its sections, and ends there when it is given up', async () => {
    const cancel = new AbortController();
    const steps = build(optionsOf({ title: 'Given up', asAt: '2026-06-30' }), cancel.signal);
    await steps.next();
    const heard = new Promise((resolve) => setImmediate(() => resolve('heard')));
    await steps.next();
    expect(await heard).toBe('heard');
    cancel.abort();
    expect((await refusalOf(resultOf(steps))).code).toBe('cancelled');
  });

  it('ends when another day is looked at meanwhile', async () => {
    const steps = build(optionsOf({ title: 'Of today' }));
    await steps.next();
    for await (const _ of await board.client.asAt.look({ on: '2026-06-30' })) void _;
    expect((await refusalOf(resultOf(steps))).code).toBe('cancelled');
    await board.client.asAt.leave();
    expect((await board.client.asAt.status()).today).toBe(TODAY);
  });
});
