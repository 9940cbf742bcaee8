import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActionState } from '../../../db/domain/codes.ts';
import { readYearActions } from '../../../db/service/year-actions.ts';
import { openSharedBoard, type TestBoard } from '../../support/board.ts';

const YEAR = { from: '2025-04-01', until: '2026-03-31' };

type Move = readonly [from: ActionState, to: ActionState, date: string];

describe('actions as a year saw them', () => {
  let board: TestBoard & { close(): void };
  let reviewId = '';
  beforeAll(async () => {
    board = await openSharedBoard();
    const { reviewTypes } = await board.client.board.get();
    const review = { reference: 'LCSPR 2024/01', reviewTypeId: reviewTypes[0]?.id ?? '', notifiedOn: '2024-05-01' };
    reviewId = (await board.client.reviews.add(review)).id;
  });
  afterAll(() => board.close());

  const afterMoves = async (number: string, moves: readonly Move[]) => {
    const { id } = await board.client.actions.add({ number, text: 'Brief staff', reviewId });
    const [, state, stateSince] = moves.at(-1) ?? ['not-started', 'not-started', null];
    board.store.operation({ kind: 'edit' }, (write) => {
      write.update('actions', id, { state, stateSince });
      for (const [fromState, toState, date] of moves)
        write.insert('actionStateMoves', { actionId: id, fromState, toState, date });
    });
    return readYearActions(board.store, YEAR).find((action) => action.id === id);
  };

  const SIGNED_OFF: Move = ['reported-complete', 'signed-off', '2025-06-01'];

  test.each<readonly [string, readonly Move[], 'in' | 'before' | 'never']>([
    ['signed off in the year', [SIGNED_OFF], 'in'],
    [
      'reopened after its end: it was signed off in the year',
      [SIGNED_OFF, ['signed-off', 'in-progress', '2026-05-01']],
      'in',
    ],
    ['reopened within the year', [SIGNED_OFF, ['signed-off', 'in-progress', '2025-09-01']], 'never'],
    [
      'reopened within the year and signed off after its end',
      [SIGNED_OFF, ['signed-off', 'in-progress', '2025-09-01'], ['in-progress', 'signed-off', '2026-05-01']],
      'never',
    ],
    [
      'signed off before the year, reopened and signed off again after it',
      [
        ['reported-complete', 'signed-off', '2025-01-10'],
        ['signed-off', 'in-progress', '2026-05-01'],
        ['in-progress', 'signed-off', '2026-06-01'],
      ],
      'before',
    ],
    ['signed off after the year', [['in-progress', 'signed-off', '2026-05-01']], 'never'],
    ['embedded after the year: signed off in it', [SIGNED_OFF, ['signed-off', 'embedded', '2026-08-01']], 'in'],
  ])('%s', async (words, moves, signedOff) => {
    expect(await afterMoves(words, moves)).toMatchObject({ signedOff });
  });

  test('embedded in the year and reopened after its end counts; found embedded after its end does not', async () => {
    const embedded: Move = ['signed-off', 'embedded', '2025-10-01'];
    expect(await afterMoves('E1', [SIGNED_OFF, embedded, ['embedded', 'in-progress', '2026-05-01']])).toMatchObject({
      embedded: 'in',
      embeddedOn: '2025-10-01',
    });
    expect(await afterMoves('E2', [SIGNED_OFF, ['signed-off', 'embedded', '2026-05-01']])).toMatchObject({
      embedded: 'never',
      embeddedOn: null,
    });
  });
});
