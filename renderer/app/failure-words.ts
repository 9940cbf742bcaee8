import { ORPCError } from '@orpc/client';
import type { FailureData } from '../../db/contract/common.ts';
import { type FailureWords, failureWords } from '../../db/domain/failures.ts';

/** The failure that a person can meet, if the error is one. */
export const errorToFailure = (error: unknown): FailureData | null =>
  error instanceof ORPCError && error.code === 'FAILURE' ? (error.data as FailureData) : null;

/** Says what happened and what to do, whatever was thrown. A field's own name is for the program, not for the person. */
export const errorToWords = (error: unknown): FailureWords => {
  const failure = errorToFailure(error);
  if (failure !== null) {
    const { field: _field, ...details } = failure.details;
    return failureWords(failure.code, details);
  }
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST')
    return failureWords('bad-input', { problem: refused(error.data) });
  return unanswered;
};

/** In one line, for a toast or beside a field. */
export const errorToLine = (error: unknown): string => {
  const { happened, advice } = errorToWords(error);
  return `${happened} ${advice}`;
};

const refused = (details: unknown): string => {
  const issue = (details as { readonly issues?: readonly { readonly message?: string }[] } | undefined)?.issues?.[0];
  return `What was entered cannot be kept${issue?.message === undefined ? '' : `: ${issue.message}`}.`;
};

const unanswered: FailureWords = {
  happened: 'The program did not answer as it should.',
  advice: 'What was saved before is safe. Try again; if it happens again, lock the board and unlock it.',
};
