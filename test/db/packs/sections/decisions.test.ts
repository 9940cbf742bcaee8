import { describe, expect, test } from 'vitest';
import { openBoard } from '../../../support/board.ts';
import { printSections, rowsOf } from './printed-sections.ts';

describe('decisions since the last meeting', () => {
  test('stand once, with their minute and what they were about', async () => {
    const board = await openBoard('sample');
    const pack = printSections(board, ['decisions'], {
      body: 'Case review sub-group',
      since: { kind: 'day', day: '2026-10-01' },
    });
    const [decided] = rowsOf(pack, 'decisions-taken');
    expect(decided).toMatchObject({ about: 'LCSPR 2026/01', minute: '5.2', date: '26 October 2026' });
    expect(rowsOf(pack, 'meetings').map(({ outcome }) => outcome)).not.toContain(decided?.decision);
  });

  test('hold actions that a body signed off together as one line, whether by approval or by a move alone', async () => {
    const board = await openBoard('sample');
    const { client } = board;
    const { rows } = await client.actions.list({ filter: { state: ['evidence-accepted'] }, offset: 0, limit: 3 });
    const ids = rows.map(({ id }) => id);
    const body = board.store.prepare<[], { id: string }>(`select id from bodies where kind = 'executive'`).get();
    await client.approvals.record({
      appliesTo: 'action',
      actionIds: ids,
      bodyId: body?.id ?? '',
      kind: 'signed-off',
      date: '2026-11-20',
      minuteReference: '7.1',
    });
    const since = { kind: 'day', day: '2026-11-20' } as const;
    const signedOff = () =>
      rowsOf(printSections(board, ['decisions'], { since }), 'decisions-on-actions').filter(
        ({ decision, body: by, date }) =>
          decision === 'Signed off' && by === 'Executive group' && date === '20 November 2026',
      );
    expect(signedOff()).toEqual([expect.objectContaining({ minute: '7.1', actions: String(ids.length) })]);
  });
});
