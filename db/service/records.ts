import type { z } from 'zod';
import { type EditableTable, recordShapes } from '../contract/records.ts';
import type { OperationKindCode } from '../domain/operation-kinds.ts';
import { latestDay } from '../domain/partial-date.ts';
import { clockToInstant, type Operation, type Value } from '../store/change-log.ts';
import { NEWEST_FIRST } from '../store/log-end.ts';
import { Failure } from '../store/failure.ts';
import type { Store, Writer } from '../store/store.ts';
import type { RecordedTable, Row } from '../store/tables.ts';
import { badInput, os, refuse, savedBy, todayOf } from './context.ts';
import { refuseBareRejection } from './recommendations.ts';
import { refuseThemeInUse, refuseThemeUnderItself } from './theme-changes.ts';
import { refuseBadRoute } from './theme-tasks.ts';

/** What an edit of each table is called in the history. */
const KINDS: Record<EditableTable, OperationKindCode> = {
  boards: 'edit-board',
  bodies: 'edit-body',
  agencies: 'edit-agency',
  agencyNames: 'edit-agency',
  agencySuccessions: 'edit-agency',
  bodyNames: 'edit-body',
  bodySuccessions: 'edit-body',
  closures: 'edit-closure',
  ragSchemes: 'edit-rag-scheme',
  ragLevels: 'edit-rag-scheme',
  savedViews: 'edit-saved-view',
  reviewTypes: 'edit-review-type',
  stages: 'edit-review-type',
  regimes: 'edit-review-type',
  clockRules: 'edit-review-type',
  delayReasons: 'edit-settings',
  ladderSteps: 'edit-ladder',
  cases: 'edit-review',
  subjects: 'edit-label',
  labels: 'edit-label',
  reviews: 'edit-review',
  reviewBodies: 'edit-review-record',
  milestones: 'edit-milestone',
  clocks: 'edit-clock',
  agencyReports: 'edit-review-record',
  evaluations: 'edit-review-record',
  handOvers: 'edit-review-record',
  proceedDecisions: 'edit-review-record',
  familyContacts: 'edit-review-record',
  accuracyRounds: 'edit-review-record',
  boardResponses: 'edit-review-record',
  notes: 'edit-note',
  publications: 'edit-publication',
  publicationDelays: 'edit-delay',
  delayNotices: 'edit-delay',
  externalReports: 'edit-recommendation',
  recommendations: 'edit-recommendation',
  recommendationResponses: 'edit-recommendation',
  actions: 'edit-action',
  actionMilestones: 'edit-action',
  actionJointLeads: 'edit-action',
  measures: 'edit-action',
  evidence: 'edit-evidence',
  progressUpdates: 'add-update',
  meetings: 'edit-meeting',
  meetingItems: 'edit-meeting',
  decisions: 'edit-meeting',
  attendances: 'edit-meeting',
  taxonomies: 'edit-theme',
  themeMappings: 'edit-theme',
  themeRoutes: 'edit-theme',
  themes: 'edit-theme',
  reviewThemes: 'edit-theme',
  recommendationThemes: 'edit-theme',
  actionThemes: 'edit-theme',
  learningProducts: 'edit-learning',
  impactChecks: 'edit-learning',
  statedFigures: 'edit-stated-figure',
};

type Fields = Record<string, Value>;

/** Pairs of dates of one record that must not be the wrong way round: the second cannot end before the first begins. */
const IN_ORDER: Partial<Record<EditableTable, readonly (readonly [first: string, second: string, words: string])[]>> = {
  reviews: [['periodFrom', 'periodUntil', 'The period under review ends before it begins.']],
  publications: [['publishedOn', 'takenDownOn', 'The report was taken down before it was published.']],
  publicationDelays: [['since', 'endedOn', 'The delay ends before it begins.']],
  bodies: [],
  regimes: [['fromDate', 'untilDate', 'The regime ends before it begins.']],
  accuracyRounds: [['sentOn', 'returnedOn', 'The draft was returned before it was sent.']],
  agencyNames: [['fromDate', 'untilDate', 'The name ends before it begins.']],
  bodyNames: [['fromDate', 'untilDate', 'The name ends before it begins.']],
  agencyReports: [['requestedOn', 'receivedOn', 'The report was received before it was requested.']],
};

const refuseWrongOrder = (table: EditableTable, row: Fields): void => {
  for (const [first, second, words] of IN_ORDER[table] ?? []) {
    const [from, until] = [row[first], row[second]];
    if (typeof from === 'string' && typeof until === 'string' && latestDay(until) < from.padEnd(10, '-01')) {
      throw new Failure('bad-input', { problem: words, field: second });
    }
  }
};

const checked = (schema: z.ZodType, value: unknown): Fields => {
  const result = schema.safeParse(value);
  if (result.success) return result.data as Fields;
  const issue = result.error.issues[0];
  const field = issue?.path.map(String).join('.') ?? '';
  throw new Failure('bad-input', { problem: `${field || 'The form'}: ${issue?.message ?? 'is not right'}`, field });
};

/** One record that a person adds. Fails with bad-input, naming the field. */
export const addRecord = (store: Store, table: EditableTable, row: Fields) => {
  const fields = checked(recordShapes[table].strict(), row);
  refuseWrongOrder(table, fields);
  if (table === 'recommendationResponses') refuseBareRejection(fields);
  if (table === 'themeRoutes') refuseBadRoute(fields);
  if (table === 'boards') refuse('There is one board in a folder.', 'Make another board in a folder of its own.');
  return store.operation({ kind: KINDS[table] }, (write) => {
    const id = write.insert(table, fields);
    if (table === 'meetings') keepTargetsWithMeeting(store, write, id);
    return id;
  });
};

export type Edit = {
  readonly table: EditableTable;
  readonly id: string;
  readonly was: Fields;
  readonly now: Fields;
  readonly reason?: string | undefined;
  readonly force: boolean;
  /** What it is called in the history, when that is not simply an edit. */
  readonly kind?: OperationKindCode;
};

/** Changes fields of one record, unless it was changed since the person looked. Fails with bad-input, stale or not-found. */
export const editRecord = (store: Store, edit: Edit) =>
  store.operation({ kind: edit.kind ?? KINDS[edit.table], reason: edit.reason ?? '' }, checkedEdit(store, edit));

/** What writes the edit, once it is checked as `editRecord` says. */
export const checkedEdit = (store: Store, edit: Omit<Edit, 'reason' | 'kind'>): ((write: Writer) => void) => {
  const row = store.row(edit.table, edit.id) as Fields;
  if (row.removed !== null) throw new Failure('not-found', { what: 'record', id: edit.id });
  const now = checked(recordShapes[edit.table].partial().strict(), edit.now);
  // A partial shape fills defaults in for what was not given; only what was given is changed.
  const patch = Object.fromEntries(Object.entries(now).filter(([field]) => field in edit.now));
  if (!edit.force) refuseStale(store, edit, row);
  refuseWrongOrder(edit.table, { ...row, ...patch });
  if (edit.table === 'recommendationResponses' && ('response' in patch || 'rationale' in patch)) {
    refuseBareRejection({ ...row, ...patch });
  }
  if (edit.table === 'themeRoutes') refuseBadRoute({ ...row, ...patch });
  if (edit.table === 'themes') refuseThemeUnderItself(store, edit.id, patch['parentThemeId']);
  return (write) => {
    write.update(edit.table, edit.id, patch);
    if (edit.table === 'meetings' && 'date' in patch) keepTargetsWithMeeting(store, write, edit.id);
  };
};

const refuseStale = (store: Store, edit: Edit, row: Fields): void => {
  for (const field of Object.keys(edit.now)) {
    if (!(field in edit.was)) badInput(`What “${field}” held before is missing, so the edit could overwrite another.`);
    if (row[field] === edit.was[field]) continue;
    const last = store
      .prepare<[string, string, unknown], Pick<Operation, 'actor' | 'clock'>>(
        `select o.actor, o.clock from changes c join operations o on o.number = c.operation
         where c.rowId = ? and c.field = ? order by c.new is ? desc, ${NEWEST_FIRST} limit 1`,
      )
      .get(edit.id, field, row[field] ?? null);
    throw new Failure('stale', {
      field,
      current: row[field] ?? '',
      actor: last?.actor ?? '',
      at: last === undefined ? 0 : clockToInstant(last.clock),
    });
  }
};

/** An action whose target is a meeting is due on the meeting's date: when that moves, the target moves with it, and says so. */
export const keepTargetsWithMeeting = (store: Store, write: Writer, meetingId: string): void => {
  const { date } = store.row('meetings', meetingId);
  const actions = store
    .prepare<[string], Row<'actions'>>('select * from actions where targetMeetingId = ? and removed is null')
    .all(meetingId);
  for (const { id: actionId, targetDate, targetText, targetMeetingId } of actions) {
    if (targetDate === date) continue;
    if (targetDate !== null) {
      const movedOn = todayOf(store);
      const reason = 'The meeting that is the target was moved';
      write.insert('earlierTargets', { actionId, targetDate, targetText, targetMeetingId, movedOn, reason });
    }
    write.update('actions', actionId, { targetDate: date });
  }
};

/** Records that others stand on: what stands on them has to go, or move, first. */
const IN_USE_BY: Partial<Record<EditableTable, readonly [table: RecordedTable, column: string, words: string]>> = {
  recommendations: ['actions', 'recommendationId', 'action answers it'],
  reviewTypes: ['reviews', 'reviewTypeId', 'review is of this type'],
  stages: ['reviews', 'stageId', 'review is at this stage'],
  taxonomies: ['themes', 'taxonomyId', 'theme belongs to it'],
};

const refuseInUse = (store: Store, table: EditableTable, id: string): void => {
  const use = IN_USE_BY[table];
  if (use === undefined) return;
  const [child, column, words] = use;
  const found = store
    .prepare<[string], { n: number }>(`select count(*) as n from ${child} where ${column} = ? and removed is null`)
    .get(id);
  if (found !== undefined && found.n > 0) {
    refuse(
      `It cannot be removed while at least one ${words} (${found.n}).`,
      'Nothing was changed. Remove or move those first.',
    );
  }
};

/** Fails with not-found for what was removed before, and never takes the board itself away. */
export const removeRecord = (store: Store, table: EditableTable, id: string, reason: string) => {
  refuseRemoval(store, table, id);
  return store.operation({ kind: 'remove', reason }, (write) => write.remove(table as RecordedTable, id));
};

export const refuseRemoval = (store: Store, table: EditableTable, id: string): void => {
  if (table === 'boards') refuse('The board itself cannot be removed.');
  if (store.row(table, id).removed !== null) throw new Failure('not-found', { what: 'record', id });
  refuseInUse(store, table, id);
  if (table === 'themes') refuseThemeInUse(store, id);
};

export const records = {
  add: os.records.add.handler(({ input, context: { session } }) => {
    const committed = addRecord(session.store, input.table, input.row);
    return { ...savedBy(committed), id: committed.result };
  }),
  edit: os.records.edit.handler(({ input, context: { session } }) => {
    const committed = editRecord(session.store, input);
    if (input.table === 'boards') session.keepName();
    return savedBy(committed);
  }),
  remove: os.records.remove.handler(({ input, context: { session } }) =>
    savedBy(removeRecord(session.store, input.table, input.id, input.reason ?? '')),
  ),
};
