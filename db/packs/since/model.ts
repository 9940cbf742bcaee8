/** What changed between two moments of the board, as data: `blocks.ts` puts it into words and tables. */

/** A date as it is known: how it sorts, and the words for it. */
export type When = { readonly sort: string | null; readonly words: string };

export type ReviewNamed = { readonly reviewId: string; readonly reference: string; readonly label: string };

export type NewReview = ReviewNamed & {
  readonly type: string;
  readonly stage: string;
  /** When it began, which can be long before it was recorded. */
  readonly began: When;
  /** The reference of the review that it was converted from, or ''. */
  readonly convertedFrom: string;
};

export type StageMove = ReviewNamed & {
  /** '' where only the event is dated, and the stage before it is not known. */
  readonly from: string;
  readonly to: string;
  readonly when: When;
  readonly reason: string;
};

export type LateKind = 'clock' | 'action' | 'delay-review' | 'publication' | 'hand-over' | 'agency-report';

export type NewlyLate = {
  readonly kind: LateKind;
  readonly recordId: string;
  readonly subject: string;
  /** "Publication: 12 days late, was due 8 May 2020". */
  readonly words: string;
  readonly daysLate: number;
};

export type NoLongerLate = Omit<NewlyLate, 'words' | 'daysLate'> & {
  /** What was late, as it was said then. */
  readonly was: string;
  /** "Signed off 3 May 2020". */
  readonly now: string;
};

export type DateMoved = {
  readonly subject: string;
  /** "due date of “Publication”", "meeting"; '' for the target of an action, which has no other date. */
  readonly what: string;
  readonly from: When;
  readonly to: When;
  /** '' where none was recorded. */
  readonly reason: string;
  readonly movedOn: When;
};

export type ApprovalChange = {
  readonly change: 'given' | 'revoked';
  /** "Report, LCSPR 2025/02", "Action 1.2 of LCSPR 2025/02". */
  readonly subject: string;
  /** "Signed off by Executive group". */
  readonly words: string;
  readonly when: When;
  readonly minute: string;
  /** Of a revocation. */
  readonly reason: string;
};

export type ActionMove = {
  readonly actionId: string;
  readonly change: 'reported-complete' | 'evidence-accepted' | 'signed-off' | 'embedded' | 'reopened' | 'set-aside';
  readonly subject: string;
  readonly text: string;
  readonly from: string;
  readonly to: string;
  readonly when: When;
  readonly reason: string;
};

export type DelayChange = ReviewNamed & {
  readonly change: 'begun' | 'ended';
  readonly reasons: string;
  readonly when: When;
  /** Of one that ended: what ended it. Of one that began: what is expected to end it. */
  readonly event: string;
  /** Calendar days in all, of one that ended; null where its start is not known. */
  readonly days: number | null;
};

export type PublicationChange = ReviewNamed & {
  readonly change: 'published' | 'taken-down' | 'not-to-be-published';
  readonly when: When;
  /** Where it is published, or the basis of the decision. */
  readonly words: string;
};

export type HeadlineChange = {
  /** A name of `HEADLINE_MEASURES`. */
  readonly measure: string;
  readonly label: string;
  /** Null where the board was not recorded yet. */
  readonly before: number | null;
  readonly after: number;
  readonly difference: number | null;
  /** ↑, ↓, =, or – where it is not known. */
  readonly symbol: string;
  /** "3 more, worse", "no change", "not known then". */
  readonly words: string;
};

export type SinceChanges = {
  readonly from: string;
  readonly until: string;
  /** False where the board was not recorded yet at `from`: what follows is by the dates that records carry. */
  readonly wasRecorded: boolean;
  readonly figures: readonly HeadlineChange[];
  readonly newReviews: readonly NewReview[];
  /** Removed from the register since. */
  readonly reviewsRemoved: readonly ReviewNamed[];
  readonly stageMoves: readonly StageMove[];
  readonly newlyLate: readonly NewlyLate[];
  readonly noLongerLate: readonly NoLongerLate[];
  readonly datesMoved: readonly DateMoved[];
  readonly approvals: readonly ApprovalChange[];
  readonly actionsAdded: number;
  readonly actionMoves: readonly ActionMove[];
  readonly delays: readonly DelayChange[];
  readonly publications: readonly PublicationChange[];
};
