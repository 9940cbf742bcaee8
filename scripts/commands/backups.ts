import { listBackups } from '../../db/store/backup.ts';
import { Failure } from '../../db/store/failure.ts';
import { type Command, text } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';

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
    await withBoard(folder, (session) => session.restore(name));
    say('The board as it was before is itself a backup now, so this can be undone.');
    return { words: `Restored: ${name}`, json: { restored: name } };
  },
};
