import { SMALL_BELOW } from '../../domain/small-numbers.ts';
import { column, number, text } from '../sections/cells.ts';
import type { PackTable } from '../model.ts';
import type { SectionWriter } from '../sections/source.ts';
import { withSmallNumbers } from './about.ts';
import type { PublicCount, PublicCounts } from './public-counts.ts';
import { actionsOf, completeOf, setAsideOf } from './public-plans.ts';
import { readPublic } from './public-reading.ts';

export const onePage: SectionWriter = (source) => {
  const { counts, published, plans } = readPublic(source);
  const actions = plans.flatMap(actionsOf);
  return {
    id: 'one-page',
    heading: 'On one page',
    blocks: withSmallNumbers(source, [
      {
        kind: 'table',
        id: 'public-headlines',
        caption: 'Reviews in figures',
        columns: [column('what', 'What', 'text', 6), column('public-count', 'Number', 'number', 2)],
        rows: [
          [text('Reviews that are published now'), number(published.length)],
          ...[counts.total, counts.live, counts.completeUnpublished, counts.ledElsewhere].map((count) => [
            text(count.label),
            counts.cell(count),
          ]),
        ],
        nil: 'No review is on the register.',
      },
      {
        kind: 'figures',
        caption: 'Actions of published plans',
        figures: [
          {
            label: 'Actions complete',
            value: completeOf(actions),
            outOf: actions.length - setAsideOf(actions),
            note: 'signed off or embedded, of those not set aside',
          },
        ],
      },
      { kind: 'subheading', text: 'Reviews that are not published' },
      countTable(counts, 'public-by-type', 'By type', 'Type', counts.byType),
      byStage(counts),
    ]),
  };
};

/** Every board has the same stages: a table of their names with no figure but nought would say nothing. */
const byStage = (counts: PublicCounts): PackTable => {
  const table = countTable(counts, 'public-by-stage', 'By stage', 'Stage', counts.byStage);
  const some = counts.byStage.filter(({ value }) => value > 0);
  if (some.length === 0 || some.some(({ key }) => !counts.withheld.has(key))) return table;
  return {
    ...table,
    rows: [],
    nil: `How many are at each stage is not printed: every such count is from 1 to ${SMALL_BELOW - 1}, or would give one away.`,
  };
};

/** One kind of count, with its total. */
export const countTable = (
  { cell, total }: PublicCounts,
  id: string,
  caption: string,
  heading: string,
  counts: readonly PublicCount[],
  of: PublicCount | null = total,
): PackTable => ({
  kind: 'table',
  id,
  caption,
  columns: [column('public-group', heading, 'text', 6), column('public-count', 'Reviews', 'number', 2)],
  rows:
    counts.length === 0
      ? []
      : [
          ...counts.map((count) => [text(count.label), cell(count)]),
          ...(of === null ? [] : [[text('Total'), cell(of)]]),
        ],
  nil: 'There is none.',
});
