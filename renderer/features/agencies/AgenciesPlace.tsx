import './agencies.css';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ActionFilter } from '../../../db/contract/actions.ts';
import type { AgencyRow } from '../../../db/contract/agencies.ts';
import { BODY_KIND_LABELS } from '../../../db/domain/codes.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { Failure } from '../../app/Failure.tsx';
import { agencyHref, bodyHref, hrefTo, listHref } from '../../app/links.ts';
import { useBoard } from '../../app/use-board.ts';
import { api } from '../../client.ts';
import {
  EmptyState,
  FilterBar,
  Link,
  Page,
  PageHeader,
  SearchField,
  Section,
  Select,
  type SimpleColumn,
  SimpleTable,
  Skeleton,
} from '../../ui/index.ts';
import { NumberLink } from '../overview/NumberLink.tsx';
import { type AgencySort, agencySorts, arrangeAgencies } from './arrange-agencies.ts';
import { shareAttended } from './agency-words.ts';

/** Every agency with what is open, late and awaited of it; each figure opens its list, each name the agency’s page. */
export function AgenciesPlace() {
  const { data, error, refetch } = useQuery(api.agencies.list.queryOptions());
  const [find, setFind] = useState('');
  const [sort, setSort] = useState<AgencySort>('name');
  const rows = useMemo(() => arrangeAgencies(data ?? [], find, sort), [data, find, sort]);
  return (
    <Page>
      <PageHeader
        title="Agencies"
        facts={[
          <Link key="add" href={hrefTo('/settings/agencies')}>
            Add or remove agencies in Settings
          </Link>,
        ]}
      />
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={10} label="Loading the agencies" />}
      {data !== undefined && data.length === 0 && (
        <EmptyState title="No agency is recorded yet">
          Agencies lead actions, write reports to reviews and are addressed by recommendations. Add them in Settings,
          Agencies; each then has its page here.
        </EmptyState>
      )}
      {data !== undefined && data.length > 0 && (
        <>
          <FilterBar
            label="Filters"
            search={<SearchField label="Find by any of its names" value={find} onChange={setFind} />}
            count={countWords(rows.length, data.length)}
            tools={
              <Select
                label="Sort by"
                options={agencySorts}
                value={sort}
                onChange={(key) => setSort(key as AgencySort)}
              />
            }
          />
          <SimpleTable
            caption="Agencies"
            hideCaption
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            whenEmpty="No agency has such a name, now or before."
          />
        </>
      )}
      <div className="agency-bodies">
        <Bodies />
      </div>
    </Page>
  );
}

const countWords = (shown: number, of: number): string => {
  const all = `${of} ${of === 1 ? 'agency' : 'agencies'}`;
  return shown === of ? all : `${shown} of ${all}`;
};

/** A column of numbers, each of which opens that agency's actions. */
const numbers = (
  key: 'open' | 'overdue' | 'noUpdate' | 'awaitingSignOff',
  heading: string,
  filter: ActionFilter,
): SimpleColumn<AgencyRow> => ({
  key,
  heading,
  align: 'end',
  render: (row) => (
    <NumberLink
      value={row[key]}
      of={`${heading.toLowerCase()}, ${row.name}`}
      href={listHref('actions', { agencyId: [row.id], ...filter })}
    />
  ),
});

const columns: readonly SimpleColumn<AgencyRow>[] = [
  {
    key: 'name',
    heading: 'Agency',
    isRowHeading: true,
    width: '24%',
    render: (row) => (
      <>
        <Link href={agencyHref(row.id)}>{row.name}</Link>
        {row.succeededBy !== null && <span className="agency-below">Succeeded by {row.succeededBy}</span>}
        {row.succeededBy === null && row.formerNames.length > 0 && (
          <span className="agency-below">Formerly {row.formerNames.at(-1)}</span>
        )}
        {row.outsideArea === 1 && <span className="agency-below">Outside this area</span>}
      </>
    ),
  },
  numbers('open', 'Open', { open: true }),
  numbers('overdue', 'Overdue', { overdue: true }),
  numbers('noUpdate', 'No update', { noUpdate: true }),
  numbers('awaitingSignOff', 'Awaiting sign-off', { awaitingSignOff: true }),
  {
    key: 'reports',
    heading: 'Reports due',
    align: 'end',
    render: (row) => (
      <>
        <NumberLink
          value={row.reportsDue}
          of={`reports due, ${row.name}`}
          href={hrefTo(`/agencies/${row.id}`, { section: 'reports' })}
        />
        {row.reportsOverdue > 0 && <span className="agency-late">▲ {row.reportsOverdue} overdue</span>}
      </>
    ),
  },
  {
    key: 'attendance',
    heading: 'Attended, last year',
    align: 'end',
    render: (row) =>
      row.expected === 0 ? <span className="ui-quiet">None recorded</span> : shareAttended(row.attended, row.expected),
  },
  {
    key: 'lastUpdateOn',
    heading: 'Last update',
    render: (row) =>
      row.lastUpdateOn === null ? <span className="ui-quiet">None yet</span> : formatDate(row.lastUpdateOn),
  },
];

function Bodies() {
  const { bodies } = useBoard();
  return (
    <Section
      heading="Bodies"
      count={bodies.length}
      note="Whatever meets, agrees or signs off; each page says what is asked of it next."
    >
      <SimpleTable
        caption="Bodies"
        hideCaption
        rows={bodies}
        rowKey={({ id }) => id}
        whenEmpty="No body is recorded yet. Add them in Settings, Bodies and meetings."
        columns={[
          {
            key: 'name',
            heading: 'Body',
            isRowHeading: true,
            width: '44%',
            render: ({ id, name }) => <Link href={bodyHref(id)}>{name}</Link>,
          },
          { key: 'kind', heading: 'Kind', render: ({ kind }) => BODY_KIND_LABELS[kind] },
          {
            key: 'meets',
            heading: 'Meets',
            render: ({ calendarRule }) => calendarRule || <span className="ui-quiet">Not recorded</span>,
          },
        ]}
      />
    </Section>
  );
}
