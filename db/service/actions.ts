import type { ActionDetail } from '../contract/actions.ts';
import { ACTION_MOVER_LABELS, mayMove, movesFrom, needsReason } from '../domain/action-states.ts';
import { ACTION_STATE_LABELS, type ActionState } from '../domain/codes.ts';
import type { OperationKindCode } from '../domain/operation-kinds.ts';
import { formatDate } from '../domain/partial-date.ts';
import { rateSchedule } from '../domain/rag.ts';
import { Failure } from '../store/failure.ts';
import type { Store, Writer } from '../store/store.ts';
import type { NewRow, Row } from '../store/tables.ts';
import { actionIds, actionsWhere, listActions } from './action-list.ts';
import { badInput, os, type Reader, savedBy, todayOf } from './context.ts';
import { approvalsWhere, ladderSteps, ladderWords, readLadderOf } from './ladder.ts';
import { LABEL } from './review-names.ts';
import { boardScheme } from './rag.ts';

export type Refused = { readonly id: string; readonly number: string; readonly why: string };

/**
 * One act on several actions, as one operation. `act` answers why an action is left alone, or null when it was done;
 * what is left alone is told back, the rest is done.
 */
export const onEach = (
  store: Store,
  intent: { readonly kind: OperationKindCode; readonly reason?: string },
  ids: readonly string[],
  act: (write: Writer, action: Row<'actions'>) => string | null,
) => {
  const refused: Refused[] = [];
  let changed = 0;
  const committed = store.operation(intent, (write) => {
    for (const id of new Set(ids)) {
      const action = store.row('actions', id);
      const why = action.removed === null ? act(write, action) : 'It was removed.';
      if (why === null) changed++;
      else refused.push({ id, number: action.number, why });
    }
  });
  return { ...savedBy(committed), changed, refused };
};

/** Moves an action to another state as `db/domain/action-states.ts` allows; answers why not, or null when done. */
export const moveAction = (
  write: Writer,
  action: Row<'actions'>,
  move: {
    readonly to: ActionState;
    readonly date: string | null;
    readonly bodyId: string | null;
    readonly reason: string;
  },
): string | null => {
  const from = action.state as ActionState;
  const allowed = mayMove(from, move.to);
  if (!allowed.allowed) return allowed.why;
  if (needsReason(from, move.to) && move.reason.trim() === '') {
    return `Going from “${ACTION_STATE_LABELS[from]}” to “${ACTION_STATE_LABELS[move.to]}” needs a reason.`;
  }
  write.insert('actionStateMoves', {
    actionId: action.id,
    fromState: from,
    toState: move.to,
    date: move.date,
    bodyId: move.bodyId,
    reason: move.reason,
  });
  write.update('actions', action.id, { state: move.to, stateSince: move.date });
  return null;
};

type Target = {
  readonly targetDate: string | null;
  readonly targetText: string | null;
  readonly targetMeetingId: string | null;
};

/** A target that is a meeting is due on the meeting's date, as far as that is known. */
const withMeetingDate = (store: Store, target: Target): Target => {
  if (target.targetMeetingId === null) return target;
  const meeting = store.row('meetings', target.targetMeetingId);
  return { ...target, targetDate: meeting.date };
};

const hasTarget = (target: Target): boolean =>
  target.targetDate !== null || target.targetText !== null || target.targetMeetingId !== null;

const sameTarget = (a: Target, b: Target): boolean =>
  a.targetDate === b.targetDate && a.targetText === b.targetText && a.targetMeetingId === b.targetMeetingId;

/** Keeps the earlier target with the reason. A first target needs no reason; a target is never before its review began. */
export const changeTarget = (store: Store, ids: readonly string[], wanted: Target, reason: string) => {
  const target = withMeetingDate(store, wanted);
  const today = todayOf(store);
  return onEach(store, { kind: 'change-target', reason }, ids, (write, action) => {
    if (sameTarget(action, target)) return 'It already has this target.';
    const began = reviewBegan(store, action.reviewId);
    if (began !== null && target.targetDate !== null && target.targetDate < began.slice(0, target.targetDate.length)) {
      return `${formatDate(target.targetDate)} is before its review began, on ${formatDate(began)}.`;
    }
    if (hasTarget(action)) {
      if (reason.trim() === '') return 'Its target is moved, so a reason is needed.';
      write.insert('earlierTargets', {
        actionId: action.id,
        targetDate: action.targetDate,
        targetText: action.targetText,
        targetMeetingId: action.targetMeetingId,
        movedOn: today,
        reason,
      });
    }
    write.update('actions', action.id, target);
    return null;
  });
};

const reviewBegan = (store: Store, reviewId: string | null): string | null =>
  reviewId === null
    ? null
    : (store
        .prepare<[string], { began: string | null }>(
          `select min(date) as began from milestones where reviewId = ? and removed is null and kind in ('notified', 'referred', 'decided-to-proceed', 'initiated')`,
        )
        .get(reviewId)?.began ?? null);

export type NewAction = Omit<NewRow<'actions'>, 'state' | 'position'> & Target;

export const writeAction = (store: Store, write: Writer, action: NewAction): string => {
  const recommendation = action.recommendationId ? store.row('recommendations', action.recommendationId) : null;
  const reviewId = recommendation?.reviewId ?? action.reviewId ?? null;
  const last = store
    .prepare<[string | null], { position: number | null }>(
      'select max(position) as position from actions where reviewId is ?',
    )
    .get(reviewId);
  return write.insert('actions', {
    ...action,
    ...withMeetingDate(store, action),
    reviewId,
    position: (last?.position ?? 0) + 1,
  });
};

/** One action with its whole story. Fails with not-found. */
export const readAction = (reader: Reader, today: string, id: string): ActionDetail => {
  const many = <T>(sql: string): T[] => reader.prepare<[string], T>(sql).all(id);
  const stored = reader.prepare<[string], Row<'actions'>>('select * from actions where id = ?').get(id);
  const row = actionsWhere(reader, today, 'a.id = @id', { id })[0];
  if (stored === undefined || row === undefined) throw new Failure('not-found', { what: 'action', id });
  const approvals = approvalsWhere(reader, 'p.actionId = ?', id);
  const state = stored.state as ActionState;
  const rated = rateSchedule({
    state,
    targetDay: row.targetDay,
    timesMoved: row.timesMoved,
    lastUpdateOn: row.lastUpdateOn,
    lastRequestedOn: row.lastRequestedOn,
    hasEvidence: row.evidenceCount > 0,
    today,
    dueSoonDays: boardScheme(reader).dueSoonDays,
  });
  const detail = {
    action: {
      ...row,
      successMeasure: stored.successMeasure,
      ragAssertedOn: stored.ragAssertedOn,
      ragConfirmedOn: stored.ragConfirmedOn,
      removed: stored.removed,
    },
    recommendation:
      many<{ id: string; number: string; text: string }>(
        'select c.id, c.number, c.text from recommendations c join actions a on a.recommendationId = c.id where a.id = ?',
      )[0] ?? null,
    review:
      many<{ id: string; reference: string; label: string; type: string }>(
        `select r.id, r.reference, ${LABEL} as label, t.name as type from actions a join reviews r on r.id = a.reviewId
       join reviewTypes t on t.id = r.reviewTypeId where a.id = ?`,
      )[0] ?? null,
    words: rated.words,
    jointLeads: many(
      `select j.*, g.name as agency from actionJointLeads j join agencies g on g.id = j.agencyId
       where j.actionId = ? and j.removed is null order by g.name, j.id`,
    ),
    earlierTargets: many(
      'select * from earlierTargets where actionId = ? and removed is null order by movedOn desc, id desc',
    ),
    milestones: many(
      'select * from actionMilestones where actionId = ? and removed is null order by position, targetDate, id',
    ),
    measures: many('select * from measures where actionId = ? and removed is null order by id'),
    evidence: many(
      `select e.*, l.id as linkId, g.name as agency,
         (select count(*) - 1 from evidenceLinks o where o.evidenceId = e.id and o.removed is null) as alsoServes
       from evidenceLinks l join evidence e on e.id = l.evidenceId left join agencies g on g.id = e.agencyId
       where l.actionId = ? and l.removed is null and e.removed is null order by e.date desc, e.id desc`,
    ),
    updates: many(
      `select u.*, g.name as agency from progressUpdates u left join agencies g on g.id = u.agencyId
       where u.actionId = ? and u.removed is null order by u.date desc, u.id desc`,
    ),
    requests: many(
      `select q.id, q.requestedOn, q.dueOn, q.note, g.name as agency from updateRequests q left join agencies g on g.id = q.agencyId
       where q.actionId = ? and q.removed is null order by q.requestedOn desc, q.id desc`,
    ),
    moves: many(
      `select v.id, v.fromState, v.toState, v.date, b.name as body, v.reason from actionStateMoves v left join bodies b on b.id = v.bodyId
       where v.actionId = ? and v.removed is null order by v.date desc, v.id desc`,
    ),
    approvals: approvals.map((approval) => ({ ...approval, conditions: [...approval.conditions] })),
    ladder: ladderWords('action', readLadderOf(ladderSteps(reader, 'action'), 'action', approvals)),
    themes: many(
      `select h.id, h.themeId, t.name from actionThemes h join themes t on t.id = h.themeId
       where h.actionId = ? and h.removed is null order by t.position, h.id`,
    ),
    mayMoveTo: movesFrom(state).map((to) => {
      const move = mayMove(state, to);
      return {
        state: to,
        label: ACTION_STATE_LABELS[to],
        by: move.allowed ? ACTION_MOVER_LABELS[move.by] : '',
        needsReason: needsReason(state, to),
      };
    }),
  };
  return detail as unknown as ActionDetail;
};

const refuseUnknownLevel = (store: Store, level: string | null): void => {
  const scheme = boardScheme(store);
  if (level !== null && !scheme.levels.some((known) => known.code === level)) {
    badInput(`“${level}” is not a level of the board’s RAG scheme, ${scheme.name}.`);
  }
};

export const actions = {
  list: os.actions.list.handler(({ input, context: { session } }) =>
    listActions(session.store, todayOf(session.store), input),
  ),
  ids: os.actions.ids.handler(({ input, context: { session } }) => ({
    ids: actionIds(session.store, todayOf(session.store), input.filter),
  })),
  get: os.actions.get.handler(({ input, context: { session } }) =>
    readAction(session.store, todayOf(session.store), input.id),
  ),
  add: os.actions.add.handler(({ input, context: { session } }) => {
    const committed = session.store.operation({ kind: 'add-action' }, (write) =>
      writeAction(session.store, write, input),
    );
    return { ...savedBy(committed), id: committed.result };
  }),
  changeTarget: os.actions.changeTarget.handler(({ input: { ids, reason, ...target }, context: { session } }) =>
    changeTarget(session.store, ids, target, reason),
  ),
  moveState: os.actions.moveState.handler(({ input: { ids, ...move }, context: { session } }) =>
    onEach(session.store, { kind: 'move-action', reason: move.reason }, ids, (write, action) =>
      moveAction(write, action, move),
    ),
  ),
  addUpdate: os.actions.addUpdate.handler(({ input: { ids, agencyId, ...update }, context: { session } }) => {
    refuseUnknownLevel(session.store, update.ragAsserted);
    return onEach(session.store, { kind: 'add-update' }, ids, (write, action) => {
      write.insert('progressUpdates', { ...update, actionId: action.id, agencyId: agencyId ?? action.leadAgencyId });
      if (update.ragAsserted !== null) {
        write.update('actions', action.id, { ragAsserted: update.ragAsserted, ragAssertedOn: update.date });
      }
      return null;
    });
  }),
  requestUpdates: os.actions.requestUpdates.handler(({ input: { ids, ...request }, context: { session } }) =>
    onEach(session.store, { kind: 'request-update' }, ids, (write, action) => {
      write.insert('updateRequests', { ...request, actionId: action.id, agencyId: action.leadAgencyId });
      return null;
    }),
  ),
  addEvidence: os.actions.addEvidence.handler(({ input: { ids, ...evidence }, context: { session } }) => {
    let evidenceId: string | null = null;
    return onEach(session.store, { kind: 'edit-evidence' }, ids, (write, action) => {
      evidenceId ??= write.insert('evidence', evidence);
      write.insert('evidenceLinks', { evidenceId, actionId: action.id });
      return null;
    });
  }),
  linkEvidence: os.actions.linkEvidence.handler(({ input: { ids, evidenceId }, context: { session } }) =>
    onEach(session.store, { kind: 'edit-evidence' }, ids, (write, action) => {
      const linked = session.store
        .prepare<[string, string], { id: string }>(
          'select id from evidenceLinks where evidenceId = ? and actionId = ? and removed is null',
        )
        .get(evidenceId, action.id);
      if (linked !== undefined) return 'This evidence already serves it.';
      write.insert('evidenceLinks', { evidenceId, actionId: action.id });
      return null;
    }),
  ),
  unlinkEvidence: os.actions.unlinkEvidence.handler(({ input, context: { session } }) =>
    savedBy(session.store.operation({ kind: 'edit-evidence' }, (write) => write.remove('evidenceLinks', input.linkId))),
  ),
  rate: os.actions.rate.handler(({ input: { ids, which, level, on }, context: { session } }) => {
    refuseUnknownLevel(session.store, level);
    const patch =
      which === 'asserted' ? { ragAsserted: level, ragAssertedOn: on } : { ragConfirmed: level, ragConfirmedOn: on };
    return onEach(session.store, { kind: 'rate-action' }, ids, (write, action) => {
      write.update('actions', action.id, patch);
      return null;
    });
  }),
  setLeadAgency: os.actions.setLeadAgency.handler(({ input: { ids, leadAgencyId }, context: { session } }) =>
    onEach(session.store, { kind: 'edit-action' }, ids, (write, action) => {
      write.update('actions', action.id, { leadAgencyId });
      return null;
    }),
  ),
  remove: os.actions.remove.handler(({ input: { ids, reason }, context: { session } }) =>
    onEach(session.store, { kind: 'remove', reason }, ids, (write, action) => {
      write.remove('actions', action.id);
      return null;
    }),
  ),
};
