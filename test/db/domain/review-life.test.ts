import { describe, expect, it } from 'vitest';
import { accuracyWords, roundInShort } from '../../../db/domain/accuracy-round.ts';
import { agencyReportsInShort, agencyReportState, agencyReportWords } from '../../../db/domain/agency-report.ts';
import { closureChecklist, closureFigures, openItems, type ReviewToClose } from '../../../db/domain/closure.ts';
import { evaluationStory, type StoryEvaluation } from '../../../db/domain/evaluation-story.ts';

const TODAY = '2026-11-23';

const report = (dates: object) => ({
  requestedOn: null,
  dueOn: null,
  receivedOn: null,
  returnedOn: null,
  acceptedOn: null,
  ...dates,
});

describe('an agency report', () => {
  it.each([
    ['nothing is recorded', {}, 'not-requested', 'Not asked for yet'],
    ['it was asked for without a date', { requestedOn: '2026-10-01' }, 'requested', 'Asked for, no date set'],
    ['it is due today', { dueOn: TODAY }, 'requested', 'Due 23 November 2026'],
    ['its month of being due is not over', { dueOn: '2026-11' }, 'requested', 'Due November 2026'],
    ['its day is past', { dueOn: '2026-11-11' }, 'late', '12 days late, was due 11 November 2026'],
    ['its month is past', { dueOn: '2026-10' }, 'late', '23 days late, was due October 2026'],
    [
      'it came',
      { dueOn: '2026-11-11', receivedOn: '2026-11-14' },
      'received',
      'Received 14 November 2026, 3 days late, to be accepted',
    ],
    [
      'it was sent back',
      { receivedOn: '2026-11-01', returnedOn: '2026-11-05' },
      'returned',
      'Sent back 5 November 2026, to be sent again',
    ],
    [
      'it came again',
      { receivedOn: '2026-11-09', returnedOn: '2026-11-05' },
      'received',
      'Received 9 November 2026, to be accepted',
    ],
    [
      'it was accepted',
      { receivedOn: '2026-11-09', returnedOn: '2026-11-05', acceptedOn: '2026-11-10' },
      'accepted',
      'Accepted 10 November 2026',
    ],
  ] as const)('when %s', (_, dates, state, words) => {
    expect([agencyReportState(report(dates), TODAY), agencyReportWords(report(dates), TODAY)]).toEqual([state, words]);
  });

  it('several are told in short, and none says nothing', () => {
    const reports = [report({ acceptedOn: TODAY }), report({ dueOn: '2026-01-01' }), report({ dueOn: '2027-01-01' })];
    expect(agencyReportsInShort(reports, TODAY)).toBe('1 of 3 accepted, 1 late');
    expect(agencyReportsInShort([], TODAY)).toBe('');
  });
});

describe('a round of factual accuracy', () => {
  it('says who has it, who is late and who answered', () => {
    const round = [
      { sentOn: '2026-11-01', dueOn: '2026-11-10', returnedOn: '2026-11-09' },
      { sentOn: '2026-11-01', dueOn: '2026-11-10', returnedOn: null },
      { sentOn: '2026-11-01', dueOn: null, returnedOn: null },
    ];
    expect(round.map((dates) => accuracyWords(dates, TODAY))).toEqual([
      'Returned 9 November 2026',
      '13 days late, was due 10 November 2026',
      'With the agency, no date set',
    ]);
    expect(roundInShort(round, TODAY)).toBe('1 of 3 returned, 1 late');
  });
});

describe('what became of a report', () => {
  const evaluation = (
    status: StoryEvaluation['status'],
    grade: string,
    date: string | null,
    more: object = {},
  ): StoryEvaluation => ({
    id: `${status} ${date}`,
    evaluator: 'Ofsted',
    grade,
    status,
    regimeNote: '',
    date,
    dateText: null,
    note: '',
    ...more,
  });
  const submitted = { id: 's', kind: 'submitted', name: '', date: '2009-01-20', dateText: null, note: '' } as const;

  it('is one story in date order: submitted, graded, contested, reconsidered, regraded', () => {
    const story = evaluationStory(
      [submitted, { ...submitted, id: 'n', kind: 'notified', date: '2008-01-01' }],
      [
        evaluation('regraded', 'adequate', '2009-09'),
        evaluation('provisional', 'inadequate', '2009-03-01', { regimeNote: 'the 2008 framework' }),
        evaluation('contested', '', '2009-04-02'),
        evaluation('reconsidered', 'inadequate', '2009-06-01'),
      ],
    );
    expect(story.map(({ on, words }) => [on, words])).toEqual([
      ['20 January 2009', 'The report was submitted'],
      ['1 March 2009', 'Ofsted: inadequate, provisional, under the 2008 framework'],
      ['2 April 2009', 'Ofsted: contested'],
      ['1 June 2009', 'Ofsted: reconsidered, still inadequate'],
      ['September 2009', 'Ofsted: regraded from inadequate to adequate'],
    ]);
  });

  it('is silent where there is neither submission nor grade, and says that a date is not known', () => {
    expect(evaluationStory([{ ...submitted, kind: 'completed' }], [])).toEqual([]);
    expect(evaluationStory([], [evaluation('confirmed', 'good', null)])[0]?.on).toBe('Date not known');
  });
});

describe('what is open before closing', () => {
  const nothing: ReviewToClose = {
    actions: [],
    publication: { state: 'published', delays: [] },
    ladders: [],
    approvals: [],
    agencyReports: [],
    accuracyRounds: [],
    clocks: [],
  };
  const open = (review: Partial<ReviewToClose>) =>
    openItems(closureChecklist(closureFigures({ ...nothing, ...review }, TODAY))).map(({ key, words }) => [key, words]);

  it('is nothing of a review that is published, signed off and waited for by nobody', () => {
    expect(open({})).toEqual([]);
    expect(open({ publication: { state: 'not-to-be-published', delays: [] } })).toEqual([]);
  });

  it('names each thing with its number, and never merges complete with published', () => {
    expect(
      open({
        actions: [
          { state: 'in-progress', targetDay: '2026-01-01' },
          { state: 'not-started', targetDay: null },
          { state: 'signed-off', targetDay: '2026-01-01' },
        ],
        publication: { state: 'delayed', delays: [{ endedOn: null }, { endedOn: '2026-01-01' }] },
        ladders: [
          {
            appliesTo: 'report',
            steps: [
              { body: 'Executive group', state: 'outstanding' },
              { body: 'Board', state: 'met' },
            ],
          },
        ],
        approvals: [
          { revokedOn: null, waits: false, conditions: [{ dischargedOn: null }] },
          { revokedOn: '2026-01-01', waits: false, conditions: [{ dischargedOn: null }] },
        ],
        agencyReports: [report({ dueOn: '2026-01-01' })],
        clocks: [{ state: 'breached' }, { state: 'met-late' }],
      }),
    ).toEqual([
      ['actions', '2 are open, 1 overdue'],
      ['publication', 'Delayed, 1 delay not ended'],
      ['approvals', 'Outstanding: the report by Executive group'],
      ['conditions', '1 is not discharged'],
      ['agency-reports', '1 is not accepted'],
      ['clocks', '1 is late'],
    ]);
  });
});
