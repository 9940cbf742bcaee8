/** How many reviews of each type are in each kind of stage, as a table, a picture and a sentence. */
import type { OverviewData } from '../../contract/overview.ts';
import type { PackBlock, PackCell, PackTable } from '../model.ts';
import { column, number, text } from './cells.ts';
import { reviewsByStage } from './charts.ts';
import type { PackSource } from './source.ts';

type Types = OverviewData['reviewsByTypeAndStage'];
type Stage = Types[number]['stages'][number];

export const reviewsByTypeAndStage = ({ overview }: PackSource): readonly PackBlock[] => {
  const types = overview().reviewsByTypeAndStage;
  return [
    { kind: 'subheading', text: 'Reviews by type and stage' },
    ...reviewsByStage(types),
    tableOf(types, usedStages(types)),
  ];
};

/** "By stage: Referral 1, In progress 4, Closed 4." Nothing where there is no review. */
export const stagesInWords = ({ overview }: PackSource): readonly string[] => {
  const types = overview().reviewsByTypeAndStage;
  const stages = usedStages(types).map(({ kind, label }) => `${label} ${inStage(types, kind)}`);
  return stages.length === 0 ? [] : [`All reviews by stage: ${stages.join(', ')}.`];
};

const usedStages = (types: Types): readonly Stage[] =>
  (types[0]?.stages ?? []).filter(({ kind }) => inStage(types, kind) > 0);

const inStage = (types: Types, kind: string): number =>
  types.reduce((sum, { stages }) => sum + (stages.find((stage) => stage.kind === kind)?.count ?? 0), 0);

const tableOf = (types: Types, stages: readonly Stage[]): PackTable => ({
  kind: 'table',
  id: 'reviews-by-type-and-stage',
  caption: 'Reviews by type and stage, those led elsewhere among them',
  columns: [
    column('type', 'Type', 'text', 5),
    ...stages.map((stage) => column(stage.kind, stage.label, 'number', 2)),
    column('total', 'Total', 'number', 2),
  ],
  rows: types
    .map((type) => [
      text(type.reviewType),
      ...stages.map(({ kind }) => number(type.stages.find((stage) => stage.kind === kind)?.count ?? 0)),
      number(type.total),
    ])
    .concat(allTypes(types, stages)),
  nil: 'There is no review on the register.',
});

/** What the picture of the stages shows, where there is more than one type to add up. */
const allTypes = (types: Types, stages: readonly Stage[]): readonly PackCell[][] => {
  if (types.length < 2) return [];
  const total = types.reduce((sum, type) => sum + type.total, 0);
  return [[text('All types'), ...stages.map(({ kind }) => number(inStage(types, kind))), number(total)]];
};
