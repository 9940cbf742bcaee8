import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MeetingRow } from '../../../db/contract/meetings.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { Failure } from '../../app/Failure.tsx';
import { hrefTo, meetingHref } from '../../app/links.ts';
import { useBoard } from '../../app/use-board.ts';
import { save } from '../../app/use-save.ts';
import { showProblem } from '../../app/problem-toast.ts';
import { api, client } from '../../client.ts';
import { Button, EmptyState, Link, Pill, type SimpleColumn, SimpleTable, Skeleton } from '../../ui/index.ts';
import { AddMeeting } from './AddMeeting.tsx';
import { dateWords, meetingLook } from './meeting-words.ts';
import type { ViewProps } from './MeetingsPlace.tsx';
import { YearSelect } from './YearSelect.tsx';

type MeetingTableProps = ViewProps & { readonly when: 'coming' | 'past' };

const shownAtFirst = 100;

/** Coming meetings, the soonest first; or the past ones of a year, the latest first. */
export function MeetingTable({ when, bodyId, year, onYear }: MeetingTableProps) {
  const [all, setAll] = useState(false);
  const { data, error, refetch } = useQuery({
    ...api.meetings.list.queryOptions({
      input: { when, bodyId: bodyId ?? undefined, year: when === 'past' ? year : undefined },
    }),
    placeholderData: keepPreviousData,
  });
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={8} label="Loading the meetings" />;
  const rows = all ? data.rows : data.rows.slice(0, shownAtFirst);
  return (
    <div className="meetings-part">
      {when === 'past' && <YearSelect years={data.years} year={year} onYear={onYear} />}
      {rows.length === 0 ? (
        <Nothing when={when} year={year} bodyId={bodyId} />
      ) : (
        <SimpleTable
          caption={when === 'coming' ? 'Coming meetings' : `Past meetings of ${year}`}
          hideCaption
          columns={when === 'coming' ? comingColumns : pastColumns}
          rows={rows}
          rowKey={({ id }) => id}
          whenEmpty=""
        />
      )}
      {rows.length < data.rows.length && (
        <Button onPress={() => setAll(true)}>Show all {data.rows.length.toLocaleString('en-GB')}</Button>
      )}
      <AddMeeting key={bodyId} bodyId={bodyId} />
    </div>
  );
}

type NothingProps = Pick<MeetingTableProps, 'when' | 'year' | 'bodyId'>;

function Nothing({ when, year, bodyId }: NothingProps) {
  const { bodies } = useBoard();
  const of = bodies.find(({ id }) => id === bodyId)?.name;
  if (when === 'past')
    return <EmptyState title={`No meeting of ${year} is on record`}>Choose another year, or add one below.</EmptyState>;
  return (
    <EmptyState
      title={of === undefined ? 'No meeting is planned' : `No meeting of ${of} is planned`}
      action={<Link href={hrefTo('/meetings', { view: 'plan', body: bodyId ?? '' })}>Plan a year of meetings</Link>}
    >
      Plan the year from the body’s calendar rule, or add one date below. What each meeting is asked for then stands
      beside it.
    </EmptyState>
  );
}

const dateColumn: SimpleColumn<MeetingRow> = {
  key: 'date',
  heading: 'Date',
  width: '24%',
  isRowHeading: true,
  render: (meeting) => <Link href={meetingHref(meeting.id)}>{dateWords(meeting)}</Link>,
};
const bodyColumn: SimpleColumn<MeetingRow> = {
  key: 'body',
  heading: 'Body',
  render: ({ bodyName, title }) => (title === '' ? bodyName : `${bodyName}: ${title}`),
};
const stateColumn: SimpleColumn<MeetingRow> = {
  key: 'state',
  heading: 'State',
  width: '15rem',
  render: (meeting) => <State meeting={meeting} />,
};
const figure = (key: 'items' | 'decisions' | 'actions', heading: string): SimpleColumn<MeetingRow> => ({
  key,
  heading,
  align: 'end',
  width: '6rem',
  render: (meeting) =>
    meeting[key] === 0 ? (
      <span className="ui-quiet">0</span>
    ) : (
      <Link
        href={meetingHref(meeting.id)}
        aria-label={`${meeting[key]} ${heading.toLowerCase()} of ${meeting.bodyName}, ${dateWords(meeting)}`}
      >
        {meeting[key].toLocaleString('en-GB')}
      </Link>
    ),
});

const comingColumns: readonly SimpleColumn<MeetingRow>[] = [
  dateColumn,
  bodyColumn,
  {
    key: 'papers',
    heading: 'Papers due',
    width: '18%',
    render: ({ paperDeadline }) => formatDate(paperDeadline) || <span className="ui-quiet">Not set</span>,
  },
  figure('items', 'Items'),
  stateColumn,
];

const pastColumns: readonly SimpleColumn<MeetingRow>[] = [
  dateColumn,
  bodyColumn,
  figure('decisions', 'Decisions'),
  figure('actions', 'Actions'),
  {
    key: 'attended',
    heading: 'Attended',
    align: 'end',
    width: '8rem',
    render: ({ attended, expected }) =>
      expected === 0 ? <span className="ui-quiet">Not recorded</span> : `${attended} of ${expected}`,
  },
  stateColumn,
];

/** A provisional date is confirmed where it stands; a meeting whose day has passed is recorded as held. */
function State({ meeting }: { readonly meeting: MeetingRow }) {
  const { word, ...look } = meetingLook(meeting);
  const of = `the meeting of ${meeting.bodyName}, ${dateWords(meeting)}`;
  const act = async (run: () => Promise<{ operationId: string | null }>, words: string): Promise<void> => {
    const outcome = await save(run, words);
    if (!outcome.ok) showProblem(outcome.message);
  };
  const confirm = () =>
    client.records.edit({ table: 'meetings', id: meeting.id, was: { provisional: 1 }, now: { provisional: 0 } });
  return (
    <span className="meetings-state">
      <Pill {...look}>{word}</Pill>
      {meeting.state === 'planned' && !meeting.isOverdue && meeting.provisional === 1 && (
        <Button
          size="small"
          kind="quiet"
          aria-label={`Confirm ${of}`}
          onPress={() => void act(confirm, 'Confirmed the date')}
        >
          Confirm
        </Button>
      )}
      {meeting.isOverdue && (
        <Button
          size="small"
          kind="quiet"
          aria-label={`Record as held: ${of}`}
          onPress={() => void act(() => client.meetings.hold({ id: meeting.id }), 'Recorded the meeting as held')}
        >
          Held
        </Button>
      )}
    </span>
  );
}
