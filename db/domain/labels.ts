import type * as code from './codes.ts';

/** The plain words for each code, sentence case, as a list, a filter or a table shows them. */
export const NATION_LABELS: Readonly<Record<code.Nation, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

export const DIVISION_LABELS: Readonly<Record<code.Division, string>> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

export const ACTION_STATE_LABELS: Readonly<Record<code.ActionState, string>> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  'reported-complete': 'Reported complete',
  'evidence-accepted': 'Evidence accepted',
  'signed-off': 'Signed off',
  embedded: 'Embedded',
  superseded: 'Superseded',
  rejected: 'Rejected',
  'outside-our-oversight': 'Outside our oversight',
};

export const RAG_LEVEL_LABELS: Readonly<Record<code.RagLevel, string>> = {
  'on-time': 'On time',
  'due-soon': 'Due soon',
  overdue: 'Overdue',
  'signed-off': 'Signed off',
  'no-update': 'No update',
};

export const RAG_SCHEME_LABELS: Readonly<Record<code.RagSchemeCode, string>> = {
  schedule: 'Schedule',
  'target-variance': 'Target variance',
  brag: 'Blue, red, amber, green',
  'four-levels': 'Four levels by number',
  'percentage-complete': 'Percentage of actions complete',
};

export const APPROVAL_KIND_LABELS: Readonly<Record<code.ApprovalKind, string>> = {
  'agreed-in-principle': 'Agreed in principle',
  'leads-to-be-agreed': 'Leads to be agreed',
  endorsed: 'Endorsed',
  adopted: 'Adopted',
  'evidence-accepted': 'Evidence accepted',
  'signed-off': 'Signed off',
  noted: 'Noted',
  deferred: 'Deferred',
  rejected: 'Rejected',
};

export const PUBLICATION_DECISION_LABELS: Readonly<Record<code.PublicationDecision, string>> = {
  'full-report': 'Full report',
  'executive-summary-only': 'Executive summary only',
  'improvements-only': 'Improvements or recommendations only',
  'anonymous-nspcc': 'Anonymously, through the NSPCC repository',
  'not-to-be-published': 'Not to be published',
};

export const PUBLICATION_STATE_LABELS: Readonly<Record<code.PublicationState, string>> = {
  'not-yet-decided': 'Not yet decided',
  planned: 'Planned',
  delayed: 'Delayed',
  published: 'Published',
  'taken-down': 'Taken down',
  'not-to-be-published': 'Not to be published',
};

export const DELAY_REASON_LABELS: Readonly<Record<code.DelayReason, string>> = {
  'criminal-proceedings': 'Criminal proceedings',
  'new-evidence-at-trial': 'New evidence at trial',
  inquest: 'Inquest',
  'family-court': 'Family court proceedings',
  'welfare-of-surviving-child': 'Welfare of a surviving child',
  'parallel-review': 'Parallel review or investigation',
  'civil-claim-complaint-or-hr': 'Civil claim, complaint or HR process',
  anonymisation: 'Anonymisation',
  'contested-evaluation': 'Contested evaluation',
  'quality-assurance-elsewhere': 'Quality assurance by another body',
  'batched-with-other-reviews': 'Batched with other reviews',
  'national-relaxation': 'National relaxation',
  'police-complaints-investigation': 'Police complaints investigation',
  'pre-election-period': 'Pre-election period',
  'prosecutor-advice-on-timing': 'Prosecutor’s advice on timing',
  'family-wishes': 'Wishes of the family',
  'late-agency-reports': 'Late agency reports',
  'author-unavailable': 'Author unavailable',
};

export const REVIEW_LEAD_LABELS: Readonly<Record<code.ReviewLead, string>> = {
  own: 'Led by this board',
  joint: 'Led jointly',
  'led-elsewhere': 'Led by another area',
};

export const STAGE_KIND_LABELS: Readonly<Record<code.StageKind, string>> = {
  referral: 'Referral',
  deciding: 'Deciding',
  'in-progress': 'In progress',
  'report-agreed': 'Report agreed',
  complete: 'Complete',
  closed: 'Closed',
  'not-proceeding': 'Not proceeding',
  'handed-over': 'Handed over',
};

export const RECOMMENDATION_SCOPE_LABELS: Readonly<Record<code.RecommendationScope, string>> = {
  local: 'Local',
  regional: 'Regional',
  national: 'National',
};

export const AGENCY_RESPONSE_LABELS: Readonly<Record<code.AgencyResponse, string>> = {
  accepted: 'Accepted',
  'partly-accepted': 'Partly accepted',
  rejected: 'Rejected',
};

export const OWNER_KIND_LABELS: Readonly<Record<code.OwnerKind, string>> = {
  post: 'A post',
  group: 'A group',
  all: 'All members',
  nobody: 'Nobody yet',
};

export const CLOCK_UNIT_LABELS: Readonly<Record<code.ClockUnit, string>> = {
  'working-days': 'Working days',
  'calendar-days': 'Calendar days',
  weeks: 'Weeks',
  months: 'Months',
  years: 'Years',
  'fixed-date': 'Fixed date',
};

export const CLOCK_DIRECTION_LABELS: Readonly<Record<code.ClockDirection, string>> = {
  after: 'After the event',
  before: 'Before the event',
};

export const DAY_ZERO_RULE_LABELS: Readonly<Record<code.DayZeroRule, string>> = {
  'next-day-is-day-1': 'The first day after the event is day 1',
  'event-day-is-day-1': 'The day of the event is day 1',
};

export const CLOCK_STATE_LABELS: Readonly<Record<code.ClockState, string>> = {
  waiting: 'Waiting for its first event',
  running: 'Running',
  met: 'Met',
  'met-late': 'Met late',
  breached: 'Breached',
  relaxed: 'Relaxed',
};

export const EVENT_KIND_LABELS: Readonly<Record<code.EventKind, string>> = {
  incident: 'Incident',
  notified: 'Incident notified',
  'authority-aware': 'Authority became aware',
  'panel-notified': 'National Panel notified',
  referred: 'Referred for a review',
  'decided-to-proceed': 'Decided to proceed',
  'decided-not-to-proceed': 'Decided not to proceed',
  'panel-told-of-decision': 'National Panel told of the decision',
  initiated: 'Initiated',
  scoped: 'Scope agreed',
  'author-appointed': 'Author appointed',
  'agency-reports-due': 'Agency reports due',
  'draft-received': 'Draft report received',
  'factual-accuracy-closed': 'Factual accuracy check closed',
  'report-agreed': 'Report agreed',
  completed: 'Completed',
  submitted: 'Submitted',
  evaluated: 'Evaluated',
  'publication-planned': 'Publication planned',
  'copies-sent-before-publication': 'Copies sent before publication',
  published: 'Published',
  'website-until': 'On the website until',
  'taken-down': 'Taken down',
  'handed-over': 'Handed over',
  'learning-shared': 'Learning shared',
  'action-plan-agreed': 'Action plan agreed',
  closed: 'Closed',
};

export const MEETING_PURPOSE_LABELS: Readonly<Record<code.MeetingPurpose, string>> = {
  information: 'For information',
  discussion: 'For discussion',
  decision: 'For decision',
};

export const MEETING_STATE_LABELS: Readonly<Record<code.MeetingState, string>> = {
  planned: 'Planned',
  held: 'Held',
  cancelled: 'Cancelled',
};

export const ATTENDANCE_LABELS: Readonly<Record<code.Attendance, string>> = {
  present: 'Present',
  deputised: 'Deputy attended',
  apologies: 'Apologies',
  absent: 'Absent',
};

export const BODY_KIND_LABELS: Readonly<Record<code.BodyKind, string>> = {
  board: 'Board',
  executive: 'Executive group',
  'sub-group': 'Sub-group',
  'steering-group': 'Steering group',
  'partner-board': 'Partner board',
  other: 'Other',
};

export const LABEL_KIND_LABELS: Readonly<Record<code.LabelKind, string>> = {
  initials: 'Initials',
  pseudonym: 'Pseudonym',
  family: 'Family label',
  other: 'Other',
};

export const LABEL_AUDIENCE_LABELS: Readonly<Record<code.LabelAudience, string>> = {
  internal: 'Inside the board',
  print: 'In print',
};

export const LEARNING_PRODUCT_KIND_LABELS: Readonly<Record<code.LearningProductKind, string>> = {
  briefing: 'Briefing',
  'seven-minute-briefing': 'Seven-minute briefing',
  training: 'Training',
  conference: 'Conference',
  'practice-guidance': 'Practice guidance',
  'podcast-or-video': 'Podcast or video',
  other: 'Other',
};

export const EVALUATION_STATUS_LABELS: Readonly<Record<code.EvaluationStatus, string>> = {
  provisional: 'Provisional',
  contested: 'Contested',
  appealed: 'Appealed',
  reconsidered: 'Reconsidered',
  confirmed: 'Confirmed',
  regraded: 'Regraded',
};

export const EVALUATION_GRADE_LABELS: Readonly<Record<code.EvaluationGrade, string>> = {
  outstanding: 'Outstanding',
  good: 'Good',
  adequate: 'Adequate',
  inadequate: 'Inadequate',
};

export const FAMILY_CONTACT_KIND_LABELS: Readonly<Record<code.FamilyContactKind, string>> = {
  'told-of-review': 'Told of the review',
  invited: 'Invited to take part',
  met: 'Met',
  'views-received': 'Views received',
  declined: 'Declined to take part',
  'not-approached': 'Not approached, with the reason',
  'shown-the-report': 'Shown the report',
  'told-of-publication': 'Told of publication',
};
