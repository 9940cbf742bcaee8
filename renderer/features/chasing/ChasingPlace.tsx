import './chasing.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../app/Failure.tsx';
import { api } from '../../client.ts';
import { Button, EmptyState, Notice, Page, PageHeader, Skeleton } from '../../ui/index.ts';
import { ActionViews } from '../actions/ActionViews.tsx';
import { ChasingFigures } from './ChasingFigures.tsx';
import { RequestSheetsDialog } from './RequestSheetsDialog.tsx';
import { ReturnedSheetView } from './ReturnedSheetView.tsx';
import { SilentAgencies } from './SilentAgencies.tsx';
import { useReturnedSheet } from './use-returned-sheet.ts';

/** Who owes an update, asking for it, and taking in what comes back. */
export function ChasingPlace() {
  const { data, error, refetch } = useQuery(api.chasing.agencies.queryOptions());
  const [asking, setAsking] = useState<readonly string[] | null>(null);
  const returned = useReturnedSheet();
  if (returned.inHand !== null) return <ReturnedSheetView returned={returned} inHand={returned.inHand} />;
  const rows = data?.rows ?? [];
  return (
    <Page>
      <PageHeader
        title="Chasing"
        action={
          <>
            <ActionViews current="/actions/chasing" />
            <Button busy={returned.isReading} onPress={returned.open}>
              Read a returned sheet
            </Button>
            <Button
              kind="primary"
              isDisabled={rows.length === 0}
              onPress={() => setAsking(rows.map(({ agencyId }) => agencyId))}
            >
              Write request sheets
            </Button>
          </>
        }
      />
      {returned.problem !== null && (
        <Notice kind="error" title="The sheet was not read" action={<Button onPress={returned.close}>Close</Button>}>
          {returned.problem}
        </Notice>
      )}
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={10} label="Loading who owes an update" />}
      {data !== undefined && rows.length === 0 && (
        <EmptyState title="No agency has an open action">
          Each agency stands here as long as it leads an action that is not signed off: what it was asked, what it
          answered and how long it has been silent. Give actions a lead agency in the list of actions.
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <ChasingFigures rows={rows} withoutLead={data?.withoutLead ?? 0} />
          <SilentAgencies rows={rows} onAsk={(agencyId) => setAsking([agencyId])} />
        </>
      )}
      {asking !== null && <RequestSheetsDialog agencies={rows} chosen={asking} onClose={() => setAsking(null)} />}
    </Page>
  );
}
