import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Proposal, ReturnedSheet } from '../../db/contract/chasing.ts';
import { LARGEST_RETURN } from '../../db/domain/chasing.ts';
import { ACTION_STATE_LABELS } from '../../db/domain/codes.ts';
import { formatDate, isCivilDate } from '../../db/domain/partial-date.ts';
import { acceptUpdates } from '../../db/service/accept-updates.ts';
import { readReturn } from '../../db/service/returned-proposals.ts';
import { Failure } from '../../db/store/failure.ts';
import type { Store } from '../../db/store/store.ts';
import { type Command, text, UsageError } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';

export const readReturnCommand: Command = {
  summary: 'Reads a returned request sheet into proposed updates, and accepts them if asked to',
  usage: 'read-return FOLDER FILE [--accept-all [--received D] [--move-targets REASON]]',
  options: {
    'accept-all': { type: 'boolean' },
    received: { type: 'string' },
    'move-targets': { type: 'string' },
  },
  takes: [2, 2],
  run: async ({ positionals: [folder, file = ''], values }) => {
    const received = text(values, 'received') ?? null;
    if (received !== null && !isCivilDate(received)) {
      throw new UsageError(`--received is a day such as 2026-12-01, not “${received}”.`);
    }
    const bytes = readBytes(path.resolve(file));
    return withBoard(folderOf(folder), async ({ store }) => {
      const sheet = await readReturn(store, bytes);
      const accepted =
        values['accept-all'] === true
          ? acceptAll(store, sheet, { received, reason: text(values, 'move-targets') ?? null })
          : null;
      return {
        words: [...sheetWords(sheet), ...(accepted === null ? [] : acceptedWords(accepted))].join('\n'),
        json: { ...sheet, accepted },
        ok: accepted === null || accepted.refused.length === 0,
      };
    });
  },
};

const readBytes = (file: string): Uint8Array => {
  try {
    if (statSync(file).size > LARGEST_RETURN)
      throw new Failure('import-refused', { problem: 'it is larger than 5 MB' });
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new UsageError(`There is no file ${file} that can be read.`);
  }
};

type Accepted = {
  readonly operationId: string | null;
  readonly changed: number;
  readonly refused: readonly { readonly number: string; readonly why: string }[];
};

/** All but rows that were accepted before in other words: those want a person's eye. */
const acceptAll = (
  store: Store,
  { request, agencyId, proposals }: ReturnedSheet,
  { received, reason }: { readonly received: string | null; readonly reason: string | null },
): Accepted => {
  const rows = proposals
    .filter(({ earlier }) => earlier === null)
    .map(({ actionId, text, before, state, rag, evidence, target, targetReason }) => ({
      actionId,
      text,
      fromState: before.state,
      state,
      rag,
      evidence,
      target: target === null ? null : { ...target, reason: reason ?? targetReason, moves: reason !== null },
    }));
  if (rows.length === 0) return { operationId: null, changed: 0, refused: [] };
  return acceptUpdates(store, { request, agencyId, receivedOn: received, rows });
};

const sheetWords = ({
  agency,
  request,
  proposals,
  already,
  refused,
  unanswered,
  ignoredColumns,
}: ReturnedSheet): string[] => [
  `Returned by ${agency}, request ${request}: ${proposals.length} to accept, ${refused.length} not read, ${already.length} accepted before, ${unanswered} without an answer.`,
  ...ignoredColumns.map((name) => `The column “${name}” was added and is not read.`),
  ...proposals.map(proposalWords),
  ...refused.map(({ at, why }) => `${at}: not read. ${why}`),
  ...already.map(
    ({ at, origin, number, acceptedOn }) =>
      `${at}: ${origin}, action ${number}: already accepted on ${formatDate(acceptedOn)}.`,
  ),
];

const proposalWords = (proposal: Proposal): string => {
  const { at, origin, number, text: update, state, rag, evidence, target, before, notes, earlier } = proposal;
  return [
    `${at}: ${origin}, action ${number}: ${update.replaceAll('\n', ' ')}`,
    ...(state === null ? [] : [`State: ${ACTION_STATE_LABELS[before.state]} → ${ACTION_STATE_LABELS[state]}`]),
    ...(rag === null ? [] : [`RAG, as the agency sees it: ${rag}`]),
    ...(evidence === '' ? [] : [`Evidence: ${evidence}`]),
    ...(target === null
      ? []
      : [
          `New target asked for: ${formatDate(target.date, target.text)} (now ${formatDate(before.targetDate, before.targetText) || 'none'})`,
        ]),
    ...notes,
    ...(earlier === null ? [] : [`Accepted on ${formatDate(earlier.on)} in other words: look at it in the tracker.`]),
  ].join('\n    ');
};

const acceptedWords = ({ changed, refused }: Accepted): string[] => [
  `Accepted ${changed} ${changed === 1 ? 'update' : 'updates'}.`,
  ...refused.map(({ number, why }) => `Action ${number}: left alone. ${why}`),
];
