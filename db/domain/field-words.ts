/** Tables, fields and their values in words, for the history and for messages. */
import { PROCEED_LABELS } from './proceed-words.ts';
import {
  ACTION_STATE_LABELS,
  AGENCY_RESPONSE_LABELS,
  APPROVAL_KIND_LABELS,
  ATTENDANCE_LABELS,
  BODY_KIND_LABELS,
  EVALUATION_STATUS_LABELS,
  EVENT_KIND_LABELS,
  FAMILY_CONTACT_KIND_LABELS,
  LABEL_AUDIENCE_LABELS,
  LABEL_KIND_LABELS,
  MEETING_PURPOSE_LABELS,
  MEETING_STATE_LABELS,
  NATION_LABELS,
  OWNER_KIND_LABELS,
  PUBLICATION_DECISION_LABELS,
  RAG_LEVEL_LABELS,
  RECOMMENDATION_SCOPE_LABELS,
  REVIEW_LEAD_LABELS,
} from './codes.ts';

const TABLES: Readonly<Record<string, string>> = {
  accuracyRounds: 'Factual-accuracy round',
  adoptedRuns: 'History of an export',
  actionJointLeads: 'Joint lead',
  actionMilestones: 'Milestone of an action',
  actions: 'Action',
  actionStateMoves: 'Move of an action',
  actionThemes: 'Theme',
  agencies: 'Agency',
  agencyNames: 'Name of an agency',
  agencyReports: 'Agency report',
  agencySuccessions: 'Successor of an agency',
  approvalConditions: 'Condition',
  approvals: 'Approval',
  attachments: 'Attached file',
  attendances: 'Attendance',
  boardResponses: 'Board response',
  boards: 'Board',
  bodies: 'Body',
  bodyNames: 'Name of a body',
  bodySuccessions: 'Successor of a body',
  cases: 'Case',
  clockRules: 'Clock of a type',
  clocks: 'Clock',
  closures: 'Closure',
  conflictDecisions: 'Decision between versions',
  decisions: 'Decision',
  delayNotices: 'Who was told',
  delayReasons: 'Delay reason',
  deviceRemovals: 'Removal of a laptop',
  earlierTargets: 'Earlier target',
  evaluations: 'Evaluation',
  evidence: 'Evidence',
  evidenceLinks: 'Evidence',
  externalReports: 'External report',
  familyContacts: 'Contact with the family',
  handOvers: 'Hand-over',
  impactChecks: 'Impact check',
  labels: 'Label',
  ladderSteps: 'Step of the ladder',
  learningProducts: 'Learning product',
  measures: 'Measure',
  meetingItems: 'Agenda item',
  meetings: 'Meeting',
  memberDevices: 'Laptop',
  members: 'Member',
  milestones: 'Event',
  notes: 'Note',
  proceedDecisions: 'Decision whether to proceed',
  packDocuments: 'Document of a status pack',
  packs: 'Status pack',
  packTemplates: 'Pack template',
  progressUpdates: 'Progress update',
  publicationDecisions: 'Publication decision',
  publicationDelayReasons: 'Reason',
  publicationDelays: 'Publication delay',
  publications: 'Publication',
  ragLevels: 'RAG level',
  ragSchemes: 'RAG scheme',
  recommendationResponses: 'Agency response',
  recommendations: 'Recommendation',
  recommendationThemes: 'Theme',
  regimes: 'Regime',
  releasedTexts: 'Released words',
  reviewBodies: 'Body of the review',
  reviews: 'Review',
  reviewThemes: 'Theme',
  reviewTypes: 'Review type',
  savedViews: 'Saved view',
  settings: 'Setting',
  stages: 'Stage',
  statedFigures: 'Stated figure',
  subjects: 'Child or adult',
  taxonomies: 'Taxonomy',
  themeMappings: 'Place in a national list',
  themeRoutes: 'Task for a theme',
  themes: 'Theme',
  updateRequests: 'Request for an update',
};

export const tableWords = (table: string): string => TABLES[table] ?? table;

const PLURALS: Readonly<Record<string, string>> = {
  boardResponses: 'Board responses',
  boards: 'Board',
  decisions: 'Decisions',
  delayNotices: 'Who was told',
  evidence: 'Evidence',
  evidenceLinks: 'Evidence',
  familyContacts: 'Contacts with the family',
  proceedDecisions: 'Decisions whether to proceed',
  releasedTexts: 'Released words',
  subjects: 'Children or adults',
};

/** Several of them: "Actions", "Milestones of an action". A table that this version does not know has no words. */
export const tablesWords = (table: string): string => {
  const one = TABLES[table];
  if (one === undefined) return 'Records of a newer version';
  const plural = PLURALS[table];
  if (plural !== undefined) return plural;
  const [, head = one, rest = ''] = /^(.+?)((?: (?:of|for|in|between) .+)?)$/.exec(one) ?? [];
  return `${pluralOf(head)}${rest}`;
};

const pluralOf = (word: string): string => {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|ch)$/.test(word) ? `${word}es` : `${word}s`;
};

const FIELDS: Readonly<Record<string, string>> = {
  reviewTypeId: 'Type',
  regimeId: 'Regime',
  stageId: 'Stage',
  leadAgencyId: 'Lead agency',
  targetDate: 'Target date',
  targetText: 'Target as written',
  targetMeetingId: 'Target meeting',
  dateText: 'Date as written',
  ragAsserted: 'RAG asserted by the agency',
  ragAssertedOn: 'RAG asserted on',
  ragConfirmed: 'RAG confirmed by the board',
  ragConfirmedOn: 'RAG confirmed on',
  ragSchemeId: 'RAG scheme',
  convertedFromReviewId: 'Converted from',
  mergedIntoId: 'Merged into',
  supersededById: 'Superseded by',
  heldAt: 'Where held',
  what: 'What',
  toldOn: 'Told on',
};

/** "periodFrom" reads "Period from", "leadAgencyId" reads "Lead agency". */
export const fieldWords = (field: string): string => {
  const known = FIELDS[field];
  if (known !== undefined) return known;
  const words = field
    .replace(/Id$/, '')
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase()
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  state: { ...ACTION_STATE_LABELS, ...MEETING_STATE_LABELS },
  appliesTo: { report: 'The report', plan: 'The plan', action: 'The action' },
  fromState: ACTION_STATE_LABELS,
  toState: ACTION_STATE_LABELS,
  reportedState: ACTION_STATE_LABELS,
  kind: {
    ...EVENT_KIND_LABELS,
    ...APPROVAL_KIND_LABELS,
    ...LABEL_KIND_LABELS,
    ...BODY_KIND_LABELS,
    ...FAMILY_CONTACT_KIND_LABELS,
  },
  runsFrom: EVENT_KIND_LABELS,
  stopsAt: EVENT_KIND_LABELS,
  lead: REVIEW_LEAD_LABELS,
  nation: NATION_LABELS,
  ownerKind: OWNER_KIND_LABELS,
  scope: RECOMMENDATION_SCOPE_LABELS,
  response: AGENCY_RESPONSE_LABELS,
  decision: { ...PUBLICATION_DECISION_LABELS, ...PROCEED_LABELS },
  audience: LABEL_AUDIENCE_LABELS,
  status: EVALUATION_STATUS_LABELS,
  attendance: ATTENDANCE_LABELS,
  purpose: MEETING_PURPOSE_LABELS,
  ragAsserted: RAG_LEVEL_LABELS,
  ragConfirmed: RAG_LEVEL_LABELS,
};

const YES_OR_NO: ReadonlySet<string> = new Set([
  'multiAgency',
  'alreadyInPlace',
  'legalHold',
  'provisional',
  'confirmed',
  'statutory',
  'outsideArea',
  'interim',
  'higherIsBetter',
]);

/** A code in words, 1 and 0 as yes and no where they mean that, anything else as it is. */
export const valueWords = (field: string, value: string | number): string => {
  if (YES_OR_NO.has(field)) return value === 1 ? 'Yes' : 'No';
  return CODES[field]?.[String(value)] ?? String(value);
};
