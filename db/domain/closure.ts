/**
 * What is still open of a review before it is closed. None of it forbids closing: a board may close with a reason. Completed is not
 * published, and closed must never merge the two, so what is unpublished is always said.
 */
import { type AccuracyDates, accuracyState } from './accuracy-round.ts';
import { isOpen as isActionOpen } from './action-states.ts';
import { type AgencyReportDates, agencyReportState } from './agency-report.ts';
import { type ActionState, type ClockState, PUBLICATION_STATE_LABELS, type PublicationState } from './codes.ts';
import { countOf, joinWords } from './plain-words.ts';

export type ClosureFigures = {
  readonly openActions: number;
  readonly overdueActions: number;
  readonly publication: PublicationState;
  readonly openDelays: number;
  /** What the approval ladders still wait for, each in words: "the report: Executive group". */
  readonly approvals: readonly string[];
  readonly openConditions: number;
  readonly agencyReports: number;
  readonly accuracyRounds: number;
  /** Clocks that are late. */
  readonly lateClocks: number;
};

/** A review with all that belongs to it, as far as closing asks about it. */
export type ReviewToClose = {
  readonly actions: readonly { readonly state: ActionState; readonly targetDay: string | null }[];
  readonly publication: {
    readonly state: PublicationState;
    readonly delays: readonly { readonly endedOn: string | null }[];
  };
  readonly ladders: readonly {
    readonly appliesTo: string;
    readonly steps: readonly { readonly body: string; readonly state: string }[];
  }[];
  readonly approvals: readonly {
    readonly revokedOn: string | null;
    readonly waits: boolean;
    readonly conditions: readonly { readonly dischargedOn: string | null }[];
  }[];
  readonly agencyReports: readonly AgencyReportDates[];
  readonly accuracyRounds: readonly AccuracyDates[];
  readonly clocks: readonly { readonly state: ClockState }[];
};

export const closureFigures = (review: ReviewToClose, today: string): ClosureFigures => {
  const open = review.actions.filter(({ state }) => isActionOpen(state));
  return {
    openActions: open.length,
    overdueActions: open.filter(({ targetDay }) => targetDay !== null && targetDay < today).length,
    publication: review.publication.state,
    openDelays: review.publication.delays.filter(({ endedOn }) => endedOn === null).length,
    approvals: review.ladders.flatMap(({ appliesTo, steps }) =>
      steps
        .filter(({ state }) => state === 'outstanding' || state === 'deferred')
        .map(({ body }) => `the ${appliesTo} by ${body}`),
    ),
    openConditions: review.approvals
      .filter(({ revokedOn, waits }) => revokedOn === null && !waits)
      .flatMap(({ conditions }) => conditions)
      .filter(({ dischargedOn }) => dischargedOn === null).length,
    agencyReports: review.agencyReports.filter((report) => agencyReportState(report, today) !== 'accepted').length,
    accuracyRounds: review.accuracyRounds.filter((round) => accuracyState(round, today) !== 'returned').length,
    lateClocks: review.clocks.filter(({ state }) => state === 'breached').length,
  };
};

export type ClosureItem = {
  readonly key: 'actions' | 'publication' | 'approvals' | 'conditions' | 'agency-reports' | 'accuracy' | 'clocks';
  /** The section of the review's page that holds it. */
  readonly section: 'plan' | 'publication' | 'approvals' | 'agency-reports' | 'accuracy' | 'clocks';
  readonly label: string;
  readonly words: string;
  readonly isOpen: boolean;
};

export const closureChecklist = (figures: ClosureFigures): readonly ClosureItem[] => {
  const { openActions, overdueActions, publication, openDelays, approvals, openConditions } = figures;
  const isUnpublished = !['published', 'taken-down', 'not-to-be-published'].includes(publication);
  return [
    {
      key: 'actions',
      section: 'plan',
      label: 'Actions',
      isOpen: openActions > 0,
      words:
        openActions === 0
          ? 'None is open'
          : `${countOf(openActions, 'is open', 'are open')}${overdueActions > 0 ? `, ${overdueActions} overdue` : ''}`,
    },
    {
      key: 'publication',
      section: 'publication',
      label: 'Publication',
      isOpen: isUnpublished,
      words: `${PUBLICATION_STATE_LABELS[publication]}${openDelays > 0 ? `, ${countOf(openDelays, 'delay', 'delays')} not ended` : ''}`,
    },
    {
      key: 'approvals',
      section: 'approvals',
      label: 'Approvals',
      isOpen: approvals.length > 0,
      words: approvals.length === 0 ? 'None is outstanding' : `Outstanding: ${joinWords(approvals)}`,
    },
    {
      key: 'conditions',
      section: 'approvals',
      label: 'Conditions of approvals',
      isOpen: openConditions > 0,
      words: openConditions === 0 ? 'None is open' : countOf(openConditions, 'is not discharged', 'are not discharged'),
    },
    {
      key: 'agency-reports',
      section: 'agency-reports',
      label: 'Agency reports',
      isOpen: figures.agencyReports > 0,
      words:
        figures.agencyReports === 0
          ? 'None is outstanding'
          : countOf(figures.agencyReports, 'is not accepted', 'are not accepted'),
    },
    {
      key: 'accuracy',
      section: 'accuracy',
      label: 'Factual accuracy',
      isOpen: figures.accuracyRounds > 0,
      words:
        figures.accuracyRounds === 0
          ? 'No draft is out'
          : countOf(figures.accuracyRounds, 'draft is not returned', 'drafts are not returned'),
    },
    {
      key: 'clocks',
      section: 'clocks',
      label: 'Clocks',
      isOpen: figures.lateClocks > 0,
      words: figures.lateClocks === 0 ? 'None is late' : countOf(figures.lateClocks, 'is late', 'are late'),
    },
  ];
};

export const openItems = (checklist: readonly ClosureItem[]): readonly ClosureItem[] =>
  checklist.filter(({ isOpen }) => isOpen);
