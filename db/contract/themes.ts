import { z } from 'zod';
import { LEARNING_PRODUCT_KINDS, STAGE_KINDS } from '../domain/codes.ts';
import { IMPACT_RESULTS } from '../domain/impact.ts';
import { ROUTE_STATES } from '../domain/theme-routes.ts';
import { TREND_EVENTS } from '../domain/theme-trend.ts';
import { actionRow } from './actions.ts';
import { id, line, pageOf, partialDate, procedure, requiredText, saved } from './common.ts';
import { recordShapes } from './records.ts';
import { reviewFilter } from './reviews.ts';

const withId = { id };
const named = z.object({ id, name: z.string() });
const ids = z.array(z.string());

export const recurrenceMark = z.enum(['not-seen', 'once', 'recurs', 'after-sign-off']);

/** What is filed under a theme, those merged into it and all below it. A review counts once, however it has the theme. */
export const themeFigures = z.object({
  /** Reviews that are filed under it themselves, or a recommendation or action of theirs is. */
  reviews: z.number(),
  recommendations: z.number(),
  /** Actions filed under it, or answering a recommendation that is. */
  actions: z.number(),
  openActions: z.number(),
  overdueActions: z.number(),
  /** The latest year of an incident, or where that is not known of a notification. */
  lastSeenYear: z.number().nullable(),
});

/** Of the theme and those merged into it; the themes below it recur on their own account. */
export const themeRecurrence = z.object({
  mark: recurrenceMark,
  /** "Seen in LCSPR 2025/02, SCR 2014/01 and 3 more." */
  words: z.string(),
  /** One sentence for each review that came after actions for the theme were signed off, latest first. */
  afterSignOff: z.array(z.object({ reviewId: z.string(), words: z.string() })),
});

export const themeNode = recordShapes.themes.extend({
  ...withId,
  /** 0 at the top. */
  depth: z.number(),
  mergedFrom: z.array(named),
  mappings: z.number(),
  figures: themeFigures,
  recurrence: themeRecurrence,
});
export type ThemeNode = z.infer<typeof themeNode>;

const taxonomy = recordShapes.taxonomies.extend(withId);
export type Taxonomy = z.infer<typeof taxonomy>;

export const matrixRow = z.object({
  id,
  reference: z.string(),
  label: z.string(),
  typeShortName: z.string(),
  /** Of the incident, or of the notification where that is not known. */
  year: z.number().nullable(),
  /** Only cells with a link: place of the theme in `themes`, whether the review itself is filed under it, and how many of its recommendations and actions are. */
  cells: z.array(z.tuple([z.number(), z.union([z.literal(0), z.literal(1)]), z.number(), z.number()])),
});
export type MatrixRow = z.infer<typeof matrixRow>;

const matrixTheme = named.extend({ taxonomyId: z.string(), depth: z.number(), group: z.string() });
export type MatrixTheme = z.infer<typeof matrixTheme>;

export const MATRIX_SORTS = ['newest', 'reference'] as const;

const trendRow = z.object({
  themeId: z.string().nullable(),
  name: z.string(),
  depth: z.number(),
  counts: z.array(z.number()),
  withoutYear: z.number(),
  total: z.number(),
});
export type TrendRow = z.infer<typeof trendRow>;

const seenReview = z.object({
  id,
  reference: z.string(),
  label: z.string(),
  type: z.string(),
  stage: z.string(),
  stageKind: z.enum(STAGE_KINDS),
  incidentOn: z.string().nullable(),
  incidentText: z.string().nullable(),
  notifiedOn: z.string().nullable(),
  notifiedText: z.string().nullable(),
  /** How it has the theme: "the review, 2 recommendations and 1 action". */
  how: z.string(),
});
export type SeenReview = z.infer<typeof seenReview>;

export const themeTask = recordShapes.themeRoutes.extend({
  ...withId,
  theme: z.string(),
  body: z.string(),
  state: z.enum(ROUTE_STATES),
  expectedOn: z.string().nullable(),
  daysOver: z.number().nullable(),
  words: z.string(),
});
export type ThemeTask = z.infer<typeof themeTask>;

export const taskFilter = z.object({
  find: z.string().max(200).optional(),
  /** 'none' for tasks of a body that is only named in words. */
  bodyId: z.string().optional(),
  state: z.array(z.enum(ROUTE_STATES)).optional(),
  open: z.boolean().optional(),
  overdue: z.boolean().optional(),
  themeId: z.string().optional(),
});
export type TaskFilter = z.infer<typeof taskFilter>;

const origin = { reviewReference: z.string().nullable(), theme: z.string().nullable() };

export const productRow = recordShapes.learningProducts.extend({
  ...withId,
  ...origin,
  reportReference: z.string().nullable(),
});
export type ProductRow = z.infer<typeof productRow>;

export const productFilter = z.object({
  find: z.string().max(200).optional(),
  kind: z.array(z.enum(LEARNING_PRODUCT_KINDS)).optional(),
  interim: z.boolean().optional(),
  themeId: z.string().optional(),
  reviewId: z.string().optional(),
});
export type ProductFilter = z.infer<typeof productFilter>;

export const checkRow = recordShapes.impactChecks.extend({
  ...withId,
  ...origin,
  actionNumber: z.string().nullable(),
  /** Planned for a day that has gone by, and not done. */
  overdue: z.boolean(),
});
export type CheckRow = z.infer<typeof checkRow>;

export const CHECK_STATES = ['planned', 'overdue', 'checked'] as const;

export const checkFilter = z.object({
  find: z.string().max(200).optional(),
  state: z.array(z.enum(CHECK_STATES)).optional(),
  result: z.array(z.enum(IMPACT_RESULTS)).optional(),
  themeId: z.string().optional(),
  reviewId: z.string().optional(),
  actionId: z.string().optional(),
});
export type CheckFilter = z.infer<typeof checkFilter>;

const uncheckedTheme = z.object({
  themeId: z.string(),
  name: z.string(),
  group: z.string(),
  /** Actions for it that are signed off or embedded. */
  signedOff: z.number(),
  lastSignedOffOn: z.string().nullable(),
  /** A check is planned but not done. */
  plannedOn: z.string().nullable(),
  isPlanned: z.boolean(),
});
export type UncheckedTheme = z.infer<typeof uncheckedTheme>;

export const themeDetail = z.object({
  theme: recordShapes.themes.extend({ ...withId, mergedIntoId: z.string().nullable(), removed: z.number().nullable() }),
  taxonomy,
  mergedInto: named.nullable(),
  mergedFrom: z.array(named),
  /** From the top down to the theme it stands under. */
  path: z.array(named),
  below: z.array(named),
  mappings: z.array(recordShapes.themeMappings.extend(withId)),
  figures: themeFigures,
  recurrence: themeRecurrence,
  reviews: z.array(seenReview),
  recommendations: z.array(
    z.object({
      id,
      number: z.string(),
      text: z.string(),
      origin: z.string(),
      reviewId: z.string().nullable(),
      externalReportId: z.string().nullable(),
    }),
  ),
  actions: z.array(actionRow),
  tasks: z.array(themeTask),
  learningProducts: z.array(productRow),
  impactChecks: z.array(checkRow),
});
export type ThemeDetail = z.infer<typeof themeDetail>;

export const themes = {
  /** Every theme in tree order, with what is filed under it. */
  tree: procedure.output(z.object({ taxonomies: z.array(taxonomy), themes: z.array(themeNode) })),
  /** Everything of one theme. Its longest lists hold the first hundred. */
  get: procedure.input(z.object({ id })).output(themeDetail),
  matrix: procedure
    .input(z.object({ filter: reviewFilter, sort: z.enum(MATRIX_SORTS).default('newest') }))
    .output(z.object({ themes: z.array(matrixTheme), rows: z.array(matrixRow), of: z.number() })),
  /** The theme and its children; without a theme all themes of the top. */
  trend: procedure
    .input(z.object({ themeId: id.nullable(), by: z.enum(TREND_EVENTS) }))
    .output(z.object({ years: z.array(z.number()), rows: z.array(trendRow), words: z.string().nullable() })),
  /** The reviews behind a figure of the trend; `year` null for those whose year is not known. */
  trendReviews: procedure
    .input(z.object({ themeId: id.nullable(), by: z.enum(TREND_EVENTS), year: z.number().int().nullable() }))
    .output(z.array(seenReview)),
  /** For each theme of a review: where else it was seen, and whether it recurs after its actions were signed off. */
  recurrenceOfReview: procedure.input(z.object({ reviewId: id })).output(
    z.array(
      z.object({
        themeId: z.string(),
        /** As the review has it filed; it may count for another that it was merged into. */
        filedUnder: ids,
        name: z.string(),
        mark: recurrenceMark,
        words: z.string(),
        afterSignOff: z.string().nullable(),
      }),
    ),
  ),
  tasks: procedure.input(z.object({ filter: taskFilter })).output(
    z.object({
      rows: z.array(themeTask),
      of: z.number(),
      byBody: z.array(
        z.object({ bodyId: z.string().nullable(), body: z.string(), open: z.number(), overdue: z.number() }),
      ),
    }),
  ),
  products: procedure
    .input(z.object({ filter: productFilter, ...pageOf }))
    .output(z.object({ rows: z.array(productRow), total: z.number(), of: z.number() })),
  checks: procedure
    .input(z.object({ filter: checkFilter, ...pageOf }))
    .output(z.object({ rows: z.array(checkRow), total: z.number(), of: z.number() })),
  /** Themes whose actions are signed off and whose impact nobody has checked yet. */
  withoutCheck: procedure.output(z.array(uncheckedTheme)),
  /** Under another theme, or to the top; last there, or right before one that is there. Its children come with it. */
  move: procedure
    .input(z.object({ id, parentThemeId: id.nullable(), beforeThemeId: id.nullable().default(null) }))
    .output(saved),
  /** All that is filed under the one counts for the other from then on; what stood under it stands under the other. No link is rewritten. */
  merge: procedure.input(z.object({ id, intoThemeId: id, reason: line.default('') })).output(saved),
  /** Refused while anything is filed under it, stands under it or names it. */
  remove: procedure.input(z.object({ id, reason: line.default('') })).output(saved),
  /** The body has looked whether the change worked. */
  verify: procedure.input(z.object({ routeId: id, verifiedOn: partialDate, finding: requiredText })).output(saved),
};
