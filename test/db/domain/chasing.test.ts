import { describe, expect, it } from 'vitest';
import {
  type Answers,
  type AskedAction,
  isUnanswered,
  ratingsToChoose,
  readAnswers,
  targetNotMoved,
} from '../../../db/domain/chasing.ts';

const empty: Answers = { update: '', state: '', rag: '', evidence: '', newTarget: '', newTargetReason: '' };
const action: AskedAction = { state: 'in-progress', targetDate: '2027-01-31', targetText: null };
const levels = [
  { code: 'on-time', label: 'On time' },
  { code: 'signed-off', label: 'Signed off' },
  { code: 'no-update', label: 'No update' },
];
const read = (answers: Partial<Answers>, part: Partial<AskedAction> = {}) =>
  readAnswers({ ...empty, ...answers }, { ...action, ...part }, { levels, today: '2026-11-23' });

describe('what an agency filled in', () => {
  const rows: readonly (readonly [says: string, answers: Partial<Answers>, read: object])[] = [
    [
      'an update alone is its words',
      { update: '  Done in two teams.\n' },
      { text: 'Done in two teams.', state: null, rag: null, target: null, notes: [] },
    ],
    [
      'a state is read in capitals or not',
      { state: 'REPORTED  complete' },
      { state: 'reported-complete', text: 'State reported: reported complete.' },
    ],
    [
      'the state that it has already moves nothing, and is an answer',
      { state: 'In progress' },
      { state: null, text: 'State reported: in progress.' },
    ],
    [
      'going back is for the board',
      { state: 'Not started' },
      { state: null, notes: [expect.stringContaining('the action stays “In progress”')] },
    ],
    ['a rating is read by its label', { rag: 'on time' }, { rag: 'on-time', text: 'Rated by the agency: On time.' }],
    [
      'a new target keeps how exact it is',
      { newTarget: 'late 2027', newTargetReason: 'New system' },
      { target: { date: '2027', text: 'late 2027' }, notes: [] },
    ],
    [
      'the target that it has already asks for nothing',
      { newTarget: '31/1/2027', update: 'x' },
      { target: null, notes: [] },
    ],
    [
      'a new target without a reason is pointed out',
      { newTarget: 'May 2027' },
      { notes: ['No reason is given for the new target.'] },
    ],
    [
      'a new target that has passed is pointed out',
      { newTarget: 'May 2026', newTargetReason: 'x' },
      { notes: ['The new target, May 2026, has passed already.'] },
    ],
    [
      'a reason without a target is pointed out',
      { newTargetReason: 'late' },
      { notes: ['A reason for a new target is given, but no new target.'] },
    ],
  ];
  it.each(rows)('%s', (_, answers, expected) => {
    expect(read(answers)).toMatchObject(expected);
  });

  const refused: readonly (readonly [says: string, answers: Partial<Answers>, why: string])[] = [
    ['a day that there is not', { newTarget: '31 February 2027' }, 'February 2027 has 28 days'],
    ['words that are no state', { state: 'ongoing' }, '“ongoing” is not a state'],
    ['what only the board may say in colours', { rag: 'Signed off' }, 'not a rating an agency gives'],
    [
      'a text that is too long',
      { evidence: 'x'.repeat(2001) },
      '“Evidence” holds 2,001 characters; at most 2,000 are read.',
    ],
  ];
  it.each(refused)('is not read: %s', (_, answers, why) => {
    expect(read(answers)).toMatchObject({ refused: expect.stringContaining(why) });
  });

  it('is nothing when it is only blanks', () => {
    expect(isUnanswered({ ...empty, update: ' \n\t' })).toBe(true);
    expect(isUnanswered({ ...empty, rag: 'x' })).toBe(false);
  });
});

it('levels that say what the board decided or did not hear are no agency’s to choose', () => {
  expect(ratingsToChoose(levels).map(({ code }) => code)).toEqual(['on-time']);
});

it('a target that is not agreed is kept in words', () => {
  expect(targetNotMoved({ date: '2027-05', text: null }, 'New system')).toBe(
    'New target asked for, not agreed: May 2027. Why: New system',
  );
});
