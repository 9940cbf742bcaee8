/** Where an agency's own report to a review stands: asked for, late, received, sent back for quality, accepted. */
import { daysBetween, formatDate, latestDay, type PartialDate } from './partial-date.ts';
import { countOf } from './plain-words.ts';

export type AgencyReportDates = {
  readonly requestedOn: PartialDate | null;
  readonly dueOn: PartialDate | null;
  readonly receivedOn: PartialDate | null;
  readonly returnedOn: PartialDate | null;
  readonly acceptedOn: PartialDate | null;
};

export const AGENCY_REPORT_STATES = ['not-requested', 'requested', 'late', 'received', 'returned', 'accepted'] as const;
export type AgencyReportState = (typeof AGENCY_REPORT_STATES)[number];

export const AGENCY_REPORT_STATE_LABELS: Readonly<Record<AgencyReportState, string>> = {
  'not-requested': 'Not asked for',
  requested: 'Asked for',
  late: 'Late',
  received: 'Received',
  returned: 'Sent back',
  accepted: 'Accepted',
};

/**
 * A report that was sent back counts as received again once a later day of receipt is recorded. A due date not known to the day
 * is passed when its last day is.
 */
export const agencyReportState = (dates: AgencyReportDates, today: string): AgencyReportState => {
  const { requestedOn, dueOn, receivedOn, returnedOn, acceptedOn } = dates;
  if (acceptedOn !== null) return 'accepted';
  if (returnedOn !== null && (receivedOn === null || latestDay(returnedOn) >= latestDay(receivedOn))) return 'returned';
  if (receivedOn !== null) return 'received';
  if (dueOn !== null && latestDay(dueOn) < today) return 'late';
  return requestedOn === null && dueOn === null ? 'not-requested' : 'requested';
};

/** "12 days late" where it is, or where it came late; else nothing. Calendar days. */
export const agencyReportLateness = (dates: AgencyReportDates, today: string): string => {
  const { dueOn, receivedOn } = dates;
  const until = agencyReportState(dates, today) === 'late' ? today : receivedOn;
  if (dueOn === null || until === null) return '';
  const days = daysBetween(latestDay(dueOn), latestDay(until));
  return days > 0 ? `${countOf(days, 'day', 'days')} late` : '';
};

/** The whole of it: "12 days late, was due 8 May 2020". */
export const agencyReportWords = (dates: AgencyReportDates, today: string): string => {
  const lateness = agencyReportLateness(dates, today);
  const withLateness = lateness === '' ? '' : `, ${lateness}`;
  switch (agencyReportState(dates, today)) {
    case 'late':
      return `${lateness}, was due ${formatDate(dates.dueOn)}`;
    case 'requested':
      return dates.dueOn === null ? 'Asked for, no date set' : `Due ${formatDate(dates.dueOn)}`;
    case 'returned':
      return `Sent back ${formatDate(dates.returnedOn)}, to be sent again`;
    case 'received':
      return `Received ${formatDate(dates.receivedOn)}${withLateness}, to be accepted`;
    case 'accepted':
      return `Accepted ${formatDate(dates.acceptedOn)}${withLateness}`;
    case 'not-requested':
      return 'Not asked for yet';
  }
};

/** How the reports of a review stand together: "3 of 5 accepted, 1 late". */
export const agencyReportsInShort = (reports: readonly AgencyReportDates[], today: string): string => {
  if (reports.length === 0) return '';
  const states = reports.map((report) => agencyReportState(report, today));
  const count = (state: AgencyReportState): number => states.filter((found) => found === state).length;
  return [
    `${count('accepted')} of ${reports.length} accepted`,
    ...(['late', 'returned', 'received'] as const)
      .filter((state) => count(state) > 0)
      .map((state) => `${count(state)} ${AGENCY_REPORT_STATE_LABELS[state].toLowerCase()}`),
  ].join(', ');
};
