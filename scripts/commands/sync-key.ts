import { existsSync } from 'node:fs';
import path from 'node:path';
import { Failure, failureFrom } from '../../db/store/failure.ts';
import { writeNewFileDurably } from '../../db/store/files.ts';
import { readLaptop } from '../../db/sync/this-laptop.ts';
import { type Command, text, UsageError } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';
import { askPassphrase } from './passphrase.ts';

export const syncKey: Command = {
  summary: 'Writes the key that opens what others wrote to this laptop, for the standard tool age (not encrypted)',
  usage: 'sync-key FOLDER --out FILE',
  options: { out: { type: 'string' } },
  takes: [1, 1],
  run: async ({ positionals, values, say }) => {
    const out = text(values, 'out');
    if (out === undefined) throw new UsageError('Say where the key goes: --out FILE.');
    const file = path.resolve(out);
    if (existsSync(file)) throw isThere(file);
    return withBoard(folderOf(positionals[0]), async (session) => {
      await session.unlock(await askPassphrase('The passphrase again, for the key leaves the board: '));
      const { keys } = await readLaptop(session.present);
      await writeKey(file, `# public key: ${keys.receiveKey}\n${keys.receiveIdentity}\n`);
      say('Whoever has this file reads all that is written to this laptop. Delete it when it is no longer needed.');
      return { words: file, json: { file, receiveKey: keys.receiveKey } };
    });
  },
};

const writeKey = async (file: string, key: string): Promise<void> => {
  try {
    await writeNewFileDurably(file, [Buffer.from(key)]);
  } catch (error) {
    if (existsSync(file)) throw isThere(file);
    throw failureFrom(error) ?? error;
  }
};

const isThere = (file: string): Failure =>
  new Failure('bad-input', { problem: `There is a file ${file} already.`, field: 'out' });
