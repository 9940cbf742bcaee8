/**
 * The bodies that must agree a report, a plan or an action, in order. Steps on the same position stand side by side: dual
 * adoption by two boards is two steps on one position.
 *
 * - Only an approval of the step's own kind, by the step's own body, meets it: agreement in principle is not adoption.
 * - The latest of that approval, a deferral and a rejection stands. A revoked approval counts for nothing from its revocation.
 * - Decisions that wait to be settled (`waiting-decisions.ts`) count for nothing until they are; the words say so.
 * - An approval with conditions counts as given, and its open conditions are said until each is discharged.
 */
import { APPROVAL_KIND_LABELS, type ApprovalKind } from './codes.ts';
import { inDateOrder, onOrInDate, type PartialDate } from './partial-date.ts';
import { capitalised, countOf, joinWords, withThe } from './plain-words.ts';
import { alsoWaiting } from './waiting-decisions.ts';

export const LADDER_SUBJECTS = ['report', 'plan', 'action'] as const;
export type LadderSubject = (typeof LADDER_SUBJECTS)[number];

export type LadderStep = {
  readonly id: string;
  readonly position: number;
  readonly appliesTo: LadderSubject;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly kind: ApprovalKind;
};

export type ApprovalCondition = { readonly text: string; readonly dischargedOn: PartialDate | null };

export type Approval = {
  readonly kind: ApprovalKind;
  readonly bodyId: string;
  readonly dated: PartialDate | null;
  readonly conditions: readonly ApprovalCondition[];
  readonly revokedOn: PartialDate | null;
  /** It does not count until it is settled. */
  readonly waits: boolean;
};

export const STEP_STATES = ['met', 'met-with-conditions', 'outstanding', 'deferred', 'rejected'] as const;
export type StepState = (typeof STEP_STATES)[number];

export type StepReading = {
  readonly step: LadderStep;
  readonly state: StepState;
  /** The approval, deferral or rejection that decides the state. */
  readonly decidedBy: Approval | null;
  readonly openConditions: readonly ApprovalCondition[];
  readonly words: string;
};

export type LadderReading = {
  readonly steps: readonly StepReading[];
  /** Every step on the first position that is not met: what the next meetings are asked for. */
  readonly nextSteps: readonly LadderStep[];
  readonly nextStep: LadderStep | null;
  readonly complete: boolean;
  readonly openConditions: number;
  readonly words: string;
};

/** `steps` and `approvals` are those of one report, plan or action; of equal dates the later in the list is the later, and an undated one is older than any dated one. */
export const readLadder = (steps: readonly LadderStep[], approvals: readonly Approval[]): LadderReading => {
  const standing = approvals.filter(({ revokedOn }) => revokedOn === null);
  const counted = standing.filter(({ waits }) => !waits);
  const waiting = standing.filter(({ waits }) => waits);
  const readings = [...steps].sort((a, b) => a.position - b.position).map((step) => readStep(step, counted));
  const unmet = readings.filter(({ state }) => !isMet(state));
  const next = unmet.filter(({ step }) => step.position === unmet[0]?.step.position);
  const openConditions = readings.reduce((count, reading) => count + reading.openConditions.length, 0);
  return {
    steps: readings.map((reading) => ({
      ...reading,
      words: alsoWaiting(reading.words, datesOf(waiting.filter(({ bodyId }) => bodyId === reading.step.bodyId))),
    })),
    nextSteps: next.map(({ step }) => step),
    nextStep: next[0]?.step ?? null,
    complete: readings.length > 0 && unmet.length === 0 && openConditions === 0,
    openConditions,
    words: alsoWaiting(ladderWords(readings, next, openConditions), datesOf(waiting)),
  };
};

const datesOf = (approvals: readonly Approval[]): readonly (PartialDate | null)[] =>
  approvals.map(({ dated }) => dated);

const readStep = (step: LadderStep, counted: readonly Approval[]): StepReading => {
  const standing = inDateOrder(
    counted.filter(({ bodyId }) => bodyId === step.bodyId),
    ({ dated }) => dated,
  );
  const decidedBy =
    standing.findLast(({ kind }) => kind === step.kind || kind === 'deferred' || kind === 'rejected') ?? null;
  const state = stepState(step, decidedBy);
  const openConditions =
    isMet(state) && decidedBy ? decidedBy.conditions.filter((condition) => condition.dischargedOn === null) : [];
  const short = decidedBy === null ? (standing.at(-1) ?? null) : null;
  return { step, state, decidedBy, openConditions, words: stepWords(step, state, decidedBy ?? short, openConditions) };
};

const stepState = (step: LadderStep, decidedBy: Approval | null): StepState => {
  if (decidedBy === null) return 'outstanding';
  if (decidedBy.kind !== step.kind) return decidedBy.kind === 'deferred' ? 'deferred' : 'rejected';
  return decidedBy.conditions.some(({ dischargedOn }) => dischargedOn === null) ? 'met-with-conditions' : 'met';
};

const isMet = (state: StepState): boolean => state === 'met' || state === 'met-with-conditions';

const AWAITED: Readonly<Record<ApprovalKind, string>> = {
  'agreed-in-principle': 'agreement in principle',
  'leads-to-be-agreed': 'agreement of the leads',
  endorsed: 'endorsement',
  adopted: 'adoption',
  'evidence-accepted': 'acceptance of the evidence',
  'signed-off': 'sign-off',
  noted: 'noting',
  deferred: 'deferral',
  rejected: 'rejection',
};

const stepWords = (
  step: LadderStep,
  state: StepState,
  approval: Approval | null,
  openConditions: readonly ApprovalCondition[],
): string => {
  const said =
    approval === null ? '' : `${APPROVAL_KIND_LABELS[approval.kind]} by ${bodyWords(step)}${onDate(approval)}`;
  if (state === 'met') return said;
  if (state === 'met-with-conditions')
    return `${said}, with ${countOf(openConditions.length, 'condition', 'conditions')} outstanding`;
  const awaiting = `awaiting ${AWAITED[step.kind]} by ${bodyWords(step)}`;
  return said === '' ? capitalised(awaiting) : `${said}; ${awaiting}`;
};

const ladderWords = (
  readings: readonly StepReading[],
  next: readonly StepReading[],
  openConditions: number,
): string => {
  if (readings.length === 0) return 'No approvals are needed';
  const conditions = openConditions === 0 ? '' : `; ${countOf(openConditions, 'condition', 'conditions')} outstanding`;
  if (next.length === 0)
    return `${readings.at(-1)?.state === 'met' ? readings.at(-1)?.words : 'Every approval is given'}${conditions}`;
  if (next.length === 1) return `${next[0]?.words}${conditions}`;
  return `Awaiting ${joinWords(byKind(next))}${conditions}`;
};

/** "adoption by the Trust Board and the Safeguarding Children Board". */
const byKind = (next: readonly StepReading[]): readonly string[] => {
  const kinds = [...new Set(next.map(({ step }) => step.kind))];
  return kinds.map((kind) => {
    const bodies = next.filter(({ step }) => step.kind === kind).map(({ step }) => bodyWords(step));
    return `${AWAITED[kind]} by ${joinWords(bodies)}`;
  });
};

const bodyWords = ({ bodyName }: LadderStep): string => withThe(bodyName);

const onDate = ({ dated }: Approval): string => (dated === null ? '' : ` ${onOrInDate(dated)}`);
