import { formatDate } from '../../db/domain/partial-date.ts';
import { countOf } from '../../db/domain/plain-words.ts';
import { ukDayOf } from '../../db/domain/uk-days.ts';
import { readStatus } from '../../db/service/sync.ts';
import { stateHash } from '../../db/sync/state-hash.ts';
import { readPlace } from '../../db/sync/stored-place.ts';
import { joinOwnBoard } from '../../db/sync/this-laptop.ts';
import type { Command } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';

export const syncStatus: Command = {
  summary: 'Tells the laptops of the board, what each was last known to lack, and the hash that equal boards share',
  usage: 'sync-status FOLDER',
  options: {},
  takes: [1, 1],
  run: ({ positionals }) =>
    withBoard(folderOf(positionals[0]), async (session) => {
      const { store } = session;
      await joinOwnBoard(store);
      const { laptops, operations, conflicts, waiting, gaps } = readStatus(session);
      const hash = stateHash(store);
      const place = readPlace(store);
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
          `${countOf(conflicts, 'conflict waits', 'conflicts wait')} for a decision; ${countOf(waiting, 'change waits', 'changes wait')} for what comes before.`,
          ...gaps,
          `State ${hash} for ${countOf(operations, 'operation', 'operations')}.`,
        ].join('\n'),
        json: {
          laptops,
          folder: place === null ? null : { path: place.path, paused: place.isPaused },
          conflicts,
          waiting,
          gaps,
          operations,
          state: hash,
        },
      };
    }),
};
