import type { ReviewRow } from '../../../../db/contract/reviews.ts';
import { PUBLICATION_STATE_LABELS, REVIEW_LEAD_LABELS } from '../../../../db/domain/codes.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import type { GridColumn } from '../../../ui/index.ts';
import { nextClockWords } from './lateness-words.ts';

export type ReviewColumn = GridColumn<ReviewRow> & { readonly isFixed?: boolean; readonly isExtra?: boolean };

/** In their order; those that are extra are shown when asked for. Sortable ones are named as the data process sorts. */
export const reviewColumns = (today: string): readonly ReviewColumn[] => [
  {
    key: 'label',
    heading: 'Label',
    minWidth: 110,
    sortable: true,
    isFixed: true,
    render: (row) => row.label || 'No label',
  },
  {
    key: 'reference',
    heading: 'Reference',
    width: 134,
    tabular: true,
    sortable: true,
    isFixed: true,
    render: (row) => row.reference,
  },
  { key: 'type', heading: 'Type', width: 128, sortable: true, render: (row) => row.typeShortName },
  { key: 'typeInFull', heading: 'Type in full', minWidth: 240, isExtra: true, render: (row) => row.reviewType },
  { key: 'title', heading: 'Title', minWidth: 200, isExtra: true, render: (row) => row.title },
  { key: 'stage', heading: 'Stage', minWidth: 112, sortable: true, render: (row) => row.stage },
  {
    key: 'due',
    heading: 'Next due',
    minWidth: 312,
    sortable: true,
    render: (row) => <NextDue row={row} today={today} />,
  },
  {
    key: 'publication',
    heading: 'Publication',
    width: 146,
    render: (row) => PUBLICATION_STATE_LABELS[row.publication],
  },
  {
    key: 'actions',
    isExtra: true,
    heading: 'Open actions',
    width: 116,
    align: 'end',
    sortable: true,
    render: (row) => shareOf(row.openActions, row.actions),
  },
  {
    key: 'overdue',
    heading: 'Overdue',
    width: 78,
    align: 'end',
    sortable: true,
    render: (row) => <Overdue count={row.overdueActions} />,
  },
  {
    key: 'started',
    heading: 'Started',
    width: 128,
    tabular: true,
    sortable: true,
    isExtra: true,
    render: (row) => formatDate(row.startedOn),
  },
  { key: 'lead', heading: 'Led by', width: 156, isExtra: true, render: (row) => REVIEW_LEAD_LABELS[row.lead] },
  { key: 'ownerPost', heading: 'Owner', width: 180, isExtra: true, render: (row) => row.ownerPost },
];

export const usualColumns = (columns: readonly ReviewColumn[]): readonly string[] =>
  columns.filter(({ isExtra }) => !isExtra).map(({ key }) => key);

function NextDue({ row, today }: { readonly row: ReviewRow; readonly today: string }) {
  const words = nextClockWords(row, today);
  if (words === '') return <span className="ui-quiet">None</span>;
  return (
    <>
      {row.late && <LateMark />}
      <span className={row.late ? 'reviews-late' : undefined}>{words}</span>
      {row.nextClock !== null && <span className="ui-quiet"> · {row.nextClock}</span>}
    </>
  );
}

function Overdue({ count }: { readonly count: number }) {
  if (count === 0) return <span className="ui-quiet">0</span>;
  return (
    <span className="reviews-late">
      <LateMark />
      {count}
    </span>
  );
}

const LateMark = () => (
  <span className="reviews-late reviews-late-mark" aria-hidden="true">
    ▲
  </span>
);

const shareOf = (open: number, all: number): string => (all === 0 ? '–' : `${open} of ${all}`);
