import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeadlineKind } from '../../../db/domain/deadlines.ts';
import { addDays, formatDateWithWeekday } from '../../../db/domain/partial-date.ts';
import { Failure } from '../../app/Failure.tsx';
import { FramePanel } from '../../app/FramePanel.tsx';
import { api } from '../../client.ts';
import { Button, IconButton, SidePanel, Skeleton } from '../../ui/index.ts';
import { DeadlineItem } from './DeadlineItem.tsx';

type DayPanelProps = {
  readonly day: string;
  readonly today: string;
  readonly kinds: readonly DeadlineKind[];
  readonly onOpen: (day: string) => void;
  readonly onClose: () => void;
};

const PAGE = 100;
const MOST = 1000;

/** Everything that is due on one day. */
export function DayPanel({ day, today, kinds, onOpen, onClose }: DayPanelProps) {
  const [limit, setLimit] = useState(PAGE);
  const { data, error, refetch } = useQuery({
    ...api.deadlines.list.queryOptions({
      input: { from: day, until: day, onADay: true, kinds: kinds.length === 0 ? undefined : [...kinds], limit },
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <FramePanel>
      <SidePanel
        title={formatDateWithWeekday(day)}
        above={data && (data.total === 1 ? '1 deadline' : `${data.total.toLocaleString('en-GB')} deadlines`)}
        subject={day}
        onClose={onClose}
        tools={
          <>
            <IconButton icon="chevron-left" label="The day before" onPress={() => onOpen(addDays(day, -1))} />
            <IconButton icon="chevron-right" label="The day after" onPress={() => onOpen(addDays(day, 1))} />
          </>
        }
      >
        {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Skeleton lines={6} label="Loading the day" />}
        {data !== undefined && data.total === 0 && <p>Nothing is due on this day.</p>}
        {data !== undefined && (
          <ol className="deadline-plain deadline-in-panel">
            {data.rows.map((deadline) => (
              <DeadlineItem key={deadline.key} deadline={deadline} today={today} />
            ))}
          </ol>
        )}
        {data !== undefined && data.total > data.rows.length && limit < MOST && (
          <p className="deadline-more">
            <Button size="small" onPress={() => setLimit(MOST)}>
              Show all {data.total.toLocaleString('en-GB')}
            </Button>
          </p>
        )}
      </SidePanel>
    </FramePanel>
  );
}
