import type { CheckRow } from '../../../../db/contract/themes.ts';
import { IMPACT_RESULT_LABELS } from '../../../../db/domain/impact.ts';
import { type SimpleColumn, SimpleTable } from '../../../ui/index.ts';
import { labelsToOptions } from '../../reviews/labels-to-options.ts';
import { recordColumns } from '../../reviews/review/record-columns.tsx';
import { LinkedTo } from './LinkedTo.tsx';
import { ThemeCell } from './ThemeCell.tsx';

export const checkResults = labelsToOptions(IMPACT_RESULT_LABELS);

const of = recordColumns('impactChecks', ({ question }) => `the check “${question}”`);
const planned = of.date('plannedOn', 'Planned') as SimpleColumn<CheckRow>;
const columns: readonly SimpleColumn<CheckRow>[] = [
  of.text('question', 'Question', { width: '20%' }),
  of.text('method', 'How'),
  {
    ...planned,
    render: (check) => (
      <>
        {planned.render(check)}
        {check.overdue && (
          <span className="reviews-late">
            <span aria-hidden="true">▲ </span>Not done yet
          </span>
        )}
      </>
    ),
  },
  of.date('checkedOn', 'Checked', { whenEmpty: 'Not yet' }),
  of.choice('result', 'Result', checkResults, { whenEmpty: 'Not yet' }),
  of.text('finding', 'Finding'),
  {
    key: 'theme',
    heading: 'Theme',
    render: (check) => <ThemeCell table="impactChecks" row={check} what={`the check “${check.question}”`} />,
  },
  {
    key: 'of',
    heading: 'Of',
    width: '120px',
    render: ({ reviewId, reviewReference, actionId, actionNumber }) => (
      <LinkedTo {...{ reviewId, reviewReference, actionId, actionNumber }} />
    ),
  },
  of.tools(),
];

type CheckTableProps = { readonly checks: readonly CheckRow[]; readonly whenEmpty: string };

export function CheckTable({ checks, whenEmpty }: CheckTableProps) {
  return (
    <div className="theme-records">
      <SimpleTable
        caption="Impact checks"
        hideCaption
        columns={columns}
        rows={checks}
        rowKey={({ id }) => id}
        whenEmpty={whenEmpty}
      />
    </div>
  );
}
