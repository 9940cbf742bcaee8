import type { AgencyDetail, AgencyReportRow } from '../../../db/contract/agencies.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { reviewHref } from '../../app/links.ts';
import { Link, Pill, Section, type SimpleColumn, SimpleTable } from '../../ui/index.ts';
import { REPORT_STANDING } from './agency-words.ts';
import { NameThen } from './NameThen.tsx';

const dateColumn = (
  key: 'requestedOn' | 'dueOn' | 'receivedOn' | 'returnedOn' | 'acceptedOn',
  heading: string,
): SimpleColumn<AgencyReportRow> => ({ key, heading, render: (row) => formatDate(row[key]) || '–' });

const columns: readonly SimpleColumn<AgencyReportRow>[] = [
  {
    key: 'review',
    heading: 'Review',
    isRowHeading: true,
    width: '26%',
    render: (row) => (
      <>
        <Link href={reviewHref(row.reviewId, 'agency-reports')}>
          {[row.reference, row.label].filter(Boolean).join(' · ')}
        </Link>
        <NameThen name={row.nameThen} />
      </>
    ),
  },
  {
    key: 'state',
    heading: 'State',
    render: ({ state }) => {
      const { label, tone, symbol } = REPORT_STANDING[state];
      return (
        <Pill tone={tone} symbol={symbol}>
          {label}
        </Pill>
      );
    },
  },
  dateColumn('requestedOn', 'Asked for'),
  dateColumn('dueOn', 'Due'),
  dateColumn('receivedOn', 'Received'),
  dateColumn('returnedOn', 'Sent back'),
  dateColumn('acceptedOn', 'Accepted'),
];

export function AgencyReports({ detail: { reports } }: { readonly detail: AgencyDetail }) {
  return (
    <Section
      id="reports"
      heading="Reports to reviews"
      count={reports.length}
      note="What it was asked to write for a review, such as an individual management review (IMR)."
    >
      <SimpleTable
        caption="Reports to reviews"
        hideCaption
        columns={columns}
        rows={reports}
        rowKey={({ id }) => id}
        whenEmpty="It was asked for no report. A report is asked for on the page of its review, under Agency reports."
      />
    </Section>
  );
}
