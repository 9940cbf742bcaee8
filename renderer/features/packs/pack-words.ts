import type { PackFormat } from '../../../db/contract/packs.ts';
import type { PackAudience } from '../../../db/domain/codes.ts';
import type { BodySection } from './pack-form.ts';

type Words = { readonly label: string; readonly holds: string };

/** What each section of a pack is called, and what it holds. */
export const SECTION_WORDS: Readonly<Record<BodySection, Words>> = {
  'one-page': { label: 'One page', holds: 'Reviews by type and stage, the decisions sought, and the exceptions.' },
  'since-last': {
    label: 'Since the last pack',
    holds: 'New, moved on, newly late, dates moved and why, signed off, figures then and now.',
  },
  'live-reviews': {
    label: 'Live reviews',
    holds: 'Each with its stage, decision date, due date, RAG, next event and owner.',
  },
  clocks: { label: 'Clocks', holds: 'What each runs from, days used, when it is due, and why it was breached.' },
  publication: {
    label: 'Publication register',
    holds: 'Published, due, delayed and why, not to be published, leaving the website.',
  },
  'action-plans': {
    label: 'Action plans',
    holds: 'By review and by agency: complete, on track, overdue, no update, dates moved.',
  },
  'action-log': { label: 'Action log', holds: 'Every open action with its owner, target and latest update.' },
  exceptions: { label: 'Exceptions', holds: 'Everything that is late, the oldest first.' },
  'sign-off': {
    label: 'Items for sign-off',
    holds: 'Reports, plans and actions that wait for a decision, with their evidence.',
  },
  themes: { label: 'Themes', holds: 'What the reviews are about, how often, and what recurs.' },
  impact: { label: 'Impact and embedding', holds: 'What was checked, what changed, and what has no check yet.' },
  elsewhere: {
    label: 'Led elsewhere and national learning',
    holds: 'Reviews that another area leads, and national reports with their answers.',
  },
  decisions: { label: 'Decisions', holds: 'What meetings decided since the last one, with the minute.' },
  'review-briefing': { label: 'Briefing on one review', holds: 'One review from notification to today. Choose which.' },
  agency: { label: 'One agency', holds: 'Everything that is asked of one agency. Choose which.' },
  'annual-figures': { label: 'The year in figures', holds: 'Completed, in progress, published, delayed and why, nil.' },
  'annual-record': {
    label: 'Decisions and actions on recommendations',
    holds: 'Of local and of national reviews, for the yearly report.',
  },
  'annual-improvements': {
    label: 'Improvements that resulted',
    holds: 'What changed for children and families in the year.',
  },
  appendix: { label: 'Appendix', holds: 'Definitions, notes on the quality of the records, and discrepancies.' },
};

/** The order that board papers usually have. */
export const SECTIONS_IN_ORDER = Object.keys(SECTION_WORDS) as readonly BodySection[];

export const AUDIENCE_WORDS: Readonly<Record<PackAudience, Words>> = {
  board: { label: 'The board', holds: 'Restricted: may name reviews by their label.' },
  public: {
    label: 'The public',
    holds: 'Identifies nobody. What is left out is listed above the preview.',
  },
};

export const FORMAT_WORDS: Readonly<Record<PackFormat, Words>> = {
  docx: { label: 'Word document', holds: 'To edit, or to send with the papers.' },
  pdf: { label: 'PDF', holds: 'To read and to print as it is.' },
  xlsx: { label: 'Excel workbook', holds: 'A sheet for each section, to sort and to filter.' },
  html: { label: 'Web page', holds: 'One file that any browser opens.' },
  csv: { label: 'CSV files', holds: 'One file for each table, together in a zip.' },
  json: { label: 'JSON', holds: 'For other programs.' },
};

/** In the order that people ask for them. */
export const FORMATS_IN_ORDER: readonly PackFormat[] = ['docx', 'pdf', 'xlsx', 'html', 'csv', 'json'];
