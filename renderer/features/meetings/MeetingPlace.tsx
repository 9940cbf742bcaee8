import './meetings.css';
import '../reviews/review/review.css';
import '../actions/actions.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { MeetingDetail } from '../../../db/contract/meetings.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { Failure } from '../../app/Failure.tsx';
import { hrefTo, meetingHref } from '../../app/links.ts';
import { api } from '../../client.ts';
import { Button, Link, Page, PageHeader, Pill, Section, Skeleton } from '../../ui/index.ts';
import { ActionsArising } from './ActionsArising.tsx';
import { Agenda } from './Agenda.tsx';
import { AskedList } from './AskedList.tsx';
import { Attendances } from './Attendances.tsx';
import { MeetingFacts } from './MeetingFacts.tsx';
import { MeetingMenu } from './MeetingMenu.tsx';
import { MeetingPaper, type PaperKind } from './MeetingPaper.tsx';
import { dateWords, meetingLook } from './meeting-words.ts';
import { OpenConditions } from './OpenConditions.tsx';

/** One meeting from its first date to its record. */
export function MeetingPlace() {
  const { meetingId = '' } = useParams({ strict: false }) as { readonly meetingId?: string };
  const { data, error, refetch } = useQuery(api.meetings.get.queryOptions({ input: { id: meetingId } }));
  if (error !== null)
    return (
      <Page>
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    );
  if (data === undefined)
    return (
      <Page>
        <Skeleton lines={12} label="Loading the meeting" />
      </Page>
    );
  return <Meeting key={meetingId} detail={data} />;
}

function Meeting({ detail }: { readonly detail: MeetingDetail }) {
  const { meeting, body, previous, next } = detail;
  const [printing, setPrinting] = useState<PaperKind | null>(null);
  usePrinting(printing, () => setPrinting(null));
  const { word, ...look } = meetingLook(meeting);
  return (
    <>
      <div className="meeting-screen">
        <Page>
          <PageHeader
            above={<Link href={hrefTo('/meetings')}>Meetings</Link>}
            title={`${meeting.title === '' ? body.name : `${body.name}: ${meeting.title}`}, ${dateWords(meeting)}`}
            facts={[
              <Pill key="state" {...look}>
                {word}
              </Pill>,
              ...(meeting.paperDeadline === null ? [] : [`Papers due ${formatDate(meeting.paperDeadline)}`]),
              ...(meeting.place === '' ? [] : [meeting.place]),
              ...(meeting.expected === 0 ? [] : [`${meeting.attended} of ${meeting.expected} agencies there`]),
            ]}
            action={
              <>
                <Button kind="quiet" onPress={() => setPrinting('agenda')}>
                  Print the agenda
                </Button>
                <Button kind="quiet" onPress={() => setPrinting('record')}>
                  Print the record
                </Button>
                <MeetingMenu detail={detail} />
              </>
            }
          />
          <nav className="meeting-beside" aria-label={`Meetings of ${body.name}`}>
            {previous !== null && <Link href={meetingHref(previous.id)}>{`Before: ${dateWords(previous)}`}</Link>}
            {next !== null && <Link href={meetingHref(next.id)}>{`After: ${dateWords(next)}`}</Link>}
            <Link href={hrefTo('/meetings', { view: 'attendance', body: body.id })}>Attendance of the year</Link>
          </nav>
          <div className="meeting-parts">
            <MeetingFacts detail={detail} />
            {meeting.state === 'planned' && <AskedOfMeeting detail={detail} />}
            <Agenda detail={detail} />
            <ActionsArising detail={detail} />
            <Attendances detail={detail} />
          </div>
        </Page>
      </div>
      <MeetingPaper detail={detail} kind={printing ?? (meeting.state === 'held' ? 'record' : 'agenda')} />
    </>
  );
}

/** Prints once the paper that was asked for is drawn; the browser's own Print takes the one that suits the state. */
const usePrinting = (printing: PaperKind | null, onDone: () => void): void => {
  useEffect(() => {
    if (printing === null) return;
    window.print();
    onDone();
  });
};

/** Only while it can still be decided there. */
function AskedOfMeeting({ detail: { meeting, asked, openConditions } }: { readonly detail: MeetingDetail }) {
  return (
    <Section
      heading="What this meeting is asked for"
      count={asked.length}
      note={asked.length > 0 && 'What the approval ladder waits for from this body.'}
    >
      {asked.length === 0 ? (
        <p className="ui-quiet">The approval ladder waits for nothing from this body now.</p>
      ) : (
        <AskedList asked={asked} meetingId={meeting.id} meetingWords={dateWords(meeting)} />
      )}
      <OpenConditions conditions={openConditions} />
    </Section>
  );
}
