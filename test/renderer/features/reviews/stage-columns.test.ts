import { describe, expect, it } from 'vitest';
import { COLUMNS, spotAfterKey, spotThatIs } from '../../../../renderer/features/reviews/stages/columns.ts';
import { STAGE_KINDS } from '../../../../db/domain/codes.ts';

const counts = { referral: 2, 'in-progress': 5, complete: 1 };
const open = COLUMNS.slice(0, 6);

describe('the keyboard on the stage board', () => {
  it.each([
    ['ArrowDown', { kind: 'referral', index: 0 }, { kind: 'referral', index: 1 }],
    ['ArrowDown', { kind: 'referral', index: 1 }, null],
    ['ArrowUp', { kind: 'referral', index: 0 }, null],
    ['End', { kind: 'in-progress', index: 1 }, { kind: 'in-progress', index: 4 }],
    ['Home', { kind: 'in-progress', index: 1 }, { kind: 'in-progress', index: 0 }],
    ['ArrowRight', { kind: 'referral', index: 1 }, { kind: 'in-progress', index: 1 }],
    ['ArrowRight', { kind: 'in-progress', index: 4 }, { kind: 'complete', index: 0 }],
    ['ArrowRight', { kind: 'complete', index: 0 }, null],
    ['ArrowLeft', { kind: 'complete', index: 0 }, { kind: 'in-progress', index: 0 }],
    ['x', { kind: 'referral', index: 0 }, null],
  ] as const)('%s from %j leads to %j', (key, spot, next) => {
    expect(spotAfterKey(key, spot, open, counts)).toEqual(next);
  });

  it('stays near when a card or a column is gone', () => {
    expect(spotThatIs({ kind: 'in-progress', index: 9 }, open, counts)).toEqual({ kind: 'in-progress', index: 4 });
    expect(spotThatIs({ kind: 'closed', index: 0 }, open, counts)).toEqual({ kind: 'referral', index: 0 });
    expect(spotThatIs({ kind: 'referral', index: 0 }, open, {})).toBeNull();
  });

  it('has a column for every kind of stage', () => {
    expect(COLUMNS.toSorted()).toEqual(STAGE_KINDS.toSorted());
  });
});
