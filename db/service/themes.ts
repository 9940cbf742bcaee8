import { os, savedBy, todayOf } from './context.ts';
import { mergeThemes, moveTheme, removeTheme, verifyRoute } from './theme-changes.ts';
import { readTheme, recurrenceOfReview } from './theme-detail.ts';
import { listChecks, listProducts, themesWithoutCheck } from './theme-learning.ts';
import { readMatrix } from './theme-matrix.ts';
import { listTasks } from './theme-tasks.ts';
import { readThemeTree } from './theme-tree.ts';
import { readThemeTrend, trendReviews } from './theme-trend.ts';

export const themes = {
  tree: os.themes.tree.handler(({ context: { session } }) => readThemeTree(session.store, todayOf(session.store))),
  get: os.themes.get.handler(({ input, context: { session } }) =>
    readTheme(session.store, todayOf(session.store), input.id),
  ),
  matrix: os.themes.matrix.handler(({ input, context: { session } }) =>
    readMatrix(session.store, todayOf(session.store), input),
  ),
  trend: os.themes.trend.handler(({ input, context: { session } }) =>
    readThemeTrend(session.store, input.themeId, input.by),
  ),
  trendReviews: os.themes.trendReviews.handler(({ input, context: { session } }) => trendReviews(session.store, input)),
  recurrenceOfReview: os.themes.recurrenceOfReview.handler(({ input, context: { session } }) =>
    recurrenceOfReview(session.store, todayOf(session.store), input.reviewId),
  ),
  tasks: os.themes.tasks.handler(({ input, context: { session } }) =>
    listTasks(session.store, todayOf(session.store), input.filter),
  ),
  products: os.themes.products.handler(({ input: { filter, ...page }, context: { session } }) =>
    listProducts(session.store, filter, page),
  ),
  checks: os.themes.checks.handler(({ input: { filter, ...page }, context: { session } }) =>
    listChecks(session.store, todayOf(session.store), filter, page),
  ),
  withoutCheck: os.themes.withoutCheck.handler(({ context: { session } }) =>
    themesWithoutCheck(session.store, todayOf(session.store)),
  ),
  move: os.themes.move.handler(({ input, context: { session } }) => savedBy(moveTheme(session.store, input))),
  merge: os.themes.merge.handler(({ input, context: { session } }) => savedBy(mergeThemes(session.store, input))),
  remove: os.themes.remove.handler(({ input, context: { session } }) =>
    savedBy(removeTheme(session.store, input.id, input.reason)),
  ),
  verify: os.themes.verify.handler(({ input, context: { session } }) => savedBy(verifyRoute(session.store, input))),
};
