/** What any record is called where it is listed beside others, what it belongs to, and where it is seen. */
import type { RecordLink } from '../contract/search.ts';
import {
  AGENCY_RESPONSE_LABELS,
  APPROVAL_KIND_LABELS,
  BODY_KIND_LABELS,
  EVENT_KIND_LABELS,
  FAMILY_CONTACT_KIND_LABELS,
  LEARNING_PRODUCT_KIND_LABELS,
  MEETING_STATE_LABELS,
  PUBLICATION_DECISION_LABELS,
} from '../domain/codes.ts';
import type { FoundKind } from '../domain/found-kinds.ts';
import { formatDate } from '../domain/partial-date.ts';
import type { Row } from '../store/tables.ts';
import type { Reader } from './context.ts';
import { LABEL } from './review-names.ts';

export type RecordName = { readonly title: string; readonly context: string; readonly link: RecordLink };

/** Null when there is no such record, or it was removed. */
export const nameRecord = (reader: Reader, kind: FoundKind, id: string): RecordName | null => {
  const row = reader
    .prepare<[string], Row<FoundKind>>(`select * from "${kind}" where id = ? and removed is null`)
    .get(id);
  if (row === undefined) return null;
  const name = NAMES[kind] as (reader: Reader, row: Row<FoundKind>) => RecordName | null;
  return name(reader, row);
};

const parts = (...words: readonly (string | null | undefined)[]): string => words.filter(Boolean).join(' · ');

/** "Note of 8 May 2020", or "Note" when it has no date. */
const dated = (what: string, date: string | null, text: string | null = null): string => {
  const day = formatDate(date, text);
  return day === '' ? what : `${what} of ${day}`;
};

const labelled = (labels: Readonly<Record<string, string>>, code: string): string => labels[code] ?? code;

type NamedReview = {
  readonly reference: string;
  readonly label: string;
  readonly type: string;
  readonly stage: string;
};

const readReview = (reader: Reader, id: string): NamedReview | undefined =>
  reader
    .prepare<[string], NamedReview>(
      `select r.reference, ${LABEL} as label, t.shortName as type, g.name as stage
       from reviews r join reviewTypes t on t.id = r.reviewTypeId join stages g on g.id = r.stageId
       where r.id = ? and r.removed is null`,
    )
    .get(id);

const reviewName = (reader: Reader, id: string): string => {
  const review = readReview(reader, id);
  return parts(review?.reference, review?.label);
};

const meetingName = (reader: Reader, id: string): string => {
  const found = reader
    .prepare<[string], Row<'meetings'> & { readonly bodyName: string }>(
      'select m.*, b.name as bodyName from meetings m join bodies b on b.id = m.bodyId where m.id = ?',
    )
    .get(id);
  return found === undefined ? '' : [found.bodyName, formatDate(found.date, found.dateText)].filter(Boolean).join(', ');
};

const valueOf = (reader: Reader, sql: string, id: string): string =>
  reader.prepare<[string], { readonly value: string | null }>(sql).get(id)?.value ?? '';

const reportName = (reader: Reader, id: string): string =>
  valueOf(reader, `select reference || ' · ' || title as value from externalReports where id = ?`, id);
const reportReference = (reader: Reader, id: string): string =>
  valueOf(reader, 'select reference as value from externalReports where id = ?', id);
const themeName = (reader: Reader, id: string): string =>
  valueOf(reader, 'select name as value from themes where id = ?', id);
const agencyName = (reader: Reader, id: string | null): string =>
  id === null ? '' : valueOf(reader, 'select name as value from agencies where id = ?', id);
const bodyName = (reader: Reader, id: string | null): string =>
  id === null ? '' : valueOf(reader, 'select name as value from bodies where id = ?', id);

type Owner = {
  readonly reviewId?: string | null;
  readonly externalReportId?: string | null;
  readonly meetingId?: string | null;
  readonly actionId?: string | null;
  readonly themeId?: string | null;
};

/** The record that it belongs to, and the place where it is seen there; an action before a review, for it is nearer. */
const ownerOf = (reader: Reader, owner: Owner, section: string): Omit<RecordName, 'title'> | null => {
  const { actionId, reviewId, externalReportId, meetingId, themeId } = owner;
  if (actionId) return { context: actionName(reader, actionId), link: { place: 'action', actionId } };
  if (reviewId) return { context: reviewName(reader, reviewId), link: { place: 'review', reviewId, section } };
  if (externalReportId)
    return {
      context: reportReference(reader, externalReportId),
      link: { place: 'report', reportId: externalReportId },
    };
  if (meetingId) return { context: meetingName(reader, meetingId), link: { place: 'meeting', meetingId } };
  if (themeId) return { context: themeName(reader, themeId), link: { place: 'theme', themeId } };
  return null;
};

/** Where an action came from. */
const originOf = (reader: Reader, action: Row<'actions'>): string => {
  const own = ownerOf(reader, { reviewId: action.reviewId, meetingId: action.meetingId }, 'plan');
  if (own !== null || action.recommendationId === null) return own?.context ?? '';
  const recommendation = reader
    .prepare<[string], Row<'recommendations'>>('select * from recommendations where id = ?')
    .get(action.recommendationId);
  return recommendation === undefined ? '' : (ownerOf(reader, recommendation, 'plan')?.context ?? '');
};

const actionName = (reader: Reader, id: string): string => {
  const action = reader.prepare<[string], Row<'actions'>>('select * from actions where id = ?').get(id);
  return action === undefined ? '' : parts(`Action ${action.number}`, originOf(reader, action));
};

type Namer<T extends FoundKind> = (reader: Reader, row: Row<T>) => RecordName | null;

/** Everything that belongs to something else and is called by a few words of its own. */
const belonging =
  <T extends FoundKind>(section: string, titleOf: (row: Row<T>, reader: Reader) => string): Namer<T> =>
  (reader, row) => {
    const owner = ownerOf(reader, row as Owner, section);
    return owner === null ? null : { title: titleOf(row, reader), ...owner };
  };

const firstLine = (text: string): string => text.split('\n')[0]?.trim() ?? '';

const NAMES: { readonly [T in FoundKind]: Namer<T> } = {
  reviews: (reader, { id }) => {
    const review = readReview(reader, id);
    if (review === undefined) return null;
    return {
      title: parts(review.reference, review.label),
      context: [review.type, review.stage].filter(Boolean).join(', '),
      link: { place: 'review', reviewId: id, section: null },
    };
  },
  actions: (reader, action) => ({
    title: `Action ${action.number}`,
    context: parts(originOf(reader, action), agencyName(reader, action.leadAgencyId)),
    link: { place: 'action', actionId: action.id },
  }),
  recommendations: belonging('plan', ({ number }) => `Recommendation ${number}`),
  progressUpdates: belonging('plan', ({ date, dateText, agencyId }, reader) =>
    [dated('Update', date, dateText), agencyName(reader, agencyId)].filter(Boolean).join(', '),
  ),
  notes: belonging('notes', ({ date, dateText }) => dated('Note', date, dateText)),
  meetings: (reader, { id, title, state }) => ({
    title: meetingName(reader, id),
    context: parts(title, labelled(MEETING_STATE_LABELS, state)),
    link: { place: 'meeting', meetingId: id },
  }),
  meetingItems: (reader, { meetingId, title }) => {
    const owner = ownerOf(reader, { meetingId }, 'plan');
    return owner === null ? null : { title, ...owner };
  },
  decisions: belonging('plan', ({ minuteReference }) => ['Decision', minuteReference].filter(Boolean).join(' ')),
  themes: (_reader, { id, name, code }) => ({ title: name, context: code, link: { place: 'theme', themeId: id } }),
  agencies: (_reader, { id, name, sector }) => ({
    title: name,
    context: sector,
    link: { place: 'agency', agencyId: id },
  }),
  bodies: (_reader, { id, name, kind }) => ({
    title: name,
    context: labelled(BODY_KIND_LABELS, kind),
    link: { place: 'body', bodyId: id },
  }),
  externalReports: (reader, { id, issuedBy }) => ({
    title: reportName(reader, id),
    context: issuedBy,
    link: { place: 'report', reportId: id },
  }),
  evidence: (reader, { id, what, fromWhom, agencyId, date, dateText }) => ({
    title: firstLine(what),
    context: parts(agencyName(reader, agencyId) || fromWhom, formatDate(date, dateText)),
    link: { place: 'evidence', evidenceId: id },
  }),
  publicationDelays: belonging('publication', ({ since, sinceText }) => {
    const day = formatDate(since, sinceText);
    return day === '' ? 'Publication delay' : `Publication delay since ${day}`;
  }),
  publicationDecisions: belonging('publication', ({ decision, decidedOn, decidedText }) =>
    dated(`Decision “${labelled(PUBLICATION_DECISION_LABELS, decision)}”`, decidedOn, decidedText),
  ),
  publications: belonging('publication', ({ publishedOn, publishedText }) =>
    dated('Publication', publishedOn, publishedText),
  ),
  approvals: belonging('approvals', ({ kind, date, dateText, bodyId }, reader) =>
    dated(
      [labelled(APPROVAL_KIND_LABELS, kind), bodyName(reader, bodyId)].filter(Boolean).join(', '),
      date,
      dateText,
    ).replace(/ of (?=[^,]*$)/, ', '),
  ),
  recommendationResponses: (reader, { recommendationId, agencyId, response }) => {
    const recommendation = nameRecord(reader, 'recommendations', recommendationId);
    if (recommendation === null) return null;
    const answer = response === null ? 'No response yet' : labelled(AGENCY_RESPONSE_LABELS, response);
    return {
      title: parts(agencyName(reader, agencyId), answer),
      context: parts(recommendation.context, recommendation.title),
      link: recommendation.link,
    };
  },
  boardResponses: belonging('response', ({ agreedOn }) => dated('Response of the board', agreedOn)),
  proceedDecisions: belonging('proceed', ({ decidedOn }) => dated('Decision whether to proceed', decidedOn)),
  milestones: belonging('dates', ({ kind, name, date, dateText }) =>
    [name || labelled(EVENT_KIND_LABELS, kind), formatDate(date, dateText)].filter(Boolean).join(', '),
  ),
  clocks: belonging('clocks', ({ name }) => name),
  agencyReports: belonging('agency-reports', ({ agencyId }, reader) =>
    ['Report of', agencyName(reader, agencyId)].join(' '),
  ),
  accuracyRounds: belonging('accuracy', ({ round, agencyId }, reader) =>
    parts(`Factual-accuracy round ${round}`, agencyName(reader, agencyId)),
  ),
  familyContacts: belonging('family', ({ kind, date, dateText }) =>
    [labelled(FAMILY_CONTACT_KIND_LABELS, kind), formatDate(date, dateText)].filter(Boolean).join(', '),
  ),
  evaluations: belonging('evaluations', ({ evaluator, date, dateText }) =>
    dated(`Evaluation, ${evaluator}`, date, dateText).replace(/ of (?=[^,]*$)/, ', '),
  ),
  handOvers: belonging('hand-over', ({ direction, body }) => `Hand-over ${direction} ${body}`),
  learningProducts: belonging('learning', ({ title, kind }) =>
    parts(title, labelled(LEARNING_PRODUCT_KIND_LABELS, kind)),
  ),
  impactChecks: belonging('learning', ({ question }) => firstLine(question)),
  themeRoutes: belonging('themes', ({ routedTo, bodyId }, reader) =>
    ['Task for', bodyName(reader, bodyId) || routedTo || 'a sub-group'].join(' '),
  ),
  statedFigures: (reader, row) => {
    const owner = ownerOf(reader, row, 'figures') ?? { context: row.source, link: { place: 'figures' as const } };
    return { title: firstLine(row.statement), ...owner };
  },
};
