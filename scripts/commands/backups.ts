import { comesBackWords } from '../../db/domain/restore-words.ts';
import { listBackups } from '../../db/store/backup.ts';
import { Failure } from '../../db/store/failure.ts';
import { listLaptops } from '../../db/sync/laptops.ts';
import { type Command, text } from './command.ts';
import { folderOf, lockedBoard, withBoard } from './open-board.ts';

export const backup: Command = {
  summary: 'Makes a verified backup beside the board',
  usage: 'backup FOLDER',
  options: {},
  takes: [1, 1],
  run: async ({ positionals }) => {
    const made = await withBoard(folderOf(positionals[0]), ({ store }) => store.backup('asked'));
    return { words: `Made and verified: ${made.name}`, json: made };
  },
};

export const restore: Command = {
  summary: 'Puts a backup in the place of the board, after making a backup of the board as it is',
  usage: 'restore FOLDER [--backup NAME]   (the newest, unless named)',
  options: { backup: { type: 'string' } },
  takes: [1, 1],
  run: async ({ positionals, values, say }) => {
    const folder = folderOf(positionals[0]);
    const name = text(values, 'backup') ?? listBackups(folder)[0]?.name;
    if (name === undefined) throw new Failure('not-found', { what: 'backup' });
    say(await restoreBackup(folder, name, say));
    return { words: `Restored: ${name}`, json: { restored: name } };
  },
};

/** What keeps a board from opening and a restore puts right. */
const CANNOT_OPEN: ReadonlySet<string> = new Set(['database-damaged', 'database-missing', 'database-unencrypted']);

/** Answers what became of the board as it was. */
const restoreBackup = async (folder: string, name: string, say: (words: string) => void): Promise<string> => {
  const { session, passphrase } = await lockedBoard(folder);
  try {
    await session.unlock(passphrase);
    const comesBack = comesBackWords(listLaptops(session.present));
    if (comesBack !== null) say(comesBack);
    session.restore(name);
    return 'The board as it was before is kept, so this can be undone.';
  } catch (error) {
    if (session.isOpen || !(error instanceof Failure) || !CANNOT_OPEN.has(error.code)) throw error;
    await session.restoreDamaged(passphrase, name);
    return 'The database that could not be opened is kept beside the restored one.';
  } finally {
    session.close();
  }
};
