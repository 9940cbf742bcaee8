import './overview.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { formatDateWithWeekday } from '../../../db/domain/partial-date.ts';
import { goTo } from '../../app/go-to.ts';
import { useBoard } from '../../app/use-board.ts';
import { api } from '../../client.ts';
import { Button, Page, PageHeader } from '../../ui/index.ts';
import { ActionsByAgency } from './ActionsByAgency.tsx';
import { ActionsByRag } from './ActionsByRag.tsx';
import { ConflictsLine } from './ConflictsLine.tsx';
import { AwaitingSignOff } from './AwaitingSignOff.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { LateThings } from './LateThings.tsx';
import { MarkedSheet } from './MarkedSheet.tsx';
import { OverviewFigures } from './OverviewFigures.tsx';
import { PublicationDelays } from './PublicationDelays.tsx';
import { ReviewsByTypeAndStage } from './ReviewsByTypeAndStage.tsx';
import { WhatIsNext } from './WhatIsNext.tsx';

/** What is late and why, first; then the figures, and what each is made of. */
export function OverviewPlace() {
  const { board, agencies } = useBoard();
  const { data } = useSuspenseQuery(api.overview.get.queryOptions());
  const isEmpty = data.counts.reviews === 0 && data.counts.actions === 0;
  return (
    <Page>
      <MarkedSheet marking={board.marking}>
        <PageHeader
          title="Overview"
          facts={[board.name, `As at ${formatDateWithWeekday(data.today)}`]}
          action={!isEmpty && <OverviewActions />}
        />
        {isEmpty ? (
          <>
            <FirstSteps agencies={agencies.length} />
            {data.next.length > 0 && <WhatIsNext next={data.next} today={data.today} />}
          </>
        ) : (
          <>
            <ConflictsLine />
            <LateThings late={data.late} lateTotal={data.lateTotal} counts={data.counts} />
            <OverviewFigures counts={data.counts} />
            <div className="overview-columns">
              <div className="overview-column">
                <ReviewsByTypeAndStage types={data.reviewsByTypeAndStage} />
                <PublicationDelays delays={data.delays} publicationStatements={data.publicationStatements} />
              </div>
              <div className="overview-column">
                <AwaitingSignOff bodies={data.awaitingSignOff} />
                <WhatIsNext next={data.next} today={data.today} />
              </div>
              <div className="overview-column">
                <ActionsByRag levels={data.actionsByRag} noTarget={data.counts.noTargetActions} />
                <ActionsByAgency agencies={data.actionsByAgency} />
              </div>
            </div>
          </>
        )}
      </MarkedSheet>
    </Page>
  );
}

function OverviewActions() {
  return (
    <>
      <Button kind="quiet" onPress={() => window.print()}>
        Print
      </Button>
      <Button kind="primary" icon="packs" onPress={() => goTo('/packs')}>
        Make a status pack
      </Button>
    </>
  );
}
