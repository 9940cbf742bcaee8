/**
 * How the fields of a record are merged when two laptops wrote it apart. What is one value to a person is one *cell* here,
 * though it lies in several columns: a date with the words it was written with, a state with the day it began.
 *
 * Must hold (tested): every rule of the database over several columns lies within one cell, so that merging cells never breaks one.
 */
type Groups = Readonly<Record<string, readonly (readonly string[])[]>>;

const WRITTEN_DATE = ['date', 'dateText'] as const;

/** Fields that are one value. The first names the cell. */
export const MERGE_GROUPS: Groups = {
  actionMilestones: [['targetDate', 'targetText']],
  actions: [
    ['targetDate', 'targetText', 'targetMeetingId'],
    ['state', 'stateSince'],
    ['ragAsserted', 'ragAssertedOn'],
    ['ragConfirmed', 'ragConfirmedOn'],
    ['ownerKind', 'owner'],
    ['recommendationId', 'reviewId', 'meetingId'],
  ],
  approvalConditions: [['dischargedOn', 'dischargedBy']],
  approvals: [['appliesTo', 'reviewId', 'externalReportId', 'actionId'], WRITTEN_DATE, ['revokedOn', 'revokedReason']],
  cases: [
    ['incidentOn', 'incidentText'],
    ['retentionClass', 'retentionReviewOn'],
    ['legalHold', 'legalHoldReason'],
  ],
  clocks: [
    ['overrideDueOn', 'overrideReason'],
    ['relaxedUntil', 'relaxationReason'],
  ],
  delayNotices: [['toldOn', 'toldText']],
  earlierTargets: [['targetDate', 'targetText', 'targetMeetingId']],
  evaluations: [WRITTEN_DATE],
  evidence: [WRITTEN_DATE],
  familyContacts: [WRITTEN_DATE],
  handOvers: [['deadline', 'deadlineText']],
  learningProducts: [['issuedOn', 'issuedText']],
  measures: [['current', 'asAt']],
  meetings: [WRITTEN_DATE],
  milestones: [WRITTEN_DATE, ['forecast', 'forecastText']],
  notes: [WRITTEN_DATE],
  progressUpdates: [WRITTEN_DATE],
  publicationDecisions: [['decidedOn', 'decidedText']],
  publicationDelays: [
    ['since', 'sinceText'],
    ['endedOn', 'endedBy'],
  ],
  publications: [
    ['plannedOn', 'plannedText'],
    ['publishedOn', 'publishedText', 'place', 'availableUntil', 'takenDownOn'],
  ],
  ragLevels: [['lower', 'lowerInclusive', 'upper', 'upperInclusive']],
  recommendationResponses: [['response', 'rationale', 'respondedOn']],
  recommendations: [['reviewId', 'externalReportId', 'meetingId']],
  releasedTexts: [['reviewId', 'recommendationId', 'actionId']],
  reviews: [
    ['reviewTypeId', 'regimeId', 'stageId'],
    ['periodFrom', 'periodUntil'],
    ['retentionClass', 'retentionReviewOn'],
    ['legalHold', 'legalHoldReason'],
  ],
};

/** Recorded decisions and states: no clock ever decides them. A table named with '*' is governed whole. */
const GOVERNED: Readonly<Record<string, '*' | readonly string[]>> = {
  actions: ['state'],
  approvalConditions: '*',
  approvals: '*',
  handOvers: ['handedOverOn', 'acceptedOn'],
  meetings: ['state'],
  proceedDecisions: '*',
  publicationDecisions: '*',
  publications: ['publishedOn'],
  reviews: ['reviewTypeId'],
};

/** Order and looks: the latest stands, and nobody is asked. A table named with '*' is quiet whole. */
const QUIET: Readonly<Record<string, '*' | readonly string[]>> = { clocks: ['tableVersion'], savedViews: '*' };

/** Links to a record of the same table, which must never lead round in a circle. */
export const TREES: Readonly<Record<string, readonly string[]>> = {
  actions: ['supersededById'],
  bodies: ['parentBodyId'],
  meetingItems: ['carriedFromItemId'],
  reviews: ['convertedFromReviewId'],
  themes: ['parentThemeId', 'mergedIntoId'],
};

/**
 * Sets: a row says that something belongs to something, so its id follows from these fields and the same member added on two
 * laptops is one row. Absence on one laptop is never removal.
 */
export const SET_KEYS: Readonly<Record<string, readonly string[]>> = {
  actionJointLeads: ['actionId', 'agencyId'],
  actionThemes: ['actionId', 'themeId'],
  attendances: ['meetingId', 'agencyId', 'post'],
  evidenceLinks: ['evidenceId', 'actionId'],
  publicationDelayReasons: ['publicationDelayId', 'delayReasonId'],
  publications: ['reviewId'],
  recommendationResponses: ['recommendationId', 'agencyId'],
  recommendationThemes: ['recommendationId', 'themeId'],
  reviewThemes: ['reviewId', 'themeId'],
  settings: ['name'],
};

/**
 * Rows that tell how a state came about. One counts when the write that it was made with is on the way to the state that stands:
 * a move that was decided against, or waits to be, stays in the history and in no figure.
 */
export const COURSES: Readonly<
  Record<string, { readonly owner: string; readonly column: string; readonly cell: string }>
> = { actionStateMoves: { owner: 'actions', column: 'actionId', cell: 'state' } };

const groupsByField = new Map<string, readonly string[]>(
  Object.entries(MERGE_GROUPS).flatMap(([table, groups]) =>
    groups.flatMap((group) => group.map((field) => [`${table}.${field}`, group] as const)),
  ),
);

/** The fields that are merged together with this one, itself among them; the first names the cell. */
export const cellFields = (table: string, field: string): readonly string[] =>
  groupsByField.get(`${table}.${field}`) ?? [field];

export const cellOf = (table: string, field: string): string => cellFields(table, field)[0] ?? field;

const isNamed = (rules: Readonly<Record<string, '*' | readonly string[]>>, table: string, cell: string): boolean => {
  const named = rules[table];
  return cell !== 'removed' && (named === '*' || named?.includes(cell) === true);
};

export const isGoverned = (table: string, cell: string): boolean => isNamed(GOVERNED, table, cell);

export const isQuiet = (table: string, cell: string): boolean => cell === 'position' || isNamed(QUIET, table, cell);
