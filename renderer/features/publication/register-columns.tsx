import type { RegisterRow } from '../../../db/contract/publication.ts';
import { PUBLICATION_DECISION_LABELS, type PublicationDecision } from '../../../db/domain/codes.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { dateInWords, type GridColumn } from '../../ui/index.ts';
import { reviewName } from '../actions/review-name.ts';
import { StatePill } from './StatePill.tsx';

export type RegisterColumn = GridColumn<RegisterRow> & { readonly isFixed?: boolean; readonly isSpare?: boolean };

export const decisionWords = (decision: string | null): string =>
  decision === null ? '' : PUBLICATION_DECISION_LABELS[decision as PublicationDecision];

/** The keys of columns that can be sorted by are those of register-search.ts. */
export const registerColumns: readonly RegisterColumn[] = [
  { key: 'review', heading: 'Review', minWidth: 200, sortable: true, isFixed: true, render: reviewName },
  { key: 'type', heading: 'Type', width: 116, sortable: true, isSpare: true, render: (row) => row.typeShortName },
  {
    key: 'state',
    heading: 'State',
    width: 168,
    sortable: true,
    isFixed: true,
    render: (row) => <StatePill state={row.state} />,
  },
  { key: 'words', heading: 'In words', minWidth: 320, render: (row) => row.words },
  {
    key: 'daysDelayed',
    heading: 'Days delayed',
    width: 116,
    align: 'end',
    sortable: true,
    render: (row) => row.daysDelayed?.toLocaleString('en-GB') ?? '–',
  },
  {
    key: 'reasons',
    heading: 'Reasons',
    minWidth: 180,
    render: (row) => row.reasons.map(({ name }) => name).join('; '),
  },
  { key: 'endEvent', heading: 'Ends with', minWidth: 150, isSpare: true, render: (row) => row.expectedEndEvent },
  {
    key: 'expectedEnd',
    heading: 'Expected to end',
    width: 176,
    tabular: true,
    sortable: true,
    isSpare: true,
    render: (row) => (
      <>
        {formatDate(row.expectedEndOn)}
        {row.endPassed && <span className="register-overdue"> ▲ passed</span>}
      </>
    ),
  },
  {
    key: 'nextReview',
    heading: 'Next review of delay',
    width: 208,
    tabular: true,
    sortable: true,
    render: (row) => (
      <>
        {formatDate(row.nextReviewOn)}
        {row.reviewOverdue && <span className="register-overdue"> ▲ overdue</span>}
      </>
    ),
  },
  {
    key: 'decision',
    heading: 'Decision',
    width: 172,
    isSpare: true,
    render: (row) => decisionWords(row.decision),
  },
  {
    key: 'planned',
    heading: 'Planned',
    width: 128,
    tabular: true,
    sortable: true,
    isSpare: true,
    render: (row) => dateInWords({ date: row.plannedOn, text: row.plannedText }),
  },
  {
    key: 'published',
    heading: 'Published',
    width: 128,
    tabular: true,
    sortable: true,
    render: (row) => formatDate(row.publishedOn),
  },
  { key: 'told', heading: 'Told', minWidth: 150, isSpare: true, render: (row) => row.told },
  {
    key: 'interim',
    heading: 'Interim learning',
    minWidth: 160,
    isSpare: true,
    render: (row) => row.interimLearning,
  },
  {
    key: 'leaving',
    heading: 'On the website until',
    width: 196,
    tabular: true,
    sortable: true,
    isSpare: true,
    render: (row) => (
      <>
        {formatDate(row.availableUntil)}
        {row.leavingSite && <span className="register-leaving"> ◆ leaving</span>}
        {row.shortOfYear && <span className="register-leaving"> ◆ under a year</span>}
      </>
    ),
  },
];
