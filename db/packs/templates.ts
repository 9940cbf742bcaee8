/** The packs that most boards table, as readily made choices of sections. A board keeps its own beside them (`packTemplates`). */
import type { PackSectionId } from '../contract/packs.ts';
import type { MeetingPurpose, PackAudience } from '../domain/codes.ts';

export type PackTemplate = {
  /** Stable; what `--template` and the page say. */
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly audience: PackAudience;
  readonly purpose: MeetingPurpose;
  /** In the order that they are printed. */
  readonly sections: readonly PackSectionId[];
};

/** What a pack is made by when nobody says otherwise. */
export const BOARD_PACK: PackTemplate = {
  code: 'board-pack',
  name: 'Board pack',
  description:
    'Everything the board answers for, with what changed since the last pack and an appendix of definitions.',
  audience: 'board',
  purpose: 'information',
  sections: [
    'cover',
    'one-page',
    'since-last',
    'live-reviews',
    'clocks',
    'publication',
    'action-plans',
    'exceptions',
    'sign-off',
    'themes',
    'impact',
    'elsewhere',
    'decisions',
    'appendix',
  ],
};

export const PACK_TEMPLATES: readonly PackTemplate[] = [
  BOARD_PACK,
  {
    code: 'executive-exceptions',
    name: 'Executive exceptions',
    description: 'What is late, what changed and what waits for a decision: for a meeting with little time.',
    audience: 'board',
    purpose: 'decision',
    sections: ['cover', 'one-page', 'since-last', 'exceptions', 'sign-off'],
  },
  {
    code: 'sub-group-action-log',
    name: 'Sub-group action log',
    description: 'Every open action with its owner, dates and last update, and the evidence that waits to be accepted.',
    audience: 'board',
    purpose: 'discussion',
    sections: ['cover', 'action-log', 'sign-off'],
  },
  {
    code: 'annual-report-section',
    name: 'Annual report section',
    description: 'The yearly record of reviews, of what was done about their recommendations, and of what improved.',
    audience: 'board',
    purpose: 'information',
    sections: ['cover', 'annual-figures', 'annual-record', 'annual-improvements'],
  },
  {
    code: 'one-review-briefing',
    name: 'One-review briefing',
    description: 'One review on a page or two: where it stands, its clocks, its publication and its action plan.',
    audience: 'board',
    purpose: 'information',
    sections: ['cover', 'review-briefing'],
  },
  {
    code: 'agency-pack',
    name: 'Agency pack',
    description: 'What one agency has open, what it was asked for and what it sent, for a conversation with it.',
    audience: 'board',
    purpose: 'discussion',
    sections: ['cover', 'agency'],
  },
  {
    code: 'public-summary',
    name: 'Public summary',
    description: 'Counts, publication and progress in words that identify nobody, ready to put on the website.',
    audience: 'public',
    purpose: 'information',
    sections: ['cover', 'one-page', 'publication', 'action-plans', 'annual-figures'],
  },
];

/** The shipped template of this code, or null. */
export const packTemplate = (code: string): PackTemplate | null =>
  PACK_TEMPLATES.find((template) => template.code === code) ?? null;
