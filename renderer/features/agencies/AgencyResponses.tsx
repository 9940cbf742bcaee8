import type { AgencyDetail, ResponseRow } from '../../../db/contract/agencies.ts';
import { AGENCY_RESPONSE_LABELS, type AgencyResponse } from '../../../db/domain/codes.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { answeredHref, reviewHref } from '../../app/links.ts';
import { Link, Section, type SimpleColumn, SimpleTable } from '../../ui/index.ts';
import { NameThen } from './NameThen.tsx';
import { OfAll } from './OfAll.tsx';

const hrefOf = ({ reviewId, externalReportId }: ResponseRow): string | null => {
  if (reviewId !== null) return reviewHref(reviewId, 'plan');
  return externalReportId === null ? null : answeredHref(externalReportId);
};

const columns: readonly SimpleColumn<ResponseRow>[] = [
  {
    key: 'recommendation',
    heading: 'Recommendation',
    isRowHeading: true,
    width: '44%',
    render: (row) => {
      const href = hrefOf(row);
      const name = [row.origin, row.number].filter(Boolean).join(', ');
      return (
        <>
          {href === null ? name : <Link href={href}>{name}</Link>}
          <span className="agency-text">{row.text}</span>
        </>
      );
    },
  },
  {
    key: 'response',
    heading: 'Response',
    render: (row) => (
      <>
        {row.response === null ? (
          <span className="ui-quiet">Not answered yet</span>
        ) : (
          AGENCY_RESPONSE_LABELS[row.response as AgencyResponse]
        )}
        <NameThen name={row.nameThen} />
      </>
    ),
  },
  { key: 'rationale', heading: 'Rationale', width: '24%', render: ({ rationale }) => rationale },
  { key: 'on', heading: 'On', render: ({ respondedOn }) => formatDate(respondedOn) },
];

export function AgencyResponses({ detail: { responses } }: { readonly detail: AgencyDetail }) {
  return (
    <Section id="responses" heading="Responses to recommendations" count={responses.total}>
      <SimpleTable
        caption="Responses to recommendations"
        hideCaption
        columns={columns}
        rows={responses.rows}
        rowKey={({ id }) => id}
        whenEmpty="No recommendation is addressed to it."
      />
      <OfAll shown={responses.rows.length} total={responses.total} words="recommendations, those not answered first" />
    </Section>
  );
}
