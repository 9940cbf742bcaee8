import type { HistoryEntry } from '../contract/history.ts';
import { fieldWords, tableWords, valueWords } from '../domain/field-words.ts';
import { isUndoable, operationWords } from '../domain/operation-kinds.ts';
import { formatDate, isPartialDate } from '../domain/partial-date.ts';
import { type Change, clockToInstant, type Operation, type Value } from '../store/change-log.ts';
import { Failure } from '../store/failure.ts';
import type { Store } from '../store/store.ts';
import { quoted } from '../store/tables.ts';
import { nextRedo, nextUndo, undo } from '../store/undo.ts';
import { os, savedBy } from './context.ts';
import type { BoardSession } from './session.ts';

/** What a row is called in the history: the expression is over its own table. */
const NAMES: Readonly<Record<string, string>> = {
  agencies: 'name',
  bodies: 'name',
  boards: 'name',
  reviews: 'reference',
  cases: 'reference',
  labels: 'label',
  recommendations: `'Recommendation ' || number`,
  actions: `'Action ' || number`,
  themes: 'name',
  stages: 'name',
  reviewTypes: 'name',
  regimes: 'name',
  clocks: 'name',
  clockRules: 'name',
  delayReasons: 'name',
  externalReports: 'reference',
  evidence: 'substr(what, 1, 60)',
  meetings: `(select b.name from bodies b where b.id = bodyId) || coalesce(' ' || date, '')`,
  ragSchemes: 'name',
  closures: 'name',
  milestones: 'kind',
  agencyReports: '(select g.name from agencies g where g.id = agencyId)',
  actionJointLeads: '(select g.name from agencies g where g.id = agencyId)',
  recommendationResponses: '(select g.name from agencies g where g.id = agencyId)',
  reviewThemes: '(select t.name from themes t where t.id = themeId)',
  actionThemes: '(select t.name from themes t where t.id = themeId)',
  recommendationThemes: '(select t.name from themes t where t.id = themeId)',
  publicationDelayReasons: '(select d.name from delayReasons d where d.id = delayReasonId)',
};

/** Which table an id in a field points to. */
const POINTS_TO: Readonly<Record<string, string>> = {
  agencyId: 'agencies',
  leadAgencyId: 'agencies',
  bodyId: 'bodies',
  parentBodyId: 'bodies',
  stageId: 'stages',
  reviewTypeId: 'reviewTypes',
  regimeId: 'regimes',
  reviewId: 'reviews',
  caseId: 'cases',
  convertedFromReviewId: 'reviews',
  recommendationId: 'recommendations',
  actionId: 'actions',
  themeId: 'themes',
  parentThemeId: 'themes',
  delayReasonId: 'delayReasons',
  meetingId: 'meetings',
  targetMeetingId: 'meetings',
  ragSchemeId: 'ragSchemes',
  clockRuleId: 'clockRules',
  evidenceId: 'evidence',
  externalReportId: 'externalReports',
};

const nameOf = (store: Store, table: string, rowId: string): string => {
  const expression = NAMES[table];
  if (expression === undefined) return '';
  const row = store
    .prepare<[string], { name: string | null }>(`select ${expression} as name from ${quoted(table)} where id = ?`)
    .get(rowId);
  return row?.name ?? '';
};

const recordWords = (store: Store, table: string, rowId: string): string => {
  const name = nameOf(store, table, rowId);
  const words = tableWords(table);
  if (name === '') return words;
  return table === 'milestones'
    ? `${words}: ${valueWords('kind', name)}`
    : name.startsWith(words)
      ? name
      : `${words}: ${name}`;
};

const said = (store: Store, field: string, value: Value): string | null => {
  if (value === null || value === '') return null;
  const points = POINTS_TO[field];
  if (points !== undefined && typeof value === 'string') return nameOf(store, points, value) || value;
  if (field === 'removed') return 'Removed';
  if (typeof value === 'string' && isPartialDate(value) && value.length > 4) return formatDate(value);
  return valueWords(field, value);
};

const QUIET = new Set([
  'id',
  'removed',
  'position',
  'caseId',
  'reviewId',
  'actionId',
  'publicationDelayId',
  'recommendationId',
  'approvalId',
  'tableVersion',
  'taxonomyId',
]);

/** The fields of a made row that say something; a changed field as it is. */
const changesOf = (store: Store, change: Change): HistoryEntry['changes'] => {
  const base = {
    table: change.tableName,
    rowId: change.rowId,
    record: recordWords(store, change.tableName, change.rowId),
  };
  if (change.field !== '') {
    const from = said(store, change.field, change.old);
    const to = said(store, change.field, change.new);
    if (change.field === 'removed') {
      return [
        {
          ...base,
          field: 'removed',
          label: 'Record',
          old: change.old === null ? 'On record' : 'Removed',
          new: change.new === null ? 'On record' : 'Removed',
        },
      ];
    }
    return [{ ...base, field: change.field, label: fieldWords(change.field), old: from, new: to }];
  }
  const row = JSON.parse(String(change.new)) as Record<string, Value>;
  const told = Object.entries(row).flatMap(([field, value]) => {
    if (QUIET.has(field) || value === 0) return [];
    const to = said(store, field, value);
    return to === null ? [] : [{ ...base, field, label: fieldWords(field), old: null, new: to }];
  });
  return told.length > 0 ? told : [{ ...base, field: '', label: 'Record', old: null, new: 'Added' }];
};

/** Changes shown of one operation; a bulk edit of thousands says how many there were. */
const CHANGES_SHOWN = 60;

const entryOf = (
  store: Store,
  operation: Operation,
  rowIds: ReadonlySet<string> | null,
  field: string | null,
): HistoryEntry => {
  const changes = store
    .prepare<[{ operation: number; rowIds: string | null; shown: number }], Change>(
      `select * from changes where operation = @operation
         and (@rowIds is null or rowId in (select value from json_each(@rowIds))) order by number limit @shown`,
    )
    .all({
      operation: operation.number,
      rowIds: rowIds === null ? null : JSON.stringify([...rowIds]),
      shown: CHANGES_SHOWN,
    })
    .flatMap((change) => changesOf(store, change))
    .filter((change) => field === null || change.field === field);
  return {
    operationId: operation.id,
    at: clockToInstant(operation.clock),
    actor: operation.actor,
    kind: operation.kind,
    words: operationWords(operation.kind),
    reason: operation.reason,
    undoRefused: whyNotUndone(store, operation),
    changes: changes.slice(0, CHANGES_SHOWN),
  };
};

const whyNotUndone = (store: Store, operation: Operation): string | null => {
  if (!isUndoable(operation.kind)) return 'It stays on record.';
  const taken = store
    .prepare<[string], { n: number }>(
      `select count(*) as n from operations u where u.undoes = ? and not exists (select 1 from operations r where r.undoes = u.id)`,
    )
    .get(operation.id);
  return taken?.n === 0 ? null : 'It was taken back.';
};

/** Tables whose rows belong to one action. */
const OF_AN_ACTION = [
  'actionJointLeads',
  'actionMilestones',
  'actionStateMoves',
  'actionThemes',
  'approvals',
  'earlierTargets',
  'evidenceLinks',
  'measures',
  'progressUpdates',
  'updateRequests',
] as const;

/** All that belongs to a review: the review, its case, and every row that names it, one or two steps away. */
const OF_REVIEW = `with recursive own(id) as (
    select @reviewId union select caseId from reviews where id = @reviewId
    union select id from labels where caseId = (select caseId from reviews where id = @reviewId)
    union select id from subjects where caseId = (select caseId from reviews where id = @reviewId)
    ${[
      'milestones',
      'clocks',
      'agencyReports',
      'evaluations',
      'handOvers',
      'proceedDecisions',
      'notes',
      'publications',
      'publicationDecisions',
      'publicationDelays',
      'recommendations',
      'actions',
      'approvals',
      'reviewThemes',
      'learningProducts',
      'impactChecks',
      'statedFigures',
      'reviewBodies',
    ]
      .map((table) => `union select id from ${table} where reviewId = @reviewId`)
      .join(' ')}
    ${(
      [
        ['publicationDelayReasons', 'publicationDelayId', 'publicationDelays'],
        ['delayNotices', 'publicationDelayId', 'publicationDelays'],
        ['recommendationResponses', 'recommendationId', 'recommendations'],
        ['recommendationThemes', 'recommendationId', 'recommendations'],
        ...OF_AN_ACTION.map((table) => [table, 'actionId', 'actions'] as const),
        ['approvalConditions', 'approvalId', 'approvals'],
      ] as const
    )
      .map(
        ([table, field, parent]) =>
          `union select id from ${table} where ${field} in (select id from ${parent} where reviewId = @reviewId)`,
      )
      .join(' ')})`;

const ofReview = (store: Store, reviewId: string, offset: number, limit: number) => {
  const ids = store
    .prepare<[{ reviewId: string }], { id: string }>(`${OF_REVIEW} select id from own`)
    .all({ reviewId });
  const rowIds = new Set(ids.map((row) => row.id));
  const found = store
    .prepare<[{ reviewId: string }], { operation: number }>(
      `${OF_REVIEW} select distinct c.operation from own o cross join changes c on c.rowId = o.id order by c.operation desc`,
    )
    .all({ reviewId });
  const page = found.slice(offset, offset + limit).map(({ operation }) => operationByNumber(store, operation));
  return { entries: page.map((operation) => entryOf(store, operation, rowIds, null)), total: found.length };
};

const operationByNumber = (store: Store, number: number): Operation => {
  const operation = store.prepare<[number], Operation>('select * from operations where number = ?').get(number);
  if (operation === undefined) throw new Failure('not-found', { what: 'change' });
  return operation;
};

/** The row itself; for an action also the rows that belong to it, unless one field is asked for. */
const OF_RECORD = `select @rowId as id ${OF_AN_ACTION.map((table) => `union select id from ${table} where actionId = @rowId and @field is null`).join(' ')}`;

const ofRecord = (store: Store, rowId: string, field: string | null, limit: number) => {
  const asked = { rowId, field };
  const rowIds = new Set(
    store
      .prepare<[typeof asked], { id: string }>(OF_RECORD)
      .all(asked)
      .map((row) => row.id),
  );
  const found = store
    .prepare<[typeof asked], { operation: number }>(
      `select distinct c.operation from (${OF_RECORD}) o cross join changes c on c.rowId = o.id
       where @field is null or c.field in (@field, '') order by c.operation desc`,
    )
    .all(asked);
  const entries = found
    .slice(0, limit)
    .map(({ operation }) => entryOf(store, operationByNumber(store, operation), rowIds, field));
  return { entries: entries.filter((entry) => entry.changes.length > 0), total: found.length };
};

const step = (operation: { readonly id: string; readonly kind: string; readonly clock: string } | null) =>
  operation === null
    ? null
    : { operationId: operation.id, words: operationWords(operation.kind), at: clockToInstant(operation.clock) };

export const history = {
  next: os.history.next.handler(({ context: { session } }) => {
    const redo = nextRedo(session.store);
    return {
      undo: step(nextUndo(session.store)),
      redo:
        redo === null ? null : { ...(step(redo.undone) as NonNullable<ReturnType<typeof step>>), operationId: redo.id },
    };
  }),
  undo: os.history.undo.handler(({ input, context: { session } }) => takeBack(session, input.operationId)),
  redo: os.history.redo.handler(({ input, context: { session } }) => takeBack(session, input.operationId)),
  ofRecord: os.history.ofRecord.handler(({ input, context: { session } }) =>
    ofRecord(session.store, input.rowId, input.field ?? null, input.limit),
  ),
  ofReview: os.history.ofReview.handler(({ input, context: { session } }) =>
    ofReview(session.store, input.reviewId, input.offset, input.limit),
  ),
  recent: os.history.recent.handler(({ input, context: { session } }) => {
    const { store } = session;
    const total = store.prepare<[], { n: number }>('select count(*) as n from operations').get()?.n ?? 0;
    const page = store
      .prepare<[number, number], Operation>('select * from operations order by number desc limit ? offset ?')
      .all(input.limit, input.offset);
    return { entries: page.map((operation) => entryOf(store, operation, null, null)), total };
  }),
};

const takeBack = (session: BoardSession, operationId: string) => {
  const { store } = session;
  const operation = store.prepare<[string], Operation>('select * from operations where id = ?').get(operationId);
  const original =
    operation?.kind === 'undo'
      ? store.prepare<[string | null], Operation>('select * from operations where id = ?').get(operation.undoes)
      : operation;
  const committed = undo(store, operationId);
  if (committed.tables.includes('boards')) session.keepName();
  return { ...savedBy(committed), words: operationWords(original?.kind ?? '') };
};
