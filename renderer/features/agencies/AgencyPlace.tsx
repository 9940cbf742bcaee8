import './agencies.css';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { AgencyDetail } from '../../../db/contract/agencies.ts';
import { Failure } from '../../app/Failure.tsx';
import { agencyHref, hrefTo, listHref } from '../../app/links.ts';
import { editFlag, editRecord, flagKey } from '../../app/use-record-edit.ts';
import { api } from '../../client.ts';
import type { ListSearch } from '../../state/lists.ts';
import {
  DefinitionList,
  EditableLongText,
  EditableSelect,
  EditableText,
  Figure,
  Figures,
  Link,
  Notice,
  Page,
  PageHeader,
  Section,
  Skeleton,
} from '../../ui/index.ts';
import { HistoryButton } from '../reviews/review/HistoryButton.tsx';
import { showPart } from '../reviews/review/show-part.ts';
import { WithHistory } from '../themes/WithHistory.tsx';
import { AgencyAttendance } from './AgencyAttendance.tsx';
import { AgencyEvidence, AgencyRequests, AgencyUpdates } from './AgencyProgress.tsx';
import { AgencyReports } from './AgencyReports.tsx';
import { AgencyResponses } from './AgencyResponses.tsx';
import { shareAttended, whenSucceeded } from './agency-words.ts';
import { NamesOverTime } from './NamesOverTime.tsx';

/** One agency: what it is called and was, whom to ask, and all that concerns it. */
export function AgencyPlace() {
  const { agencyId = '' } = useParams({ strict: false });
  const { section } = useSearch({ strict: false }) as ListSearch;
  const { data: detail, error, refetch } = useQuery(api.agencies.get.queryOptions({ input: { id: agencyId } }));
  const isLoaded = detail !== undefined;
  useEffect(() => {
    if (isLoaded && section !== undefined) showPart(section);
  }, [isLoaded, agencyId, section]);
  if (error !== null)
    return (
      <Page width="reading">
        <PageHeader title="This agency cannot be shown" above={<Link href={hrefTo('/agencies')}>Agencies</Link>} />
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    );
  if (detail === undefined)
    return (
      <Page>
        <Skeleton lines={10} label="Opening the agency" />
      </Page>
    );
  return <Agency key={agencyId} detail={detail} />;
}

function Agency({ detail }: { readonly detail: AgencyDetail }) {
  const { agency, names } = detail;
  return (
    <WithHistory>
      <Page>
        <PageHeader
          above={<Link href={hrefTo('/agencies')}>Agencies</Link>}
          title={agency.name}
          facts={factsOf(detail)}
          action={<HistoryButton rowId={agency.id} title={agency.name} />}
        />
        {agency.removed !== null && (
          <Notice kind="warning" title="This agency was removed.">
            It can no longer be chosen. <Link href={hrefTo('/history', { view: 'removed' })}>Bring it back</Link> under
            History, Removed.
          </Notice>
        )}
        <AgencyFigures detail={detail} />
        <div className="agency-columns">
          <Contact agency={agency} />
          <NamesOverTime of="agency" id={agency.id} name={agency.name} names={names} {...successionsOf(detail)} />
        </div>
        <AgencyReports detail={detail} />
        <AgencyResponses detail={detail} />
        <AgencyUpdates detail={detail} />
        <AgencyRequests detail={detail} />
        <AgencyEvidence detail={detail} />
        <AgencyAttendance detail={detail} />
      </Page>
    </WithHistory>
  );
}

const successionsOf = ({ predecessors, successors }: AgencyDetail) => ({ predecessors, successors });

const factsOf = ({ agency, names, predecessors, successors }: AgencyDetail) => [
  ...(agency.shortName === '' ? [] : [agency.shortName]),
  ...(agency.sector === '' ? [] : [agency.sector]),
  ...(agency.outsideArea === 1 ? ['Outside this area'] : []),
  ...names
    .filter(({ name }) => name !== agency.name)
    .slice(-1)
    .map(({ name }) => `Formerly ${name}`),
  ...predecessors.map((row) => (
    <span key={row.id}>
      Took over from <Link href={agencyHref(row.otherId)}>{row.other}</Link>
      {whenSucceeded(row)}
    </span>
  )),
  ...successors.map((row) => (
    <span key={row.id}>
      Succeeded by <Link href={agencyHref(row.otherId)}>{row.other}</Link>
      {whenSucceeded(row)}
    </span>
  )),
];

function AgencyFigures({ detail: { agency, figures, actions, jointActions } }: { readonly detail: AgencyDetail }) {
  const mine = { agencyId: [agency.id] };
  return (
    <Figures label="In figures">
      <Figure
        value={figures.open}
        label="open actions"
        note={`of ${actions.toLocaleString('en-GB')} it leads${jointActions > 0 ? `, and ${jointActions} jointly` : ''}`}
        href={listHref('actions', { ...mine, open: true })}
      />
      <Figure
        value={figures.overdue}
        label="overdue"
        tone={figures.overdue > 0 ? 'red' : undefined}
        href={listHref('actions', { ...mine, overdue: true })}
      />
      <Figure
        value={figures.noUpdate}
        label="no update received"
        tone={figures.noUpdate > 0 ? 'amber' : undefined}
        href={listHref('actions', { ...mine, noUpdate: true })}
      />
      <Figure
        value={figures.awaitingSignOff}
        label="awaiting sign-off"
        href={listHref('actions', { ...mine, awaitingSignOff: true })}
      />
      <Figure
        value={figures.reportsDue}
        label="reports due"
        note={figures.reportsOverdue > 0 ? `${figures.reportsOverdue} overdue` : undefined}
        tone={figures.reportsOverdue > 0 ? 'red' : undefined}
        href={hrefTo(`/agencies/${agency.id}`, { section: 'reports' })}
      />
      <Figure
        value={figures.expected === 0 ? '–' : `${Math.round((figures.attended / figures.expected) * 100)}%`}
        label="attendance, last year"
        note={shareAttended(figures.attended, figures.expected)}
        href={hrefTo(`/agencies/${agency.id}`, { section: 'attendance' })}
      />
    </Figures>
  );
}

function Contact({ agency }: { readonly agency: AgencyDetail['agency'] }) {
  const text = (label: string, field: 'name' | 'shortName' | 'sector' | 'contactPost' | 'contactAddress') => (
    <EditableText
      label={label}
      value={agency[field]}
      onSave={editRecord('agencies', agency, field)}
      {...(field === 'name' ? { whenRefusedEmpty: 'An agency needs a name.' } : {})}
    />
  );
  return (
    <Section heading="Whom to ask" note="A post, never a person.">
      <DefinitionList>
        {text('Contact post', 'contactPost')}
        {text('Contact address', 'contactAddress')}
        {text('Name', 'name')}
        {text('Short name', 'shortName')}
        {text('Sector', 'sector')}
        <EditableSelect
          label="Works outside this area"
          options={[
            { key: 'no', label: 'No' },
            { key: 'yes', label: 'Yes: its actions may be outside our oversight' },
          ]}
          value={flagKey(agency.outsideArea)}
          onSave={editFlag('agencies', agency, 'outsideArea')}
        />
        <EditableLongText
          label="Note"
          value={agency.note}
          onSave={editRecord('agencies', agency, 'note')}
          draftKey={`agencies/${agency.id}/note`}
        />
      </DefinitionList>
    </Section>
  );
}
