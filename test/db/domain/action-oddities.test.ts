import { describe, expect, it } from 'vitest';
import { type ActionDates, actionOddities } from '../../../db/domain/action-oddities.ts';

const plain: ActionDates = {
  today: '2026-11-23',
  reviewBegan: '2026-06-01',
  target: '2027-01',
  state: 'in-progress',
  stateSince: '2026-07',
  milestones: [],
  measures: [],
  evidence: [],
  updates: [],
  moves: [],
};
const oddities = (dates: Partial<ActionDates>) => actionOddities({ ...plain, ...dates });

describe('dates of an action', () => {
  it.each<[string, Partial<ActionDates>]>([
    ['that fit', {}],
    ['that are imprecise and may fit: the year of the review', { target: '2026' }],
    ['that are imprecise and may fit: this month', { stateSince: '2026-11', updates: [{ date: '2026' }] }],
    ['that are not known', { reviewBegan: null, target: null, stateSince: null }],
    [
      'of a milestone in the month of the target',
      { milestones: [{ text: 'A', targetDate: '2027-01-31', doneOn: null }] },
    ],
    [
      'of moves on one day',
      {
        moves: [
          { toState: 'in-progress', date: '2026-07-01' },
          { toState: 'reported-complete', date: '2026-07' },
        ],
      },
    ],
  ])('%s are not odd', (_, dates) => {
    expect(oddities(dates)).toEqual([]);
  });

  it.each<[string, Partial<ActionDates>, string]>([
    [
      'a target before the review began',
      { target: '2026-05' },
      'The target, May 2026, is before its review began, on 1 June 2026.',
    ],
    [
      'a milestone before the review began',
      { milestones: [{ text: 'Brief staff', targetDate: '2025', doneOn: null }] },
      'The milestone “Brief staff” is due 2025, before its review began, on 1 June 2026.',
    ],
    [
      'a milestone after the target',
      { milestones: [{ text: 'Brief staff', targetDate: '2027-02', doneOn: null }] },
      'The milestone “Brief staff” is due February 2027, after the action’s own target, January 2027.',
    ],
    [
      'something done in the future',
      { milestones: [{ text: 'Brief staff', targetDate: null, doneOn: '2026-11-24' }] },
      'The milestone “Brief staff” is done on 24 November 2026, which is still to come.',
    ],
    [
      'evidence from the future',
      { evidence: [{ what: 'Audit', date: '2027' }] },
      'The evidence “Audit” is dated 2027, which is still to come.',
    ],
    [
      'a measure from the future',
      { measures: [{ text: 'Seen', asAt: '2026-12' }] },
      'The measure “Seen” is as at December 2026, which is still to come.',
    ],
    [
      'an update from the future',
      { updates: [{ date: '2026-12' }] },
      'A progress update is dated December 2026, which is still to come.',
    ],
    ['a state from the future', { stateSince: '2027' }, 'It is recorded as in progress from 2027, still to come.'],
    [
      'a sign-off before the evidence was accepted',
      {
        moves: [
          { toState: 'evidence-accepted', date: '2026-09-01' },
          { toState: 'signed-off', date: '2026-08' },
        ],
      },
      'It became signed off in August 2026, before it became evidence accepted, on 1 September 2026.',
    ],
  ])('%s is said', (_, dates, words) => {
    expect(oddities(dates)).toEqual([words]);
  });
});
