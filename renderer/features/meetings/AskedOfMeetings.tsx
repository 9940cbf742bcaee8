import { useQuery } from '@tanstack/react-query';
import type { AskedOfBody } from '../../../db/contract/meetings.ts';
import { Failure } from '../../app/Failure.tsx';
import { hrefTo, meetingHref } from '../../app/links.ts';
import { useBoard } from '../../app/use-board.ts';
import { api } from '../../client.ts';
import { EmptyState, Link, Section, Skeleton } from '../../ui/index.ts';
import { AskedList } from './AskedList.tsx';
import { dateWords } from './meeting-words.ts';
import type { ViewProps } from './MeetingsPlace.tsx';

/** What the approval ladder waits for, by the body that decides, with the meeting that could. */
export function AskedOfMeetings({ bodyId }: ViewProps) {
  const { bodies } = useBoard();
  const { data, error, refetch } = useQuery(api.meetings.asked.queryOptions());
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={8} label="Loading what is asked for" />;
  const asking = data.bodies.filter((body) => bodyId === null || body.bodyId === bodyId);
  const of = bodies.find(({ id }) => id === bodyId)?.name;
  if (asking.length === 0)
    return (
      <EmptyState title={`Nothing is asked of ${of ?? 'any body'} now`}>
        Reports, plans and actions stand here from when the approval ladder waits for a body. The ladder is set under
        Settings.
      </EmptyState>
    );
  return (
    <div className="meetings-part">
      {asking.map((body) => (
        <OfBody key={body.bodyId} {...body} />
      ))}
    </div>
  );
}

function OfBody({ bodyId, body, meeting, asked }: AskedOfBody) {
  return (
    <Section
      heading={body}
      count={asked.length}
      note={
        meeting === null ? (
          <>
            No meeting is planned.{' '}
            <Link href={hrefTo('/meetings', { view: 'plan', body: bodyId })}>Plan the year of {body}</Link>
          </>
        ) : (
          <>
            Next meeting: <Link href={meetingHref(meeting.id)}>{dateWords(meeting)}</Link>
            {meeting.provisional === 1 && ', provisional'}
          </>
        )
      }
    >
      <AskedList
        asked={asked}
        meetingId={meeting?.id ?? null}
        meetingWords={meeting === null ? '' : dateWords(meeting)}
      />
    </Section>
  );
}
