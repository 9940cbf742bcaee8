import { Failure } from '../store/failure.ts';
import type { Store } from '../store/store.ts';
import {
  changeThemes,
  mergeActions,
  reopenActions,
  setActionsOutside,
  setOwners,
  splitAction,
  supersedeActions,
} from './action-acts.ts';
import { changeTarget, moveAction, onEach, whyTooEarly, withMeetingDate, writeAction } from './action-changes.ts';
import { readAction } from './action-detail.ts';
import { listEvidence, readEvidence } from './action-evidence.ts';
import { actionIds, listActions } from './action-list.ts';
import { badInput, os, savedBy, todayOf } from './context.ts';
import { boardScheme } from './rag.ts';

export { changeTarget, moveAction, type NewAction, onEach, type Refused, writeAction } from './action-changes.ts';
export { readAction } from './action-detail.ts';

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
    const reviewId = input.recommendationId
      ? session.store.row('recommendations', input.recommendationId).reviewId
      : input.reviewId;
    const early = whyTooEarly(session.store, reviewId, withMeetingDate(session.store, input));
    if (early !== null) throw new Failure('bad-input', { problem: early, field: 'targetDate' });
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
  setOwner: os.actions.setOwner.handler(({ input, context: { session } }) => setOwners(session.store, input)),
  changeThemes: os.actions.changeThemes.handler(({ input, context: { session } }) =>
    changeThemes(session.store, input),
  ),
  split: os.actions.split.handler(({ input, context: { session } }) => splitAction(session.store, input)),
  merge: os.actions.merge.handler(({ input, context: { session } }) => mergeActions(session.store, input)),
  supersede: os.actions.supersede.handler(({ input, context: { session } }) => supersedeActions(session.store, input)),
  reopen: os.actions.reopen.handler(({ input, context: { session } }) => reopenActions(session.store, input)),
  setOutside: os.actions.setOutside.handler(({ input, context: { session } }) =>
    setActionsOutside(session.store, input),
  ),
  listEvidence: os.actions.listEvidence.handler(({ input, context: { session } }) =>
    listEvidence(session.store, input),
  ),
  getEvidence: os.actions.getEvidence.handler(({ input, context: { session } }) =>
    readEvidence(session.store, todayOf(session.store), input.id),
  ),
  remove: os.actions.remove.handler(({ input: { ids, reason }, context: { session } }) =>
    onEach(session.store, { kind: 'remove', reason }, ids, (write, action) => {
      write.remove('actions', action.id);
      return null;
    }),
  ),
};
