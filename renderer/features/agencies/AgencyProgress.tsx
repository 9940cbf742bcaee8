import type { AgencyDetail } from '../../../db/contract/agencies.ts';
import { noAnswerWords } from '../../../db/domain/chasing.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { actionHref, evidenceHref, hrefTo, listHref } from '../../app/links.ts';
import { Link, Section, SimpleTable } from '../../ui/index.ts';
import { NameThen } from './NameThen.tsx';
import { OfAll } from './OfAll.tsx';

type PartProps = { readonly detail: AgencyDetail };

function ActionName({ row }: { readonly row: { actionId: string; number: string; origin: string } }) {
  return <Link href={actionHref(row.actionId)}>{[row.origin, `Action ${row.number}`].filter(Boolean).join(', ')}</Link>;
}

export function AgencyUpdates({ detail: { updates } }: PartProps) {
  return (
    <Section id="updates" heading="Updates" count={updates.total} note="What it told about actions, newest first.">
      <SimpleTable
        caption="Updates"
        hideCaption
        rows={updates.rows}
        rowKey={({ id }) => id}
        whenEmpty="No update of this agency is recorded."
        columns={[
          { key: 'date', heading: 'Date', width: '10rem', render: (row) => formatDate(row.date, row.dateText) },
          {
            key: 'action',
            heading: 'Action',
            width: '14rem',
            render: (row) => (
              <>
                <ActionName row={row} />
                <NameThen name={row.nameThen} />
              </>
            ),
          },
          { key: 'text', heading: 'Update', render: ({ text }) => <span className="agency-text">{text}</span> },
        ]}
      />
      <OfAll shown={updates.rows.length} total={updates.total} words="updates" />
    </Section>
  );
}

export function AgencyRequests({ detail: { agency, requests } }: PartProps) {
  return (
    <Section
      id="requests"
      heading="Requests for updates"
      count={requests.total}
      actions={<Link href={hrefTo('/actions/chasing')}>Ask for updates</Link>}
    >
      <SimpleTable
        caption="Requests for updates"
        hideCaption
        rows={requests.rows}
        rowKey={({ id }) => id}
        whenEmpty="It was not asked for an update yet."
        columns={[
          { key: 'on', heading: 'Asked', width: '10rem', render: ({ requestedOn }) => formatDate(requestedOn) },
          { key: 'action', heading: 'Action', width: '14rem', render: (row) => <ActionName row={row} /> },
          { key: 'due', heading: 'Wanted by', width: '10rem', render: ({ dueOn }) => formatDate(dueOn) || '–' },
          {
            key: 'answered',
            heading: 'Answered',
            width: '10rem',
            render: ({ isAnswered, isWaitedFor }) => (isAnswered ? 'Yes' : noAnswerWords(isWaitedFor)),
          },
          { key: 'note', heading: 'Note', render: ({ note }) => note },
        ]}
      />
      <OfAll shown={requests.rows.length} total={requests.total} words="requests" />
      {requests.total > 0 && (
        <p>
          <Link href={listHref('actions', { agencyId: [agency.id], noUpdate: true })}>
            Actions without an update since they were asked about
          </Link>
        </p>
      )}
    </Section>
  );
}

export function AgencyEvidence({ detail: { evidence } }: PartProps) {
  return (
    <Section id="evidence" heading="Evidence" count={evidence.total}>
      <SimpleTable
        caption="Evidence"
        hideCaption
        rows={evidence.rows}
        rowKey={({ id }) => id}
        whenEmpty="No evidence of this agency is recorded."
        columns={[
          {
            key: 'what',
            heading: 'What',
            isRowHeading: true,
            render: (row) => (
              <>
                <Link href={evidenceHref(row.id)}>{row.what}</Link>
                <NameThen name={row.nameThen} />
              </>
            ),
          },
          { key: 'date', heading: 'Dated', width: '10rem', render: (row) => formatDate(row.date, row.dateText) || '–' },
          { key: 'held', heading: 'Where held', width: '24%', render: ({ heldAt }) => heldAt || '–' },
        ]}
      />
      <OfAll shown={evidence.rows.length} total={evidence.total} words="items of evidence" />
    </Section>
  );
}
