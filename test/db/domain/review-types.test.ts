import { describe, expect, test } from 'vitest';
import { dueDate } from '../../../db/domain/clocks.ts';
import { EVENT_KINDS, REVIEW_TYPE_CODES, STAGE_KINDS } from '../../../db/domain/codes.ts';
import { isPartialDate } from '../../../db/domain/partial-date.ts';
import { clocksUnder, NATIONAL_RELAXATIONS, REVIEW_TYPES, reviewTypeOf } from '../../../db/domain/review-types.ts';
import { createWorkingCalendar } from '../../../db/domain/working-days.ts';

const clocks = REVIEW_TYPES.flatMap((type) => type.clocks);
const calendar = createWorkingCalendar({ division: 'england-and-wales', closures: [] });

test('every review type code has its type', () => {
  expect(REVIEW_TYPES.map((type) => type.code).toSorted()).toEqual(REVIEW_TYPE_CODES.toSorted());
  expect(reviewTypeOf('scr-england').plural).toBe('serious case reviews');
});

test.each(REVIEW_TYPES.map((type) => [type.name, type] as const))('%s holds together', (_, type) => {
  expect(type.source).not.toBe('');
  expect(type.name.toLowerCase()).toContain(type.singular.toLowerCase());
  for (const date of [type.inForceFrom, type.inForceUntil]) expect(date === null || isPartialDate(date)).toBe(true);
  expect(new Set(type.stages.map((stage) => stage.code)).size).toBe(type.stages.length);
  expect(new Set(type.stages.map((stage) => stage.kind))).toEqual(new Set(STAGE_KINDS));
  const regimes = type.regimes.map((regime) => regime.code);
  for (const clock of type.clocks) {
    expect(clock.source).not.toBe('');
    expect(EVENT_KINDS).toContain(clock.runsFrom);
    expect(clock.regime === null || regimes.includes(clock.regime)).toBe(true);
    expect(clock.unit === 'fixed-date' ? clock.fixedDate !== null : clock.length > 0).toBe(true);
  }
});

test('codes of clocks and regimes are used once', () => {
  const codes = [
    ...clocks.map((clock) => clock.code),
    ...REVIEW_TYPES.flatMap((type) => type.regimes.map((regime) => regime.code)),
  ];
  expect(new Set(codes).size).toBe(codes.length);
});

describe('clocks as the sources give them', () => {
  test.each([
    ['rapid-review-panel-notification', '2022-05-20', '2022-05-27', true],
    ['rapid-review-completion', '2022-05-20', '2022-06-14', true],
    ['lcspr-publication', '2022-05-20', '2022-11-20', true],
    ['scr-decision', '2012-01-31', '2012-02-29', true],
    ['scr-2006-completion', '2008-01-10', '2008-05-10', false],
    ['scr-2009-completion', '2010-01-10', '2010-07-10', true],
    ['scr-2013-panel-told', '2014-05-01', '2014-05-15', true],
    ['scr-2013-copies', '2014-05-20', '2014-05-09', true],
    ['scr-website-year', '2014-05-20', '2015-05-20', true],
    ['scr-hand-over', null, '2020-09-28', true],
    ['child-death-hand-over', null, '2020-01-29', true],
    ['sar-completion', '2020-05-20', '2020-11-20', false],
    ['dardr-decision', '2020-05-20', '2020-06-20', false],
  ] as const)('%s', (code, from, date, confirmed) => {
    const clock = clocks.find((candidate) => candidate.code === code);
    if (clock === undefined) throw new Error(`No clock ${code}`);
    expect(dueDate(clock, from, calendar)).toEqual({ date });
    expect(clock.confirmed).toBe(confirmed);
  });
});

test('the national relaxation of March 2020 covers the 15-day and 6-month clocks, and not the 5-day one', () => {
  const relaxed = NATIONAL_RELAXATIONS.flatMap((relaxation) => relaxation.clocks);
  expect(relaxed).toEqual(['rapid-review-completion', 'lcspr-publication']);
  for (const code of relaxed) expect(clocks.map((clock) => clock.code)).toContain(code);
});

test('a review has the clocks of its type and of its own regime only', () => {
  const names = (regime: string | null) => clocksUnder(reviewTypeOf('scr-england'), regime).map((clock) => clock.code);
  expect(names(null)).toEqual(['scr-decision', 'scr-website-year']);
  expect(names('scr-2006')).toEqual(['scr-decision', 'scr-2006-completion', 'scr-website-year']);
  expect(names('scr-transition')).toContain('scr-hand-over');
});
