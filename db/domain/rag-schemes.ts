import type { RagLevel, RagSchemeCode } from './codes.ts';

export type RagTone = 'green' | 'amber' | 'red' | 'blue' | 'grey';

/** A null bound is open-ended. Bounds are in the scheme's own measure: per cent below target for target variance. */
export type RagSchemeLevel<Code extends string = string> = {
  readonly code: Code;
  readonly label: string;
  readonly tone: RagTone;
  readonly symbol: string;
  readonly rule: string;
  readonly lower: number | null;
  readonly lowerInclusive: boolean;
  readonly upper: number | null;
  readonly upperInclusive: boolean;
};

/**
 * RAG has no single meaning, so a scheme is named, versioned data and its key is printed wherever its colours are.
 * schedule: computed from dates. target-variance: computed from a measured figure. levels: chosen by a person.
 * percentage: a share of actions complete, without colour.
 */
export type RagScheme<Code extends string = string> = {
  readonly code: RagSchemeCode;
  readonly name: string;
  readonly version: number;
  readonly kind: 'schedule' | 'target-variance' | 'levels' | 'percentage';
  readonly source: string;
  readonly confirmed: boolean;
  readonly note: string | null;
  /** For the schedule only: how many days ahead "due soon" looks. */
  readonly dueSoonDays: number | null;
  readonly levels: readonly RagSchemeLevel<Code>[];
};

const level = <Code extends string>(
  code: Code,
  label: string,
  tone: RagTone,
  symbol: string,
  rule: string,
): RagSchemeLevel<Code> => ({
  code,
  label,
  tone,
  symbol,
  rule,
  lower: null,
  lowerInclusive: false,
  upper: null,
  upperInclusive: false,
});

export const DEFAULT_DUE_SOON_DAYS = 28;

/** The default. Its rules in the order they are tried are in rag.ts. */
export const SCHEDULE_SCHEME: RagScheme<RagLevel> = {
  code: 'schedule',
  name: 'Schedule',
  version: 1,
  kind: 'schedule',
  source: 'This product’s default',
  confirmed: true,
  note: 'Tried in this order: signed off, overdue, no update, due soon, on time. An action without a target date is not rated, and neither is one that was superseded, rejected or is outside the board’s oversight.',
  dueSoonDays: DEFAULT_DUE_SOON_DAYS,
  levels: [
    level(
      'on-time',
      'On time',
      'green',
      '●',
      'The target date is not near and has never moved, or the evidence is already there',
    ),
    level(
      'due-soon',
      'Due soon',
      'amber',
      '◆',
      'Due within the set number of days without evidence, or the target date has moved',
    ),
    level('overdue', 'Overdue', 'red', '▲', 'The target date has passed and the action is not signed off'),
    level('signed-off', 'Signed off', 'blue', '✓', 'Signed off, or found embedded by a later audit'),
    level('no-update', 'No update', 'grey', '○', 'An update was asked for and none has been received since'),
  ],
};

export type VarianceLevel = 'on-target' | 'slight-variance' | 'significant-variance';

/**
 * Southampton Children and Young People's Trust Board, November 2009. The source assigns neither exactly 5 nor exactly 15:
 * "within 5%" is read as including 5, and "more than 15%" as leaving 15 in amber.
 */
export const TARGET_VARIANCE_SCHEME: RagScheme<VarianceLevel> = {
  code: 'target-variance',
  name: 'Target variance',
  version: 1,
  kind: 'target-variance',
  source: 'Southampton Children and Young People’s Trust Board, 25 November 2009',
  confirmed: true,
  note: 'The source does not say where exactly 5% and exactly 15% below target belong. Here exactly 5% is green and exactly 15% is amber.',
  dueSoonDays: null,
  levels: [
    {
      ...level('on-target', 'On target', 'green', '●', 'Within 5% of target, or exceeding it'),
      upper: 5,
      upperInclusive: true,
    },
    {
      ...level('slight-variance', 'Slight variance', 'amber', '◆', 'More than 5% and up to 15% below target'),
      lower: 5,
      upper: 15,
      upperInclusive: true,
    },
    {
      ...level('significant-variance', 'Significant variance', 'red', '▲', 'More than 15% below target'),
      lower: 15,
    },
  ],
};

const BRAG_SCHEME: RagScheme = {
  code: 'brag',
  name: 'Blue, red, amber, green',
  version: 1,
  kind: 'levels',
  source: 'In use in several public action plans; wording varies',
  confirmed: true,
  note: 'Chosen by a person, not computed.',
  dueSoonDays: null,
  levels: [
    level('business-as-usual', 'Finished', 'blue', '✓', 'Finished and handed to business as usual'),
    level('on-track', 'On track', 'green', '●', 'On track'),
    level('at-risk', 'At risk', 'amber', '◆', 'At risk'),
    level('needs-action', 'Needs action', 'red', '▲', 'Needs action'),
  ],
};

const FOUR_LEVELS_SCHEME: RagScheme = {
  code: 'four-levels',
  name: 'Four levels by number',
  version: 1,
  kind: 'levels',
  source: 'In use in public action plans; what each number means differs from board to board',
  confirmed: true,
  note: 'Chosen by a person, not computed. The board writes what each number means.',
  dueSoonDays: null,
  levels: ['1', '2', '3', '4'].map((number) =>
    level(`level-${number}`, `Level ${number}`, 'grey', number, 'As the board defines it'),
  ),
};

const PERCENTAGE_SCHEME: RagScheme = {
  code: 'percentage-complete',
  name: 'Percentage of actions complete',
  version: 1,
  kind: 'percentage',
  source: 'In use in public action plans',
  confirmed: true,
  note: 'The share of a recommendation’s actions that are complete, always with both numbers. It has no colours.',
  dueSoonDays: null,
  levels: [],
};

export const RAG_SCHEMES: readonly RagScheme[] = [
  SCHEDULE_SCHEME,
  TARGET_VARIANCE_SCHEME,
  BRAG_SCHEME,
  FOUR_LEVELS_SCHEME,
  PERCENTAGE_SCHEME,
];
