/** The values that headers hold, as zod sees them. */
import { z } from 'zod';
import { isReceiveKey, isSignKey } from './device-keys.ts';
import { LAST_INSTANT, LONGEST_NAME } from './limits.ts';
import { isClock, isId, isSha256, isText } from './shapes.ts';

export const id = z.string().refine(isId, 'it is not an id in lower case');
export const sha256 = z.string().refine(isSha256, 'it is not 64 hex digits');
export const clock = z.string().refine(isClock, 'it is not a clock of 16 hex digits before the year 10000');
export const signKey = z.string().refine(isSignKey, 'it is not a key of 64 hex digits');
export const receiveKey = z.string().refine(isReceiveKey, 'it is not an age recipient of the kind X25519');
export const sequence = z.int().min(1);
export const instant = z.int().min(0).max(LAST_INSTANT);
export const name = z
  .string()
  .min(1)
  .max(LONGEST_NAME)
  .refine((text) => isText(text) && !/[\p{Cc}\u2028\u2029]/u.test(text), 'it holds signs that no name has');
