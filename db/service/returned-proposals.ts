import type { Proposal, ReturnedSheet } from '../contract/chasing.ts';
import type { ActionRow } from '../contract/actions.ts';
import { isOpen } from '../domain/action-states.ts';
import { type RatingChoice, type ReadAnswers, readAnswers } from '../domain/chasing.ts';
import { ACTION_STATE_LABELS } from '../domain/codes.ts';
import { formatDate } from '../domain/partial-date.ts';
import { readReturnInWorker } from '../imports/read-in-worker.ts';
import { RefusedFile } from '../imports/refused-file.ts';
import type { ReturnedFile, ReturnedRow } from '../imports/returned-sheet.ts';
import { clockToInstant } from '../store/change-log.ts';
import { Failure } from '../store/failure.ts';
import type { Store } from '../store/store.ts';
import { actionsWhere } from './action-list.ts';
import { civilDayOf, todayOf } from './context.ts';
import { boardScheme } from './rag.ts';
import { boardOf, requestReason } from './request-sheets.ts';
import { isWholeReference, normalReference, rowReference } from './row-reference.ts';
import { LED_BY_AGENCY } from './silent-agencies.ts';

/** Reads a returned sheet. Fails with import-refused where the file as a whole is none of this board's. Changes nothing. */
export const readReturn = async (store: Store, bytes: Uint8Array): Promise<ReturnedSheet> => {
  try {
    return proposalsOf(store, await readReturnInWorker(bytes));
  } catch (error) {
    if (error instanceof RefusedFile) throw refusedFile(error.message);
    throw error;
  }
};

const refusedFile = (problem: string): Failure => new Failure('import-refused', { problem });

/** What a file that was read says to this board: a proposal or a reason for every row that was filled in. */
export const proposalsOf = (store: Store, file: ReturnedFile): ReturnedSheet => {
  const board = boardOf(store);
  const agency = agencyOf(store, file, board.id);
  const { request } = file.facts;
  const actionIds = referencesOf(store, board.id, request);
  const desk: Desk = {
    agency,
    actionIds,
    duplicates: duplicatesIn(file.rows),
    accepted: acceptedFrom(store, request, agency.id),
    own: ledBy(store, agency.id),
    actions: actionsOf(store, file.rows, actionIds),
    levels: boardScheme(store).levels,
    today: todayOf(store),
  };
  const verdicts = file.rows.map((row) => verdictOn(row, desk));
  return {
    request,
    agencyId: agency.id,
    agency: agency.name,
    requestedOn: requestedOnOf(store, request),
    proposals: verdicts.flatMap((verdict) => ('proposal' in verdict ? [verdict.proposal] : [])),
    already: verdicts.flatMap((verdict) => ('already' in verdict ? [verdict.already] : [])),
    refused: verdicts.flatMap((verdict) => ('refused' in verdict ? [verdict.refused] : [])),
    unanswered: file.unanswered,
    ignoredColumns: [...file.ignoredColumns],
  };
};

/** All that a row is judged by. */
type Desk = {
  readonly agency: { readonly id: string; readonly name: string };
  /** By reference. */
  readonly actionIds: ReadonlyMap<string, string>;
  readonly duplicates: ReadonlyMap<string, string>;
  readonly accepted: ReadonlyMap<string, readonly Accepted[]>;
  /** Actions that the agency leads, alone or jointly. */
  readonly own: ReadonlySet<string>;
  readonly actions: ReadonlyMap<string, ActionRow>;
  readonly levels: readonly RatingChoice[];
  readonly today: string;
};

type Verdict =
  | { readonly proposal: Proposal }
  | { readonly already: ReturnedSheet['already'][number] }
  | { readonly refused: ReturnedSheet['refused'][number] };

/** What was accepted before is said first: it stays accepted when the action is closed by now. */
const verdictOn = (row: ReturnedRow, desk: Desk): Verdict => {
  const { at, reference } = row;
  const refused = (why: string): Verdict => ({ refused: { at, reference, why } });
  const unknown = whyUnknown(row, desk);
  if (unknown !== null) return refused(unknown);
  const actionId = desk.actionIds.get(normalReference(reference)) ?? '';
  const action = desk.actions.get(actionId);
  if (action === undefined) return refused('The action was removed since the sheet was sent.');
  const read = readAnswers(row.answers, action, desk);
  const earlier = desk.accepted.get(actionId) ?? [];
  const same = 'refused' in read ? undefined : earlier.find(({ text }) => isSameUpdate(text, read.text));
  if (same !== undefined) {
    return { already: { at, actionId, origin: action.origin, number: action.number, acceptedOn: same.on } };
  }
  const closed = whyClosed(action);
  if (closed !== null) return refused(closed);
  if (!desk.own.has(actionId)) return refused(whyNotOwn(desk.agency.name, action));
  if ('refused' in read) return refused(read.refused);
  return { proposal: proposalOf(row, action, read, earlier.at(-1) ?? null) };
};

const whyUnknown = ({ trouble, reference }: ReturnedRow, { duplicates, actionIds }: Desk): string | null => {
  if (trouble !== null) return trouble;
  if (reference === '') return 'It has an answer and no reference: it was added, or its reference was deleted.';
  const double = duplicates.get(normalReference(reference));
  if (double !== undefined) return `The same reference stands in ${double}. Keep one of them.`;
  if (actionIds.has(normalReference(reference))) return null;
  return isWholeReference(reference)
    ? 'No action of this request has this reference: it belongs to another sheet or another board.'
    : 'The reference was altered, so it is not certain which action is meant.';
};

const agencyOf = (
  store: Store,
  { facts }: ReturnedFile,
  boardId: string,
): { readonly id: string; readonly name: string } => {
  if (facts.board.toLowerCase() !== boardId.toLowerCase()) throw refusedFile('it was sent by another board');
  const agency = store
    .prepare<[string], { id: string; name: string }>('select id, name from agencies where id = ? and removed is null')
    .get(facts.agency.toLowerCase());
  if (agency === undefined) throw refusedFile('the agency that it was sent to is not on this board');
  if (!/^R-[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(facts.request)) throw refusedFile('its request code was altered');
  return agency;
};

/** Every action of the board by the reference that it has on sheets of this request. */
const referencesOf = (store: Store, boardId: string, request: string): ReadonlyMap<string, string> =>
  new Map(
    store
      .prepare<[], { id: string }>('select id from actions')
      .all()
      .map(({ id }) => [rowReference(boardId, request, id), id]),
  );

/** By reference, "row 5 and row 9". */
const duplicatesIn = (rows: readonly ReturnedRow[]): ReadonlyMap<string, string> => {
  const places = new Map<string, string[]>();
  for (const { at, reference } of rows) {
    if (reference === '') continue;
    const normal = normalReference(reference);
    places.set(normal, [...(places.get(normal) ?? []), at]);
  }
  return new Map([...places].filter(([, at]) => at.length > 1).map(([reference, at]) => [reference, at.join(' and ')]));
};

/** The actions that the rows are about, by id. */
const actionsOf = (
  store: Store,
  rows: readonly ReturnedRow[],
  actionIds: ReadonlyMap<string, string>,
): ReadonlyMap<string, ActionRow> => {
  const ids = rows.flatMap(({ reference }) => actionIds.get(normalReference(reference)) ?? []);
  const found = actionsWhere(store, todayOf(store), 'a.id in (select value from json_each(@ids))', {
    ids: JSON.stringify(ids),
  });
  return new Map(found.map((action) => [action.id, action]));
};

/** Actions that the agency leads, alone or jointly. */
export const ledBy = (store: Store, agencyId: string): ReadonlySet<string> =>
  new Set(
    store
      .prepare<[{ agencyId: string }], { id: string }>(`select a.id from actions a where ${LED_BY_AGENCY}`)
      .all({ agencyId })
      .map(({ id }) => id),
  );

const whyClosed = ({ state, stateSince }: ActionRow): string | null => {
  if (isOpen(state)) return null;
  const since = stateSince === null ? '' : ` since ${formatDate(stateSince)}`;
  return `The action is closed: ${ACTION_STATE_LABELS[state].toLowerCase()}${since}. Reopen it first if the answer counts.`;
};

const whyNotOwn = (agency: string, { leadAgency }: ActionRow): string =>
  `It is not an action of ${agency}. ${leadAgency === null ? 'No agency leads it now.' : `${leadAgency} leads it.`}`;

type Accepted = { readonly on: string; readonly text: string };

/** What was accepted may have a line more: the target that was asked for and not agreed. */
const isSameUpdate = (accepted: string, returned: string): boolean =>
  accepted === returned || accepted.startsWith(`${returned}\n`);

const proposalOf = (row: ReturnedRow, action: ActionRow, read: ReadAnswers, earlier: Accepted | null): Proposal => ({
  at: row.at,
  reference: row.reference,
  actionId: action.id,
  origin: action.origin,
  number: action.number,
  action: action.text,
  before: {
    state: action.state,
    rag: action.ragAsserted,
    targetDate: action.targetDate,
    targetText: action.targetText,
    lastUpdateOn: action.lastUpdateOn,
  },
  ...read,
  notes: [...read.notes],
  earlier,
});

/** By action: the agency's updates that were accepted from its sheet of this request and still stand, oldest first. */
const acceptedFrom = (store: Store, request: string, agencyId: string): ReadonlyMap<string, readonly Accepted[]> => {
  const byAction = new Map<string, Accepted[]>();
  const rows = store
    .prepare<[string, string], { actionId: string; text: string; clock: string }>(
      `select u.actionId, u.text, o.clock from operations o
       join changes c on c.operation = o.number and c.tableName = 'progressUpdates' and c.field = ''
       join progressUpdates u on u.id = c.rowId and u.removed is null and u.agencyId = ?
       where o.kind = 'accept-updates' and o.reason = ? order by o.clock, o.deviceId, o.sequence, c.number`,
    )
    .all(agencyId, acceptReason(request));
  for (const { actionId, text, clock } of rows) {
    const accepted = { on: civilDayOf(clockToInstant(clock)), text };
    byAction.set(actionId, [...(byAction.get(actionId) ?? []), accepted]);
  }
  return byAction;
};

/** By this an acceptance is known as one of a request's. */
export const acceptReason = (request: string): string => `Returned sheet of request ${request}`;

const requestedOnOf = (store: Store, request: string): string | null => {
  const asked = store
    .prepare<[string], { clock: string }>(
      `select clock from operations where kind = 'request-update' and reason = ? order by clock limit 1`,
    )
    .get(requestReason(request));
  return asked === undefined ? null : civilDayOf(clockToInstant(asked.clock));
};
