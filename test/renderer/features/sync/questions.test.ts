import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { syncRefusalWords } from '../../../../db/domain/sync-words.ts';
import { refusal, refusedToFailure } from '../../../../db/sync/refused.ts';
import { questionOf } from '../../../../renderer/features/sync/questions.ts';

const removals = { removed: 20, of: 30, what: 'actions' };
const clock = { lastChangeOn: '8 May 2029', today: '8 May 2026' };

const asMet = (refused: ReturnType<typeof refusal>): unknown => {
  const { code, details } = refusedToFailure(refused, 'a.sync');
  return new ORPCError('FAILURE', { data: { code, details } });
};

describe('what is refused until a person has answered', () => {
  it('asks about many removals and about a clock that is ahead, in the words of the refusal', () => {
    expect(questionOf(asMet(refusal('many-removals', removals)))).toEqual({
      answer: 'acceptRemovals',
      words: expect.stringContaining(syncRefusalWords('many-removals', removals)),
      kept: 'Nothing was changed.',
    });
    expect(questionOf(asMet(refusal('clock-ahead', clock)))?.answer).toBe('acceptClock');
  });

  it('asks nothing about a file that no answer could make good', () => {
    expect(questionOf(asMet(refusal('damaged', {})))).toBeNull();
    expect(questionOf(new Error('anything else'))).toBeNull();
  });
});
