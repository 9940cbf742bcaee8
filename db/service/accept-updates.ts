import type { AcceptedUpdate } from '../contract/chasing.ts';
import { isOpen, mayMove } from '../domain/action-states.ts';
import { ratingsToChoose, targetNotMoved } from '../domain/chasing.ts';
import { ACTION_STATE_LABELS, type ActionState } from '../domain/codes.ts';
import { formatDate } from '../domain/partial-date.ts';
import { Failure } from '../store/failure.ts';
import type { Store, Writer } from '../store/store.ts';
import type { Row } from '../store/tables.ts';
import { moveAction, moveTarget, onEach } from './action-changes.ts';
import { todayOf } from './context.ts';
import { boardScheme } from './rag.ts';
import { acceptReason, ledBy } from './returned-proposals.ts';

export type Acceptance = {
  readonly request: string;
  readonly agencyId: string;
  readonly receivedOn: string | null;
  readonly rows: readonly AcceptedUpdate[];
};

/**
 * Takes accepted rows of a returned sheet into the plan, as one operation. A row that no longer fits (closed meanwhile, moved to
 * another state, led by someone else) is left alone and told back; the rest is done. An agency's word never accepts evidence or
 * signs off: only what `db/domain/action-states.ts` gives to the lead agency is moved.
 */
export const acceptUpdates = (store: Store, { request, agencyId, receivedOn, rows }: Acceptance) => {
  const today = todayOf(store);
  const date = receivedOn ?? today;
  if (date > today) {
    throw new Failure('bad-input', {
      problem: `The sheet cannot have come after today, ${formatDate(today)}.`,
      field: 'receivedOn',
    });
  }
  const agency = store.row('agencies', agencyId);
  const byAction = new Map(rows.map((row) => [row.actionId, row]));
  if (byAction.size < rows.length) {
    throw new Failure('bad-input', { problem: 'An action stands twice among the updates.', field: 'rows' });
  }
  const own = ledBy(store, agencyId);
  const ratings = new Set(ratingsToChoose(boardScheme(store).levels).map(({ code }) => code));
  return onEach(
    store,
    { kind: 'accept-updates', reason: acceptReason(request) },
    [...byAction.keys()],
    (write, action) => {
      const row = byAction.get(action.id) as AcceptedUpdate;
      const why = whyNot(action, row, own.has(action.id), ratings);
      return why ?? take(store, write, action, row, { agency, date });
    },
  );
};

const whyNot = (
  action: Row<'actions'>,
  { fromState, state, rag }: AcceptedUpdate,
  isOwn: boolean,
  ratings: ReadonlySet<string>,
): string | null => {
  const now = action.state as ActionState;
  if (!isOpen(now)) return `It is closed: ${ACTION_STATE_LABELS[now].toLowerCase()}.`;
  if (!isOwn) return 'The agency that returned the sheet does not lead it.';
  if (now !== fromState) {
    return `It was moved to “${ACTION_STATE_LABELS[now]}” since the sheet was read. Read the sheet again.`;
  }
  if (rag !== null && !ratings.has(rag)) return 'The rating is not one that an agency gives under the board’s scheme.';
  if (state === null || state === now) return null;
  const move = mayMove(now, state);
  if (!move.allowed) return move.why;
  return move.by === 'lead-agency' ? null : `“${ACTION_STATE_LABELS[state]}” is not an agency’s to decide.`;
};

/** The target first: it alone can still be refused, before anything of the row is written. */
const take = (
  store: Store,
  write: Writer,
  action: Row<'actions'>,
  { text, state, rag, evidence, target }: AcceptedUpdate,
  { agency, date }: { readonly agency: Row<'agencies'>; readonly date: string },
): string | null => {
  if (target?.moves === true) {
    if (target.reason.trim() === '') return 'Moving its target needs a reason.';
    const wanted = { targetDate: target.date, targetText: target.text, targetMeetingId: null };
    const refused = moveTarget(store, write, action, wanted, target.reason);
    if (refused !== null) return refused;
  }
  const moves = state !== null && state !== action.state;
  write.insert('progressUpdates', {
    actionId: action.id,
    agencyId: agency.id,
    date,
    text: target === null || target.moves ? text : `${text}\n${targetNotMoved(target, target.reason)}`,
    ragAsserted: rag,
    reportedState: moves ? state : null,
  });
  if (rag !== null) write.update('actions', action.id, { ragAsserted: rag, ragAssertedOn: date });
  if (moves) moveAction(write, action, { to: state, date, bodyId: null, reason: `Reported by ${agency.name}` });
  if (evidence.trim() !== '') {
    const evidenceId = write.insert('evidence', {
      what: evidence,
      agencyId: agency.id,
      fromWhom: agency.contactPost,
      date,
    });
    write.insert('evidenceLinks', { evidenceId, actionId: action.id });
  }
  return null;
};
