import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { countOf } from '../../db/domain/plain-words.ts';
import { writeIntoFolder, writeOneFile } from '../../db/service/writing-out.ts';
import { Failure } from '../../db/store/failure.ts';
import { type Command, type CommandResult, text, UsageError } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';

export const syncExport: Command = {
  summary: 'Writes what other laptops of the board may lack, into a shared folder or as one file, encrypted to them',
  usage: 'sync-export FOLDER --to DIR|FILE.sync [--all]',
  options: { to: { type: 'string' }, all: { type: 'boolean' } },
  takes: [1, 1],
  run: async ({ positionals, values, signal }) => {
    const given = text(values, 'to');
    if (given === undefined) throw new UsageError('Say where it goes: --to DIR or --to FILE.sync.');
    const to = path.resolve(given);
    return withBoard(folderOf(positionals[0]), async ({ store }): Promise<CommandResult> => {
      if (existsSync(to) && statSync(to).isDirectory()) {
        const files = await writeIntoFolder(store, to, { signal });
        const words = files.length === 0 ? 'The folder holds all there is. Nothing was written.' : files.join('\n');
        return { words, json: { folder: to, files } };
      }
      if (existsSync(to)) throw new Failure('bad-input', { problem: `There is a file ${to} already.`, field: 'to' });
      const made = await writeOneFile(store, to, { all: values['all'] === true, signal });
      return made === null
        ? { words: 'The other laptops have all there is. No file was written.', json: { file: null } }
        : { words: `${to}: ${countOf(made.operations, 'change', 'changes')}.`, json: { file: to, ...made } };
    });
  },
};
