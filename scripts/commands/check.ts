import { checkBoard } from '../../db/service/check.ts';
import type { Command } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';

export const check: Command = {
  summary: 'Verifies database, references, audit chain, log and backups',
  usage: 'check FOLDER',
  options: {},
  takes: [1, 1],
  run: async ({ positionals }) => {
    const result = await withBoard(folderOf(positionals[0]), ({ present }) => checkBoard(present));
    const words = result.findings.map(({ ok, what, words: said }) => `${ok ? '✓' : '✗'} ${what}: ${said}`);
    return { words: words.join('\n'), json: result, ok: result.ok };
  },
};
