import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { errorToFailure, errorToLine, errorToWords } from '../../../renderer/app/failure-words.ts';

const failure = (code: string, details: Record<string, string | number> = {}) =>
  new ORPCError('FAILURE', { data: { code, details } });

describe('words for what went wrong', () => {
  it('are those of the failure', () => {
    expect(errorToLine(failure('disk-full'))).toBe(
      'The disk is full, so the last change was not saved. Everything saved before is safe. Free some space, then make the change again.',
    );
  });

  it('never name a column of the database', () => {
    expect(errorToLine(failure('stale', { field: 'contactPost', current: 'x' }))).not.toContain('contactPost');
  });

  it('name what an entry lacks when the contract refused it', () => {
    const refused = new ORPCError('BAD_REQUEST', { data: { issues: [{ message: 'must not be empty' }] } });
    expect(errorToWords(refused).happened).toBe('What was entered cannot be kept: must not be empty.');
  });

  it('say that saved work is safe when the cause is unknown', () => {
    expect(errorToWords(new TypeError('x is undefined')).advice).toContain('What was saved before is safe.');
    expect(errorToFailure(new TypeError('x is undefined'))).toBeNull();
  });
});
