import '../overview/overview.css';
import type { ReactNode } from 'react';
import type { MeetingDetail, MeetingItem } from '../../../db/contract/meetings.ts';
import {
  ATTENDANCE,
  ATTENDANCE_LABELS,
  MEETING_PURPOSE_LABELS,
  MEETING_STATE_LABELS,
} from '../../../db/domain/codes.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { useBoard } from '../../app/use-board.ts';
import { MarkedSheet } from '../overview/MarkedSheet.tsx';
import { approvalWords } from './ItemApprovals.tsx';
import { dateWords, deferralWords, meetingName } from './meeting-words.ts';

export type PaperKind = 'agenda' | 'record';

type MeetingPaperProps = { readonly detail: MeetingDetail; readonly kind: PaperKind };

/** The agenda or the record of decisions, on paper only. */
export function MeetingPaper({ detail, kind }: MeetingPaperProps) {
  const { board } = useBoard();
  const { meeting, body } = detail;
  return (
    <div className="meeting-paper ui-page" data-paper={kind}>
      <MarkedSheet marking={board.marking}>
        <p>{board.name}</p>
        <h1>
          {body.name}: {kind === 'agenda' ? 'agenda' : 'record of decisions'}
        </h1>
        <p>
          {[
            meeting.title,
            dateWords(meeting),
            meeting.provisional === 1 && 'provisional',
            meeting.place,
            MEETING_STATE_LABELS[meeting.state],
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {kind === 'agenda' ? <AgendaOnPaper detail={detail} /> : <RecordOnPaper detail={detail} />}
      </MarkedSheet>
    </div>
  );
}

type PaperProps = { readonly detail: MeetingDetail };

function AgendaOnPaper({ detail: { meeting, items } }: PaperProps) {
  return (
    <>
      {meeting.paperDeadline !== null && <p>Papers are due on {formatDate(meeting.paperDeadline)}.</p>}
      <Lines heading="Agenda" nil="Nothing is on the agenda.">
        {items.map((item) => (
          <li key={item.id}>
            {item.title} ({purposeWords(item)}){aboutWords(item) !== '' && <div>{aboutWords(item)}</div>}
            {deferralWords(item) !== '' && <div>{deferralWords(item)}</div>}
          </li>
        ))}
      </Lines>
    </>
  );
}

function RecordOnPaper({ detail }: PaperProps) {
  const { meeting, items, decisions, approvals, actions, attendances } = detail;
  const own = new Set(items.map(({ id }) => id));
  const general = decisions.filter(({ meetingItemId }) => meetingItemId === null || !own.has(meetingItemId));
  return (
    <>
      <h2>Attendance</h2>
      {attendances.length === 0 && <p>No attendance is recorded.</p>}
      {ATTENDANCE.map((kind) => {
        const named = attendances
          .filter(({ attendance }) => attendance === kind)
          .map(({ agency, post }) => (post === '' ? agency : `${agency} (${post})`));
        return named.length === 0 ? null : (
          <p key={kind}>
            {ATTENDANCE_LABELS[kind]}: {named.join('; ')}
          </p>
        );
      })}
      <Lines heading="Items and decisions" nil="No item is recorded.">
        {items.map((item) => (
          <li key={item.id}>
            {item.title} ({purposeWords(item)})
            {decisions
              .filter(({ meetingItemId }) => meetingItemId === item.id)
              .map(({ id, text, minuteReference }) => (
                <div key={id}>{[minuteReference && `Minute ${minuteReference}`, text].filter(Boolean).join(': ')}</div>
              ))}
            {deferralWords(item) !== '' && <div>{deferralWords(item)}</div>}
          </li>
        ))}
        {general.map(({ id, text, minuteReference }) => (
          <li key={id}>{[minuteReference && `Minute ${minuteReference}`, text].filter(Boolean).join(': ')}</li>
        ))}
      </Lines>
      <Lines heading="Approvals" nil="No approval is recorded.">
        {approvals.map((approval) => (
          <li key={approval.id}>
            {approvalWords(approval)}
            {approval.revokedOn !== null && ` (revoked ${formatDate(approval.revokedOn)}: ${approval.revokedReason})`}
            {approval.conditions.map(({ id, text, dischargedOn }) => (
              <div key={id}>
                Condition: {text} ({dischargedOn === null ? 'open' : `discharged ${formatDate(dischargedOn)}`})
              </div>
            ))}
          </li>
        ))}
      </Lines>
      <Lines heading="Actions arising" nil={meeting.nilStatement ?? 'No action is recorded.'}>
        {actions.map(({ id, number, text, leadAgency, targetDate, targetText }) => (
          <li key={id}>
            {[
              `${number}: ${text}`,
              leadAgency ?? 'no lead yet',
              formatDate(targetDate, targetText) || 'no target',
            ].join(' · ')}
          </li>
        ))}
      </Lines>
    </>
  );
}

type LinesProps = {
  readonly heading: string;
  readonly nil: string;
  readonly children: readonly ReactNode[] | ReactNode[][];
};

function Lines({ heading, nil, children }: LinesProps) {
  const lines = children.flat();
  return (
    <>
      <h2>{heading}</h2>
      {lines.length === 0 ? <p>{nil}</p> : <ol>{lines}</ol>}
    </>
  );
}

const purposeWords = ({ purpose }: MeetingItem): string => MEETING_PURPOSE_LABELS[purpose].toLowerCase();

const aboutWords = ({ paper, review, action, externalReport, carriedFrom }: MeetingItem): string =>
  [
    review === null ? '' : review.reference,
    action === null ? '' : `Action ${action.number}`,
    externalReport === null ? '' : externalReport.reference,
    paper === '' ? '' : `Paper: ${paper}`,
    carriedFrom === null ? '' : `Carried forward from ${meetingName(carriedFrom)}`,
  ]
    .filter(Boolean)
    .join(' · ');
