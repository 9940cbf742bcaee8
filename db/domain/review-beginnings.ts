import type { EventKind } from './codes.ts';

/** The events by which a review begins: it began on the first of them that is dated. */
export const REVIEW_BEGINNINGS = [
  'notified',
  'authority-aware',
  'referred',
  'decided-to-proceed',
  'initiated',
] as const satisfies readonly EventKind[];

/** The same as a list in SQL: "('notified', …)". */
export const BEGINNINGS_IN_SQL = `(${REVIEW_BEGINNINGS.map((kind) => `'${kind}'`).join(', ')})`;
