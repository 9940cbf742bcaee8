import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { SyncReport } from '../../db/contract/sync.ts';
import { countOf } from '../../db/domain/plain-words.ts';
import { fileWords } from '../../db/domain/sync-folder-words.ts';
import { previewFrom, type Source, takeInFrom } from '../../db/service/taking-in.ts';
import type { BoardSession } from '../../db/service/session.ts';
import { laptopNameOf } from '../../db/service/sync-report.ts';
import { keptAcceptance } from '../../db/sync/joining.ts';
import { type Command, type CommandResult, text, UsageError } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';
import { reportLines } from './sync-lines.ts';

export const syncImport: Command = {
  summary: 'Takes in what other laptops wrote, from a shared folder or from one file; a backup is made first',
  usage: 'sync-import FOLDER --from DIR|FILE.sync [--preview] [--accept-removals] [--accept-clock] [--it-matches]',
  options: {
    from: { type: 'string' },
    preview: { type: 'boolean' },
    'accept-removals': { type: 'boolean' },
    'accept-clock': { type: 'boolean' },
    'it-matches': { type: 'boolean' },
  },
  takes: [1, 1],
  run: async ({ positionals, values, say, signal }) => {
    const given = text(values, 'from');
    if (given === undefined) throw new UsageError('Say where it comes from: --from DIR or --from FILE.sync.');
    const from = path.resolve(given);
    if (!existsSync(from)) throw new UsageError(`There is no file or folder ${from}.`);
    const source: Source = {
      kind: statSync(from).isDirectory() ? 'folder' : 'file',
      path: from,
      name: path.basename(from),
    };
    const answers = {
      acceptRemovals: values['accept-removals'] === true,
      acceptClock: values['accept-clock'] === true,
      itMatches: values['it-matches'] === true,
    };
    const isPreview = values['preview'] === true;
    return withBoard(folderOf(positionals[0]), async (session) => {
      await refuseUnlessMatching(session, answers.itMatches);
      const take = isPreview ? previewFrom : takeInFrom;
      const laptopOf = (device: string) => laptopNameOf(session.present, device);
      const report = await take(session, source, answers, {
        signal,
        say: () => undefined,
        onTook: (name, operations) => {
          if (source.kind === 'folder')
            say(`${fileWords(name, laptopOf)}: ${countOf(operations, 'change', 'changes')}`);
        },
      });
      return resultOf(report, isPreview);
    });
  },
};

/** Who waits to join is told what to type, before anything is looked at. */
const refuseUnlessMatching = async (session: BoardSession, itMatches: boolean): Promise<void> => {
  if (!session.isWaitingToJoin) return;
  const acceptance = await keptAcceptance(session.present);
  if (acceptance === null)
    throw new UsageError('This laptop waits to join. Open the acceptance first: join-accept FOLDER --acceptance FILE.');
  if (!itMatches)
    throw new UsageError(
      `Did the other laptop say that the code ${acceptance.code} matches? Then add --it-matches. If not, take nothing in.`,
    );
};

const resultOf = (report: SyncReport, isPreview: boolean): CommandResult => {
  const { operations, areas, conflictsTotal: conflicts, waiting } = report;
  const sum = (of: 'made' | 'changed'): number => areas.reduce((total, area) => total + area[of], 0);
  const counts = { operations, made: sum('made'), changed: sum('changed'), conflicts, waiting };
  return { words: reportLines(report, isPreview).join('\n'), json: { preview: isPreview, ...counts, report } };
};
