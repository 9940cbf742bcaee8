/**
 * The closed vocabularies of the product, one array each: the database's checks, the contract's schemas, the page and the
 * pack all read these. A code never changes once released; its label (labels.ts) may.
 */
export * from './labels.ts';

export const NATIONS = ['england', 'wales', 'scotland', 'northern-ireland'] as const;
export type Nation = (typeof NATIONS)[number];

export const DIVISIONS = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
export type Division = (typeof DIVISIONS)[number];

export const ACTION_STATES = [
  'not-started',
  'in-progress',
  'reported-complete',
  'evidence-accepted',
  'signed-off',
  'embedded',
  'superseded',
  'rejected',
  'outside-our-oversight',
] as const;
export type ActionState = (typeof ACTION_STATES)[number];

export const RAG_LEVELS = ['on-time', 'due-soon', 'overdue', 'signed-off', 'no-update'] as const;
/** A level of the schedule scheme; the other schemes' levels are in rag.ts. */
export type RagLevel = (typeof RAG_LEVELS)[number];

export const RAG_SCHEME_CODES = ['schedule', 'target-variance', 'brag', 'four-levels', 'percentage-complete'] as const;
export type RagSchemeCode = (typeof RAG_SCHEME_CODES)[number];

export const APPROVAL_KINDS = [
  'agreed-in-principle',
  'leads-to-be-agreed',
  'endorsed',
  'adopted',
  'evidence-accepted',
  'signed-off',
  'noted',
  'deferred',
  'rejected',
] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

export const PUBLICATION_DECISIONS = [
  'full-report',
  'executive-summary-only',
  'improvements-only',
  'anonymous-nspcc',
  'not-to-be-published',
] as const;
export type PublicationDecision = (typeof PUBLICATION_DECISIONS)[number];

export const PUBLICATION_STATES = [
  'not-yet-decided',
  'planned',
  'delayed',
  'published',
  'taken-down',
  'not-to-be-published',
] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/** Seen in real board papers. */
export const CONFIRMED_DELAY_REASONS = [
  'criminal-proceedings',
  'new-evidence-at-trial',
  'inquest',
  'family-court',
  'welfare-of-surviving-child',
  'parallel-review',
  'civil-claim-complaint-or-hr',
  'anonymisation',
  'contested-evaluation',
  'quality-assurance-elsewhere',
  'batched-with-other-reviews',
  'national-relaxation',
] as const;

/** Plausible, not found in a source. */
export const UNCONFIRMED_DELAY_REASONS = [
  'police-complaints-investigation',
  'pre-election-period',
  'prosecutor-advice-on-timing',
  'family-wishes',
  'late-agency-reports',
  'author-unavailable',
] as const;

export const DELAY_REASONS = [...CONFIRMED_DELAY_REASONS, ...UNCONFIRMED_DELAY_REASONS] as const;
export type DelayReason = (typeof DELAY_REASONS)[number];

export const REVIEW_LEADS = ['own', 'joint', 'led-elsewhere'] as const;
export type ReviewLead = (typeof REVIEW_LEADS)[number];

export const REVIEW_TYPE_CODES = [
  'scr-england',
  'rapid-review-england',
  'lcspr-england',
  'learning-review',
  'child-death-review',
  'domestic-abuse-related-death-review',
  'safeguarding-adults-review',
  'child-practice-review-wales',
  'single-unified-safeguarding-review-wales',
  'learning-review-scotland',
  'case-management-review-northern-ireland',
  'mappa-serious-case-review',
  'independent-inter-agency-review',
] as const;
export type ReviewTypeCode = (typeof REVIEW_TYPE_CODES)[number];

export const STAGE_KINDS = [
  'referral',
  'deciding',
  'in-progress',
  'report-agreed',
  'complete',
  'closed',
  'not-proceeding',
  'handed-over',
] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

export const RECOMMENDATION_SCOPES = ['local', 'regional', 'national'] as const;
export type RecommendationScope = (typeof RECOMMENDATION_SCOPES)[number];

export const AGENCY_RESPONSES = ['accepted', 'partly-accepted', 'rejected'] as const;
export type AgencyResponse = (typeof AGENCY_RESPONSES)[number];

export const OWNER_KINDS = ['post', 'group', 'all', 'nobody'] as const;
export type OwnerKind = (typeof OWNER_KINDS)[number];

export const CLOCK_UNITS = ['working-days', 'calendar-days', 'weeks', 'months', 'years', 'fixed-date'] as const;
export type ClockUnit = (typeof CLOCK_UNITS)[number];

export const CLOCK_DIRECTIONS = ['after', 'before'] as const;
export type ClockDirection = (typeof CLOCK_DIRECTIONS)[number];

export const DAY_ZERO_RULES = ['next-day-is-day-1', 'event-day-is-day-1'] as const;
export type DayZeroRule = (typeof DAY_ZERO_RULES)[number];

export const CLOCK_STATES = ['waiting', 'running', 'met', 'met-late', 'breached', 'relaxed'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

export const EVENT_KINDS = [
  'incident',
  'notified',
  'authority-aware',
  'panel-notified',
  'referred',
  'decided-to-proceed',
  'decided-not-to-proceed',
  'panel-told-of-decision',
  'initiated',
  'scoped',
  'author-appointed',
  'agency-reports-due',
  'draft-received',
  'factual-accuracy-closed',
  'report-agreed',
  'completed',
  'submitted',
  'evaluated',
  'publication-planned',
  'copies-sent-before-publication',
  'published',
  'website-until',
  'taken-down',
  'handed-over',
  'learning-shared',
  'action-plan-agreed',
  'closed',
] as const;
/** A dated milestone of a review that a clock can run from or stop at. */
export type EventKind = (typeof EVENT_KINDS)[number];

export const MEETING_PURPOSES = ['information', 'discussion', 'decision'] as const;
export type MeetingPurpose = (typeof MEETING_PURPOSES)[number];

export const PACK_AUDIENCES = ['board', 'public'] as const;
export type PackAudience = (typeof PACK_AUDIENCES)[number];

export const MEETING_STATES = ['planned', 'held', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

export const ATTENDANCE = ['present', 'deputised', 'apologies', 'absent'] as const;
export type Attendance = (typeof ATTENDANCE)[number];

export const BODY_KINDS = ['board', 'executive', 'sub-group', 'steering-group', 'partner-board', 'other'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

export const LABEL_KINDS = ['initials', 'pseudonym', 'family', 'other'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

export const LABEL_AUDIENCES = ['internal', 'print'] as const;
export type LabelAudience = (typeof LABEL_AUDIENCES)[number];

export const LEARNING_PRODUCT_KINDS = [
  'briefing',
  'seven-minute-briefing',
  'training',
  'conference',
  'practice-guidance',
  'podcast-or-video',
  'other',
] as const;
export type LearningProductKind = (typeof LEARNING_PRODUCT_KINDS)[number];

export const FAMILY_CONTACT_KINDS = [
  'told-of-review',
  'invited',
  'met',
  'views-received',
  'declined',
  'not-approached',
  'shown-the-report',
  'told-of-publication',
] as const;
export type FamilyContactKind = (typeof FAMILY_CONTACT_KINDS)[number];

export const EVALUATION_STATUSES = [
  'provisional',
  'contested',
  'appealed',
  'reconsidered',
  'confirmed',
  'regraded',
] as const;
export type EvaluationStatus = (typeof EVALUATION_STATUSES)[number];

export const EVALUATION_GRADES = ['outstanding', 'good', 'adequate', 'inadequate'] as const;
export type EvaluationGrade = (typeof EVALUATION_GRADES)[number];

/** What a person made of a conflict: took one side, wrote what combines them, or put the decision off. */
/** What waits for a decision of a person after laptops worked apart: `db/sync/README.md`, §4. */
export const CONFLICT_KINDS = [
  'field',
  'removed-and-edited',
  'two-decisions',
  'twins',
  'cannot-stand',
  'after-hand-over',
] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

export const CONFLICT_CHOICES = ['side', 'combined', 'deferred'] as const;
export type ConflictChoice = (typeof CONFLICT_CHOICES)[number];
export const CONFLICT_CHOICE_LABELS: Readonly<Record<ConflictChoice, string>> = {
  side: 'One version taken',
  combined: 'Combined',
  deferred: 'Put off',
};
