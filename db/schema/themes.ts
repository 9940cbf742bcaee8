import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { LEARNING_PRODUCT_KINDS } from '../domain/codes.ts';
import { datesAreReal, flag, holds, isFlag, isOneOf, partialDate, recorded } from './columns.ts';
import { bodies } from './organisation.ts';
import { actions, externalReports, recommendations } from './plans.ts';
import { reviews } from './reviews.ts';

export const taxonomies = sqliteTable('taxonomies', {
  ...recorded(),
  name: text().notNull(),
  version: text().notNull().default(''),
  source: text().notNull().default(''),
});

export const themes = sqliteTable(
  'themes',
  {
    ...recorded(),
    taxonomyId: text()
      .notNull()
      .references(() => taxonomies.id),
    parentThemeId: text().references((): AnySQLiteColumn => themes.id),
    code: text().notNull(),
    name: text().notNull(),
    source: text().notNull().default(''),
    mergedIntoId: text().references((): AnySQLiteColumn => themes.id),
    position: integer().notNull().default(0),
    /** What belongs under it, in words. */
    definition: text(),
  },
  (t) => [index('themes_taxonomy').on(t.taxonomyId), index('themes_parent').on(t.parentThemeId, t.position)],
);

const themeId = () =>
  text()
    .notNull()
    .references(() => themes.id);

/** Where a theme stands in a national list of findings. */
export const themeMappings = sqliteTable(
  'themeMappings',
  { ...recorded(), themeId: themeId(), list: text().notNull(), item: text().notNull() },
  (t) => [index('themeMappings_theme').on(t.themeId)],
);

export const reviewThemes = sqliteTable(
  'reviewThemes',
  {
    ...recorded(),
    reviewId: text()
      .notNull()
      .references(() => reviews.id),
    themeId: themeId(),
    note: text().notNull().default(''),
  },
  (t) => [index('reviewThemes_review').on(t.reviewId), index('reviewThemes_theme').on(t.themeId)],
);

export const recommendationThemes = sqliteTable(
  'recommendationThemes',
  {
    ...recorded(),
    recommendationId: text()
      .notNull()
      .references(() => recommendations.id),
    themeId: themeId(),
  },
  (t) => [
    index('recommendationThemes_recommendation').on(t.recommendationId),
    index('recommendationThemes_theme').on(t.themeId),
  ],
);

export const actionThemes = sqliteTable(
  'actionThemes',
  {
    ...recorded(),
    actionId: text()
      .notNull()
      .references(() => actions.id),
    themeId: themeId(),
  },
  (t) => [index('actionThemes_action').on(t.actionId), index('actionThemes_theme').on(t.themeId)],
);

/** A theme passed to a body that must embed the learning and verify that the change worked. */
export const themeRoutes = sqliteTable(
  'themeRoutes',
  {
    ...recorded(),
    themeId: themeId(),
    bodyId: text().references(() => bodies.id),
    routedTo: text().notNull().default(''),
    routedOn: partialDate(),
    task: text().notNull().default(''),
    embeddedOn: partialDate(),
    verifiedOn: partialDate(),
    finding: text().notNull().default(''),
  },
  (t) => [
    ...datesAreReal('themeRoutes', t.routedOn, t.embeddedOn, t.verifiedOn),
    index('themeRoutes_theme').on(t.themeId),
    index('themeRoutes_body').on(t.bodyId),
  ],
);

/** What the learning was turned into: a briefing, training, guidance. */
export const learningProducts = sqliteTable(
  'learningProducts',
  {
    ...recorded(),
    reviewId: text().references(() => reviews.id),
    externalReportId: text().references(() => externalReports.id),
    themeId: text().references(() => themes.id),
    kind: text().notNull(),
    title: text().notNull(),
    audience: text().notNull().default(''),
    issuedOn: partialDate(),
    issuedText: text(),
    reach: integer(),
    interim: flag(),
    note: text().notNull().default(''),
  },
  (t) => [
    isOneOf('learningProducts', t.kind, LEARNING_PRODUCT_KINDS),
    ...datesAreReal('learningProducts', t.issuedOn),
    ...isFlag('learningProducts', t.interim),
    index('learningProducts_review').on(t.reviewId),
    index('learningProducts_theme').on(t.themeId),
  ],
);

/** Whether the change worked: what was asked, how, and what was found. */
export const impactChecks = sqliteTable(
  'impactChecks',
  {
    ...recorded(),
    reviewId: text().references(() => reviews.id),
    themeId: text().references(() => themes.id),
    actionId: text().references(() => actions.id),
    question: text().notNull(),
    method: text().notNull().default(''),
    plannedOn: partialDate(),
    checkedOn: partialDate(),
    result: text(),
    finding: text().notNull().default(''),
  },
  (t) => [
    isOneOf('impactChecks', t.result, ['worked', 'partly-worked', 'did-not-work', 'too-early-to-say']),
    ...datesAreReal('impactChecks', t.plannedOn, t.checkedOn),
    index('impactChecks_review').on(t.reviewId),
    index('impactChecks_theme').on(t.themeId),
    index('impactChecks_action').on(t.actionId),
  ],
);

/** A figure or fact as a paper stated it, held beside what the register computes; never corrected silently. */
export const statedFigures = sqliteTable(
  'statedFigures',
  {
    ...recorded(),
    source: text().notNull(),
    sourceDate: partialDate(),
    statement: text().notNull(),
    stated: real(),
    unit: text().notNull().default(''),
    /** Which computed figure it stands beside: a measure's name of `db/domain/stated-figures.ts`, or null when there is none. */
    measure: text(),
    reviewId: text().references(() => reviews.id),
    externalReportId: text().references(() => externalReports.id),
    note: text().notNull().default(''),
    position: integer().notNull().default(0),
  },
  (t) => [
    ...datesAreReal('statedFigures', t.sourceDate),
    holds('statedFigures_has_a_source', sql`length(trim(${t.source})) > 0`),
    index('statedFigures_review').on(t.reviewId),
  ],
);
