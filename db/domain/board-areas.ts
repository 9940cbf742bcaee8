/** The parts of the board that a change can belong to, for narrowing what happened, and where a record is looked at. */
export const BOARD_AREAS = [
  'reviews',
  'actions',
  'publication',
  'meetings',
  'themes',
  'agencies',
  'members',
  'settings',
] as const;
export type BoardArea = (typeof BOARD_AREAS)[number];

export const BOARD_AREA_LABELS: Readonly<Record<BoardArea, string>> = {
  reviews: 'Reviews',
  actions: 'Recommendations and actions',
  publication: 'Publication',
  meetings: 'Meetings and approvals',
  themes: 'Themes and learning',
  agencies: 'Agencies and bodies',
  members: 'Members and laptops',
  settings: 'Settings',
};

const TABLES: Readonly<Record<Exclude<BoardArea, 'settings'>, readonly string[]>> = {
  reviews: [
    'accuracyRounds',
    'agencyReports',
    'boardResponses',
    'cases',
    'clocks',
    'evaluations',
    'familyContacts',
    'handOvers',
    'labels',
    'milestones',
    'notes',
    'proceedDecisions',
    'reviewBodies',
    'reviews',
    'statedFigures',
    'subjects',
  ],
  actions: [
    'actionJointLeads',
    'actionMilestones',
    'actionStateMoves',
    'actions',
    'attachments',
    'earlierTargets',
    'evidence',
    'evidenceLinks',
    'externalReports',
    'measures',
    'progressUpdates',
    'recommendationResponses',
    'recommendations',
    'updateRequests',
  ],
  publication: [
    'delayNotices',
    'publicationDecisions',
    'publicationDelayReasons',
    'publicationDelays',
    'publications',
    'releasedTexts',
  ],
  meetings: ['approvalConditions', 'approvals', 'attendances', 'decisions', 'meetingItems', 'meetings'],
  themes: [
    'actionThemes',
    'impactChecks',
    'learningProducts',
    'recommendationThemes',
    'reviewThemes',
    'taxonomies',
    'themeMappings',
    'themeRoutes',
    'themes',
  ],
  members: ['adoptedRuns', 'conflictDecisions', 'deviceRemovals', 'memberDevices', 'members'],
  agencies: ['agencies', 'agencyNames', 'agencySuccessions', 'bodies', 'bodyNames', 'bodySuccessions'],
};

const areaByTable = new Map<string, BoardArea>(
  Object.entries(TABLES).flatMap(([area, tables]) => tables.map((table) => [table, area as BoardArea] as const)),
);

/** What belongs to no other part is a setting of the board. */
export const areaOfTable = (table: string): BoardArea => areaByTable.get(table) ?? 'settings';

/** Where a record can be looked at. */
export type RecordPlace =
  | { readonly at: 'review'; readonly id: string; readonly section: string }
  | { readonly at: 'action' | 'agency' | 'body' | 'meeting' | 'theme' | 'external-report'; readonly id: string }
  | { readonly at: 'evidence' }
  | { readonly at: 'settings'; readonly section: string };
