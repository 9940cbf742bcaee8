import type { OverviewData } from '../../contract/overview.ts';
import { formatDate } from '../../domain/partial-date.ts';
import { countOf } from '../../domain/plain-words.ts';
import { awaitedOfActions, awaitedPlans, outstandingSteps } from '../../service/outstanding.ts';
import { lateThings } from '../../service/overview.ts';
import { progressStatements, publicationStatements } from '../../service/statements.ts';
import type { PackBlock, PackCell } from '../model.ts';
import { inShort } from '../since/blocks.ts';
import { column, number, text } from './cells.ts';
import { reviewsByStage } from './charts.ts';
import type { PackSource, SectionWriter } from './source.ts';

/** How many exceptions the page names; the section on exceptions holds all of them. */
const EXCEPTIONS_NAMED = 8;

export const onePage: SectionWriter = (source) => {
  const { reader, dataAsAt } = source;
  const { counts, reviewsByTypeAndStage } = source.overview();
  const kinds = reviewsByTypeAndStage[0]?.stages.filter(({ kind }) =>
    reviewsByTypeAndStage.some((type) => type.stages.some((stage) => stage.kind === kind && stage.count > 0)),
  );
  return {
    id: 'one-page',
    heading: 'On one page',
    blocks: [
      {
        kind: 'figures',
        caption: 'Where the board stands',
        figures: [
          {
            label: 'Reviews that are live',
            value: counts.liveReviews,
            outOf: counts.reviews,
            note: 'of all reviews on the register',
          },
          {
            label: 'Reviews complete and not published',
            value: counts.completeUnpublished,
            outOf: counts.reviews,
            note: null,
          },
          {
            label: 'Clocks past their due date',
            value: counts.breachedClocks,
            outOf: null,
            note: 'neither stopped nor relaxed',
          },
          { label: 'Actions open', value: counts.openActions, outOf: counts.actions, note: 'of all actions' },
          { label: 'Open actions overdue', value: counts.overdueActions, outOf: counts.openActions, note: null },
          {
            label: 'Open actions with no update received',
            value: counts.noUpdateActions,
            outOf: counts.openActions,
            note: 'asked for, and none came since',
          },
          {
            label: 'Open actions without a target date',
            value: counts.noTargetActions,
            outOf: counts.openActions,
            note: null,
          },
          {
            label: 'Actions awaiting sign-off',
            value: counts.awaitingSignOffActions,
            outOf: counts.openActions,
            note: null,
          },
        ],
      },
      { kind: 'subheading', text: 'Reviews by type and stage' },
      ...reviewsByStage(reviewsByTypeAndStage),
      {
        kind: 'table',
        id: 'reviews-by-type-and-stage',
        caption: 'Reviews by type and stage',
        columns: [
          column('type', 'Type', 'text', 5),
          ...(kinds ?? []).map((stage) => column(stage.kind, stage.label, 'number', 2)),
          column('total', 'Total', 'number', 2),
        ],
        rows: reviewsByTypeAndStage
          .map((type) => [
            text(type.reviewType),
            ...(kinds ?? []).map(({ kind }) => number(type.stages.find((stage) => stage.kind === kind)?.count ?? 0)),
            number(type.total),
          ])
          .concat(allTypes(reviewsByTypeAndStage, kinds ?? [])),
        nil: 'There is no review on the register.',
      },
      { kind: 'subheading', text: 'In words' },
      { kind: 'list', items: [...progressStatements(reader), ...publicationStatements(reader, dataAsAt)] },
      ...whatChanged(source),
      ...decisionsSought(source),
      ...exceptions(source),
    ],
  };
};

/** What the picture of the stages shows, where there is more than one type to add up. */
const allTypes = (
  types: OverviewData['reviewsByTypeAndStage'],
  kinds: readonly { readonly kind: string }[],
): readonly PackCell[][] => {
  if (types.length < 2) return [];
  const inStage = (kind: string): number =>
    types.reduce((sum, { stages }) => sum + (stages.find((stage) => stage.kind === kind)?.count ?? 0), 0);
  const total = types.reduce((sum, type) => sum + type.total, 0);
  return [[text('All types'), ...kinds.map(({ kind }) => number(inStage(kind))), number(total)]];
};

/** In the words of the section “What changed”, from the same reading. */
const whatChanged = ({ since, changes }: PackSource): PackBlock[] => {
  const { wasRecorded } = changes();
  return [
    { kind: 'subheading', text: `What changed since ${formatDate(since.day)}` },
    ...(wasRecorded ? [] : [{ kind: 'paragraph' as const, text: BY_DATES }]),
    inShort(changes()),
  ];
};

const BY_DATES = 'The board was not recorded here yet on that day: this is by the dates that records carry.';

const decisionsSought = ({ reader, options }: PackSource): PackBlock[] => {
  const ofReviews = outstandingSteps(reader)
    .filter(({ step }) => step.bodyName === options.body)
    .map(
      ({ reference, label, appliesTo, words }) =>
        `${label === '' ? reference : `${label} (${reference})`}, ${appliesTo === 'report' ? 'report' : 'action plan'}: ${words}.`,
    );
  const ofOthers = awaitedPlans(reader)
    .filter(({ step }) => step.bodyName === options.body)
    .map(({ reference, title, words }) => `${title} (${reference}), action plan: ${words}.`);
  const actions = awaitedOfActions(reader).filter(({ step }) => step.bodyName === options.body).length;
  const ofActions =
    actions === 0
      ? []
      : [`${countOf(actions, 'action waits', 'actions wait')} for its decision: see “Items for sign-off”.`];
  const sought = [...ofReviews, ...ofOthers, ...ofActions];
  return [
    { kind: 'subheading', text: 'Decisions sought' },
    sought.length === 0
      ? { kind: 'nil', text: `No report, plan or action waits for a decision of ${options.body}.` }
      : { kind: 'list', items: sought },
  ];
};

const exceptions = ({ reader, dataAsAt, calendar }: PackSource): PackBlock[] => {
  const late = lateThings(reader, dataAsAt, calendar);
  if (late.length === 0) {
    return [
      { kind: 'subheading', text: 'Exceptions' },
      { kind: 'nil', text: 'Nothing is late.' },
    ];
  }
  const rest = late.length - EXCEPTIONS_NAMED;
  const items = late.slice(0, EXCEPTIONS_NAMED).map(({ subject, words }) => `${subject}: ${words}.`);
  return [
    { kind: 'subheading', text: 'Exceptions, oldest first' },
    { kind: 'list', items: rest > 0 ? [...items, `And ${countOf(rest, 'more', 'more')}: see “Exceptions”.`] : items },
  ];
};
