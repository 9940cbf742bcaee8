/**
 * What does not fit among the dates of an action, in sentences. Dates in real papers are imprecise and contradict one another:
 * such a date is kept and said, never put right. Only what is impossible under every reading of both dates is odd.
 */
import { ACTION_STATE_LABELS, type ActionState } from './codes.ts';
import { earliestDay, formatDate, latestDay, onOrInDate, type PartialDate } from './partial-date.ts';

export type ActionDates = {
  readonly today: string;
  /** When its review began; null where none did or it is not known. */
  readonly reviewBegan: PartialDate | null;
  readonly target: PartialDate | null;
  readonly state: ActionState;
  readonly stateSince: PartialDate | null;
  readonly milestones: readonly {
    readonly text: string;
    readonly targetDate: PartialDate | null;
    readonly doneOn: PartialDate | null;
  }[];
  readonly measures: readonly { readonly text: string; readonly asAt: PartialDate | null }[];
  readonly evidence: readonly { readonly what: string; readonly date: PartialDate | null }[];
  readonly updates: readonly { readonly date: PartialDate | null }[];
  /** Oldest first, as they were recorded. */
  readonly moves: readonly { readonly toState: ActionState; readonly date: PartialDate | null }[];
};

export const actionOddities = (action: ActionDates): readonly string[] => [
  ...beforeReview(action),
  ...inFuture(action),
  ...milestonesPastTarget(action),
  ...movesOutOfOrder(action),
];

const isBefore = (date: PartialDate | null, other: PartialDate | null): boolean =>
  date !== null && other !== null && latestDay(date) < earliestDay(other);

const isAhead = (date: PartialDate | null, today: string): boolean => date !== null && earliestDay(date) > today;

const beforeReview = ({ reviewBegan, target, milestones }: ActionDates): readonly string[] => {
  if (reviewBegan === null) return [];
  const began = `before its review began, ${onOrInDate(reviewBegan)}`;
  return [
    ...(isBefore(target, reviewBegan) ? [`The target, ${formatDate(target)}, is ${began}.`] : []),
    ...milestones
      .filter(({ targetDate }) => isBefore(targetDate, reviewBegan))
      .map(({ text, targetDate }) => `The milestone “${shortened(text)}” is due ${formatDate(targetDate)}, ${began}.`),
  ];
};

const inFuture = ({ today, state, stateSince, milestones, measures, evidence, updates }: ActionDates) => [
  ...(isAhead(stateSince, today)
    ? [`It is recorded as ${ACTION_STATE_LABELS[state].toLowerCase()} from ${formatDate(stateSince)}, still to come.`]
    : []),
  ...milestones
    .filter(({ doneOn }) => isAhead(doneOn, today))
    .map(
      ({ text, doneOn }) =>
        `The milestone “${shortened(text)}” is done on ${formatDate(doneOn)}, which is still to come.`,
    ),
  ...measures
    .filter(({ asAt }) => isAhead(asAt, today))
    .map(({ text, asAt }) => `The measure “${shortened(text)}” is as at ${formatDate(asAt)}, which is still to come.`),
  ...evidence
    .filter(({ date }) => isAhead(date, today))
    .map(({ what, date }) => `The evidence “${shortened(what)}” is dated ${formatDate(date)}, which is still to come.`),
  ...updates
    .filter(({ date }) => isAhead(date, today))
    .map(({ date }) => `A progress update is dated ${formatDate(date)}, which is still to come.`),
];

const milestonesPastTarget = ({ target, milestones }: ActionDates): readonly string[] =>
  milestones
    .filter(({ targetDate }) => isBefore(target, targetDate))
    .map(
      ({ text, targetDate }) =>
        `The milestone “${shortened(text)}” is due ${formatDate(targetDate)}, after the action’s own target, ${formatDate(target)}.`,
    );

const movesOutOfOrder = ({ moves }: ActionDates): readonly string[] => {
  const dated = moves.filter(({ date }) => date !== null);
  return dated.flatMap((move, at) => {
    const before = dated[at - 1];
    if (before === undefined || !isBefore(move.date, before.date)) return [];
    return `It became ${ACTION_STATE_LABELS[move.toState].toLowerCase()} ${onOrInDate(move.date ?? '')}, before it became ${ACTION_STATE_LABELS[before.toState].toLowerCase()}, ${onOrInDate(before.date ?? '')}.`;
  });
};

const shortened = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 57).trimEnd()}…`);
