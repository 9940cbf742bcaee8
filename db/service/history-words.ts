/** Records, fields and values of the change log in words. */
import { fieldWords, tableWords, valueWords } from '../domain/field-words.ts';
import { formatDate, isPartialDate } from '../domain/partial-date.ts';
import type { Change, Value } from '../store/change-log.ts';
import { quoted } from '../store/tables.ts';
import type { Reader } from './context.ts';
import { placeOfRecord } from './record-places.ts';

/** What a row is called in the history: the expression is over its own table. */
const NAMES: Readonly<Record<string, string>> = {
  agencies: 'name',
  agencyNames: 'name',
  attachments: 'fileName',
  bodies: 'name',
  bodyNames: 'name',
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
  meetings: '(select b.name from bodies b where b.id = bodyId)',
  packs: 'title',
  packDocuments: 'fileName',
  packTemplates: 'name',
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
export const POINTS_TO: Readonly<Record<string, string>> = {
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
  mergedIntoId: 'themes',
  delayReasonId: 'delayReasons',
  meetingId: 'meetings',
  targetMeetingId: 'meetings',
  deferredToMeetingId: 'meetings',
  ragSchemeId: 'ragSchemes',
  clockRuleId: 'clockRules',
  evidenceId: 'evidence',
  externalReportId: 'externalReports',
  packId: 'packs',
};

export const nameOf = (reader: Reader, table: string, rowId: string): string => {
  const expression = NAMES[table];
  if (expression === undefined) return '';
  const date = table === 'meetings' ? 'date' : 'null';
  const row = reader
    .prepare<[string], { name: string | null; date: string | null }>(
      `select ${expression} as name, ${date} as date from ${quoted(table)} where id = ?`,
    )
    .get(rowId);
  if (row === undefined) return '';
  return row.date === null ? (row.name ?? '') : `${row.name}, ${formatDate(row.date)}`;
};

export const recordWords = (reader: Reader, table: string, rowId: string): string => {
  const name = nameOf(reader, table, rowId);
  const words = tableWords(table);
  if (name === '') return words;
  return table === 'milestones'
    ? `${words}: ${valueWords('kind', name)}`
    : name.startsWith(words)
      ? name
      : `${words}: ${name}`;
};

/** A value in words; null where there is none. */
export const said = (reader: Reader, field: string, value: Value): string | null => {
  if (value === null || value === '') return null;
  const points = POINTS_TO[field];
  if (points !== undefined && typeof value === 'string') return nameOf(reader, points, value) || value;
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
  'sha256',
  'mediaType',
  'taxonomyId',
  // What a setting holds is the program's own notation.
  'value',
]);

/** A record in words, with what it belongs to where that is not itself: "Action 1.2 (LCSPR 2025/02)". */
export const recordInFull = (reader: Reader, table: string, rowId: string): string => {
  const words = recordWords(reader, table, rowId);
  const place = placeOfRecord(reader, table, rowId);
  if (place === null || place.at === 'settings' || place.at === 'evidence' || place.id === rowId) {
    return table === 'actions' ? withParents(words, [referenceOfAction(reader, rowId)]) : words;
  }
  switch (place.at) {
    case 'review':
      return withParents(words, [nameOf(reader, 'reviews', place.id)]);
    case 'action':
      return withParents(words, [nameOf(reader, 'actions', place.id), referenceOfAction(reader, place.id)]);
    case 'external-report':
      return withParents(words, [nameOf(reader, 'externalReports', place.id)]);
    case 'meeting':
      return withParents(words, [nameOf(reader, 'meetings', place.id)]);
    default:
      return words;
  }
};

const withParents = (words: string, parents: readonly string[]): string => {
  const named = parents.filter((parent) => parent !== '' && !words.includes(parent));
  return named.length === 0 ? words : `${words} (${named.join(', ')})`;
};

const referenceOfAction = (reader: Reader, actionId: string): string =>
  reader
    .prepare<[string], { reference: string }>(
      'select r.reference from actions a join reviews r on r.id = a.reviewId where a.id = ?',
    )
    .get(actionId)?.reference ?? '';

export type ToldChange = {
  readonly table: string;
  readonly rowId: string;
  readonly record: string;
  readonly field: string;
  readonly label: string;
  readonly old: string | null;
  readonly new: string | null;
  /** As it is stored. */
  readonly value: Value;
};

/** The fields of a made row that say something; a changed field as it is. A decision may write the very value that was shown: that tells nothing. */
export const tellChange = (reader: Reader, change: Change): readonly ToldChange[] => {
  if (change.old === change.new) return [];
  const base = {
    table: change.tableName,
    rowId: change.rowId,
    record: recordWords(reader, change.tableName, change.rowId),
  };
  if (change.field === 'removed') {
    const standing = (value: Value): string => (value === null ? 'On record' : 'Removed');
    const told = { field: 'removed', label: 'Record', old: standing(change.old), new: standing(change.new) };
    return [{ ...base, ...told, value: change.new }];
  }
  if (change.field !== '') {
    const { field } = change;
    const told = { old: said(reader, field, change.old), new: said(reader, field, change.new) };
    return [{ ...base, field, label: fieldWords(field), ...told, value: change.new }];
  }
  const row = JSON.parse(String(change.new)) as Record<string, Value>;
  const told = Object.entries(row).flatMap(([field, value]) => {
    if (QUIET.has(field) || value === 0) return [];
    const to = said(reader, field, value);
    return to === null ? [] : [{ ...base, field, label: fieldWords(field), old: null, new: to, value }];
  });
  return told.length > 0 ? told : [{ ...base, field: '', label: 'Record', old: null, new: 'Added', value: null }];
};
