import { oc } from '@orpc/contract';
import { z } from 'zod';
import { FAILURE_CODES, type FailureCode } from '../domain/failures.ts';
import { isCivilDate, isPartialDate } from '../domain/partial-date.ts';

export const id = z.uuid();
export const partialDate = z.string().refine(isPartialDate, 'not a date: give a day, a month or a year');
export const civilDate = z.string().refine(isCivilDate, 'not a day of the calendar');
export const line = z.string().max(500);
export const requiredLine = line.trim().min(1, 'must not be empty');
export const longText = z.string().max(50_000);
export const requiredText = longText.trim().min(1, 'must not be empty');
export const flag = z.union([z.literal(0), z.literal(1)]);
export const reason = requiredLine;

/** A failure that a person can meet: `failureWords(code, details)` of db/domain/failures.ts words it. */
export const failureData = z.object({
  code: z.enum(FAILURE_CODES as readonly [FailureCode, ...FailureCode[]]),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type FailureData = z.infer<typeof failureData>;

export const procedure = oc.errors({ FAILURE: { data: failureData } });

/** What every command answers: the operation that was written, for its Undo; null when nothing was different. */
export const saved = z.object({ operationId: z.string().nullable() });
export type Saved = z.infer<typeof saved>;
export const added = saved.extend({ id });
export type Added = z.infer<typeof added>;

export const done = z.object({ done: z.literal(true) });

export const pageOf = {
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(100),
};
export const sortBy = <const K extends readonly [string, ...string[]]>(keys: K) =>
  z.object({ by: z.enum(keys), descending: z.boolean() });

/** One step of long work. The last one carries the result. */
export const progress = z.object({ doing: z.string(), done: z.number(), of: z.number() });
export type Progress = z.infer<typeof progress>;
