import type { StageKind } from '../../../../db/domain/codes.ts';

/** The columns of the stage board, in the order a review goes through them. */
export const COLUMNS: readonly StageKind[] = [
  'referral',
  'deciding',
  'in-progress',
  'report-agreed',
  'complete',
  'closed',
  'not-proceeding',
  'handed-over',
];

/** Ways out of the course: kept small until asked for. */
export const FOLDED_AT_FIRST: ReadonlySet<StageKind> = new Set(['not-proceeding', 'handed-over']);

export type Spot = { readonly kind: StageKind; readonly index: number };

type Counts = Partial<Readonly<Record<StageKind, number>>>;

/** Where an arrow, Home or End leads from a card; null for every other key, and where it leads nowhere. */
export const spotAfterKey = (key: string, spot: Spot, open: readonly StageKind[], counts: Counts): Spot | null => {
  const last = (counts[spot.kind] ?? 0) - 1;
  const down = (to: number): Spot | null =>
    to < 0 || to > last || to === spot.index ? null : { kind: spot.kind, index: to };
  switch (key) {
    case 'ArrowDown':
      return down(spot.index + 1);
    case 'ArrowUp':
      return down(spot.index - 1);
    case 'Home':
      return down(0);
    case 'End':
      return down(last);
    case 'ArrowRight':
      return beside(spot, open, counts, 1);
    case 'ArrowLeft':
      return beside(spot, open, counts, -1);
    default:
      return null;
  }
};

/** The nearest column with cards on that side, at the same height or its last card. */
const beside = ({ kind, index }: Spot, open: readonly StageKind[], counts: Counts, step: 1 | -1): Spot | null => {
  for (let at = open.indexOf(kind) + step; at >= 0 && at < open.length; at += step) {
    const next = open[at];
    const count = next === undefined ? 0 : (counts[next] ?? 0);
    if (next !== undefined && count > 0) return { kind: next, index: Math.min(index, count - 1) };
  }
  return null;
};

/** The card that the keyboard is on: the asked one while it is there, else the nearest, else the first of all. */
export const spotThatIs = (asked: Spot, open: readonly StageKind[], counts: Counts): Spot | null => {
  const count = open.includes(asked.kind) ? (counts[asked.kind] ?? 0) : 0;
  if (count > 0) return { kind: asked.kind, index: Math.min(asked.index, count - 1) };
  const first = open.find((kind) => (counts[kind] ?? 0) > 0);
  return first === undefined ? null : { kind: first, index: 0 };
};
