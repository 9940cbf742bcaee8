/**
 * What "Find anything" looks through: which fields of which tables, and in which column of the index they stand. The one list
 * that index, triggers and results follow from. What is a person's own words and stands neither here nor in `LEFT_OUT` is an
 * omission, and a test says so.
 */
import { FOUND_KINDS, type FoundKind } from '../domain/found-kinds.ts';
import type { RecordedTable, Row } from './tables.ts';

type Column<T extends RecordedTable> = Exclude<keyof Row<T>, 'id' | 'removed'> & string;

type Fields<T extends RecordedTable> = {
  /** References and labels, by which a record is known: found first. */
  readonly reference?: readonly Column<T>[];
  /** Names and titles. */
  readonly title?: readonly Column<T>[];
  readonly text?: readonly Column<T>[];
};

/** Rows whose words are part of the record they belong to: `key` of theirs names the same as `of` of the record's. */
export type JoinedRows = {
  readonly table: RecordedTable;
  readonly key: string;
  readonly of: string;
  readonly fields: {
    readonly reference?: readonly string[];
    readonly title?: readonly string[];
    readonly text?: readonly string[];
  };
};

const joined = <T extends RecordedTable>(
  table: T,
  key: Column<T> | 'id',
  fields: Fields<T>,
  of: string = 'id',
): JoinedRows => ({ table, key, of, fields });

/** The record above, by the column that names it: when that is removed, its words go with it. */
export type Parent = { readonly column: string; readonly table: SearchedTable };

export type SearchSource = {
  readonly table: SearchedTable;
  readonly fields: {
    readonly reference?: readonly string[];
    readonly title?: readonly string[];
    readonly text?: readonly string[];
  };
  readonly joined: readonly JoinedRows[];
  readonly parents: readonly Parent[];
};

type SourceOptions = {
  readonly joined?: readonly JoinedRows[];
  readonly under?: Readonly<Record<string, SearchedTable>>;
};

const source = <T extends SearchedTable>(table: T, fields: Fields<T>, options: SourceOptions = {}): SearchSource => ({
  table,
  fields,
  joined: options.joined ?? [],
  parents: Object.entries(options.under ?? {}).map(([column, parent]) => ({ column, table: parent })),
});

/** Tables whose rows are found. A record's number in the index begins with its table's place here. */
export const SEARCHED_TABLES = FOUND_KINDS satisfies readonly RecordedTable[];
export type SearchedTable = FoundKind;

const underReview = { under: { reviewId: 'reviews' } } as const;
const anyOrigin = { reviewId: 'reviews', externalReportId: 'externalReports', meetingId: 'meetings' } as const;

export const SEARCH_SOURCES: readonly SearchSource[] = [
  source(
    'reviews',
    {
      reference: ['reference'],
      title: ['title'],
      text: [
        'trigger',
        'method',
        'leadBody',
        'commissioner',
        'leadReviewerPost',
        'ownerPost',
        'retentionClass',
        'legalHoldReason',
      ],
    },
    {
      joined: [
        joined('labels', 'caseId', { reference: ['label'] }, 'caseId'),
        joined(
          'cases',
          'id',
          { reference: ['reference'], text: ['incidentText', 'note', 'retentionClass', 'legalHoldReason'] },
          'caseId',
        ),
        joined('subjects', 'caseId', { text: ['note'] }, 'caseId'),
        joined('reviewBodies', 'reviewId', { text: ['name'] }),
        joined('reviewThemes', 'reviewId', { text: ['note'] }),
      ],
    },
  ),
  source(
    'actions',
    { reference: ['number'], text: ['text', 'leadPost', 'owner', 'targetText', 'successMeasure'] },
    {
      under: { reviewId: 'reviews', recommendationId: 'recommendations', meetingId: 'meetings' },
      joined: [
        joined('actionMilestones', 'actionId', { text: ['text', 'targetText'] }),
        joined('measures', 'actionId', { text: ['text', 'unit'] }),
        joined('earlierTargets', 'actionId', { text: ['targetText', 'reason'] }),
        joined('updateRequests', 'actionId', { text: ['note'] }),
        joined('actionStateMoves', 'actionId', { text: ['reason'] }),
      ],
    },
  ),
  source('recommendations', { reference: ['number'], text: ['text', 'alreadyInPlaceNote'] }, { under: anyOrigin }),
  source('progressUpdates', { text: ['text', 'dateText'] }, { under: { actionId: 'actions' } }),
  source('notes', { text: ['text', 'dateText'] }, underReview),
  source(
    'meetings',
    { title: ['title'], text: ['dateText', 'place', 'nilStatement'] },
    { joined: [joined('attendances', 'meetingId', { text: ['post'] })] },
  ),
  source('meetingItems', { title: ['title'], text: ['paper', 'deferredText'] }, { under: { meetingId: 'meetings' } }),
  source('decisions', { reference: ['minuteReference'], text: ['text'] }, { under: { meetingId: 'meetings' } }),
  source(
    'themes',
    { reference: ['code'], title: ['name'], text: ['source', 'definition'] },
    { joined: [joined('themeMappings', 'themeId', { text: ['list', 'item'] })] },
  ),
  source(
    'agencies',
    { reference: ['shortName'], title: ['name'], text: ['sector', 'contactPost', 'contactAddress', 'note'] },
    {
      joined: [
        joined('agencyNames', 'agencyId', { title: ['name'] }),
        joined('agencySuccessions', 'fromAgencyId', { text: ['note'] }),
      ],
    },
  ),
  source(
    'bodies',
    { title: ['name'], text: ['chairPost', 'calendarRule', 'note'] },
    {
      joined: [
        joined('bodyNames', 'bodyId', { title: ['name'] }),
        joined('bodySuccessions', 'fromBodyId', { text: ['note'] }),
      ],
    },
  ),
  source('externalReports', { reference: ['reference'], title: ['title'], text: ['issuedBy', 'note'] }),
  source(
    'evidence',
    { title: ['what'], text: ['fromWhom', 'dateText', 'heldAt', 'note'] },
    { joined: [joined('attachments', 'evidenceId', { title: ['fileName'] })] },
  ),
  source(
    'publicationDelays',
    { text: ['explanation', 'expectedEndEvent', 'interimLearning', 'sinceText', 'endedBy'] },
    { ...underReview, joined: [joined('delayNotices', 'publicationDelayId', { text: ['told', 'toldText'] })] },
  ),
  source('publicationDecisions', { text: ['basis', 'agreedBy', 'disagreedBy', 'decidedText'] }, underReview),
  source('publications', { text: ['place', 'audience', 'note', 'plannedText', 'publishedText'] }, underReview),
  source(
    'approvals',
    { reference: ['minuteReference'], text: ['note', 'dateText', 'revokedReason'] },
    {
      under: { reviewId: 'reviews', externalReportId: 'externalReports', actionId: 'actions' },
      joined: [joined('approvalConditions', 'approvalId', { text: ['text', 'dischargedBy'] })],
    },
  ),
  source('recommendationResponses', { text: ['rationale'] }, { under: { recommendationId: 'recommendations' } }),
  source('boardResponses', { text: ['text', 'note'] }, underReview),
  source('proceedDecisions', { text: ['reasons', 'decidedBy', 'told'] }, underReview),
  source('milestones', { title: ['name'], text: ['note', 'dateText', 'forecastText'] }, underReview),
  source('clocks', { text: ['overrideReason', 'relaxationReason'] }, underReview),
  source('agencyReports', { text: ['note'] }, underReview),
  source('accuracyRounds', { text: ['note'] }, underReview),
  source('familyContacts', { text: ['note', 'who', 'byPost', 'dateText'] }, underReview),
  source('evaluations', { title: ['evaluator'], text: ['grade', 'regimeNote', 'note', 'dateText'] }, underReview),
  source('handOvers', { title: ['body'], text: ['note', 'deadlineText'] }, underReview),
  source(
    'learningProducts',
    { title: ['title'], text: ['audience', 'note', 'issuedText'] },
    { under: { reviewId: 'reviews', externalReportId: 'externalReports', themeId: 'themes' } },
  ),
  source(
    'impactChecks',
    { title: ['question'], text: ['method', 'finding'] },
    { under: { reviewId: 'reviews', themeId: 'themes', actionId: 'actions' } },
  ),
  source('themeRoutes', { text: ['routedTo', 'task', 'finding'] }, { under: { themeId: 'themes' } }),
  source(
    'statedFigures',
    { title: ['statement'], text: ['source', 'unit', 'note'] },
    { under: { reviewId: 'reviews', externalReportId: 'externalReports' } },
  ),
];

/** Words that are not looked through, and why. A table named alone is left out whole. */
export const LEFT_OUT: readonly { readonly of: readonly string[]; readonly why: string }[] = [
  { of: ['packs', 'packDocuments'], why: 'the pack register: a short list of its own, by date and meeting' },
  {
    of: ['members', 'memberDevices', 'deviceRemovals', 'adoptedRuns'],
    why: 'who keeps the board together: a short list of its own, under Sync',
  },
  {
    of: ['conflictDecisions'],
    why: 'it says which version was taken; the words that stand are found where they stand',
  },
  { of: ['releasedTexts'], why: 'the public words of a record that is found by its own' },
  {
    of: [
      'boards',
      'closures',
      'settings',
      'savedViews',
      'ladderSteps',
      'ragSchemes',
      'ragLevels',
      'taxonomies',
      'packTemplates',
    ],
    why: 'a setting: it has its own short list under Settings',
  },
  {
    of: ['reviewTypes', 'stages', 'regimes', 'clockRules', 'delayReasons'],
    why: 'words of a review type: they would find every review of it',
  },
  {
    of: ['clocks.name', 'clocks.source', 'clocks.tableVersion'],
    why: 'copied from the rule of the review’s type',
  },
  {
    of: ['actions.ragAsserted', 'actions.ragConfirmed', 'progressUpdates.ragAsserted'],
    why: 'a code of the RAG scheme: the list of actions filters by it',
  },
  { of: ['statedFigures.measure'], why: 'the name of a computed figure' },
  { of: ['attachments.mediaType', 'attachments.sha256'], why: 'what a file is, not what it is called' },
];
