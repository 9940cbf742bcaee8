/** The ids of rows that say that something belongs to something: they follow from what they say, the same on every laptop. */
import { createHash } from 'node:crypto';
import { SET_KEYS } from '../domain/merge-rules.ts';

/** A UUIDv8 of table and key; null for a table whose rows are each their own. */
export const derivedId = (table: string, row: object): string | null => {
  const key = SET_KEYS[table];
  if (key === undefined) return null;
  const values = key.map((column) => (row as Readonly<Record<string, unknown>>)[column] ?? '');
  const hash = createHash('sha256')
    .update(JSON.stringify([table, ...values]))
    .digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
