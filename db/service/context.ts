import { mapEventIterator } from '@orpc/client';
import { ValidationError } from '@orpc/contract';
import { implement, ORPCError } from '@orpc/server';
import { contract } from '../contract/index.ts';
import { failureWords } from '../domain/failures.ts';
import { ukDayOf } from '../domain/uk-days.ts';
import { Failure, failureFrom } from '../store/failure.ts';
import type { Committed, Store } from '../store/store.ts';
import type { BoardSession } from './session.ts';

export type Context = { readonly session: BoardSession };

export type { Reader } from '../store/database.ts';

/** Failures leave as the contract's FAILURE; anything else is a bug and says nothing of its contents. */
export const asContractError = (error: unknown): unknown => {
  const failure = error instanceof ORPCError ? badRequest(error) : failureFrom(error);
  if (failure === null) return error;
  const words = failureWords(failure.code, failure.details);
  return new ORPCError('FAILURE', { message: words.happened, data: { code: failure.code, details: failure.details } });
};

/** Input that the contract does not let in, as the failure that names the field. */
const badRequest = (error: { readonly code: string; readonly cause?: unknown }): Failure | null => {
  if (error.code !== 'BAD_REQUEST' || !(error.cause instanceof ValidationError)) return null;
  const issue = error.cause.issues[0];
  const field = (issue?.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
  return new Failure('bad-input', {
    problem: `${field === '' ? 'The form' : field}: ${issue?.message ?? 'is not right'}`,
    field,
  });
};

const base = implement(contract).$context<Context>();

/** Every procedure is made from this. */
export const os = base.use(async ({ next }) => {
  try {
    const result = await next();
    return isStream(result.output)
      ? { ...result, output: mapEventIterator(result.output, streamWithContractErrors) as typeof result.output }
      : result;
  } catch (error) {
    throw asContractError(error);
  }
});

const isStream = (output: unknown): output is AsyncIterator<unknown> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output;

/** Long work can fail at any step. */
const streamWithContractErrors = {
  value: async (value: unknown): Promise<unknown> => value,
  error: async (thrown: unknown): Promise<unknown> => asContractError(thrown),
};

/** The civil day of an instant, YYYY-MM-DD. */
export const civilDayOf = ukDayOf;

export const todayOf = (store: Store): string => civilDayOf(store.now);

export const savedBy = (committed: Committed<unknown>): { operationId: string | null } => ({
  operationId: committed.operation?.id ?? null,
});

export const refuse = (why: string, advice = 'Nothing was changed.'): never => {
  throw new Failure('not-allowed', { why, advice });
};

export const badInput = (problem: string): never => {
  throw new Failure('bad-input', { problem });
};
