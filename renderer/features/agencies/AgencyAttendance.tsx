import type { AgencyDetail } from '../../../db/contract/agencies.ts';
import { ATTENDANCE_LABELS, type Attendance } from '../../../db/domain/codes.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { meetingHref } from '../../app/links.ts';
import { Link, Section, SimpleTable } from '../../ui/index.ts';
import { shareAttended } from './agency-words.ts';
import { NameThen } from './NameThen.tsx';

export function AgencyAttendance({ detail: { figures, attendances } }: { readonly detail: AgencyDetail }) {
  return (
    <Section
      id="attendance"
      heading="Attendance in the last year"
      count={attendances.length}
      note={
        figures.expected === 0
          ? undefined
          : `Attended itself or by a deputy: ${shareAttended(figures.attended, figures.expected)}.`
      }
    >
      <SimpleTable
        caption="Attendance in the last year"
        hideCaption
        rows={attendances}
        rowKey={({ id }) => id}
        whenEmpty="No attendance of the last year is recorded. It is recorded on the page of each meeting."
        columns={[
          {
            key: 'meeting',
            heading: 'Meeting',
            isRowHeading: true,
            render: (row) => (
              <>
                <Link href={meetingHref(row.meetingId)}>
                  {[row.body, row.title, formatDate(row.date)].filter(Boolean).join(', ')}
                </Link>
                <NameThen name={row.nameThen} />
              </>
            ),
          },
          {
            key: 'attendance',
            heading: 'Attendance',
            width: '12rem',
            render: ({ attendance }) => ATTENDANCE_LABELS[attendance as Attendance],
          },
          { key: 'post', heading: 'Post', width: '30%', render: ({ post }) => post || '–' },
        ]}
      />
    </Section>
  );
}
