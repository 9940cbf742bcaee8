/** Actions that were added, got on, were reopened or were set aside. */
import { isComplete, isOpen, isSetAside } from '../../domain/action-states.ts';
import { ACTION_STATE_LABELS, type ActionState } from '../../domain/codes.ts';
import type { Reader } from '../../service/context.ts';
import { actionsById, actionSubject } from './action-names.ts';
import type { ActionMove, When } from './model.ts';
import { type Comparison, idsOf, isNewIn, liesIn, when } from './period.ts';

export const actionsAdded = (comparison: Comparison): number => {
  if (comparison.earlier === null) return 0;
  const isNew = isNewIn(comparison, 'actions');
  return [...idsOf(comparison.now.reader, 'actions')].filter((id) => isNew(id, null)).length;
};

/** What a move of state amounts to; null for one that the board need not hear of. */
const changeOf = (from: ActionState, to: ActionState): ActionMove['change'] | null => {
  if (from === to) return null;
  if (isSetAside(to)) return 'set-aside';
  if (isOpen(to) && !isOpen(from)) return 'reopened';
  if (to === 'embedded') return 'embedded';
  if (isComplete(to)) return isComplete(from) ? null : 'signed-off';
  if (to === 'evidence-accepted') return 'evidence-accepted';
  return to === 'reported-complete' && from !== 'evidence-accepted' ? 'reported-complete' : null;
};

type Move = {
  readonly actionId: string;
  readonly from: ActionState;
  readonly to: ActionState;
  readonly when: When;
  readonly reason: string;
};

const ORDER: readonly ActionMove['change'][] = [
  'signed-off',
  'embedded',
  'evidence-accepted',
  'reported-complete',
  'reopened',
  'set-aside',
];

export const actionMoves = (comparison: Comparison): readonly ActionMove[] => {
  const { now, earlier: then } = comparison;
  const moves = then === null ? datedMoves(comparison) : recordedMoves(now.reader, then.reader);
  const actions = actionsById(
    now.reader,
    now.day,
    moves.map(({ actionId }) => actionId),
  );
  return moves
    .flatMap(({ actionId, from, to, ...dated }) => {
      const action = actions.get(actionId);
      const change = changeOf(from, to);
      if (action === undefined || change === null) return [];
      const words = { from: ACTION_STATE_LABELS[from], to: ACTION_STATE_LABELS[to] };
      return [{ actionId, change, subject: actionSubject(action), text: action.text, ...words, ...dated }];
    })
    .sort((a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change));
};

type StateRow = {
  readonly id: string;
  readonly state: ActionState;
  readonly stateSince: string | null;
  readonly origin: string;
};

const STATES = `select a.id, a.state, a.stateSince from actions a
  left join reviews r on r.id = a.reviewId where a.removed is null order by r.reference, a.position, a.number, a.id`;

const recordedMoves = (now: Reader, then: Reader): readonly Move[] => {
  const before = new Map(
    then
      .prepare<[], StateRow>(STATES)
      .all()
      .map(({ id, state }) => [id, state]),
  );
  const reason = now.prepare<[string, string], { reason: string }>(
    'select reason from actionStateMoves where actionId = ? and toState = ? and removed is null order by id desc limit 1',
  );
  return now
    .prepare<[], StateRow>(STATES)
    .all()
    .flatMap(({ id, state, stateSince }) => {
      // One that was recorded since began as not started.
      const from = before.get(id) ?? 'not-started';
      if (from === state) return [];
      return [{ actionId: id, from, to: state, when: when(stateSince), reason: reason.get(id, state)?.reason ?? '' }];
    });
};

type LoggedMove = {
  readonly actionId: string;
  readonly from: ActionState;
  readonly to: ActionState;
  readonly date: string | null;
  readonly reason: string;
};

const datedMoves = (comparison: Comparison): readonly Move[] =>
  comparison.now.reader
    .prepare<[], LoggedMove>(
      `select m.actionId, m.fromState as "from", m.toState as "to", m.date, m.reason from actionStateMoves m
       join actions a on a.id = m.actionId where m.removed is null and a.removed is null order by m.date, m.id`,
    )
    .all()
    .filter(({ date }) => liesIn(comparison, date))
    .map(({ date, ...move }) => ({ ...move, when: when(date) }));
