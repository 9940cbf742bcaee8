import path from 'node:path';
import type { SyncReport } from '../../db/contract/sync.ts';
import { failureWords } from '../../db/domain/failures.ts';
import { formatDate } from '../../db/domain/partial-date.ts';
import { countOf } from '../../db/domain/plain-words.ts';
import { ukDayOf } from '../../db/domain/uk-days.ts';
import type { BoardSession } from '../../db/service/session.ts';
import { readStatus } from '../../db/service/sync.ts';
import { previewFrom } from '../../db/service/taking-in.ts';
import { Failure } from '../../db/store/failure.ts';
import { stateHash } from '../../db/sync/state-hash.ts';
import { readPlace } from '../../db/sync/stored-place.ts';
import { joinOwnBoard } from '../../db/sync/this-laptop.ts';
import type { Command } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';
import { reportLines } from './sync-lines.ts';

export const syncStatus: Command = {
  summary:
    'Tells the laptops of the board, what each was last known to lack, what the shared folder would bring, and the hash that equal boards share',
  usage: 'sync-status FOLDER',
  options: {},
  takes: [1, 1],
  run: ({ positionals, signal }) =>
    withBoard(folderOf(positionals[0]), async (session) => {
      const { store } = session;
      await joinOwnBoard(store);
      const { laptops, operations, conflicts, waiting, gaps } = readStatus(session);
      const hash = stateHash(store);
      const place = readPlace(store);
      const inFolder = place === null ? null : await lookInto(session, place.path, signal);
      const lines = laptops.map(({ name, post, isThisOne, removed, lastExchangeAt, lacks }) => {
        if (isThisOne) return `${name} (${post}): this laptop`;
        if (removed !== null) return `${name} (${post}): removed on ${formatDate(removed.on)}`;
        const heard =
          lastExchangeAt === null ? 'not heard from yet' : `last heard from on ${formatDate(ukDayOf(lastExchangeAt))}`;
        return `${name} (${post}): ${heard}, ${lacks === 0 ? 'has everything' : `may lack ${countOf(lacks, 'change', 'changes')}`}`;
      });
      return {
        words: [
          ...lines,
          place === null
            ? 'No shared folder is kept up to date.'
            : `Shared folder: ${place.path}${place.isPaused ? ' (paused)' : ''}`,
          ...(inFolder?.lines ?? []),
          `${countOf(conflicts, 'conflict waits', 'conflicts wait')} for a decision; ${countOf(waiting, 'change waits', 'changes wait')} for what comes before.`,
          ...(inFolder?.report ? [] : gaps),
          `State ${hash} for ${countOf(operations, 'operation', 'operations')}.`,
        ].join('\n'),
        json: {
          laptops,
          folder:
            place === null ? null : { path: place.path, paused: place.isPaused, wouldBring: inFolder?.report ?? null },
          conflicts,
          waiting,
          gaps,
          operations,
          state: hash,
        },
      };
    }),
};

/** What lies in the shared folder and is not taken in yet; nothing is taken in. */
const lookInto = async (
  session: BoardSession,
  folder: string,
  signal: AbortSignal,
): Promise<{ readonly lines: readonly string[]; readonly report: SyncReport | null }> => {
  const source = { kind: 'folder', path: folder, name: path.basename(folder) } as const;
  const answers = { acceptRemovals: false, acceptClock: false, itMatches: false };
  try {
    const report = await previewFrom(session, source, answers, { signal, say: () => undefined });
    return { lines: reportLines(report, true).map((line) => `  ${line}`), report };
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'not-allowed') throw error;
    return { lines: [`  ${failureWords(error.code, error.details).happened}`], report: null };
  }
};
