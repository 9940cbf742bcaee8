import type { SeenReview, TrendRow } from '../contract/themes.ts';
import { countOf, joinWords } from '../domain/plain-words.ts';
import { inTreeOrder, withThoseBelow } from '../domain/theme-tree.ts';
import { readTrend, type ReviewYear, type TrendEvent, trendWords, yearOf, yearsOf } from '../domain/theme-trend.ts';
import type { Reader } from './context.ts';
import { LABEL } from './review-names.ts';
import { INCIDENT_ON, NOTIFIED_ON, NOTIFIED_TEXT, RESOLVED, REVIEW_LINKS } from './theme-links.ts';
import { themeRows } from './theme-tree.ts';

const EVENT_ON: Readonly<Record<TrendEvent, string>> = { incident: INCIDENT_ON, notified: NOTIFIED_ON };

type Link = { readonly themeId: string; readonly reviewId: string; readonly seenOn: string | null };

const linksBy = (reader: Reader, by: TrendEvent): Link[] =>
  reader
    .prepare<[], Link>(
      `with recursive ${RESOLVED}, ${REVIEW_LINKS}, seen(id, seenOn) as materialized (select r.id, ${EVENT_ON[by]} from reviews r where r.removed is null)
       select distinct l.themeId, l.reviewId, s.seenOn from links l join seen s on s.id = l.reviewId`,
    )
    .all();

/** A theme with all below it, and the same for each of its children; for no theme, all reviews and each theme of the top. */
export const readThemeTrend = (reader: Reader, themeId: string | null, by: TrendEvent) => {
  const themes = themeRows(reader);
  const links = linksBy(reader, by);
  const reviewsOf = (id: string | null): ReviewYear[] => {
    const under = id === null ? null : withThoseBelow(themes, id);
    return links
      .filter((link) => under === null || under.has(link.themeId))
      .map(({ reviewId, seenOn }) => ({ reviewId, year: yearOf(seenOn) }));
  };
  const whole = reviewsOf(themeId);
  const years = yearsOf(whole);
  const row = (id: string | null, name: string, depth: number): TrendRow => {
    const { counts, withoutYear, total } = readTrend(id === themeId ? whole : reviewsOf(id), years);
    return { themeId: id, name, depth, counts: [...counts], withoutYear, total };
  };
  const tree = inTreeOrder(themes);
  const name = themes.find(({ id }) => id === themeId)?.name ?? 'Any theme';
  const children = tree.filter(({ theme, depth }) =>
    themeId === null ? depth === 0 : theme.parentThemeId === themeId,
  );
  return {
    years: [...years],
    rows: [row(themeId, name, 0), ...children.map(({ theme }) => row(theme.id, theme.name, 1))],
    words: trendWords(readTrend(whole, years)),
  };
};

type StoredSeen = Omit<SeenReview, 'how'> & {
  readonly review: number;
  readonly recommendations: number;
  readonly actions: number;
};

/** The reviews that have one of the themes, newest first, each with how it has it. */
export const reviewsOfThemes = (reader: Reader, themeIds: ReadonlySet<string> | null): SeenReview[] =>
  reader
    .prepare<[{ themeIds: string | null }], StoredSeen>(
      `with recursive ${RESOLVED}, ${REVIEW_LINKS},
       found as (select reviewId, max(kind = 'review') as review,
           count(distinct case kind when 'recommendation' then linkedId end) as recommendations,
           count(distinct case kind when 'action' then linkedId end) as actions
         from links where @themeIds is null or themeId in (select value from json_each(@themeIds)) group by reviewId)
       select r.id, r.reference, ${LABEL} as label, t.name as type, g.name as stage, g.kind as stageKind,
         ${INCIDENT_ON} as incidentOn, (select k.incidentText from cases k where k.id = r.caseId) as incidentText,
         ${NOTIFIED_ON} as notifiedOn, ${NOTIFIED_TEXT} as notifiedText, f.review, f.recommendations, f.actions
       from found f join reviews r on r.id = f.reviewId join reviewTypes t on t.id = r.reviewTypeId join stages g on g.id = r.stageId
       order by coalesce(incidentOn, notifiedOn) is null, coalesce(incidentOn, notifiedOn) desc, r.reference`,
    )
    .all({ themeIds: themeIds === null ? null : JSON.stringify([...themeIds]) })
    .map(({ review, recommendations, actions, ...seen }) => ({
      ...seen,
      how: linkWords(review, recommendations, actions),
    }));

/** "the review, 2 recommendations and 1 action". */
const linkWords = (review: number, recommendations: number, actions: number): string =>
  joinWords([
    ...(review === 0 ? [] : ['the review']),
    ...(recommendations === 0 ? [] : [countOf(recommendations, 'recommendation', 'recommendations')]),
    ...(actions === 0 ? [] : [countOf(actions, 'action', 'actions')]),
  ]);

/** What stands behind one figure of the trend. */
export const trendReviews = (
  reader: Reader,
  { themeId, by, year }: { readonly themeId: string | null; readonly by: TrendEvent; readonly year: number | null },
): SeenReview[] => {
  const under = themeId === null ? null : withThoseBelow(themeRows(reader), themeId);
  return reviewsOfThemes(reader, under).filter(
    (review) => yearOf(by === 'incident' ? review.incidentOn : review.notifiedOn) === year,
  );
};
