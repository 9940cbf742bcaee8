/**
 * How an action moves: the agency says it is complete, a sub-group accepts the evidence, the executive or the board signs it
 * off, a later audit finds it embedded. `by` names whose decision a move is; the board manager may record it for them.
 * Reopening is possible from every state, with a reason.
 */
import { ACTION_STATE_LABELS, ACTION_STATES, type ActionState } from './codes.ts';

export const ACTION_MOVERS = ['lead-agency', 'board-manager', 'sub-group', 'executive-or-board'] as const;
export type ActionMover = (typeof ACTION_MOVERS)[number];

export const ACTION_MOVER_LABELS: Readonly<Record<ActionMover, string>> = {
  'lead-agency': 'Lead agency',
  'board-manager': 'Board manager',
  'sub-group': 'Sub-group',
  'executive-or-board': 'Executive or board',
};

export type Move =
  | { readonly allowed: true; readonly by: ActionMover }
  | { readonly allowed: false; readonly why: string };

const setAside = {
  superseded: 'sub-group',
  rejected: 'executive-or-board',
  'outside-our-oversight': 'board-manager',
} as const;

const MOVES: Readonly<Record<ActionState, Readonly<Partial<Record<ActionState, ActionMover>>>>> = {
  'not-started': { 'in-progress': 'lead-agency', 'reported-complete': 'lead-agency', ...setAside },
  'in-progress': { 'not-started': 'board-manager', 'reported-complete': 'lead-agency', ...setAside },
  'reported-complete': { 'in-progress': 'sub-group', 'evidence-accepted': 'sub-group', ...setAside },
  'evidence-accepted': {
    'in-progress': 'sub-group',
    'reported-complete': 'sub-group',
    'signed-off': 'executive-or-board',
    ...setAside,
  },
  'signed-off': {
    'in-progress': 'executive-or-board',
    'reported-complete': 'executive-or-board',
    'evidence-accepted': 'executive-or-board',
    embedded: 'sub-group',
  },
  embedded: { 'in-progress': 'executive-or-board', 'signed-off': 'sub-group' },
  superseded: { 'not-started': 'board-manager', 'in-progress': 'board-manager' },
  rejected: { 'not-started': 'executive-or-board', 'in-progress': 'executive-or-board' },
  'outside-our-oversight': { 'not-started': 'board-manager', 'in-progress': 'board-manager' },
};

export const mayMove = (from: ActionState, to: ActionState): Move => {
  const by = MOVES[from][to];
  return by === undefined ? { allowed: false, why: whyNot(from, to) } : { allowed: true, by };
};

export const movesFrom = (from: ActionState): readonly ActionState[] =>
  ACTION_STATES.filter((to) => MOVES[from][to] !== undefined);

/** A reason is asked for when an action goes back, is set aside, or is taken up again. */
export const needsReason = (from: ActionState, to: ActionState): boolean =>
  from !== to && (isSetAside(from) || isSetAside(to) || ACTION_STATES.indexOf(to) < ACTION_STATES.indexOf(from));

/** Still to be done or to be signed off by this board. */
export const isOpen = (state: ActionState): boolean => !isComplete(state) && !isSetAside(state);

export const isComplete = (state: ActionState): boolean => state === 'signed-off' || state === 'embedded';

export const isAwaitingSignOff = (state: ActionState): boolean =>
  state === 'reported-complete' || state === 'evidence-accepted';

/** Not counted as open or complete: replaced, turned down, or another area's. */
export const isSetAside = (state: ActionState): boolean =>
  state === 'superseded' || state === 'rejected' || state === 'outside-our-oversight';

const BEFORE: Readonly<Partial<Record<ActionState, string>>> = {
  'evidence-accepted':
    'The lead agency reports an action complete before its evidence is accepted. Record it as reported complete first.',
  'signed-off': 'An action is signed off after its evidence is accepted. Record the evidence as accepted first.',
  embedded: 'An action is found embedded by a later audit, after it is signed off. Record the sign-off first.',
};

const whyNot = (from: ActionState, to: ActionState): string => {
  const [now, wanted] = [ACTION_STATE_LABELS[from].toLowerCase(), ACTION_STATE_LABELS[to].toLowerCase()];
  if (from === to) return `The action is already ${now}.`;
  if (isSetAside(from)) return `The action is ${now}. Reopen it as not started or in progress first.`;
  if (isComplete(from)) return `The action is ${now}. Reopen it as in progress before it becomes ${wanted}.`;
  return BEFORE[to] ?? `An action that is ${now} cannot become ${wanted}. Move it to in progress first.`;
};
