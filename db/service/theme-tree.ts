import type { Taxonomy, ThemeNode } from '../contract/themes.ts';
import {
  readRecurrence,
  type Recurrence,
  recurredWords,
  type SeenIn,
  seenWords,
  type SignedOffAction,
} from '../domain/theme-recurrence.ts';
import { countsFor, inTreeOrder } from '../domain/theme-tree.ts';
import { yearOf } from '../domain/theme-trend.ts';
import type { Row } from '../store/tables.ts';
import type { Reader } from './context.ts';
import { OPEN } from './rag.ts';
import { INCIDENT_ON, NOTIFIED_ON, RESOLVED, REVIEW_LINKS, SIGNED_OFF_ON } from './theme-links.ts';

type ThemeRow = Row<'themes'>;

export const themeRows = (reader: Reader): ThemeRow[] =>
  reader.prepare<[], ThemeRow>('select * from themes where removed is null order by position, id').all();

export const taxonomyRows = (reader: Reader): Taxonomy[] =>
  reader.prepare<[], Taxonomy>('select * from taxonomies where removed is null order by id').all();

/** When each review that has a theme was seen: its incident, or where that is not known its notification. */
export const seenByTheme = (reader: Reader): ReadonlyMap<string, readonly SeenIn[]> => {
  const reviews = new Map(
    reader
      .prepare<[], { id: string; reference: string; incidentOn: string | null; notifiedOn: string | null }>(
        `select r.id, r.reference, ${INCIDENT_ON} as incidentOn, ${NOTIFIED_ON} as notifiedOn from reviews r where r.removed is null`,
      )
      .all()
      .map((review) => [review.id, toSeenIn(review)]),
  );
  const links = reader
    .prepare<[], { themeId: string; reviewId: string }>(
      `with recursive ${RESOLVED}, ${REVIEW_LINKS} select distinct themeId, reviewId from links`,
    )
    .all();
  return grouped(links, ({ themeId, reviewId }) => [themeId, reviews.get(reviewId)]);
};

const toSeenIn = (review: {
  readonly id: string;
  readonly reference: string;
  readonly incidentOn: string | null;
  readonly notifiedOn: string | null;
}): SeenIn => {
  const { id: reviewId, reference, incidentOn, notifiedOn } = review;
  if (incidentOn !== null) return { reviewId, reference, on: incidentOn, by: 'incident' };
  return { reviewId, reference, on: notifiedOn, by: notifiedOn === null ? null : 'notified' };
};

type ThemeAction = SignedOffAction & { readonly open: number; readonly overdue: number; readonly complete: number };

/** Each action once under each theme that it, or the recommendation it answers, is filed under. */
export const actionsByTheme = (reader: Reader, today: string): ReadonlyMap<string, readonly ThemeAction[]> => {
  const rows = reader
    .prepare<[{ today: string }], ThemeAction & { readonly themeId: string }>(
      `with recursive ${RESOLVED}, filed(themeId, actionId) as (
         select s.themeId, h.actionId from actionThemes h join resolved s on s.id = h.themeId where h.removed is null
         union select s.themeId, a.id from recommendationThemes h join resolved s on s.id = h.themeId
           join recommendations c on c.id = h.recommendationId join actions a on a.recommendationId = c.id
           where h.removed is null and c.removed is null)
       select l.themeId, a.id as actionId, a.number, coalesce(r.reference, x.reference, '') as origin, a.reviewId,
         ${OPEN} as open, coalesce(${OPEN} and a.targetDay < @today, 0) as overdue,
         a.state in ('signed-off', 'embedded') as complete,
         case when a.state in ('signed-off', 'embedded') then ${SIGNED_OFF_ON} end as "on"
       from filed l join actions a on a.id = l.actionId left join reviews r on r.id = a.reviewId
       left join recommendations c on c.id = a.recommendationId left join externalReports x on x.id = c.externalReportId
       where a.removed is null`,
    )
    .all({ today });
  return grouped(rows, ({ themeId, ...action }) => [themeId, action]);
};

const recommendationsByTheme = (reader: Reader): ReadonlyMap<string, readonly string[]> =>
  grouped(
    reader
      .prepare<[], { themeId: string; recommendationId: string }>(
        `with recursive ${RESOLVED} select distinct s.themeId, h.recommendationId from recommendationThemes h
         join resolved s on s.id = h.themeId join recommendations c on c.id = h.recommendationId
         left join reviews r on r.id = c.reviewId where h.removed is null and c.removed is null and r.removed is null`,
      )
      .all(),
    ({ themeId, recommendationId }) => [themeId, recommendationId],
  );

const grouped = <Row, Value>(
  rows: readonly Row[],
  read: (row: Row) => readonly [string, Value | undefined],
): ReadonlyMap<string, readonly Value[]> => {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const [key, value] = read(row);
    if (value === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
};

export const recurrenceByTheme = (
  seen: ReadonlyMap<string, readonly SeenIn[]>,
  actions: ReadonlyMap<string, readonly ThemeAction[]>,
  themeId: string,
): Recurrence =>
  readRecurrence(
    seen.get(themeId) ?? [],
    (actions.get(themeId) ?? []).filter(({ complete }) => complete === 1),
  );

export const recurrenceWords = ({ mark, seenIn, afterSignOff }: Recurrence): ThemeNode['recurrence'] => ({
  mark,
  words: seenWords(seenIn),
  afterSignOff: afterSignOff.map((after) => ({ reviewId: after.review.reviewId, words: recurredWords(after) })),
});

/** What is filed under a theme and, when asked, below it: each record once. */
type Filed = {
  readonly reviews: Set<string>;
  readonly recommendations: Set<string>;
  readonly actions: Map<string, ThemeAction>;
  lastSeenYear: number | null;
};

export type ThemeReadings = {
  readonly figuresOf: (themeId: string) => ThemeNode['figures'];
  readonly recurrenceOf: (themeId: string) => Recurrence;
};

/** Everything the tree says of its themes, read once for all of them. */
export const readThemes = (reader: Reader, today: string, themes: readonly ThemeRow[]): ThemeReadings => {
  const seen = seenByTheme(reader);
  const actions = actionsByTheme(reader, today);
  const recommendations = recommendationsByTheme(reader);
  const filed = new Map<string, Filed>();
  // From the last to the first: what is below a theme comes after it, and is gathered before it.
  const parents: Filed[] = [];
  for (const { theme, depth } of inTreeOrder(themes).toReversed()) {
    const own: Filed = parents[depth + 1] ?? nothingFiled();
    parents[depth + 1] = nothingFiled();
    for (const { reviewId, on } of seen.get(theme.id) ?? []) {
      own.reviews.add(reviewId);
      own.lastSeenYear = laterYear(own.lastSeenYear, yearOf(on));
    }
    for (const id of recommendations.get(theme.id) ?? []) own.recommendations.add(id);
    for (const action of actions.get(theme.id) ?? []) own.actions.set(action.actionId, action);
    filed.set(theme.id, own);
    parents[depth] = together(parents[depth] ?? nothingFiled(), own);
  }
  return {
    figuresOf: (themeId) => figuresOf(filed.get(themeId) ?? nothingFiled()),
    recurrenceOf: (themeId) => recurrenceByTheme(seen, actions, themeId),
  };
};

const nothingFiled = (): Filed => ({
  reviews: new Set(),
  recommendations: new Set(),
  actions: new Map(),
  lastSeenYear: null,
});

const laterYear = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

const together = (all: Filed, more: Filed): Filed => {
  for (const id of more.reviews) all.reviews.add(id);
  for (const id of more.recommendations) all.recommendations.add(id);
  for (const [id, action] of more.actions) all.actions.set(id, action);
  all.lastSeenYear = laterYear(all.lastSeenYear, more.lastSeenYear);
  return all;
};

const figuresOf = ({ reviews, recommendations, actions, lastSeenYear }: Filed): ThemeNode['figures'] => {
  const each = [...actions.values()];
  return {
    reviews: reviews.size,
    recommendations: recommendations.size,
    actions: each.length,
    openActions: each.filter(({ open }) => open === 1).length,
    overdueActions: each.filter(({ overdue }) => overdue === 1).length,
    lastSeenYear,
  };
};

/** Those merged into the theme, in however many steps. */
export const mergedInto = (themes: readonly ThemeRow[], themeId: string): { id: string; name: string }[] =>
  themes
    .filter((theme) => theme.mergedIntoId !== null && countsFor(themes, theme.id) === themeId)
    .map(({ id, name }) => ({ id, name }));

export const readThemeTree = (reader: Reader, today: string): { taxonomies: Taxonomy[]; themes: ThemeNode[] } => {
  const themes = themeRows(reader);
  const { figuresOf: figures, recurrenceOf } = readThemes(reader, today, themes);
  const mappings = new Map(
    reader
      .prepare<[], { themeId: string; n: number }>(
        'select themeId, count(*) as n from themeMappings where removed is null group by themeId',
      )
      .all()
      .map(({ themeId, n }) => [themeId, n]),
  );
  return {
    taxonomies: taxonomyRows(reader),
    themes: inTreeOrder(themes).map(({ theme, depth }) => ({
      ...theme,
      depth,
      mergedFrom: mergedInto(themes, theme.id),
      mappings: mappings.get(theme.id) ?? 0,
      figures: figures(theme.id),
      recurrence: recurrenceWords(recurrenceOf(theme.id)),
    })),
  };
};
