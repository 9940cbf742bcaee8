import { ACTION_STATE_LABELS } from '../../domain/codes.ts';
import { formatDate } from '../../domain/partial-date.ts';
import { countOf } from '../../domain/plain-words.ts';
import type { PackBlock, PackCell } from '../model.ts';
import { column, number, share, text } from '../sections/cells.ts';
import type { SectionWriter } from '../sections/source.ts';
import { actionsOf, completeOf, type PublicAction, type PublicPlan, setAsideOf } from './public-plans.ts';
import { readPublic } from './public-reading.ts';

export const actionPlans: SectionWriter = (source) => {
  const { plans } = readPublic(source);
  return {
    id: 'action-plans',
    heading: 'Action plans of published reports',
    blocks: [
      {
        kind: 'table',
        id: 'public-plans',
        caption: 'Plans, and how far they are',
        columns: [
          column('public-plan', 'Plan', 'text', 7),
          column('public-about', 'What it answers', 'text', 6),
          column('recommendations', 'Recommendations', 'number', 3),
          ...PROGRESS_COLUMNS,
        ],
        rows: plans.map((plan) => [
          text(plan.name),
          text(plan.about),
          number(plan.recommendations.length),
          ...progressCells(actionsOf(plan)),
        ]),
        nil: 'No review is published, and no published report of others is on the register.',
      },
      {
        kind: 'table',
        id: 'public-plans-by-agency',
        caption: 'By lead agency',
        columns: [column('agency', 'Agency', 'text', 6), ...PROGRESS_COLUMNS],
        rows: byAgency(plans.flatMap(actionsOf)).map(([agency, actions]) => [text(agency), ...progressCells(actions)]),
        nil: 'No published plan has an action.',
      },
      ...plans.flatMap(planInWords),
    ],
  };
};

const PROGRESS_COLUMNS = [
  column('actions', 'Actions', 'number', 2),
  column('complete', 'Complete', 'number', 2),
  column('share', 'Complete, of those not set aside', 'text', 4),
];

const progressCells = (actions: readonly PublicAction[]): readonly PackCell[] => [
  number(actions.length),
  number(completeOf(actions)),
  share(completeOf(actions), actions.length - setAsideOf(actions)),
];

/** Whose an action is, is told of those that are released in words; the others stand together, below. */
const byAgency = (actions: readonly PublicAction[]): readonly (readonly [string, readonly PublicAction[]])[] => {
  const told = actions.filter(({ words }) => words !== null);
  const rest = actions.filter(({ words }) => words === null);
  const names = [...new Set(told.map(({ agency }) => agency || NO_AGENCY))].sort();
  return [
    ...names.map((name) => [name, told.filter(({ agency }) => (agency || NO_AGENCY) === name)] as const),
    ...(rest.length === 0 ? [] : [['Actions not told here', rest] as const]),
  ];
};

const NO_AGENCY = 'Another agency, or none yet';

/** Tables are told by the place of their plan: its id would tell when it was recorded. */
const planInWords = (plan: PublicPlan, at: number): PackBlock[] => {
  const released = plan.recommendations.filter(({ words }) => words !== null);
  const actions = actionsOf(plan).filter(({ words }) => words !== null);
  if (released.length + actions.length === 0) return [];
  const rest = [
    countLeft(plan.recommendations.length - released.length, 'recommendation', 'recommendations'),
    countLeft(actionsOf(plan).length - actions.length, 'action', 'actions'),
  ].filter(Boolean);
  return [
    { kind: 'subheading', text: plan.name },
    {
      kind: 'table',
      id: `public-recommendations-${at + 1}`,
      caption: `Recommendations: ${plan.name}`,
      columns: [column('number', 'No.', 'text', 1.5), column('released', 'Recommendation', 'text', 10)],
      rows: released.map((one) => [text(one.number), text(one.words)]),
      nil: 'No recommendation is released in words.',
    },
    {
      kind: 'table',
      id: `public-actions-${at + 1}`,
      caption: `Actions: ${plan.name}`,
      columns: [
        column('number', 'No.', 'text', 1.5),
        column('released', 'Action', 'text', 8),
        column('agency', 'Lead agency', 'text', 4),
        column('state', 'State', 'text', 3),
        column('target-month', 'Target', 'date', 3),
      ],
      rows: actions.map((one) => [
        text(one.number),
        text(one.words),
        text(one.agency),
        text(ACTION_STATE_LABELS[one.state]),
        { kind: 'date', sort: one.targetMonth, text: formatDate(one.targetMonth) || 'No month set' },
      ]),
      nil: 'No action is released in words.',
    },
    ...(rest.length === 0
      ? []
      : [{ kind: 'paragraph', text: `Counted above, and not told here: ${rest.join(' and ')}.` } as const]),
  ];
};

const countLeft = (count: number, singular: string, plural: string): string =>
  count === 0 ? '' : countOf(count, singular, plural);
