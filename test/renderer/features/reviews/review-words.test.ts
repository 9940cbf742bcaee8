import { describe, expect, it } from 'vitest';
import type { ActionRow } from '../../../../db/contract/actions.ts';
import { countWords } from '../../../../renderer/features/reviews/count-words.ts';
import { nextClockWords } from '../../../../renderer/features/reviews/list/lateness-words.ts';
import {
  nextActionNumber,
  nextRecommendationNumber,
  targetWords,
} from '../../../../renderer/features/reviews/review/plan-words.ts';
import { rowWords } from '../../../../renderer/features/reviews/timeline/timeline-words.ts';

const action = (part: Partial<ActionRow>): ActionRow =>
  ({ targetDate: null, targetText: null, daysLate: null, timesMoved: 0, ...part }) as ActionRow;

describe('the words of the reviews list', () => {
  it('say lateness first, with the day that was missed', () => {
    expect(nextClockWords({ nextDueOn: '2020-05-08', late: true }, '2020-05-20')).toBe(
      '12 days late, was due 8 May 2020',
    );
    expect(nextClockWords({ nextDueOn: '2020-05-08', late: true }, '2020-05-09')).toBe(
      '1 day late, was due 8 May 2020',
    );
  });

  it('say what is due, today or later, and nothing where no clock runs', () => {
    expect(nextClockWords({ nextDueOn: '2020-05-08', late: false }, '2020-05-08')).toBe('Due today, 8 May 2020');
    expect(nextClockWords({ nextDueOn: '2020-05-08', late: false }, '2020-05-01')).toBe('Due 8 May 2020');
    expect(nextClockWords({ nextDueOn: null, late: false }, '2020-05-01')).toBe('');
  });

  it('count what is shown of what there is', () => {
    expect(countWords(38, 412)).toBe('38 of 412 reviews');
    expect(countWords(1, 1)).toBe('1 review');
    expect(countWords(null, null)).toBe('');
  });
});

describe('the words of the action plan', () => {
  it('say how late an action is and how often its target moved', () => {
    expect(targetWords(action({ targetDate: '2020-05-08', daysLate: 12, timesMoved: 2 }))).toBe(
      '12 days late, was due 8 May 2020, moved 2 times',
    );
    expect(targetWords(action({ targetDate: '2019', targetText: 'late 2019', timesMoved: 1 }))).toBe(
      'late 2019, moved once',
    );
    expect(targetWords(action({}))).toBe('No target date');
  });

  it('offer the next free number after the highest in use', () => {
    expect(nextRecommendationNumber(['1', '3', 'x'])).toBe('4');
    expect(nextActionNumber('4.', ['4.1', '4.10', '5.12'])).toBe('4.11');
    expect(nextActionNumber('A', [])).toBe('A1');
  });
});

describe('a row of the timeline in words', () => {
  it('says everything that it draws', () => {
    const words = rowWords({
      id: 'r',
      reference: 'SCR 2019/02',
      label: 'Baby T',
      typeShortName: 'SCR',
      stage: 'Complete',
      stageKind: 'complete',
      from: '2019-03-01',
      until: null,
      events: [{ kind: 'notified', on: '2019-03-31', text: 'March 2019', imprecise: true }],
      clocks: [{ name: 'Complete within 6 months', from: '2019-03-31', due: '2019-09-30', stopped: null, late: true }],
      delays: [{ reason: 'Inquest', from: '2019-10-01', until: null }],
    });
    expect(words).toBe(
      'Baby T SCR 2019/02 · Complete, SCR. Clocks: Complete within 6 months: late, was due 30 September 2019, ran from 31 March 2019, not stopped yet. Publication delays: Inquest: from 1 October 2019 until now. Events: Incident notified: March 2019 (not known to the day)',
    );
  });
});
