import { describe, expect, test } from 'vitest';
import {
  isAwaitingSignOff,
  isComplete,
  isOpen,
  isSetAside,
  mayMove,
  movesFrom,
  needsReason,
} from '../../../db/domain/action-states.ts';
import { ACTION_STATES } from '../../../db/domain/codes.ts';

describe('an action moves by the decision of the body whose it is', () => {
  test.each([
    ['not-started', 'in-progress', 'lead-agency'],
    ['in-progress', 'reported-complete', 'lead-agency'],
    ['reported-complete', 'evidence-accepted', 'sub-group'],
    ['evidence-accepted', 'signed-off', 'executive-or-board'],
    ['signed-off', 'embedded', 'sub-group'],
    ['in-progress', 'outside-our-oversight', 'board-manager'],
    ['reported-complete', 'in-progress', 'sub-group'],
    ['signed-off', 'in-progress', 'executive-or-board'],
  ] as const)('%s to %s', (from, to, by) => {
    expect(mayMove(from, to)).toEqual({ allowed: true, by });
  });
});

describe('a step that is left out is refused, and the refusal says what to record first', () => {
  test.each([
    ['in-progress', 'signed-off', /Record the evidence as accepted first/],
    ['in-progress', 'evidence-accepted', /Record it as reported complete first/],
    ['evidence-accepted', 'embedded', /Record the sign-off first/],
    ['superseded', 'signed-off', /Reopen it as not started or in progress first/],
    ['signed-off', 'rejected', /Reopen it as in progress/],
    ['in-progress', 'in-progress', /already in progress/],
  ] as const)('%s to %s', (from, to, why) => {
    expect(mayMove(from, to)).toEqual({ allowed: false, why: expect.stringMatching(why) });
  });
});

test('every state but the first can be reopened as in progress, with a reason unless it is the way forward', () => {
  for (const state of ACTION_STATES.filter((state) => state !== 'in-progress')) {
    expect(movesFrom(state)).toContain('in-progress');
    expect(needsReason(state, 'in-progress')).toBe(state !== 'not-started');
  }
});

test('going forward needs no reason, going back or aside does', () => {
  expect(needsReason('evidence-accepted', 'signed-off')).toBe(false);
  expect(needsReason('embedded', 'signed-off')).toBe(true);
  expect(needsReason('in-progress', 'superseded')).toBe(true);
  expect(needsReason('rejected', 'not-started')).toBe(true);
});

test('each state is open, complete or set aside, and only one of them', () => {
  for (const state of ACTION_STATES) {
    expect([isOpen(state), isComplete(state), isSetAside(state)].filter(Boolean)).toHaveLength(1);
  }
  expect(ACTION_STATES.filter(isComplete)).toEqual(['signed-off', 'embedded']);
  expect(ACTION_STATES.filter(isAwaitingSignOff)).toEqual(['reported-complete', 'evidence-accepted']);
});
