import { describe, expect, it, test } from 'vitest';
import { regimeInForce, stageNeedsReason } from '../../../db/domain/review-course.ts';
import { reviewTypeOf } from '../../../db/domain/review-types.ts';

const dated = (code: string, fromDate: string | null, untilDate: string | null) => ({ code, fromDate, untilDate });

describe('the regime offered for a serious case review is the one in force when it began', () => {
  test.each([
    ['2006-03-31', null],
    ['2007', 'scr-2006'],
    ['2009-12-01', 'scr-2009'],
    ['2010-06-09', 'scr-2009'],
    ['2010-06-10', 'scr-2010'],
    ['2013', 'scr-2013'],
    ['2018-07-01', 'scr-transition'],
    ['2021', null],
  ])('%s', (began, code) => {
    const regimes = reviewTypeOf('scr-england').regimes.map((regime) => ({
      ...regime,
      fromDate: regime.from,
      untilDate: regime.until,
    }));
    expect(regimeInForce(regimes, began)?.code ?? null).toBe(code);
  });
});

describe('the regime in force', () => {
  it('is the latest edition when nobody knows the day, also beside one without dates', () => {
    const regimes = [
      dated('2018', '2018-06-29', null),
      dated('always', null, null),
      dated('2015', '2015', '2018-06-29'),
    ];
    expect(regimeInForce(regimes, null)?.code).toBe('2018');
    expect(regimeInForce(regimes, '2016')?.code).toBe('2015');
    expect(regimeInForce(regimes, '2014-12-31')?.code).toBe('always');
  });

  it('ends on the day its successor begins', () => {
    const regimes = [dated('old', '2015', '2018-06-29'), dated('new', '2018-06-29', null)];
    expect(regimeInForce(regimes, '2018-06-28')?.code).toBe('old');
    expect(regimeInForce(regimes, '2018-06-29')?.code).toBe('new');
  });
});

test.each([
  ['forward goes without one', 1, 3, 'complete', false],
  ['back needs one', 3, 1, 'in-progress', true],
  ['out of the course needs one', 1, 7, 'not-proceeding', true],
] as const)('a move between stages: %s', (_, from, to, kind, needed) => {
  expect(stageNeedsReason({ position: from, kind: 'in-progress' }, { position: to, kind })).toBe(needed);
});
