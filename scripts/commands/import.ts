import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { makeBoardFrom } from '../../db/service/import-board.ts';
import { Failure, withFailures } from '../../db/store/failure.ts';
import { readBoardDocument } from '../../db/store/import.ts';
import { type Command, UsageError } from './command.ts';
import { folderOf, surroundings } from './open-board.ts';
import { askNewPassphrase } from './passphrase.ts';

export const importCommand: Command = {
  summary: 'Makes a new board in an empty folder from an export',
  usage: 'import FOLDER FILE.json',
  options: {},
  takes: [2, 2],
  run: async ({ positionals, say }) => {
    const folder = folderOf(positionals[0]);
    const file = path.resolve(positionals[1] ?? '');
    if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
    const document = readBoardDocument(withFailures(() => readExport(file)));
    const { recoveryCode } = await makeBoardFrom(folder, document, await askNewPassphrase(), surroundings);
    say('Print the recovery code and keep it apart from the laptop. It is shown this once.');
    return { words: `The board is in ${folder}.\nRecovery code: ${recoveryCode}`, json: { folder, recoveryCode } };
  },
};

/** More than the export of a board ten times larger than any real one; less than a text can be. */
const LARGEST_EXPORT = 500 * 1024 * 1024;

const readExport = (file: string): string => {
  if (statSync(file).size > LARGEST_EXPORT) {
    throw new Failure('import-refused', { problem: 'it is larger than 500 MB, which no export of a board is' });
  }
  return readFileSync(file, 'utf8');
};
