import type { OverviewData } from '../../../db/contract/overview.ts';
import { Section, type SimpleColumn, SimpleTable } from '../../ui/index.ts';
import { reviewsBehind } from './lists-behind.ts';
import { NumberLink } from './NumberLink.tsx';
import { type MatrixRow, reviewMatrix } from './review-matrix.ts';

/** Types down, stages across; every number opens the reviews it counts. */
export function ReviewsByTypeAndStage({ types }: { readonly types: OverviewData['reviewsByTypeAndStage'] }) {
  const { stages, rows } = reviewMatrix(types);
  const columns: readonly SimpleColumn<MatrixRow>[] = [
    { key: 'type', heading: 'Type', isRowHeading: true, render: ({ words }) => words },
    ...stages.map(
      ({ kind, label }): SimpleColumn<MatrixRow> => ({
        key: kind,
        heading: label,
        align: 'end',
        render: (row) => (
          <NumberLink
            value={row.counts.get(kind) ?? 0}
            of={`${row.words}, ${label.toLowerCase()}`}
            href={reviewsBehind({ ...typeOf(row), stageKind: [kind] })}
          />
        ),
      }),
    ),
    {
      key: 'total',
      heading: 'All stages',
      align: 'end',
      render: (row) => (
        <NumberLink value={row.total} of={`${row.words}, all stages`} href={reviewsBehind(typeOf(row))} />
      ),
    },
  ];
  return (
    <Section heading="Reviews by type and stage" id="overview-reviews">
      <SimpleTable
        caption="Reviews by type and stage"
        hideCaption
        columns={columns}
        rows={rows}
        rowKey={({ reviewTypeId }) => reviewTypeId ?? 'all'}
        whenEmpty="No review is recorded."
      />
    </Section>
  );
}

const typeOf = ({ reviewTypeId }: MatrixRow) => (reviewTypeId === null ? {} : { reviewTypeId: [reviewTypeId] });
