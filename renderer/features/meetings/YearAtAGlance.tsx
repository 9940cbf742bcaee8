import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { MeetingRow } from '../../../db/contract/meetings.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { Failure } from '../../app/Failure.tsx';
import { hrefTo, meetingHref } from '../../app/links.ts';
import { useBoard } from '../../app/use-board.ts';
import { api } from '../../client.ts';
import { EmptyState, Link, type SimpleColumn, SimpleTable, Skeleton } from '../../ui/index.ts';
import { dateWords, meetingLook } from './meeting-words.ts';
import type { ViewProps } from './MeetingsPlace.tsx';
import { YearSelect } from './YearSelect.tsx';

type BodyYear = {
  readonly id: string;
  readonly name: string;
  readonly rule: string;
  readonly meetings: readonly MeetingRow[];
};

/** Body by month: when each meets, and the gaps. */
export function YearAtAGlance({ bodyId, year, onYear }: ViewProps) {
  const { bodies } = useBoard();
  const { data, error, refetch } = useQuery({
    ...api.meetings.list.queryOptions({ input: { when: 'year', year, bodyId: bodyId ?? undefined } }),
    placeholderData: keepPreviousData,
  });
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={8} label="Loading the year" />;
  const rows = bodies
    .filter(({ id }) => bodyId === null || id === bodyId)
    .map(({ id, name, calendarRule }) => ({
      id,
      name,
      rule: calendarRule,
      meetings: data.rows.filter((meeting) => meeting.bodyId === id),
    }))
    .filter(({ meetings, rule }) => meetings.length > 0 || rule !== '');
  return (
    <div className="meetings-part">
      <YearSelect years={data.years} year={year} onYear={onYear} />
      {data.rows.length === 0 ? (
        <EmptyState
          title={`No meeting of ${year} is on record`}
          action={<Link href={hrefTo('/meetings', { view: 'plan', body: bodyId ?? '' })}>Plan a year of meetings</Link>}
        >
          Plan the year from each body’s calendar rule; the months in which it meets then stand here.
        </EmptyState>
      ) : (
        <>
          <SimpleTable
            caption={`Meetings of ${year}, body by month`}
            hideCaption
            columns={[bodyColumn, ...months.map((month) => monthColumn(year, month))]}
            rows={rows}
            rowKey={({ id }) => id}
            whenEmpty="No body meets in this year."
          />
          <p className="ui-quiet meetings-key">
            <span aria-hidden="true">✓</span> held, <span aria-hidden="true">●</span> planned,{' '}
            <span aria-hidden="true">○</span> provisional, <span aria-hidden="true">✕</span> cancelled,{' '}
            <span aria-hidden="true">◆</span> past and not recorded as held
          </p>
        </>
      )}
    </div>
  );
}

const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const;

const bodyColumn: SimpleColumn<BodyYear> = {
  key: 'body',
  heading: 'Body',
  isRowHeading: true,
  render: ({ name, rule }) => (
    <span className="meetings-body">
      {name}
      {rule !== '' && <span className="ui-quiet">{rule}</span>}
    </span>
  ),
};

const monthColumn = (year: number, month: string): SimpleColumn<BodyYear> => ({
  key: month,
  heading: formatDate(`${year}-${month}`).slice(0, 3),
  render: ({ meetings }) => (
    <span className="meetings-month">
      {meetings
        .filter(({ date }) => date?.slice(5, 7) === month)
        .map((meeting) => (
          <MonthMeeting key={meeting.id} meeting={meeting} />
        ))}
    </span>
  ),
});

function MonthMeeting({ meeting }: { readonly meeting: MeetingRow }) {
  const { symbol, word } = meetingLook(meeting);
  return (
    <Link
      href={meetingHref(meeting.id)}
      aria-label={`${meeting.bodyName}, ${dateWords(meeting)}: ${word.toLowerCase()}`}
    >
      {symbol} {meeting.date?.length === 10 ? Number(meeting.date.slice(8)) : '?'}
    </Link>
  );
}
