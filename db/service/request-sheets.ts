import type { ActionRow } from '../contract/actions.ts';
import { ratingsToChoose, REPORTED_STATES, type SheetFormat } from '../domain/chasing.ts';
import { ACTION_STATE_LABELS } from '../domain/codes.ts';
import { formatDate } from '../domain/partial-date.ts';
import type { RequestSheet } from '../packs/request-sheet.ts';
import { Failure } from '../store/failure.ts';
import type { Store } from '../store/store.ts';
import { actionsWhere } from './action-list.ts';
import { refuse, savedBy, todayOf } from './context.ts';
import { boardScheme, OPEN } from './rag.ts';
import { newRequestCode, rowReference } from './row-reference.ts';
import { LED_BY_AGENCY, silentAgencies } from './silent-agencies.ts';

export type WrittenSheet = {
  readonly agencyId: string;
  readonly agency: string;
  readonly fileName: string;
  readonly actions: number;
  readonly bytes: Uint8Array;
};

export type WantedSheets = {
  /** Null: every agency with open actions. */
  readonly agencyIds: readonly string[] | null;
  readonly dueOn: string | null;
  readonly format: SheetFormat;
};

/**
 * A sheet for each agency with exactly the open actions that it leads, alone or jointly. The requests are logged, as one operation,
 * once every sheet is written: a sheet that fails leaves no request behind.
 */
export const writeRequestSheets = async (store: Store, { agencyIds, dueOn, format }: WantedSheets) => {
  const askedOn = todayOf(store);
  if (dueOn !== null && dueOn < askedOn) {
    throw new Failure('bad-input', {
      problem: `The answer cannot be due before today, ${formatDate(askedOn)}.`,
      field: 'dueOn',
    });
  }
  const request = newRequestCode(store.surroundings.random);
  const ids = agencyIds ?? silentAgencies(store, askedOn).map(({ agencyId }) => agencyId);
  const asked = [...new Set(ids)].map((agencyId) => agencyToAsk(store, agencyId, askedOn));
  const withActions = asked.filter(({ actions }) => actions.length > 0);
  if (withActions.length === 0) {
    refuse(
      asked.length === 1
        ? `${asked[0]?.agency.name} has no open action to be asked about.`
        : 'No agency has an open action.',
    );
  }
  const write = await writerOf(format);
  const sheets: WrittenSheet[] = [];
  for (const { agency, actions } of withActions) {
    const sheet = sheetOf(store, { agency, actions, request, askedOn, dueOn });
    sheets.push({
      agencyId: agency.id,
      agency: agency.name,
      fileName: `Update request - ${plainName(agency.name)} - ${askedOn}.${format}`,
      actions: actions.length,
      // oxlint-disable-next-line no-await-in-loop -- one document in memory at a time
      bytes: await write(sheet),
    });
  }
  const committed = store.operation({ kind: 'request-update', reason: requestReason(request) }, (writer) => {
    for (const { agency, actions } of withActions) {
      for (const action of actions) {
        writer.insert('updateRequests', {
          actionId: action.id,
          agencyId: agency.id,
          requestedOn: askedOn,
          dueOn,
        });
      }
    }
  });
  return {
    ...savedBy(committed),
    request,
    askedOn,
    sheets: withDistinctNames(sheets),
    without: asked.filter(({ actions }) => actions.length === 0).map(({ agency }) => agency.name),
  };
};

/** By this the operation is known that logged a request. */
export const requestReason = (request: string): string => `Request sheet ${request}`;

type AskedAgency = {
  readonly agency: { readonly id: string; readonly name: string };
  readonly actions: readonly ActionRow[];
};

const agencyToAsk = (store: Store, agencyId: string, today: string): AskedAgency => {
  const agency = store.row('agencies', agencyId);
  if (agency.removed !== null) throw new Failure('not-found', { what: 'agency', id: agencyId });
  return { agency, actions: actionsWhere(store, today, `${OPEN} and ${LED_BY_AGENCY}`, { agencyId }) };
};

/** The two large libraries are loaded when a sheet is first asked for. */
const writerOf = async (format: SheetFormat): Promise<(sheet: RequestSheet) => Promise<Uint8Array>> =>
  format === 'xlsx'
    ? (await import('../packs/request-sheet-xlsx.ts')).requestSheetToXlsx
    : (await import('../packs/request-sheet-docx.ts')).requestSheetToDocx;

const sheetOf = (
  store: Store,
  {
    agency,
    actions,
    request,
    askedOn,
    dueOn,
  }: AskedAgency & { readonly request: string; readonly askedOn: string; readonly dueOn: string | null },
): RequestSheet => {
  const board = boardOf(store);
  return {
    board,
    agency,
    request,
    marking: board.marking,
    askedOn,
    dueOn,
    states: REPORTED_STATES.map((state) => ACTION_STATE_LABELS[state]),
    ratings: ratingsToChoose(boardScheme(store).levels),
    rows: actions.map((action) => ({
      reference: rowReference(board.id, request, action.id),
      origin: action.origin,
      number: action.number,
      action: action.text,
      target: targetInWords(store, action),
      state: ACTION_STATE_LABELS[action.state],
      lastUpdate: action.lastUpdateOn === null ? 'None yet' : formatDate(action.lastUpdateOn),
    })),
  };
};

export const boardOf = (store: Store): { readonly id: string; readonly name: string; readonly marking: string } =>
  store
    .prepare<[], { id: string; name: string; marking: string }>('select id, name, marking from boards limit 1')
    .get() ?? refuse('The board has no name yet.');

const targetInWords = (store: Store, { targetDate, targetText, targetMeetingId }: ActionRow): string => {
  const words = formatDate(targetDate, targetText);
  const body =
    targetMeetingId === null ? null : store.row('bodies', store.row('meetings', targetMeetingId).bodyId).name;
  return [body, words].filter(Boolean).join(', ') || 'No target';
};

const plainName = (name: string): string =>
  name
    .replace(/[^\p{L}\p{N} ()&,-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);

/** Two agencies may have one name, or names that differ only in what a file name cannot hold. */
const withDistinctNames = (sheets: readonly WrittenSheet[]): readonly WrittenSheet[] => {
  const met = new Map<string, number>();
  return sheets.map((sheet) => {
    const times = (met.get(sheet.fileName.toLowerCase()) ?? 0) + 1;
    met.set(sheet.fileName.toLowerCase(), times);
    return times === 1 ? sheet : { ...sheet, fileName: sheet.fileName.replace(/(\.\w+)$/, ` (${times})$1`) };
  });
};
