import type { MATRIX_SORTS, MatrixRow, MatrixTheme } from '../contract/themes.ts';
import type { ReviewFilter } from '../contract/reviews.ts';
import { inTreeOrder } from '../domain/theme-tree.ts';
import { yearOf } from '../domain/theme-trend.ts';
import type { Reader } from './context.ts';
import { findReviewIds } from './review-list.ts';
import { LABEL } from './review-names.ts';
import { INCIDENT_ON, NOTIFIED_ON, RESOLVED, REVIEW_LINKS } from './theme-links.ts';
import { themeRows } from './theme-tree.ts';

type Cell = MatrixRow['cells'][number];
type StoredCell = {
  readonly reviewId: string;
  readonly themeId: string;
  readonly review: 0 | 1;
  readonly recommendations: number;
  readonly actions: number;
};
type StoredRow = Omit<MatrixRow, 'year' | 'cells'> & { readonly seenOn: string | null };

/** Every theme against every review that the filter finds, in one go: the page draws what is in sight. */
export const readMatrix = (
  reader: Reader,
  today: string,
  { filter, sort }: { readonly filter: ReviewFilter; readonly sort: (typeof MATRIX_SORTS)[number] },
): { themes: MatrixTheme[]; rows: MatrixRow[]; of: number } => {
  const themes = matrixThemes(reader);
  const places = new Map(themes.map(({ id }, place) => [id, place]));
  const cells = new Map<string, Cell[]>();
  for (const { reviewId, themeId, review, recommendations, actions } of storedCells(reader)) {
    const place = places.get(themeId);
    if (place === undefined) continue;
    const cell: Cell = [place, review, recommendations, actions];
    const row = cells.get(reviewId);
    if (row === undefined) cells.set(reviewId, [cell]);
    else row.push(cell);
  }
  const reviews = new Map(storedRows(reader).map((row) => [row.id, row]));
  const found = findReviewIds(reader, today, {
    filter,
    sort: sort === 'newest' ? { by: 'started', descending: true } : { by: 'reference', descending: false },
  });
  const rows = found.flatMap((id) => {
    const row = reviews.get(id);
    if (row === undefined) return [];
    const { seenOn, ...review } = row;
    return [{ ...review, year: yearOf(seenOn), cells: cells.get(id) ?? [] }];
  });
  return { themes, rows, of: reviews.size };
};

const matrixThemes = (reader: Reader): MatrixTheme[] => {
  const groups: string[] = [];
  return inTreeOrder(themeRows(reader)).map(({ theme: { id, name, taxonomyId }, depth }) => {
    if (depth === 0) groups[0] = name;
    return { id, name, taxonomyId, depth, group: groups[0] ?? name };
  });
};

const storedRows = (reader: Reader): StoredRow[] =>
  reader
    .prepare<[], StoredRow>(
      `select r.id, r.reference, ${LABEL} as label, t.shortName as typeShortName, coalesce(${INCIDENT_ON}, ${NOTIFIED_ON}) as seenOn
       from reviews r join reviewTypes t on t.id = r.reviewTypeId where r.removed is null`,
    )
    .all();

const storedCells = (reader: Reader): StoredCell[] =>
  reader
    .prepare<[], StoredCell>(
      `with recursive ${RESOLVED}, ${REVIEW_LINKS}
       select reviewId, themeId, max(kind = 'review') as review,
         count(distinct case kind when 'recommendation' then linkedId end) as recommendations,
         count(distinct case kind when 'action' then linkedId end) as actions
       from links group by reviewId, themeId`,
    )
    .all();
