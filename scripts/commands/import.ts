import { existsSync } from 'node:fs';
import path from 'node:path';
import { makeBoardFrom } from '../../db/service/import-board.ts';
import { withFailures } from '../../db/store/failure.ts';
import { readBoardFile } from '../../db/store/import.ts';
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
    const document = withFailures(() => readBoardFile(file));
    const { recoveryCode } = await makeBoardFrom(folder, document, await askNewPassphrase(), surroundings);
    say('Print the recovery code and keep it apart from the laptop. It is shown this once.');
    return { words: `The board is in ${folder}.\nRecovery code: ${recoveryCode}`, json: { folder, recoveryCode } };
  },
};
