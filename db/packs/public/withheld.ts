/**
 * What a public pack leaves out, for the person who saves it. The list is complete by its types: each section without a public
 * writer says why, and each recorded table is either read by a public pack, a setting, or named here with what it holds.
 */
import type { PackSectionId, PublicPackSectionId, WithheldItem } from '../../contract/packs.ts';
import { WITHHELD_MARK, SMALL_BELOW } from '../../domain/small-numbers.ts';
import { countOf } from '../../domain/plain-words.ts';
import type { Reader } from '../../service/context.ts';
import { quoted, type RecordedTable, RECORDED_TABLES } from '../../store/tables.ts';
import type { PackSection } from '../model.ts';
import type { PackSource } from '../sections/source.ts';
import { actionsOf } from './public-plans.ts';
import { type PublicReading, readPublic, textsThatTell } from './public-reading.ts';

type SectionWithheld = { readonly heading: string; readonly why: string };

const ONE_BY_ONE = 'It speaks of reviews that are not published, one by one.';
const BOARD_BUSINESS = 'It is the board’s own business, in words that are not released.';

const SECTIONS_WITHHELD: Readonly<Record<Exclude<PackSectionId, PublicPackSectionId>, SectionWithheld>> = {
  'live-reviews': { heading: 'Live reviews', why: ONE_BY_ONE },
  clocks: { heading: 'Clocks', why: ONE_BY_ONE },
  exceptions: { heading: 'Exceptions', why: ONE_BY_ONE },
  'sign-off': { heading: 'Items for sign-off', why: BOARD_BUSINESS },
  impact: { heading: 'Impact and embedding', why: 'Findings are free text that is not released.' },
  elsewhere: { heading: 'Led elsewhere, and national learning', why: ONE_BY_ONE },
  decisions: { heading: 'Decisions', why: BOARD_BUSINESS },
  appendix: { heading: 'Appendix', why: 'Notes on the quality of the records name reviews.' },
  'since-last': { heading: 'Since the last pack', why: ONE_BY_ONE },
  'action-log': { heading: 'Action log', why: 'It holds owners, and actions in words that are not released.' },
  'review-briefing': { heading: 'Briefing on one review', why: 'It tells everything that is known of one review.' },
  agency: { heading: 'One agency', why: 'It names reviews that are not published, and posts.' },
  'annual-improvements': { heading: 'Improvements that resulted', why: 'Findings are free text that is not released.' },
};

type Kept = readonly [singular: string, plural: string];

/** 'read': public sections take from it what is public. 'setting': says nothing of any case. Else what its rows are called. */
const TABLES: Readonly<Record<RecordedTable, 'read' | 'setting' | Kept>> = {
  accuracyRounds: ['round of factual accuracy', 'rounds of factual accuracy'],
  actionJointLeads: ['joint lead', 'joint leads'],
  actionMilestones: ['milestone of an action', 'milestones of actions'],
  actionStateMoves: ['move of an action with its reason', 'moves of actions with their reasons'],
  actionThemes: 'read',
  actions: 'read',
  adoptedRuns: 'setting',
  agencies: 'read',
  agencyNames: 'setting',
  agencyReports: ['agency report', 'agency reports'],
  agencySuccessions: 'setting',
  approvalConditions: ['condition of an approval', 'conditions of approvals'],
  approvals: ['approval', 'approvals'],
  attachments: ['attached file', 'attached files'],
  attendances: ['attendance at a meeting', 'attendances at meetings'],
  boardResponses: ['response of the board', 'responses of the board'],
  boards: 'read',
  bodies: 'setting',
  bodyNames: 'setting',
  bodySuccessions: 'setting',
  cases: 'read',
  clockRules: 'setting',
  clocks: ['clock', 'clocks'],
  closures: 'setting',
  conflictDecisions: ['decision between two versions', 'decisions between two versions'],
  decisions: ['decision of a meeting', 'decisions of meetings'],
  delayNotices: ['notice of a delay', 'notices of delays'],
  delayReasons: 'read',
  deviceRemovals: 'setting',
  earlierTargets: ['earlier target with its reason', 'earlier targets with their reasons'],
  evaluations: ['evaluation', 'evaluations'],
  evidence: ['item of evidence', 'items of evidence'],
  evidenceLinks: 'setting',
  externalReports: 'read',
  familyContacts: ['contact with a family', 'contacts with families'],
  handOvers: ['hand-over', 'hand-overs'],
  impactChecks: ['impact check', 'impact checks'],
  labels: 'read',
  ladderSteps: 'setting',
  learningProducts: ['learning product', 'learning products'],
  measures: ['measure of an action', 'measures of actions'],
  meetingItems: ['agenda item', 'agenda items'],
  meetings: ['meeting', 'meetings'],
  memberDevices: 'setting',
  members: 'setting',
  milestones: ['dated event of a review', 'dated events of reviews'],
  notes: ['note', 'notes'],
  packDocuments: 'setting',
  packTemplates: 'setting',
  packs: 'setting',
  proceedDecisions: ['decision whether to proceed', 'decisions whether to proceed'],
  progressUpdates: ['progress update', 'progress updates'],
  publicationDecisions: ['publication decision with its basis', 'publication decisions with their basis'],
  publicationDelayReasons: 'read',
  publicationDelays: ['explanation of a delay', 'explanations of delays'],
  publications: 'read',
  ragLevels: 'setting',
  ragSchemes: 'setting',
  recommendationResponses: ['reasoning of an agency’s answer', 'reasonings of agencies’ answers'],
  recommendationThemes: 'read',
  recommendations: 'read',
  regimes: 'setting',
  releasedTexts: 'read',
  reviewBodies: ['body that takes part in a review', 'bodies that take part in reviews'],
  reviewThemes: ['theme of a review', 'themes of reviews'],
  reviewTypes: 'read',
  reviews: 'read',
  savedViews: 'setting',
  settings: 'setting',
  stages: 'read',
  statedFigures: ['figure as stated', 'figures as stated'],
  subjects: ['child or adult', 'children and adults'],
  taxonomies: 'setting',
  themeMappings: 'setting',
  themeRoutes: ['theme passed to a body', 'themes passed to bodies'],
  themes: 'read',
  updateRequests: ['request for an update', 'requests for updates'],
};

/** `sections`: the pack's own, in which the withheld figures are counted. */
export const withheldFrom = (source: PackSource, sections: readonly PackSection[]): readonly WithheldItem[] => {
  const reading = readPublic(source);
  return [
    ...sectionsOf(source),
    ...ofCases(source.reader, reading),
    ...ofReviews(reading),
    ...ofPlans(source.reader, reading),
    ...ofNames(reading),
    ...figuresOf(sections),
    ...ofTables(source.reader),
  ].filter(({ count }) => count > 0);
};

const sectionsOf = ({ options }: PackSource): readonly WithheldItem[] =>
  options.sections.flatMap((id) => {
    const withheld = (SECTIONS_WITHHELD as Partial<Record<PackSectionId, SectionWithheld>>)[id];
    return withheld === undefined ? [] : [{ what: `Section “${withheld.heading}”`, why: withheld.why, count: 1 }];
  });

const item = (count: number, singular: string, plural: string, why: string): WithheldItem => ({
  what: countOf(count, singular, plural),
  why,
  count,
});

const counted = (reader: Reader, sql: string): number =>
  reader.prepare<[], { n: number }>(`select count(*) as n from ${sql}`).get()?.n ?? 0;

const ofCases = (reader: Reader, { words }: PublicReading): readonly WithheldItem[] => {
  const live = `labels l join cases c on c.id = l.caseId where l.removed is null and c.removed is null`;
  return [
    item(counted(reader, `${live} and l.kind <> 'initials'`), 'label', 'labels', 'A public pack holds none.'),
    item(
      counted(reader, `${live} and l.kind = 'initials'`),
      'set of initials',
      'sets of initials',
      'A public pack holds none.',
    ),
    item(
      counted(
        reader,
        `(select id from cases where removed is null and coalesce(incidentOn, incidentText) is not null
          union select r.caseId from milestones m join reviews r on r.id = m.reviewId
          where m.kind = 'incident' and m.removed is null and coalesce(m.date, m.dateText) is not null)`,
      ),
      'date of an incident',
      'dates of incidents',
      'They tell who it was.',
    ),
    item(words.references.length, 'reference', 'references', 'Of cases, and of reviews that are not public.'),
    item(
      counted(
        reader,
        `(select id from reviews where removed is null and (leadReviewerPost <> '' or ownerPost <> '')
          union all select id from actions where removed is null and (leadPost <> '' or owner <> ''))`,
      ),
      'review or action with a post or an owner',
      'reviews and actions with a post or an owner',
      'Posts of individuals are not printed.',
    ),
  ];
};

const ofReviews = ({ reviews, published }: PublicReading): readonly WithheldItem[] => [
  item(
    reviews.unpublished.length,
    'review that is not published',
    'reviews that are not published',
    'Counted, and nothing else.',
  ),
  item(
    reviews.limited.length,
    'review published anonymously, to a limited audience, or for a time that is over',
    'reviews published anonymously, to a limited audience, or for a time that is over',
    'Counted only: it is not public now under the board’s own name.',
  ),
  item(
    published.length,
    'title of a published review',
    'titles of published reviews',
    'Free text. Release words about the review instead.',
  ),
  item(
    published.filter(({ words }) => words === null).length,
    'published review without released words',
    'published reviews without released words',
    'Only its type, date and place are printed.',
  ),
];

const ofPlans = (reader: Reader, { plans, reports }: PublicReading): readonly WithheldItem[] => {
  const recommendations = plans.flatMap((plan) => plan.recommendations);
  const actions = plans.flatMap(actionsOf);
  return [
    item(
      recommendations.filter(({ words }) => words === null).length,
      'recommendation not released for publication',
      'recommendations not released for publication',
      'Counted only, without its themes. Release its words, and it is printed.',
    ),
    item(
      actions.filter(({ words }) => words === null).length,
      'action not released for publication',
      'actions not released for publication',
      'Counted only, without its agency and themes. Release its words, and it is printed.',
    ),
    item(
      counted(reader, 'recommendations where removed is null') - recommendations.length,
      'recommendation of a review, report or meeting that is not public',
      'recommendations of reviews, reports and meetings that are not public',
      'Not counted, and not told.',
    ),
    item(
      counted(reader, 'actions where removed is null') - actions.length,
      'action of a plan that is not public',
      'actions of plans that are not public',
      'Not counted, and not told.',
    ),
    item(
      counted(reader, 'externalReports where removed is null') - reports.length,
      'report of another body without a date of publication that has come',
      'reports of other bodies without a date of publication that has come',
      'Record when it was published, and its plan is told.',
    ),
  ];
};

const ofNames = (reading: PublicReading): readonly WithheldItem[] => {
  const references = new Set(reading.published.map(({ reference }) => reference));
  const names = [...reading.names.withheld];
  const telling = textsThatTell(reading);
  return [
    item(
      names.filter((name) => references.has(name)).length,
      'reference of a published review',
      'references of published reviews',
      'It holds a label, or a reference or day that is not public.',
    ),
    item(
      names.filter((name) => !references.has(name)).length,
      'name of a type, agency, reason, theme, report or place',
      'names of types, agencies, reasons, themes, reports or places',
      'It holds a label, or a reference or day that is not public.',
    ),
    item(
      telling.length,
      'released text that holds a label, or a reference or day that is not public',
      'released texts that hold a label, or a reference or day that is not public',
      `Not withheld: printed as released. Look again before you publish: ${telling.join('; ')}.`,
    ),
  ];
};

const figuresOf = (sections: readonly PackSection[]): readonly WithheldItem[] => {
  const cells = sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []));
  return [
    item(
      cells.filter((cell) => cell.kind === 'number' && cell.value === null && cell.text === WITHHELD_MARK).length,
      'figure',
      'figures',
      `Below ${SMALL_BELOW}, or giving away one that is: marked “${WITHHELD_MARK}”.`,
    ),
  ];
};

const ofTables = (reader: Reader): readonly WithheldItem[] =>
  RECORDED_TABLES.flatMap(({ name }) => {
    const kept = TABLES[name];
    if (typeof kept === 'string') return [];
    return [
      item(
        counted(reader, `${quoted(name)} where removed is null`),
        kept[0],
        kept[1],
        'Records of the board’s own, none of them released.',
      ),
    ];
  });
