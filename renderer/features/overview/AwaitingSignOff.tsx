import type { OverviewData } from '../../../db/contract/overview.ts';
import { hrefTo } from '../../app/links.ts';
import { Section, type SimpleColumn, SimpleTable } from '../../ui/index.ts';
import { actionsBehind, reviewsBehind } from './lists-behind.ts';
import { NumberLink } from './NumberLink.tsx';

type BodyRow = OverviewData['awaitingSignOff'][number];

/** What waits for whom, by the next step of the board's ladder. */
export function AwaitingSignOff({ bodies }: { readonly bodies: readonly BodyRow[] }) {
  return (
    <Section heading="Awaiting sign-off, and by whom" id="overview-sign-off">
      <SimpleTable
        caption="Awaiting sign-off, by body"
        hideCaption
        columns={columns}
        rows={bodies}
        rowKey={({ bodyId }) => bodyId}
        whenEmpty="Nothing is awaiting sign-off by any body."
      />
    </Section>
  );
}

const columns: readonly SimpleColumn<BodyRow>[] = [
  {
    key: 'body',
    heading: 'Body',
    isRowHeading: true,
    render: ({ body, bodyId }) => <a href={hrefTo('/meetings', { view: 'asked', body: bodyId })}>{body}</a>,
  },
  {
    key: 'reports',
    heading: 'Reports',
    align: 'end',
    render: ({ reports, body, bodyId }) => (
      <NumberLink value={reports} of={`reports awaiting ${body}`} href={reviewsBehind({ awaitingReportOf: bodyId })} />
    ),
  },
  {
    key: 'plans',
    heading: 'Plans',
    align: 'end',
    render: ({ plans, body, bodyId }) => (
      <NumberLink value={plans} of={`action plans awaiting ${body}`} href={reviewsBehind({ awaitingPlanOf: bodyId })} />
    ),
  },
  {
    key: 'answeringPlans',
    heading: 'Plans for others’ reports',
    align: 'end',
    render: ({ answeringPlans, body }) => (
      <NumberLink
        value={answeringPlans}
        of={`plans answering reports of other bodies, awaiting ${body}`}
        href={hrefTo('/actions/answered')}
      />
    ),
  },
  {
    key: 'actions',
    heading: 'Actions',
    align: 'end',
    render: ({ actions, body, bodyId }) => (
      <NumberLink value={actions} of={`actions awaiting ${body}`} href={actionsBehind({ awaitingBodyId: bodyId })} />
    ),
  },
];
