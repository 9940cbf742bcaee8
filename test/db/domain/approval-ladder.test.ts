import { describe, expect, test } from 'vitest';
import { type Approval, type LadderStep, readLadder } from '../../../db/domain/approval-ladder.ts';

const step = (position: number, bodyName: string, kind: LadderStep['kind']): LadderStep => ({
  id: `${position}-${bodyName}`,
  position,
  appliesTo: 'plan',
  bodyId: bodyName,
  bodyName,
  kind,
});
const approval = (
  bodyId: string,
  kind: Approval['kind'],
  dated: string | null,
  more: Partial<Approval> = {},
): Approval => ({
  kind,
  bodyId,
  dated,
  conditions: [],
  revokedOn: null,
  waits: false,
  ...more,
});

const ladder = [
  step(1, 'Case review sub-group', 'evidence-accepted'),
  step(2, 'Executive group', 'signed-off'),
  step(3, 'Board', 'endorsed'),
];
const accepted = approval('Case review sub-group', 'evidence-accepted', '2020-03-02');

describe('what is outstanding on the ladder', () => {
  test.each([
    ['nothing is given', [], 'Awaiting acceptance of the evidence by the Case review sub-group'],
    ['the first step is met', [accepted], 'Awaiting sign-off by the Executive group'],
    [
      'the executive deferred it',
      [accepted, approval('Executive group', 'deferred', '2020-05-08')],
      'Deferred by the Executive group on 8 May 2020; awaiting sign-off by the Executive group',
    ],
    [
      'the executive noted it, which is not sign-off',
      [accepted, approval('Executive group', 'noted', '2020-05')],
      'Noted by the Executive group in May 2020; awaiting sign-off by the Executive group',
    ],
    [
      'a later sign-off answers a deferral',
      [
        accepted,
        approval('Executive group', 'signed-off', '2020-06-01'),
        approval('Executive group', 'deferred', '2020-05-08'),
      ],
      'Awaiting endorsement by the Board',
    ],
    [
      'a revoked approval counts for nothing',
      [accepted, approval('Executive group', 'signed-off', '2020-06-01', { revokedOn: '2020-07-01' })],
      'Awaiting sign-off by the Executive group',
    ],
    [
      'all are given',
      [accepted, approval('Executive group', 'signed-off', '2020-06-01'), approval('Board', 'endorsed', '2020-07-01')],
      'Endorsed by the Board on 1 July 2020',
    ],
    [
      'a later step given first leaves the earlier one to ask for',
      [approval('Board', 'endorsed', '2020-07-01'), accepted],
      'Awaiting sign-off by the Executive group',
    ],
  ] as const)('%s', (_, approvals, words) => {
    expect(readLadder(ladder, approvals).words).toBe(words);
  });
});

test('each step says its own state', () => {
  const { steps, nextStep, complete } = readLadder(ladder, [
    accepted,
    approval('Executive group', 'rejected', '2020-05-08'),
  ]);
  expect(steps.map(({ state }) => state)).toEqual(['met', 'rejected', 'outstanding']);
  expect(steps[0]?.words).toBe('Evidence accepted by the Case review sub-group on 2 March 2020');
  expect(nextStep?.bodyName).toBe('Executive group');
  expect(complete).toBe(false);
});

test('agreement in principle with conditions is given, and its conditions stay in sight until discharged', () => {
  const steps = [step(1, 'Trust Board', 'agreed-in-principle'), step(2, 'Safeguarding Children Board', 'endorsed')];
  const conditions = [
    { text: 'Leads to be agreed by the Executive', dischargedOn: null },
    { text: 'Endorsement by the Safeguarding Children Board', dischargedOn: '2009-07-01' },
  ];
  const agreed = approval('Trust Board', 'agreed-in-principle', '2009-06-02', { conditions });
  const reading = readLadder(steps, [agreed]);
  expect(reading.steps[0]).toMatchObject({
    state: 'met-with-conditions',
    words: 'Agreed in principle by the Trust Board on 2 June 2009, with 1 condition outstanding',
  });
  expect(reading.words).toBe('Awaiting endorsement by the Safeguarding Children Board; 1 condition outstanding');

  const endorsed = readLadder(steps, [agreed, approval('Safeguarding Children Board', 'endorsed', '2009-07-01')]);
  expect(endorsed).toMatchObject({ complete: false, nextStep: null });
  expect(endorsed.words).toBe('Endorsed by the Safeguarding Children Board on 1 July 2009; 1 condition outstanding');
});

test('dual adoption asks both boards at once, and each by itself when the other has adopted', () => {
  const boards = [step(1, 'Trust Board', 'adopted'), step(1, 'Safeguarding Children Board', 'adopted')];
  const neither = readLadder(boards, []);
  expect(neither.nextSteps).toHaveLength(2);
  expect(neither.words).toBe('Awaiting adoption by the Trust Board and the Safeguarding Children Board');
  const one = readLadder(boards, [approval('Trust Board', 'adopted', '2009-11-25')]);
  expect(one.words).toBe('Awaiting adoption by the Safeguarding Children Board');
});

test('an undated approval does not outrank a dated deferral', () => {
  const approvals = [approval('Board', 'deferred', '2020-05-08'), approval('Board', 'endorsed', null)];
  expect(readLadder([step(1, 'Board', 'endorsed')], approvals).steps[0]?.state).toBe('deferred');
});

test('no ladder is said, not left blank', () => {
  expect(readLadder([], [])).toMatchObject({ words: 'No approvals are needed', complete: false, nextStep: null });
});
