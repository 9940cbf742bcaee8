import type { ThemeDetail } from '../contract/themes.ts';
import { recurredWords, seenWords } from '../domain/theme-recurrence.ts';
import { countsFor, inTreeOrder, pathTo, withThoseBelow } from '../domain/theme-tree.ts';
import { Failure } from '../store/failure.ts';
import type { Row } from '../store/tables.ts';
import { actionsWhere } from './action-list.ts';
import type { Reader } from './context.ts';
import { listChecks, listProducts } from './theme-learning.ts';
import { actionsFiledUnder, FILED_UNDER } from './theme-links.ts';
import { tasksOfTheme } from './theme-tasks.ts';
import {
  actionsByTheme,
  mergedInto,
  readThemes,
  recurrenceByTheme,
  recurrenceWords,
  seenByTheme,
  taxonomyRows,
  themeRows,
} from './theme-tree.ts';
import { reviewsOfThemes } from './theme-trend.ts';

/** The page shows the first of what may be thousands, and leads to the whole list. */
const SHOWN = 100;

/** One theme with all that is filed under it and below it. Fails with not-found. */
export const readTheme = (reader: Reader, today: string, id: string): ThemeDetail => {
  const theme = reader.prepare<[string], Row<'themes'>>('select * from themes where id = ?').get(id);
  if (theme === undefined) throw new Failure('not-found', { what: 'theme', id });
  const themes = themeRows(reader);
  const { figuresOf, recurrenceOf } = readThemes(reader, today, themes);
  const named = (other: Row<'themes'>) => ({ id: other.id, name: other.name });
  const into = countsFor(themes, id);
  const under = withThoseBelow(themes, id);
  const taxonomy = taxonomyRows(reader).find((one) => one.id === theme.taxonomyId);
  return {
    theme,
    taxonomy: taxonomy ?? { id: theme.taxonomyId, name: '', version: '', source: '' },
    mergedInto: into === id ? null : (themes.filter((other) => other.id === into).map(named)[0] ?? null),
    mergedFrom: mergedInto(themes, id),
    path: pathTo(themes, id).map(named),
    below: inTreeOrder(themes).flatMap((other) => (other.theme.parentThemeId === id ? [named(other.theme)] : [])),
    mappings: reader
      .prepare<[string], Row<'themeMappings'>>(
        'select * from themeMappings where themeId = ? and removed is null order by list, id',
      )
      .all(id),
    figures: figuresOf(id),
    recurrence: recurrenceWords(recurrenceOf(id)),
    reviews: reviewsOfThemes(reader, under).slice(0, SHOWN),
    recommendations: recommendationsOf(reader, id),
    actions: actionsWhere(
      reader,
      today,
      `a.id in (select actionId from ${actionsFiledUnder(FILED_UNDER)} limit ${SHOWN})`,
      { themeId: id },
    ),
    tasks: tasksOfTheme(reader, today, id),
    learningProducts: listProducts(reader, { themeId: id }, { offset: 0, limit: SHOWN }).rows,
    impactChecks: listChecks(reader, today, { themeId: id }, { offset: 0, limit: SHOWN }).rows,
  };
};

const recommendationsOf = (reader: Reader, themeId: string): ThemeDetail['recommendations'] =>
  reader
    .prepare<[{ themeId: string }], ThemeDetail['recommendations'][number]>(
      `select c.id, c.number, c.text, coalesce(r.reference, x.reference, b.name, '') as origin, c.reviewId, c.externalReportId
       from recommendations c left join reviews r on r.id = c.reviewId left join externalReports x on x.id = c.externalReportId
       left join meetings m on m.id = c.meetingId left join bodies b on b.id = m.bodyId
       where c.removed is null and r.removed is null
         and c.id in (select recommendationId from recommendationThemes where removed is null and themeId in ${FILED_UNDER})
       order by origin desc, c.position, c.id limit ${SHOWN}`,
    )
    .all({ themeId });

/** For each theme that the review has: where else it was seen, and whether it came back after its actions were signed off. */
export const recurrenceOfReview = (reader: Reader, today: string, reviewId: string) => {
  const themes = themeRows(reader);
  const seen = seenByTheme(reader);
  const actions = actionsByTheme(reader, today);
  const filed = reader
    .prepare<[string], { themeId: string }>(
      'select themeId from reviewThemes where reviewId = ? and removed is null order by id',
    )
    .all(reviewId);
  const has = inTreeOrder(themes).filter(({ theme }) =>
    seen.get(theme.id)?.some((review) => review.reviewId === reviewId),
  );
  return has.map(({ theme: { id: themeId, name } }) => {
    const { mark, seenIn, afterSignOff } = recurrenceByTheme(seen, actions, themeId);
    const others = seenIn.filter((review) => review.reviewId !== reviewId);
    const after = afterSignOff.find(({ review }) => review.reviewId === reviewId);
    return {
      themeId,
      filedUnder: filed.map((link) => link.themeId).filter((id) => countsFor(themes, id) === themeId),
      name,
      mark,
      words: others.length === 0 ? 'Not seen in another review.' : seenWords(others, 'Also seen in'),
      afterSignOff: after === undefined ? null : recurredWords(after),
    };
  });
};
