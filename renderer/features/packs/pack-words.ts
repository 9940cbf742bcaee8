import type { PackFormat } from '../../../db/contract/packs.ts';
import type { BodySection } from './pack-form.ts';

type Words = { readonly label: string; readonly holds: string };

/** What each section of a pack is called, and what it holds. */
export const SECTION_WORDS: Readonly<Record<BodySection, Words>> = {
  'one-page': { label: 'One page', holds: 'Reviews by type and stage, the decisions sought, and the exceptions.' },
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
  exceptions: { label: 'Exceptions', holds: 'Everything that is late, the oldest first.' },
  'sign-off': {
    label: 'Items for sign-off',
    holds: 'Reports, plans and actions that wait for a decision, with their evidence.',
  },
};

/** The order that board papers usually have. */
export const SECTIONS_IN_ORDER = Object.keys(SECTION_WORDS) as readonly BodySection[];

export const FORMAT_WORDS: Readonly<Record<PackFormat, Words>> = {
  docx: { label: 'Word document', holds: 'To edit, or to send with the papers.' },
  pdf: { label: 'PDF', holds: 'To read and to print as it is.' },
  xlsx: { label: 'Excel workbook', holds: 'A sheet for each section, to sort and to filter.' },
  html: { label: 'Web page', holds: 'One file that any browser opens.' },
  json: { label: 'JSON', holds: 'For other programs.' },
};

/** In the order that people ask for them. */
export const FORMATS_IN_ORDER: readonly PackFormat[] = ['docx', 'pdf', 'xlsx', 'html', 'json'];
