import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../db/domain/partial-date.ts';
import {
  type Publication,
  type PublicationDelay,
  type PublicationQuestion,
  readPublication,
} from '../../../db/domain/publication.ts';

const none: Publication = { plannedOn: null, publishedOn: null, place: null, availableUntil: null, takenDownOn: null };
const delay = (
  since: string | null,
  endedOn: string | null = null,
  more: Partial<PublicationDelay> = {},
): PublicationDelay => ({
  reasons: ['criminal-proceedings'],
  since,
  sinceText: null,
  expectedEndEvent: null,
  nextReviewOn: null,
  endedOn,
  endedBy: null,
  ...more,
});
const read = (more: Partial<PublicationQuestion>) =>
  readPublication({ decisions: [], publication: null, delays: [], completedOn: null, today: '2020-05-08', ...more });
const full = { decision: 'full-report', decidedOn: '2019-01-01', waits: false } as const;
const withheld = { decision: 'not-to-be-published', decidedOn: '2020-01-01', waits: false } as const;

describe('the state of publication, in words', () => {
  test.each([
    ['nothing is decided', {}, 'not-yet-decided', 'Publication not yet decided'],
    ['decided, no date', { decisions: [full] }, 'planned', 'Full report: to be published, no date set'],
    [
      'planned',
      { decisions: [full], publication: { ...none, plannedOn: '2020-06' } },
      'planned',
      'Full report: planned for June 2020',
    ],
    [
      'planned and past without a delay on record',
      { decisions: [full], publication: { ...none, plannedOn: '2020-05-01' } },
      'planned',
      'Full report: planned for 1 May 2020, 7 days ago; not published, and no delay is recorded',
    ],
    [
      'delayed',
      { decisions: [full], delays: [delay('2020-04-08')] },
      'delayed',
      'Publication is delayed by ongoing criminal proceedings, 30 days so far',
    ],
    [
      'delayed with its review overdue',
      { delays: [delay('2020-04-08', null, { nextReviewOn: '2020-05-01' })] },
      'delayed',
      'Publication is delayed by ongoing criminal proceedings, 30 days so far; review of the delay is overdue',
    ],
    [
      'its delay has ended',
      { decisions: [full], delays: [delay('2020-04-08', '2020-05-01')] },
      'planned',
      'Full report: to be published, no date set',
    ],
    [
      'published',
      {
        decisions: [full],
        publication: { ...none, publishedOn: '2020-05-01', place: 'board website' },
        delays: [delay('2020-04-21')],
      },
      'published',
      'Published on 1 May 2020, board website, after 10 days of delay',
    ],
    [
      'to be published later',
      { publication: { ...none, publishedOn: '2020-05-09' } },
      'planned',
      'Publication: planned for 9 May 2020',
    ],
    [
      'taken down',
      { publication: { ...none, publishedOn: '2019-01', takenDownOn: '2020-02-03' } },
      'taken-down',
      'Taken down on 3 February 2020, was published in January 2019',
    ],
    [
      'decided against',
      { decisions: [withheld, full], delays: [delay('2019-01-01')] },
      'not-to-be-published',
      'Not to be published',
    ],
    [
      'published although decided against',
      { decisions: [withheld], publication: { ...none, publishedOn: '2020-05-01' } },
      'published',
      'Published on 1 May 2020',
    ],
  ] as const)('%s', (_, more, state, words) => {
    expect(read(more)).toMatchObject({ state, words });
  });
});

describe('days delayed', () => {
  test.each([
    ['one delay so far', [delay('2020-04-08')], 30],
    ['overlapping delays once', [delay('2020-04-08'), delay('2020-04-18', '2020-04-28')], 30],
    ['delays with a gap', [delay('2020-03-01', '2020-03-11'), delay('2020-04-28')], 20],
    ['delays that overlap in part', [delay('2020-04-18'), delay('2020-04-08', '2020-04-20')], 30],
    ['a delay that begins when another ends', [delay('2020-04-08', '2020-04-18'), delay('2020-04-18')], 30],
    ['a delay without a start leaves the others', [delay(null), delay('2020-05-07')], 1],
    ['a delay that has not begun', [delay('2020-06-01')], 0],
    ['no delay', [], null],
    ['only a delay without a start', [delay(null)], null],
  ] as const)('%s', (_, delays, days) => {
    expect(read({ delays }).daysDelayed).toBe(days);
  });

  test('a delay left open ends with publication, or with the decision not to publish', () => {
    const delays = [delay('2019-12-22')];
    expect(read({ delays, publication: { ...none, publishedOn: '2020-01-11' } }).daysDelayed).toBe(20);
    expect(read({ delays, decisions: [withheld] }).daysDelayed).toBe(10);
  });

  test('dates not known to the day give the fewest days, marked as such', () => {
    const reading = read({ delays: [delay('2020-04')] });
    expect(reading).toMatchObject({ daysDelayed: 8, daysDelayedAtLeast: true });
    expect(reading.words).toMatch(/at least 8 days so far$/);
  });

  test('no day is counted twice, and none in a delay is missed', () => {
    const period = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(fc.array(period, { minLength: 1, maxLength: 6 }), (periods) => {
        const delays = periods.map(([start, length]) =>
          delay(addDays('2018-01-01', start), addDays('2018-01-01', start + length)),
        );
        const lengths = periods.map(([, length]) => length);
        const covered = new Set(
          periods.flatMap(([start, length]) => Array.from({ length }, (_, index) => start + index)),
        );
        const { daysDelayed } = read({ delays });
        expect(daysDelayed).toBe(covered.size);
        expect(daysDelayed).toBeLessThanOrEqual(lengths.reduce((sum, length) => sum + length, 0));
        expect(daysDelayed).toBeGreaterThanOrEqual(Math.max(...lengths));
      }),
      { seed: 20200929, numRuns: 200 },
    );
  });
});

test('each delay says its reasons, its days and what would end it', () => {
  const open = delay('2020-04-08', null, {
    reasons: ['criminal-proceedings', 'inquest'],
    expectedEndEvent: 'the verdict in the trial',
    nextReviewOn: '2020-06-01',
  });
  const ended = delay('2019-01-01', '2019-01-31', { reasons: ['family-court'], endedBy: 'the final hearing' });
  const ahead = delay('2020-06-01', '2020-07-01', { reasons: ['pre-election-period'] });
  expect(read({ delays: [open, ended, ahead] }).delays.map(({ words }) => words)).toEqual([
    'Delayed by ongoing criminal proceedings and an inquest since 8 April 2020 (30 days); expected to end with the verdict in the trial; next review of the delay 1 June 2020',
    'Was delayed by family court proceedings from 1 January 2019 (30 days); ended 31 January 2019 by the final hearing',
    'To be delayed by a pre-election period from 1 June 2020; to end 1 July 2020',
  ]);
});

describe('complete and unpublished', () => {
  test.each([
    ['complete, nothing decided', { completedOn: '2019-06' }, true],
    ['complete and delayed', { completedOn: '2019-06', delays: [delay('2019-07-01')] }, true],
    ['not complete', { delays: [delay('2019-07-01')] }, false],
    ['to be complete later', { completedOn: '2020-06-01' }, false],
    ['published', { completedOn: '2019-06', publication: { ...none, publishedOn: '2019-07-01' } }, false],
    [
      'taken down after its year',
      { completedOn: '2017', publication: { ...none, publishedOn: '2018-01-01', takenDownOn: '2019-02-01' } },
      false,
    ],
    ['decided against', { completedOn: '2019-06', decisions: [withheld] }, false],
  ] as const)('%s', (_, more, expected) => {
    expect(read(more).completeAndUnpublished).toBe(expected);
  });
});

describe('a report whose year on the website is ending', () => {
  test.each([
    ['90 days before the end', { publishedOn: '2019-08-06' }, '2020-08-06', true],
    ['91 days before the end', { publishedOn: '2019-08-07' }, '2020-08-07', false],
    ['on the last day', { publishedOn: '2019-05-08' }, '2020-05-08', true],
    ['past its end', { publishedOn: '2019-05-07' }, '2020-05-07', false],
    [
      'until a later day of the board’s choice',
      { publishedOn: '2018-01-01', availableUntil: '2020-06' },
      '2020-06-30',
      true,
    ],
    ['taken down', { publishedOn: '2019-06-01', takenDownOn: '2020-05-01' }, null, false],
  ] as const)('%s', (_, publication, leavesSiteOn, leavingSite) => {
    expect(read({ publication: { ...none, ...publication } })).toMatchObject({ leavesSiteOn, leavingSite });
  });
});
