/** What "Find anything" finds, each as the heading of its group: records of these tables, in the order they are shown. */
export const FOUND_KIND_LABELS = {
  reviews: 'Reviews',
  actions: 'Actions',
  recommendations: 'Recommendations',
  progressUpdates: 'Progress updates',
  notes: 'Notes',
  meetings: 'Meetings',
  meetingItems: 'Agenda items',
  decisions: 'Decisions of meetings',
  themes: 'Themes',
  agencies: 'Agencies',
  bodies: 'Bodies',
  externalReports: 'External reports',
  evidence: 'Evidence',
  publicationDelays: 'Publication delays',
  publicationDecisions: 'Publication decisions',
  publications: 'Publications',
  approvals: 'Approvals',
  recommendationResponses: 'Responses of agencies',
  boardResponses: 'Responses of the board',
  proceedDecisions: 'Decisions to proceed',
  milestones: 'Dated events',
  clocks: 'Clocks',
  agencyReports: 'Agency reports',
  accuracyRounds: 'Factual-accuracy rounds',
  familyContacts: 'Contacts with the family',
  evaluations: 'Evaluations',
  handOvers: 'Hand-overs',
  learningProducts: 'Learning products',
  impactChecks: 'Impact checks',
  themeRoutes: 'Tasks for themes',
  statedFigures: 'Stated figures',
} as const;

export type FoundKind = keyof typeof FOUND_KIND_LABELS;
export const FOUND_KINDS = Object.keys(FOUND_KIND_LABELS) as readonly FoundKind[];

/** What is remembered as opened. */
export const VISITED_KINDS = ['reviews', 'actions', 'meetings', 'themes', 'agencies', 'bodies'] as const;
export type VisitedKind = (typeof VISITED_KINDS)[number];
