/**
 * A theme passed to a body, which must embed the change and then verify that it worked. How long each may take is no rule of
 * the field: six months each is this product's own reminder, said wherever something is called overdue.
 */
import { addMonths, daysBetween, earliestDay, latestDay, type PartialDate } from './partial-date.ts';
import { formatDate, onOrInDate } from './date-words.ts';

export const MONTHS_TO_EMBED = 6;
export const MONTHS_TO_VERIFY = 6;

export type RouteDates = {
  readonly routedOn: PartialDate | null;
  readonly embeddedOn: PartialDate | null;
  readonly verifiedOn: PartialDate | null;
};

export const ROUTE_STATES = ['to-embed', 'to-verify', 'verified'] as const;
export type RouteState = (typeof ROUTE_STATES)[number];

export const ROUTE_STATE_LABELS: Readonly<Record<RouteState, string>> = {
  'to-embed': 'To embed',
  'to-verify': 'To verify',
  verified: 'Verified',
};

export type RouteReading = {
  readonly state: RouteState;
  /** The day by which the next step is expected; null when it is done or nothing says since when. */
  readonly expectedOn: string | null;
  /** Calendar days past that day. */
  readonly daysOver: number | null;
  readonly words: string;
};

export const readRoute = ({ routedOn, embeddedOn, verifiedOn }: RouteDates, today: string): RouteReading => {
  if (verifiedOn !== null)
    return { state: 'verified', expectedOn: null, daysOver: null, words: `Verified ${onOrInDate(verifiedOn)}` };
  const state = embeddedOn === null ? 'to-embed' : 'to-verify';
  const since = embeddedOn ?? routedOn;
  const [verb, months] = state === 'to-embed' ? ['embed', MONTHS_TO_EMBED] : ['verify', MONTHS_TO_VERIFY];
  if (since === null) return { state, expectedOn: null, daysOver: null, words: `To ${verb}; nothing says since when` };
  const expectedOn = addMonths(latestDay(since), months);
  const over = daysBetween(expectedOn, today);
  const event = state === 'to-embed' ? 'routed' : 'embedded';
  const begun = `${event} ${onOrInDate(since)}`;
  return over > 0
    ? {
        state,
        expectedOn,
        daysOver: over,
        words: `To ${verb}: ${over} ${over === 1 ? 'day' : 'days'} over ${months} months since it was ${begun}`,
      }
    : {
        state,
        expectedOn,
        daysOver: null,
        words: `To ${verb} by ${formatDate(expectedOn)}, ${months} months since it was ${begun}`,
      };
};

export type RouteFields = RouteDates & {
  readonly finding: string;
  readonly bodyId: string | null;
  readonly routedTo: string;
};

/** What is wrong with a task as it would stand, with the field; null when nothing is. */
export const whyNotRouted = (route: RouteFields): { readonly problem: string; readonly field: string } | null => {
  if (route.bodyId === null && route.routedTo.trim() === '')
    return { problem: 'Say to which body the theme is passed.', field: 'bodyId' };
  if (route.verifiedOn !== null && route.finding.trim() === '')
    return { problem: 'Write what was found: a change is verified by a finding.', field: 'finding' };
  if (isBefore(route.embeddedOn, route.routedOn))
    return { problem: 'It was embedded before it was passed on.', field: 'embeddedOn' };
  if (isBefore(route.verifiedOn, route.embeddedOn ?? route.routedOn))
    return {
      problem: `It was verified before it was ${route.embeddedOn === null ? 'passed on' : 'embedded'}.`,
      field: 'verifiedOn',
    };
  return null;
};

/** Certainly before: imprecise dates that may overlap are let be. */
const isBefore = (date: PartialDate | null, other: PartialDate | null): boolean =>
  date !== null && other !== null && latestDay(date) < earliestDay(other);
