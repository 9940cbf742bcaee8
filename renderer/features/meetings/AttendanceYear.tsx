import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AttendanceTable } from '../../../db/contract/meetings.ts';
import { ATTENDANCE_LABELS, type Attendance } from '../../../db/domain/codes.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { Failure } from '../../app/Failure.tsx';
import { hrefTo, meetingHref } from '../../app/links.ts';
import { useBoard } from '../../app/use-board.ts';
import { api } from '../../client.ts';
import { EmptyState, Link, VisuallyHidden } from '../../ui/index.ts';
import type { ViewProps } from './MeetingsPlace.tsx';
import { YearSelect } from './YearSelect.tsx';

const MARKS: Readonly<Record<Attendance, string>> = { present: '✓', deputised: 'D', apologies: 'A', absent: '✕' };

/** Agency by meeting over a year, with what the totals are out of. */
export function AttendanceYear({ bodyId, year, onYear }: ViewProps) {
  const { bodies, meetings } = useBoard();
  const { data, error, refetch } = useQuery({
    ...api.meetings.attendance.queryOptions({ input: { bodyId: bodyId ?? '', year } }),
    enabled: bodyId !== null,
    placeholderData: keepPreviousData,
  });
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  const body = bodies.find(({ id }) => id === bodyId);
  if (body === undefined)
    return <EmptyState title="No body meets yet">Add the bodies of the board under Settings.</EmptyState>;
  const years = [...new Set(meetings.flatMap(({ date }) => (date === null ? [] : [Number(date.slice(0, 4))])))];
  return (
    <div className="meetings-part">
      <YearSelect years={years} year={year} onYear={onYear} />
      {data !== undefined &&
        (data.meetings.length === 0 ? (
          <EmptyState title={`No attendance of ${body.name} is recorded for ${year}`}>
            Attendance is recorded on each meeting that was held; it adds up here.
          </EmptyState>
        ) : (
          <Table data={data} caption={`Attendance of ${body.name} in ${year}`} />
        ))}
    </div>
  );
}

type TableProps = { readonly data: AttendanceTable; readonly caption: string };

function Table({ data: { meetings, rows, totals }, caption }: TableProps) {
  return (
    <>
      <div className="ui-table-scroll" role="group" aria-label={caption} tabIndex={0}>
        <table className="ui-table meetings-attendance">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Agency</th>
              {meetings.map((meeting) => (
                <th key={meeting.id} scope="col">
                  <Link href={meetingHref(meeting.id)}>{formatDate(meeting.date).replace(/ \d{4}$/, '')}</Link>
                </th>
              ))}
              <th scope="col" data-align="end">
                Attended
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ agencyId, agency, cells, attended }) => (
              <tr key={agencyId}>
                <th scope="row">
                  <Link href={hrefTo(`/agencies/${agencyId}`)}>{agency}</Link>
                </th>
                {cells.map((cell, at) => (
                  <td key={meetings[at]?.id} data-attendance={cell ?? 'none'}>
                    <span aria-hidden="true">{cell === null ? '–' : MARKS[cell]}</span>
                    <VisuallyHidden>{cell === null ? 'Not recorded' : ATTENDANCE_LABELS[cell]}</VisuallyHidden>
                  </td>
                ))}
                <td data-align="end">
                  {attended} of {meetings.length}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Agencies there, of those recorded</th>
              {totals.map(({ attended, recorded }, at) => (
                <td key={meetings[at]?.id}>
                  {attended} of {recorded}
                </td>
              ))}
              <td data-align="end">
                {sumOf(totals.map(({ attended }) => attended))} of {sumOf(totals.map(({ recorded }) => recorded))}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="ui-quiet meetings-key">
        ✓ present, D deputy attended, A apologies, ✕ absent, – nothing recorded. Attended means present or deputised, of
        the meetings that were held and have their attendance recorded.
      </p>
    </>
  );
}

const sumOf = (figures: readonly number[]): number => figures.reduce((sum, figure) => sum + figure, 0);
