import './answered.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnsweredReport } from '../../../db/contract/external-reports.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { Failure } from '../../app/Failure.tsx';
import { FramePanel } from '../../app/FramePanel.tsx';
import { goTo } from '../../app/go-to.ts';
import { answeredHref, listHref } from '../../app/links.ts';
import { api } from '../../client.ts';
import {
  Button,
  EmptyState,
  Meter,
  Page,
  PageHeader,
  SidePanel,
  type SimpleColumn,
  SimpleTable,
  Skeleton,
} from '../../ui/index.ts';
import { ActionViews } from '../actions/ActionViews.tsx';
import { AddReport } from './AddReport.tsx';
import { planWords, statedWords } from './answered-words.ts';

const columns: readonly SimpleColumn<AnsweredReport>[] = [
  {
    key: 'report',
    heading: 'Report',
    isRowHeading: true,
    width: '28%',
    render: ({ id, reference, title, issuedBy }) => (
      <>
        <a href={answeredHref(id)}>{reference}</a>
        <span className="answered-title">{title}</span>
        {issuedBy !== '' && <span className="ui-quiet">{issuedBy}</span>}
      </>
    ),
  },
  {
    key: 'received',
    heading: 'Received',
    width: '8rem',
    render: ({ receivedOn }) => formatDate(receivedOn) || <span className="ui-quiet">Not recorded</span>,
  },
  { key: 'stated', heading: 'Recommendations', width: '9rem', render: statedWords },
  {
    key: 'inPlace',
    heading: 'Already in place',
    align: 'end',
    width: '6rem',
    render: ({ alreadyInPlace, held }) => `${alreadyInPlace} of ${held}`,
  },
  {
    key: 'complete',
    heading: 'Actions complete',
    width: '12rem',
    render: ({ id, reference, actions, complete }) =>
      actions === 0 ? (
        <span className="ui-quiet">No action yet</span>
      ) : (
        <a className="answered-share" href={listHref('actions', { externalReportId: id })}>
          <Meter label={`Actions complete, ${reference}`} hideLabel value={complete} outOf={actions} />
        </a>
      ),
  },
  { key: 'plan', heading: 'Where its plan stands', width: '20%', render: planWords },
];

/** Reports of others whose recommendations the board answers, each with how far its plan is. */
export function AnsweredReportsPlace() {
  const [isAdding, setIsAdding] = useState(false);
  const { data, error, refetch } = useQuery(api.externalReports.list.queryOptions());
  const add = (
    <Button kind="primary" icon="add" onPress={() => setIsAdding(true)}>
      Add a report
    </Button>
  );
  return (
    <Page>
      <PageHeader
        title="Answered reports"
        action={
          <>
            <ActionViews current="/actions/answered" />
            {add}
          </>
        }
      />
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={6} label="Loading the reports" />}
      {data?.rows.length === 0 && (
        <EmptyState title="The board answers no report yet" action={add}>
          A national report, an independent review or an inspection often brings recommendations that the board has to
          answer. Add the report, paste its recommendations, and say which were in place already.
        </EmptyState>
      )}
      {data !== undefined && data.rows.length > 0 && (
        <SimpleTable
          caption="Reports that the board answers"
          hideCaption
          columns={columns}
          rows={data.rows}
          rowKey={({ id }) => id}
          whenEmpty=""
        />
      )}
      {isAdding && (
        <FramePanel>
          <SidePanel title="New report" onClose={() => setIsAdding(false)}>
            <AddReport onAdded={(id) => goTo(answeredHref(id))} />
          </SidePanel>
        </FramePanel>
      )}
    </Page>
  );
}
