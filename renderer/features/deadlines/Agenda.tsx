import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeadlineKind } from '../../../db/domain/deadlines.ts';
import { Failure } from '../../app/Failure.tsx';
import { api } from '../../client.ts';
import { Button, EmptyState, Section, Skeleton } from '../../ui/index.ts';
import { groupDeadlines } from './agenda-groups.ts';
import { DeadlineItem } from './DeadlineItem.tsx';
import { firstDayOf, lastDayOf, type Month } from './month-days.ts';

type AgendaProps = {
  readonly month: Month | null;
  readonly today: string;
  readonly kinds: readonly DeadlineKind[];
};

/** What is late first, the longest first; then day by day. A month that is asked for shows all of that month in its order. */
export function Agenda({ month, today, kinds }: AgendaProps) {
  const chosen = kinds.length === 0 ? undefined : [...kinds];
  if (month !== null) {
    const span = { from: firstDayOf(month), until: lastDayOf(month) };
    return (
      <DeadlineList
        key={month}
        query={{ which: 'dated', kinds: chosen, ...span }}
        today={today}
        nil="Nothing is due in this month."
      />
    );
  }
  return (
    <div className="ui-stack">
      <DeadlineList
        heading="Late"
        query={{ which: 'late', kinds: chosen }}
        today={today}
        isLate
        nil="Nothing is late: no clock, action, delay, report or hand-over has passed its day."
      />
      <DeadlineList
        heading="From today on"
        query={{ which: 'dated', from: today, kinds: chosen }}
        today={today}
        nil="Nothing is due from today on. Clocks start with a review’s dates, and actions are due by their targets."
      />
      <DeadlineList
        heading="Held in words only"
        query={{ which: 'in-words', kinds: chosen }}
        today={today}
        nil={null}
      />
    </div>
  );
}

type Query = {
  readonly which: 'dated' | 'late' | 'in-words';
  readonly from?: string;
  readonly until?: string;
  readonly kinds: DeadlineKind[] | undefined;
};

type DeadlineListProps = {
  readonly heading?: string;
  readonly query: Query;
  readonly today: string;
  readonly isLate?: boolean;
  /** Said when there is none; null where that needs no words. */
  readonly nil: string | null;
};

const PAGE = 50;
/** What is late is not to hide what is next. */
const PAGE_OF_LATE = 15;
/** The most that one call answers. */
const MOST = 1000;

function DeadlineList({ heading, query, today, isLate = false, nil }: DeadlineListProps) {
  const [limit, setLimit] = useState(isLate ? PAGE_OF_LATE : PAGE);
  const { data, error, refetch } = useQuery({
    ...api.deadlines.list.queryOptions({ input: { ...query, limit } }),
    placeholderData: keepPreviousData,
  });
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={6} label="Loading the deadlines" />;
  const { rows, total } = data;
  if (total === 0 && nil === null) return null;
  const isInOrder = !isLate && query.which === 'dated';
  const list = (
    <>
      {total === 0 && (heading === undefined ? <EmptyState title={nil ?? ''} /> : <p>{nil}</p>)}
      {isInOrder ? (
        groupDeadlines(rows).map(({ key, heading: day, rows: ofDay }) => (
          <section key={key} className="deadline-day">
            <h3>{key === today ? `Today, ${day}` : day}</h3>
            <ol>
              {ofDay.map((deadline) => (
                <DeadlineItem key={deadline.key} deadline={deadline} today={today} />
              ))}
            </ol>
          </section>
        ))
      ) : (
        <ol className="deadline-plain">
          {rows.map((deadline) => (
            <DeadlineItem key={deadline.key} deadline={deadline} today={today} showsDate />
          ))}
        </ol>
      )}
      <MoreOf shown={rows.length} total={total} onMore={() => setLimit(Math.min(limit * 5, MOST))} />
    </>
  );
  if (heading === undefined) return <div className="deadline-list">{list}</div>;
  return (
    <Section heading={heading} count={total}>
      <div className="deadline-list">{list}</div>
    </Section>
  );
}

type MoreOfProps = { readonly shown: number; readonly total: number; readonly onMore: () => void };

function MoreOf({ shown, total, onMore }: MoreOfProps) {
  const more = total - shown;
  if (more <= 0) return null;
  const words = `${more.toLocaleString('en-GB')} more`;
  return (
    <p className="deadline-more">
      {shown >= MOST ? (
        `and ${words}: choose a kind or a month to see them.`
      ) : (
        <Button size="small" onPress={onMore}>
          Show more of the {words}
        </Button>
      )}
    </p>
  );
}
