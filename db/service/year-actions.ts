/** Actions as one year saw them, by the dated moves of their state. */
import { ORIGIN_OF_ACTION, originWords } from './action-list.ts';
import { isComplete, isSetAside } from '../domain/action-states.ts';
import type { ActionState } from '../domain/codes.ts';
import { type Placed, placeInYear, type ReportedYear } from '../domain/reported-year.ts';
import type { Reader } from './context.ts';

type StateMove = {
  readonly actionId: string;
  readonly fromState: ActionState;
  readonly toState: ActionState;
  readonly date: string | null;
};

export type YearAction = {
  readonly id: string;
  readonly recommendationId: string | null;
  readonly number: string;
  readonly text: string;
  readonly leadAgency: string | null;
  readonly origin: string;
  /** Null where its state at the end of the year is not known: it changed since, and when is not recorded. */
  readonly stateAtEnd: ActionState | null;
  /** When it got into that state, as it is recorded. */
  readonly stateOn: string | null;
  readonly state: ActionState;
  /** Never where it was neither signed off nor embedded when the year ended, whatever it is now. */
  readonly signedOff: Placed;
  /** Never where it was not embedded when the year ended. */
  readonly embedded: Placed;
  readonly embeddedOn: string | null;
};

type Stored = Omit<YearAction, 'stateAtEnd' | 'stateOn' | 'signedOff' | 'embedded' | 'embeddedOn'> & {
  readonly stateSince: string | null;
};

/** Actions that are set aside are among them; those taken off the register are not. */
export const readYearActions = (reader: Reader, year: ReportedYear): readonly YearAction[] => {
  const moves = new Map<string, StateMove[]>();
  const stored = reader
    .prepare<[], StateMove>(
      `select m.actionId, m.fromState, m.toState, m.date from actionStateMoves m
       where m.removed is null order by m.date is null, m.date, m.id`,
    )
    .all();
  for (const move of stored) moves.set(move.actionId, [...(moves.get(move.actionId) ?? []), move]);
  return reader
    .prepare<[], Stored>(
      `select a.id, a.recommendationId, a.number, a.text, g.name as leadAgency, ${ORIGIN_OF_ACTION} as origin,
         a.state, a.stateSince
       from actions a left join agencies g on g.id = a.leadAgencyId
       where a.removed is null order by origin, a.position, a.number, a.id`,
    )
    .all()
    .map(({ stateSince, origin, ...action }) => {
      const mine = moves.get(action.id) ?? [];
      const end = stateAtEnd(action.state, stateSince, mine, year);
      const isAtEnd = (holds: (state: ActionState) => boolean): boolean =>
        end.stateAtEnd !== null && holds(end.stateAtEnd);
      const embeddedOn = isAtEnd((state) => state === 'embedded') ? gotInto('embedded', end, mine, year) : null;
      return {
        ...action,
        origin: originWords(origin),
        ...end,
        signedOff: isAtEnd(isComplete) ? placeInYear(year, gotInto('signed-off', end, mine, year)) : 'never',
        embedded: placeInYear(year, embeddedOn),
        embeddedOn,
      };
    });
};

type AtEnd = Pick<YearAction, 'stateAtEnd' | 'stateOn'>;

/** When it last got into this state, unless that was after the end of the year: what came later does not change the year. */
const gotInto = (state: ActionState, end: AtEnd, moves: readonly StateMove[], year: ReportedYear): string | null =>
  moves.findLast((move) => move.toState === state && placeInYear(year, move.date) !== 'after')?.date ??
  (end.stateAtEnd === state ? end.stateOn : null);

/** The last move by the end of the year; else what the first later move began from; else the state it has had since. */
const stateAtEnd = (
  state: ActionState,
  stateSince: string | null,
  moves: readonly StateMove[],
  year: ReportedYear,
): AtEnd => {
  const isByEnd = ({ date }: StateMove): boolean => ['before', 'in'].includes(placeInYear(year, date));
  const last = moves.findLast(isByEnd);
  const later = moves.find((move) => placeInYear(year, move.date) === 'after');
  if (last !== undefined) return { stateAtEnd: last.toState, stateOn: last.date };
  if (later !== undefined) return { stateAtEnd: later.fromState, stateOn: null };
  return placeInYear(year, stateSince) === 'after'
    ? { stateAtEnd: null, stateOn: null }
    : { stateAtEnd: state, stateOn: stateSince };
};

/** Signed off, or found embedded, by the end of the year. */
export const isCompleteAtEnd = ({ stateAtEnd: state }: YearAction): boolean => state !== null && isComplete(state);

export const isSetAsideAtEnd = ({ stateAtEnd: state }: YearAction): boolean => state !== null && isSetAside(state);
