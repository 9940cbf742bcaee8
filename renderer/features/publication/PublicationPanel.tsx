import './publication.css';
import '../reviews/review/review.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DelayRow, ReviewDetail } from '../../../db/contract/reviews.ts';
import { Failure } from '../../app/Failure.tsx';
import { FramePanel } from '../../app/FramePanel.tsx';
import { reviewHref } from '../../app/links.ts';
import { WaitsForDecision } from '../../app/WaitsForDecision.tsx';
import { api } from '../../client.ts';
import { Button, Link, Menu, SidePanel, Skeleton } from '../../ui/index.ts';
import { DecideDialog } from './acts/DecideDialog.tsx';
import { DelayDialog } from './acts/DelayDialog.tsx';
import { EndDelayDialog } from './acts/EndDelayDialog.tsx';
import { PlanDialog } from './acts/PlanDialog.tsx';
import { PublishDialog } from './acts/PublishDialog.tsx';
import { TakeDownDialog } from './acts/TakeDownDialog.tsx';
import { ReleasedPart } from '../released/ReleasedPart.tsx';
import { ReleasePlan } from '../released/ReleasePlan.tsx';
import { Decisions } from './Decisions.tsx';
import { Delays } from './Delays.tsx';
import { PublicationRecord } from './PublicationRecord.tsx';
import { StatePill } from './StatePill.tsx';

type PublicationPanelProps = { readonly reviewId: string; readonly onClose: () => void };

type Opened =
  | { readonly act: 'decide' | 'plan' | 'publish' | 'takeDown' | 'delay' }
  | { readonly act: 'end'; readonly delay: DelayRow };

/** Publication of one review in brief, with what can be recorded about it. */
export function PublicationPanel({ reviewId, onClose }: PublicationPanelProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const { data, error, refetch } = useQuery(api.reviews.get.queryOptions({ input: { id: reviewId } }));
  return (
    <FramePanel>
      <SidePanel
        title={data?.review.reference ?? 'Publication'}
        above={data && (data.labels[0]?.label ?? data.review.title)}
        subject={reviewId}
        onClose={onClose}
      >
        {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Skeleton lines={8} label="Loading the publication record" />}
        {data !== undefined && <PanelBody detail={data} onOpen={setOpened} />}
        {data !== undefined && opened !== null && (
          <ActOpened detail={data} opened={opened} onClose={() => setOpened(null)} />
        )}
      </SidePanel>
    </FramePanel>
  );
}

type PanelBodyProps = { readonly detail: ReviewDetail; readonly onOpen: (opened: Opened) => void };

function PanelBody({ detail: { review, publication }, onOpen }: PanelBodyProps) {
  const { state, words, record, decisions, delays } = publication;
  const isOut = state === 'published';
  return (
    <div className="publication-body">
      <WaitsForDecision at={{ at: 'review', id: review.id, section: 'publication' }} />
      <div className="publication-standing">
        <StatePill state={state} />
        <p>{words}</p>
        <div className="ui-row">
          <Button size="small" kind="primary" onPress={() => onOpen({ act: isOut ? 'takeDown' : 'publish' })}>
            {isOut ? 'Record taking down' : 'Record publication'}
          </Button>
          <Button size="small" onPress={() => onOpen({ act: 'decide' })}>
            Record decision
          </Button>
          <Menu
            label="More to record"
            trigger={
              <Button size="small" icon="more">
                More
              </Button>
            }
            items={[
              { key: 'plan', label: 'Plan publication', onChoose: () => onOpen({ act: 'plan' }) },
              { key: 'delay', label: 'Add a delay', onChoose: () => onOpen({ act: 'delay' }) },
              ...(isOut
                ? [{ key: 'publish', label: 'Record publication again', onChoose: () => onOpen({ act: 'publish' }) }]
                : []),
            ]}
          />
        </div>
      </div>
      <Delays delays={delays} onAdd={() => onOpen({ act: 'delay' })} onEnd={(delay) => onOpen({ act: 'end', delay })} />
      {record !== null && <PublicationRecord record={record} />}
      <Decisions decisions={decisions} />
      <ReleasedPart subject={{ of: { reviewId: review.id }, what: review.reference }}>
        <ReleasePlan reviewId={review.id} reference={review.reference} />
      </ReleasedPart>
      <p>
        <Link href={reviewHref(review.id, 'publication')}>Open the review’s publication section</Link>
      </p>
    </div>
  );
}

type ActOpenedProps = { readonly detail: ReviewDetail; readonly opened: Opened; readonly onClose: () => void };

function ActOpened({ detail: { review, publication }, opened, onClose }: ActOpenedProps) {
  const props = { reviewId: review.id, reference: review.reference, onClose };
  switch (opened.act) {
    case 'decide':
      return <DecideDialog {...props} />;
    case 'plan':
      return <PlanDialog {...props} record={publication.record} />;
    case 'publish':
      return <PublishDialog {...props} hasOpenDelays={publication.delays.some(({ endedOn }) => endedOn === null)} />;
    case 'takeDown':
      return <TakeDownDialog {...props} record={publication.record} />;
    case 'delay':
      return <DelayDialog {...props} />;
    case 'end':
      return <EndDelayDialog delay={opened.delay} onClose={onClose} />;
  }
}
