import './sync.css';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '../../app/Failure.tsx';
import { formatInstant } from '../../app/format-instant.ts';
import { api } from '../../client.ts';
import { Page, PageHeader, Section, Skeleton } from '../../ui/index.ts';
import { ByFile } from './ByFile.tsx';
import { Compare } from './Compare.tsx';
import { Laptops } from './Laptops.tsx';
import { LetJoinButton } from './LetJoinButton.tsx';
import { NobodyElse } from './NobodyElse.tsx';
import { SharedFolder } from './SharedFolder.tsx';
import { StandingView } from './StandingView.tsx';
import { changesInWords, otherLaptops, standingOf } from './sync-words.ts';
import { SyncReportView } from './SyncReportView.tsx';

/** How this laptop and the others of the board exchange their work, and how they stand. */
export function SyncPlace() {
  const status = useQuery(api.sync.status.queryOptions());
  const joining = useQuery(api.joining.state.queryOptions());
  if (status.isError || joining.isError)
    return (
      <Page>
        <PageHeader title="Sync" />
        <Failure
          error={status.error ?? joining.error}
          onRetry={() => void Promise.all([status.refetch(), joining.refetch()])}
        />
      </Page>
    );
  if (status.isPending || joining.isPending)
    return (
      <Page>
        <PageHeader title="Sync" />
        <Skeleton lines={8} label="Loading how the laptops stand" />
      </Page>
    );
  const { laptops, operations, folder, lastReport } = status.data;
  const offers = joining.data.offers.filter(({ hasEnded }) => !hasEnded).length;
  const others = otherLaptops(laptops).length;
  const isAlone = laptops.length === 1 && lastReport === null;
  return (
    <Page>
      <div className="sync-room">
        <PageHeader
          title="Sync"
          facts={[
            others === 0 ? 'Only this laptop' : `${others + 1} laptops`,
            `${changesInWords(operations)} on this board`,
          ]}
          action={!isAlone && <LetJoinButton />}
        />
        <div className="sync">
          {isAlone && offers === 0 ? <NobodyElse /> : <StandingView standing={standingOf(status.data, offers)} />}
          {!isAlone && (
            <>
              <SharedFolder folder={folder} />
              <ByFile />
              {lastReport !== null && (
                <Section heading="Last report" note={`What came on ${formatInstant(lastReport.at)}.`}>
                  <SyncReportView report={lastReport} />
                </Section>
              )}
            </>
          )}
          <Laptops laptops={laptops} />
          {!isAlone && <Compare operations={operations} />}
        </div>
      </div>
    </Page>
  );
}
