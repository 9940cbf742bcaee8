import './meetings.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { hrefTo } from '../../app/links.ts';
import { useBoard } from '../../app/use-board.ts';
import type { ListSearch } from '../../state/lists.ts';
import { Button, Link, Page, PageHeader, Select, ViewLinks } from '../../ui/index.ts';
import { goTo } from '../../app/go-to.ts';
import { AskedOfMeetings } from './AskedOfMeetings.tsx';
import { AttendanceYear } from './AttendanceYear.tsx';
import { MeetingTable } from './MeetingTable.tsx';
import { MEETING_VIEWS, type MeetingView, searchToView, searchToYear } from './meeting-search.ts';
import { PlanYear } from './PlanYear.tsx';
import { YearAtAGlance } from './YearAtAGlance.tsx';

export type ViewProps = {
  readonly bodyId: string | null;
  readonly year: number;
  readonly onYear: (year: string) => void;
};

const anyBody = 'all';

/** Meetings of every body: what comes, what was, the year as a whole, and who was there. */
export function MeetingsPlace() {
  const { bodies, today } = useBoard();
  const search = useSearch({ strict: false }) as ListSearch;
  const navigate = useNavigate();
  const view = searchToView(search);
  const bodyId = bodies.find(({ id }) => id === search['body'])?.id ?? null;
  const change = (part: ListSearch): void => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, text]) => text !== ''));
    void navigate({ to: '/meetings', search: next });
  };
  const props = { bodyId, year: searchToYear(search, today), onYear: (year: string) => change({ year }) };
  const isOfOneBody = view === 'attendance' || view === 'plan';
  return (
    <Page>
      <PageHeader
        above={view === 'plan' && <Link href={hrefTo('/meetings', keepBody(search))}>Meetings</Link>}
        title={view === 'plan' ? 'Plan a year of meetings' : 'Meetings'}
        action={
          view !== 'plan' && (
            <Button
              kind="primary"
              icon="calendar"
              onPress={() => goTo(hrefTo('/meetings', { ...keepBody(search), view: 'plan' }))}
            >
              Plan a year
            </Button>
          )
        }
      />
      <div className="meetings-bar">
        <ViewLinks
          views={MEETING_VIEWS.filter(({ key }) => key !== 'plan').map(({ key, label }) => ({
            href: hrefTo('/meetings', { ...keepBody(search), view: key === 'coming' ? '' : key }),
            label,
            isCurrent: key === view,
          }))}
        />
        <Select
          label="Body"
          options={[
            ...(isOfOneBody ? [] : [{ key: anyBody, label: 'All bodies' }]),
            ...bodies.map(({ id, name }) => ({ key: id, label: name })),
          ]}
          value={bodyId ?? (isOfOneBody ? (bodies[0]?.id ?? null) : anyBody)}
          onChange={(key) => change({ body: key === anyBody ? '' : key })}
        />
      </div>
      <View view={view} {...props} bodyId={bodyId ?? (isOfOneBody ? (bodies[0]?.id ?? null) : null)} />
    </Page>
  );
}

const keepBody = ({ body, year }: ListSearch): ListSearch => ({ body: body ?? '', year: year ?? '' });

function View({ view, ...props }: ViewProps & { readonly view: MeetingView }) {
  switch (view) {
    case 'coming':
      return <MeetingTable when="coming" {...props} />;
    case 'past':
      return <MeetingTable when="past" {...props} />;
    case 'asked':
      return <AskedOfMeetings {...props} />;
    case 'year':
      return <YearAtAGlance {...props} />;
    case 'attendance':
      return <AttendanceYear {...props} />;
    case 'plan':
      return <PlanYear key={props.bodyId} {...props} />;
  }
}
