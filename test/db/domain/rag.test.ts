import { describe, expect, test } from 'vitest';
import { RAG_LEVELS, RAG_LEVEL_LABELS, RAG_SCHEME_CODES } from '../../../db/domain/codes.ts';
import {
  effectiveRating,
  RAG_SCHEMES,
  ratePercentage,
  rateSchedule,
  rateVariance,
  type ScheduleQuestion,
  SCHEDULE_SCHEME,
  TARGET_VARIANCE_SCHEME,
} from '../../../db/domain/rag.ts';

const open: ScheduleQuestion = {
  state: 'in-progress',
  targetDay: '2020-07-31',
  timesMoved: 0,
  lastUpdateOn: null,
  lastRequestedOn: null,
  hasEvidence: false,
  today: '2020-05-08',
  dueSoonDays: 28,
};

describe('the schedule scheme tries its rules in order', () => {
  test.each([
    ['far off', {}, 'on-time', 'Due in 84 days'],
    ['28 days off is soon', { targetDay: '2020-06-05' }, 'due-soon', 'Due in 28 days, no evidence yet'],
    ['29 days off is not', { targetDay: '2020-06-06' }, 'on-time', 'Due in 29 days'],
    ['near with evidence', { targetDay: '2020-05-09', hasEvidence: true }, 'on-time', 'Due in 1 day'],
    ['due today', { targetDay: '2020-05-08' }, 'due-soon', 'Due today, no evidence yet'],
    ['moved once', { timesMoved: 1, hasEvidence: true }, 'due-soon', 'Due in 84 days, target moved once'],
    ['moved often', { timesMoved: 3 }, 'due-soon', 'Due in 84 days, target moved 3 times'],
    ['past its date', { targetDay: '2020-05-07' }, 'overdue', '1 day overdue, was due 7 May 2020'],
    [
      'past its date and reported complete',
      { targetDay: '2020-05-01', state: 'reported-complete' },
      'overdue',
      '7 days overdue, was due 1 May 2020; reported complete, awaiting sign-off',
    ],
    [
      'overdue before no update',
      { targetDay: '2020-05-07', lastRequestedOn: '2020-05-01' },
      'overdue',
      '1 day overdue, was due 7 May 2020',
    ],
    [
      'asked and not answered',
      { lastRequestedOn: '2020-05-01' },
      'no-update',
      'No update since one was asked for on 1 May 2020',
    ],
    [
      'asked again after the last update',
      { lastRequestedOn: '2020-05-01', lastUpdateOn: '2020-04-30', timesMoved: 1 },
      'no-update',
      'No update since one was asked for on 1 May 2020',
    ],
    [
      'answered the same day',
      { lastRequestedOn: '2020-05-01', lastUpdateOn: '2020-05-01' },
      'on-time',
      'Due in 84 days',
    ],
    ['without a date', { targetDay: null, timesMoved: 2 }, null, 'No target date'],
    [
      'without a date or an update',
      { targetDay: null, lastRequestedOn: '2020-05-01' },
      'no-update',
      'No update since one was asked for on 1 May 2020',
    ],
    ['signed off after its date', { state: 'signed-off', targetDay: '2019-01-01' }, 'signed-off', 'Signed off'],
    ['embedded', { state: 'embedded' }, 'signed-off', 'Embedded'],
    ['superseded after its date', { state: 'superseded', targetDay: '2019-01-01' }, null, 'Superseded, so not rated'],
    ['another area’s', { state: 'outside-our-oversight' }, null, 'Outside our oversight, so not rated'],
  ] as const)('%s', (_, change, level, words) => {
    expect(rateSchedule({ ...open, ...change })).toEqual({ level, words });
  });
});

describe('target variance, with explicit ends', () => {
  test.each([
    [-20, 'on-target', false],
    [0, 'on-target', false],
    [4.9, 'on-target', false],
    [5, 'on-target', true],
    [5.1, 'slight-variance', false],
    [15, 'slight-variance', true],
    [15.1, 'significant-variance', false],
    [100, 'significant-variance', false],
  ] as const)('%d%% below target', (percent, level, atUnassignedBound) => {
    expect(rateVariance(percent)).toMatchObject({ level, atUnassignedBound });
  });

  test('says which side of the target it is', () => {
    expect([12, -3, 0].map((percent) => rateVariance(percent)?.words)).toEqual([
      'Slight variance: 12% below target',
      'On target: 3% above target',
      'On target: met exactly',
    ]);
  });

  test('what is not a number is not rated', () => {
    expect(rateVariance(Number.NaN)).toBeNull();
  });

  test('the levels meet without a gap or an overlap', () => {
    const [green, amber, red] = TARGET_VARIANCE_SCHEME.levels;
    expect([green?.upper, amber?.upper]).toEqual([amber?.lower, red?.lower]);
    expect([green?.upperInclusive, amber?.upperInclusive]).toEqual([!amber?.lowerInclusive, !red?.lowerInclusive]);
  });
});

test('a percentage is given with both numbers, and not at all when there is nothing to count', () => {
  expect(ratePercentage(12, 40)).toEqual({ percent: 30, words: '12 of 40 complete (30%)' });
  expect(ratePercentage(1, 8)).toEqual({ percent: 13, words: '1 of 8 complete (13%)' });
  expect(ratePercentage(0, 0)).toEqual({ percent: null, words: 'No actions to count' });
});

test('five schemes ship, each with its own symbols, words and rules', () => {
  expect(RAG_SCHEMES.map((scheme) => scheme.code)).toEqual([...RAG_SCHEME_CODES]);
  for (const { levels } of RAG_SCHEMES) {
    for (const key of ['code', 'label', 'symbol'] as const)
      expect(new Set(levels.map((level) => level[key])).size).toBe(levels.length);
    for (const { rule } of levels) expect(rule).not.toBe('');
  }
});

test('the default scheme has the levels, labels and symbols of the key', () => {
  expect(SCHEDULE_SCHEME.levels.map((level) => level.code)).toEqual([...RAG_LEVELS]);
  expect(SCHEDULE_SCHEME.levels.map((level) => level.label)).toEqual(RAG_LEVELS.map((code) => RAG_LEVEL_LABELS[code]));
  expect(SCHEDULE_SCHEME.levels.map((level) => level.symbol)).toEqual(['●', '◆', '▲', '✓', '○']);
});

describe('computed, asserted and confirmed are kept apart', () => {
  const labelOf = (code: string) => code;
  test.each([
    [
      'the board’s own value is shown, and the others said',
      'red',
      'green',
      'amber',
      'amber',
      'confirmed',
      true,
      'amber, confirmed by the board; red by its dates; green in the agency’s view, not confirmed',
    ],
    ['all agree', 'red', 'red', 'red', 'red', 'confirmed', false, 'red, confirmed by the board'],
    [
      'the agency’s value never replaces the computed one',
      'red',
      'green',
      null,
      'red',
      'computed',
      true,
      'red by its dates; green in the agency’s view, not confirmed',
    ],
    [
      'and is not shown as the board’s when it is the only one',
      null,
      'green',
      null,
      null,
      'none',
      false,
      'green in the agency’s view, not confirmed',
    ],
    ['nothing is known', null, null, null, null, 'none', false, 'Not rated'],
  ] as const)('%s', (_, computed, asserted, confirmed, level, shown, differs, words) => {
    expect(effectiveRating<string>({ computed, asserted, confirmed }, labelOf)).toEqual({
      level,
      shown,
      differs,
      words,
    });
  });
});
