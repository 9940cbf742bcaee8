/** On which page a record stands: its own, or that of what it belongs to. */
import type { RecordPlace } from '../domain/board-areas.ts';
import { quoted, tableShape } from '../store/tables.ts';
import type { Reader } from './context.ts';

type Fields = Readonly<Record<string, string | number | null>>;

/** The part of a review's page that shows its records of a table; "summary" for the others. */
const SECTIONS: Readonly<Record<string, string>> = {
  accuracyRounds: 'accuracy',
  agencyReports: 'agency-reports',
  approvals: 'approvals',
  boardResponses: 'response',
  cases: 'case',
  clocks: 'clocks',
  evaluations: 'evaluations',
  familyContacts: 'family',
  handOvers: 'hand-over',
  impactChecks: 'learning',
  labels: 'people',
  learningProducts: 'learning',
  milestones: 'dates',
  notes: 'notes',
  proceedDecisions: 'proceed',
  publicationDecisions: 'publication',
  publicationDelays: 'publication',
  publications: 'publication',
  recommendations: 'plan',
  releasedTexts: 'publication',
  reviewBodies: 'bodies',
  reviewThemes: 'themes',
  statedFigures: 'figures',
  subjects: 'people',
};

const SETTINGS: Readonly<Record<string, string>> = {
  boards: 'board',
  closures: 'closures',
  clockRules: 'review-types',
  delayReasons: 'board',
  ladderSteps: 'ladder',
  ragLevels: 'rag',
  ragSchemes: 'rag',
  regimes: 'review-types',
  reviewTypes: 'review-types',
  settings: 'board',
  stages: 'review-types',
  taxonomies: 'themes',
};

/** Tables whose rows have a page of their own. */
const PAGES: Readonly<Record<string, Exclude<RecordPlace['at'], 'review' | 'settings' | 'evidence'>>> = {
  actions: 'action',
  agencies: 'agency',
  bodies: 'body',
  externalReports: 'external-report',
  meetings: 'meeting',
  themes: 'theme',
};

/** What a row belongs to, the closest first: the field that says it, and the table it points to. */
const BELONGS_TO: readonly (readonly [field: string, table: string, ofTables?: readonly string[]])[] = [
  ['evidenceId', 'evidence'],
  ['approvalId', 'approvals'],
  ['publicationDelayId', 'publicationDelays'],
  ['recommendationId', 'recommendations', ['recommendationResponses', 'recommendationThemes', 'releasedTexts']],
  ['meetingId', 'meetings', ['meetingItems', 'decisions', 'attendances']],
  ['themeId', 'themes', ['themeMappings', 'themeRoutes']],
  ['actionId', 'actions'],
  ['reviewId', 'reviews'],
  ['externalReportId', 'externalReports'],
  ['meetingId', 'meetings'],
  ['themeId', 'themes'],
  ['bodyId', 'bodies', ['bodyNames']],
  ['fromBodyId', 'bodies'],
  ['agencyId', 'agencies', ['agencyNames']],
  ['fromAgencyId', 'agencies'],
];

export const placeOfRecord = (reader: Reader, table: string, rowId: string): RecordPlace | null => {
  const page = PAGES[table];
  if (page !== undefined) return { at: page, id: rowId };
  if (table === 'reviews') return { at: 'review', id: rowId, section: 'summary' };
  if (table === 'evidence') return { at: 'evidence' };
  const settings = SETTINGS[table];
  if (settings !== undefined) return { at: 'settings', section: settings };
  if (tableShape(table) === undefined) return null;
  const row = reader.prepare<[string], Fields>(`select * from ${quoted(table)} where id = ?`).get(rowId);
  if (row === undefined) return null;
  for (const [field, parent, ofTables] of BELONGS_TO) {
    const id = row[field];
    if (typeof id !== 'string' || (ofTables !== undefined && !ofTables.includes(table))) continue;
    const place = placeOfRecord(reader, parent, id);
    return place?.at === 'review' ? { ...place, section: SECTIONS[table] ?? place.section } : place;
  }
  return typeof row['caseId'] === 'string' || table === 'cases'
    ? firstReviewOf(reader, table === 'cases' ? rowId : String(row['caseId']), SECTIONS[table] ?? 'summary')
    : null;
};

const firstReviewOf = (reader: Reader, caseId: string, section: string): RecordPlace | null => {
  const review = reader
    .prepare<[string], { id: string }>(
      'select id from reviews where caseId = ? order by removed is not null, id limit 1',
    )
    .get(caseId);
  return review === undefined ? null : { at: 'review', id: review.id, section };
};
