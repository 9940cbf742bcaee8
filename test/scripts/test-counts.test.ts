import { expect, test } from 'vitest';
import { playwrightCounts, vitestCounts } from '../../scripts/test-counts.ts';

test('a test file that cannot be loaded counts as a failed test', () => {
  const report = {
    testResults: [
      {
        name: 'a.test.ts',
        status: 'passed',
        assertionResults: [
          { fullName: 'a holds', status: 'passed' },
          { fullName: 'b waits', status: 'skipped' },
          { fullName: 'c is to come', status: 'todo' },
        ],
      },
      { name: 'broken.test.ts', status: 'failed', assertionResults: [] },
      { name: 'c.test.ts', status: 'failed', assertionResults: [{ fullName: 'd holds', status: 'failed' }] },
    ],
  };
  expect(vitestCounts(JSON.stringify(report))).toEqual({
    passed: 1,
    failed: 2,
    skips: [
      { name: 'b waits', reason: 'skipped in its file' },
      { name: 'c is to come', reason: 'not written yet' },
    ],
  });
});

test('browser tests are counted at every depth; one that passed only on a second try failed', () => {
  const spec = (title: string, status: string, annotations: readonly object[] = []) => ({
    title,
    tests: [{ status, annotations }],
  });
  const report = {
    errors: [],
    suites: [
      {
        title: 'board.spec.ts',
        specs: [spec('opens', 'expected')],
        suites: [
          {
            title: 'locked',
            specs: [
              spec('stays shut', 'unexpected'),
              spec('opens again', 'flaky'),
              spec('prints', 'skipped', [{ type: 'skip', description: 'no printer' }]),
            ],
          },
        ],
      },
    ],
  };
  expect(playwrightCounts(JSON.stringify(report))).toEqual({
    passed: 1,
    failed: 2,
    skips: [{ name: 'locked › prints', reason: 'no printer' }],
  });
});

test('an error outside any test is a failed test', () => {
  expect(playwrightCounts(JSON.stringify({ errors: [{ message: 'cannot load' }], suites: [] })).failed).toBe(1);
});
