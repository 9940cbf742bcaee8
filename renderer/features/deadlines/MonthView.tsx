import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DeadlineKind } from '../../../db/domain/deadlines.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { Failure } from '../../app/Failure.tsx';
import { api } from '../../client.ts';
import { Section, Skeleton } from '../../ui/index.ts';
import { DeadlineItem } from './DeadlineItem.tsx';
import { firstDayOf, lastDayOf, type Month } from './month-days.ts';
import { MonthGrid } from './MonthGrid.tsx';

type MonthViewProps = {
  readonly month: Month;
  readonly today: string;
  readonly kinds: readonly DeadlineKind[];
  readonly openDay: string | null;
  readonly onMonth: (month: Month) => void;
  readonly onOpen: (day: string) => void;
};

export const SHOWN_ON_A_DAY = 3;

/** The month as a grid; below it what is due some time in that month or year, which no day stands for. */
export function MonthView({ month, today, kinds, openDay, onMonth, onOpen }: MonthViewProps) {
  const { data, error, refetch } = useQuery({
    ...api.deadlines.days.queryOptions({
      input: {
        from: firstDayOf(month),
        until: lastDayOf(month),
        kinds: kinds.length === 0 ? undefined : [...kinds],
        perDay: SHOWN_ON_A_DAY,
      },
    }),
    placeholderData: keepPreviousData,
  });
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={12} label="Loading the month" />;
  const { rows, total } = data.notOnADay;
  return (
    <>
      <MonthGrid month={month} today={today} days={data.days} openDay={openDay} onMonth={onMonth} onOpen={onOpen} />
      <Section
        heading="No day given"
        count={total}
        note={`Due some time in ${formatDate(month)} or in ${month.slice(0, 4)}, as it was recorded.`}
      >
        {total === 0 ? (
          <p className="ui-quiet">Everything in this month has its day.</p>
        ) : (
          <ol className="deadline-plain">
            {rows.map((deadline) => (
              <DeadlineItem key={deadline.key} deadline={deadline} today={today} />
            ))}
          </ol>
        )}
        {total > rows.length && (
          <p className="deadline-more">and {(total - rows.length).toLocaleString('en-GB')} more in the agenda.</p>
        )}
      </Section>
    </>
  );
}
