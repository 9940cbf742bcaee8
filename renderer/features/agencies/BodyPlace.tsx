import './agencies.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { BodyDetail } from '../../../db/contract/agencies.ts';
import {
  APPROVAL_KIND_LABELS,
  BODY_KIND_LABELS,
  MEETING_STATE_LABELS,
  type MeetingState,
} from '../../../db/domain/codes.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { Failure } from '../../app/Failure.tsx';
import { bodyHref, hrefTo, listHref, meetingHref, reviewHref } from '../../app/links.ts';
import { editRecord } from '../../app/use-record-edit.ts';
import { api } from '../../client.ts';
import {
  Definition,
  DefinitionList,
  EditableLongText,
  EditableNumber,
  EditableText,
  Figure,
  Figures,
  Link,
  Notice,
  Page,
  PageHeader,
  Section,
  SimpleTable,
  Skeleton,
} from '../../ui/index.ts';
import { HistoryButton } from '../reviews/review/HistoryButton.tsx';
import { WithHistory } from '../themes/WithHistory.tsx';
import { whenSucceeded } from './agency-words.ts';
import { NamesOverTime } from './NamesOverTime.tsx';
import { NameThen } from './NameThen.tsx';
import { OfAll } from './OfAll.tsx';

/** One body: what it is called and was, when it meets, what it decides, and what is asked of it next. */
export function BodyPlace() {
  const { bodyId = '' } = useParams({ strict: false });
  const { data: detail, error, refetch } = useQuery(api.agencies.body.queryOptions({ input: { id: bodyId } }));
  if (error !== null)
    return (
      <Page width="reading">
        <PageHeader title="This body cannot be shown" above={<Link href={hrefTo('/agencies')}>Agencies</Link>} />
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    );
  if (detail === undefined)
    return (
      <Page>
        <Skeleton lines={10} label="Opening the body" />
      </Page>
    );
  return <Body key={bodyId} detail={detail} />;
}

type PartProps = { readonly detail: BodyDetail };

function Body({ detail }: PartProps) {
  const { body, names, predecessors, successors } = detail;
  return (
    <WithHistory>
      <Page>
        <PageHeader
          above={<Link href={hrefTo('/agencies')}>Agencies and bodies</Link>}
          title={body.name}
          facts={factsOf(detail)}
          action={<HistoryButton rowId={body.id} title={body.name} />}
        />
        {body.removed !== null && (
          <Notice kind="warning" title="This body was removed.">
            It can no longer be chosen. <Link href={hrefTo('/history', { view: 'removed' })}>Bring it back</Link> under
            History, Removed.
          </Notice>
        )}
        <Asked detail={detail} />
        <div className="agency-columns">
          <About detail={detail} />
          <NamesOverTime
            of="body"
            id={body.id}
            name={body.name}
            names={names}
            predecessors={predecessors}
            successors={successors}
          />
        </div>
        <Meetings detail={detail} />
        <LadderSteps detail={detail} />
        <HandOvers detail={detail} />
      </Page>
    </WithHistory>
  );
}

const factsOf = ({ body, names, parent, predecessors, successors }: BodyDetail) => [
  BODY_KIND_LABELS[body.kind],
  ...(parent === null
    ? []
    : [
        <span key={parent.id}>
          Reports to <Link href={bodyHref(parent.id)}>{parent.name}</Link>
        </span>,
      ]),
  ...names
    .filter(({ name }) => name !== body.name)
    .slice(-1)
    .map(({ name }) => `Formerly ${name}`),
  ...predecessors.map((row) => (
    <span key={row.id}>
      Took over from <Link href={bodyHref(row.otherId)}>{row.other}</Link>
      {whenSucceeded(row)}
    </span>
  )),
  ...successors.map((row) => (
    <span key={row.id}>
      Succeeded by <Link href={bodyHref(row.otherId)}>{row.other}</Link>
      {whenSucceeded(row)}
    </span>
  )),
];

function Asked({ detail: { body, asked, approvals } }: PartProps) {
  return (
    <Figures label="What is asked of it next">
      <Figure
        value={asked.reports}
        label="reports to decide"
        href={listHref('reviews', { awaitingReportOf: body.id })}
      />
      <Figure value={asked.plans} label="plans to decide" href={listHref('reviews', { awaitingPlanOf: body.id })} />
      <Figure
        value={asked.actions}
        label="actions to sign off"
        href={listHref('actions', { awaitingBodyId: body.id })}
      />
      <Figure value={approvals} label="decisions on record" />
    </Figures>
  );
}

function About({ detail: { body, children } }: PartProps) {
  return (
    <Section heading="About it">
      <DefinitionList>
        <EditableText
          label="Name"
          value={body.name}
          onSave={editRecord('bodies', body, 'name')}
          whenRefusedEmpty="A body needs a name."
        />
        <EditableText
          label="Chaired by"
          value={body.chairPost}
          onSave={editRecord('bodies', body, 'chairPost')}
          whenEmpty="No post recorded"
        />
        <EditableText
          label="Meets"
          value={body.calendarRule}
          onSave={editRecord('bodies', body, 'calendarRule')}
          whenEmpty="For example “every second month, third Thursday”"
        />
        <EditableNumber
          label="Papers due"
          value={body.paperDeadlineDays}
          onSave={editRecord('bodies', body, 'paperDeadlineDays')}
          min={0}
          max={90}
          unit="days before"
          whenEmpty="Not set"
        />
        {children.length > 0 && (
          <Definition label="Reporting to it">
            <ul>
              {children.map(({ id, name }) => (
                <li key={id}>
                  <Link href={bodyHref(id)}>{name}</Link>
                </li>
              ))}
            </ul>
          </Definition>
        )}
        <EditableLongText
          label="Note"
          value={body.note}
          onSave={editRecord('bodies', body, 'note')}
          draftKey={`bodies/${body.id}/note`}
        />
      </DefinitionList>
    </Section>
  );
}

function Meetings({ detail: { meetings } }: PartProps) {
  return (
    <Section
      id="meetings"
      heading="Meetings"
      count={meetings.total}
      actions={<Link href={hrefTo('/meetings')}>All meetings</Link>}
    >
      <SimpleTable
        caption="Meetings"
        hideCaption
        rows={meetings.rows}
        rowKey={({ id }) => id}
        whenEmpty="No meeting is planned. Plan the year from its calendar rule, under Meetings."
        columns={[
          {
            key: 'date',
            heading: 'Date',
            isRowHeading: true,
            render: (row) => (
              <>
                <Link href={meetingHref(row.id)}>{formatDate(row.date, row.dateText) || 'No date yet'}</Link>
                {row.provisional === 1 && <span className="ui-quiet"> (provisional)</span>}
                <NameThen name={row.nameThen} />
              </>
            ),
          },
          { key: 'title', heading: 'Title', render: ({ title }) => title || '–' },
          { key: 'papers', heading: 'Papers due', render: ({ paperDeadline }) => formatDate(paperDeadline) || '–' },
          { key: 'state', heading: 'State', render: ({ state }) => MEETING_STATE_LABELS[state as MeetingState] },
        ]}
      />
      <OfAll shown={meetings.rows.length} total={meetings.total} words="meetings" />
    </Section>
  );
}

const SUBJECTS = { report: 'Reports', plan: 'Action plans', action: 'Actions' } as const;

function LadderSteps({ detail: { ladderSteps } }: PartProps) {
  return (
    <Section
      heading="Its steps on the approval ladder"
      count={ladderSteps.length}
      actions={<Link href={hrefTo('/settings/ladder')}>The whole ladder</Link>}
    >
      <SimpleTable
        caption="Its steps on the approval ladder"
        hideCaption
        rows={ladderSteps}
        rowKey={({ id }) => id}
        whenEmpty="The ladder asks nothing of it."
        columns={[
          { key: 'of', heading: 'Of', isRowHeading: true, render: ({ appliesTo }) => SUBJECTS[appliesTo] },
          { key: 'step', heading: 'Step', render: ({ position }) => position + 1 },
          { key: 'kind', heading: 'Its decision', render: ({ kind }) => APPROVAL_KIND_LABELS[kind] },
        ]}
      />
    </Section>
  );
}

function HandOvers({ detail: { handOvers } }: PartProps) {
  if (handOvers.length === 0) return null;
  return (
    <Section heading="Hand-overs of reviews" count={handOvers.length}>
      <SimpleTable
        caption="Hand-overs of reviews"
        hideCaption
        rows={handOvers}
        rowKey={({ id }) => id}
        whenEmpty=""
        columns={[
          {
            key: 'review',
            heading: 'Review',
            isRowHeading: true,
            render: (row) => (
              <>
                <Link href={reviewHref(row.reviewId, 'hand-over')}>
                  {[row.reference, row.label].filter(Boolean).join(' · ')}
                </Link>
                <NameThen name={row.nameThen} />
              </>
            ),
          },
          { key: 'way', heading: 'Which way', render: ({ direction }) => (direction === 'to' ? 'To it' : 'From it') },
          { key: 'deadline', heading: 'Deadline', render: (row) => formatDate(row.deadline, row.deadlineText) || '–' },
          { key: 'on', heading: 'Handed over', render: ({ handedOverOn }) => formatDate(handedOverOn) || 'Not yet' },
          { key: 'accepted', heading: 'Accepted', render: ({ acceptedOn }) => formatDate(acceptedOn) || 'Not yet' },
        ]}
      />
    </Section>
  );
}
