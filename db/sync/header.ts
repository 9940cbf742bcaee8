/** What the headers of the three kinds of file have in common: strict JSON that is the only text of what it says. */
import type { z } from 'zod';
import { refuse } from './refused.ts';
import { bytesToText } from './shapes.ts';

/**
 * Check 6: UTF-8, JSON, exactly these keys, and the very text that `write` gives for it. So there is one header for one
 * meaning: no other order, no second key of one name, no other spelling of a number.
 */
export const readHeader = <Header>(
  bytes: Uint8Array,
  schema: z.ZodType<Header>,
  write: (header: Header) => string,
): Header => {
  const text = bytesToText(bytes);
  if (text === null) return refuse('bad-header', { problem: 'it is not UTF-8' });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refuse('bad-header', { problem: 'it is not JSON' });
  }
  const result = schema.safeParse(parsed);
  if (!result.success) {
    const issue = result.error.issues[0];
    const key = (issue?.path ?? []).map(String).join('.');
    const problem = issue?.message ?? 'it is not right';
    return refuse('bad-header', { problem: key === '' ? problem : `${key}: ${problem}` }, { key });
  }
  if (write(result.data) !== text) refuse('bad-header', { problem: 'it is not written as this program writes it' });
  return result.data;
};
