import { STAGE_KIND_LABELS, STAGE_KINDS, type StageKind } from '../../../db/domain/codes.ts';
import type { OverviewData } from '../../../db/contract/overview.ts';

type TypeAndStages = OverviewData['reviewsByTypeAndStage'][number];

export type MatrixRow = {
  /** Null for the line of totals. */
  readonly reviewTypeId: string | null;
  readonly words: string;
  readonly total: number;
  readonly counts: ReadonlyMap<string, number>;
};

export type ReviewMatrix = {
  /** Only stages that some review stands in, in their order. */
  readonly stages: readonly { readonly kind: StageKind; readonly label: string }[];
  readonly rows: readonly MatrixRow[];
};

export const reviewMatrix = (types: readonly TypeAndStages[]): ReviewMatrix => {
  const rows = types.map(
    ({ reviewTypeId, reviewType, total, stages }): MatrixRow => ({
      reviewTypeId,
      words: reviewType,
      total,
      counts: new Map(stages.map(({ kind, count }) => [kind, count])),
    }),
  );
  const sumOf = (kind: string): number => rows.reduce((sum, { counts }) => sum + (counts.get(kind) ?? 0), 0);
  const kinds = STAGE_KINDS.filter((kind) => sumOf(kind) > 0);
  return {
    stages: kinds.map((kind) => ({ kind, label: STAGE_KIND_LABELS[kind] })),
    rows: rows.length < 2 ? rows : [...rows, totals(rows, kinds, sumOf)],
  };
};

const totals = (rows: readonly MatrixRow[], kinds: readonly string[], sumOf: (kind: string) => number): MatrixRow => ({
  reviewTypeId: null,
  words: 'All reviews',
  total: rows.reduce((sum, { total }) => sum + total, 0),
  counts: new Map(kinds.map((kind) => [kind, sumOf(kind)])),
});
