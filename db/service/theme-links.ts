/**
 * What is filed under a theme, as SQL. A merged theme keeps its own links and counts for the one it went into; a theme takes in
 * all below it. Each condition here is over live rows only.
 */
import type { Reader } from './context.ts';

/** The theme that the SQL names, those merged into it, and all below it. A theme below that was merged elsewhere counts there. */
export const filedUnder = (themeId: string): string => `(with recursive filed(id) as (select ${themeId} union
    select t.id from themes t join filed f on (t.parentThemeId = f.id and t.mergedIntoId is null) or t.mergedIntoId = f.id where t.removed is null)
  select id from filed)`;

export const FILED_UNDER = filedUnder('@themeId');

/** Reviews that are filed under a theme of `themeIds`, or one of whose recommendations or actions is. `themeIds` is SQL. */
export const reviewsFiledUnder = (themeIds: string): string => `(
  select h.reviewId from reviewThemes h where h.removed is null and h.themeId in ${themeIds}
  union select c.reviewId from recommendationThemes h join recommendations c on c.id = h.recommendationId
    where h.removed is null and c.removed is null and c.reviewId is not null and h.themeId in ${themeIds}
  union select a.reviewId from actionThemes h join actions a on a.id = h.actionId
    where h.removed is null and a.removed is null and a.reviewId is not null and h.themeId in ${themeIds})`;

/** Actions that are filed under a theme of `themeIds`, or answer a recommendation that is. `themeIds` is SQL. */
export const actionsFiledUnder = (themeIds: string): string => `(
  select h.actionId from actionThemes h where h.removed is null and h.themeId in ${themeIds}
  union select a.id from recommendationThemes h join recommendations c on c.id = h.recommendationId join actions a on a.recommendationId = c.id
    where h.removed is null and c.removed is null and a.removed is null and h.themeId in ${themeIds})`;

/** For `with recursive`: each theme with the one that it counts for. */
export const RESOLVED = `resolved(id, themeId) as (select id, id from themes where mergedIntoId is null and removed is null
  union all select t.id, s.themeId from themes t join resolved s on t.mergedIntoId = s.id where t.removed is null)`;

/** For `with`: every link of a theme to a review, by the theme that it counts for and the record that is filed. */
export const REVIEW_LINKS = `links(reviewId, themeId, kind, linkedId) as (
  select h.reviewId, s.themeId, 'review', h.reviewId from reviewThemes h join resolved s on s.id = h.themeId
    join reviews r on r.id = h.reviewId where h.removed is null and r.removed is null
  union all select c.reviewId, s.themeId, 'recommendation', c.id from recommendationThemes h join resolved s on s.id = h.themeId
    join recommendations c on c.id = h.recommendationId join reviews r on r.id = c.reviewId
    where h.removed is null and c.removed is null and r.removed is null
  union all select a.reviewId, s.themeId, 'action', a.id from actionThemes h join resolved s on s.id = h.themeId
    join actions a on a.id = h.actionId join reviews r on r.id = a.reviewId
    where h.removed is null and a.removed is null and r.removed is null)`;

/** The incident of a review `r`, as its case has it. */
export const INCIDENT_ON = `(select k.incidentOn from cases k where k.id = r.caseId)`;
const NOTIFICATION = `from milestones m where m.reviewId = r.id and m.removed is null and m.date is not null
  and m.kind in ('notified', 'referred', 'authority-aware') order by m.kind <> 'notified', m.date limit 1`;
/** When a review `r` was notified, or where that is not recorded referred. */
export const NOTIFIED_ON = `(select m.date ${NOTIFICATION})`;
export const NOTIFIED_TEXT = `(select m.dateText ${NOTIFICATION})`;

/** When an action `a` that is complete was signed off. */
export const SIGNED_OFF_ON = `coalesce((select max(v.date) from actionStateMoves v where v.actionId = a.id and v.removed is null and v.toState = 'signed-off'),
  case when a.state = 'signed-off' then a.stateSince end)`;

export type ThemeUse = {
  readonly links: number;
  readonly below: number;
  readonly merged: number;
};

const LINKING = [
  'reviewThemes',
  'recommendationThemes',
  'actionThemes',
  'themeRoutes',
  'learningProducts',
  'impactChecks',
] as const;

/** What stands in the way of removing a theme. */
export const usesOfTheme = (reader: Reader, themeId: string): ThemeUse => {
  const count = (table: string, column: string): number =>
    reader
      .prepare<[string], { n: number }>(`select count(*) as n from ${table} where ${column} = ? and removed is null`)
      .get(themeId)?.n ?? 0;
  return {
    links: LINKING.reduce((sum, table) => sum + count(table, 'themeId'), 0),
    below: count('themes', 'parentThemeId'),
    merged: count('themes', 'mergedIntoId'),
  };
};
