import '../actions.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActionDetail } from '../../../../db/contract/actions.ts';
import { Failure } from '../../../app/Failure.tsx';
import { FramePanel } from '../../../app/FramePanel.tsx';
import { answeredHref, hrefTo, reviewHref } from '../../../app/links.ts';
import { api } from '../../../client.ts';
import { SidePanel, Skeleton } from '../../../ui/index.ts';
import { type ActName, ActOpened } from '../acts/ActOpened.tsx';
import { reviewName } from '../review-name.ts';
import { ActionBody } from './ActionBody.tsx';
import { PanelTools } from './PanelTools.tsx';
import type { Stepping } from './stepping.ts';

export type ActionPanelProps = {
  readonly actionId: string;
  readonly onClose: () => void;
  /** Set false where the list that opened it keeps the keyboard. */
  readonly takesFocus?: boolean;
  readonly stepping?: Stepping;
};

/** One action with its whole story, beside the work; everything is edited in place. */
export function ActionPanel({ actionId, onClose, takesFocus, stepping }: ActionPanelProps) {
  const [act, setAct] = useState<ActName | null>(null);
  const { data, error, refetch } = useQuery(api.actions.get.queryOptions({ input: { id: actionId } }));
  const tools = (
    <PanelTools
      stepping={stepping}
      onAct={data === undefined || data.action.removed !== null ? null : setAct}
      state={data?.action.state ?? null}
    />
  );
  return (
    <FramePanel>
      <SidePanel
        title={data === undefined ? 'Action' : `Action ${data.action.number}`}
        above={data && <ComesFrom detail={data} />}
        subject={actionId}
        onClose={onClose}
        tools={tools}
        takesFocus={takesFocus ?? true}
      >
        {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Skeleton lines={10} label="Loading the action" />}
        {data !== undefined && <ActionBody key={actionId} detail={data} onAct={setAct} />}
        {data !== undefined && act !== null && (
          <ActOpened
            act={act}
            subject={{ ids: [actionId], rows: [data.action] }}
            onClose={() => setAct(null)}
            onRemoved={onClose}
          />
        )}
      </SidePanel>
    </FramePanel>
  );
}

function ComesFrom({ detail: { review, externalReport, meeting, action } }: { readonly detail: ActionDetail }) {
  if (externalReport !== null) return <a href={answeredHref(externalReport.id)}>{externalReport.reference}</a>;
  if (review === null && meeting !== null) {
    return <a href={hrefTo(`/meetings/${meeting.id}`)}>{action.origin}</a>;
  }
  if (review === null) return action.origin;
  return <a href={reviewHref(review.id)}>{reviewName(review)}</a>;
}
