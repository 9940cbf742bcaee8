import { setImmediate as breathe } from 'node:timers/promises';
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { exportBoard } from '../../db/store/export.ts';
import { Failure, failureFrom } from '../../db/store/failure.ts';
import { renameDurably } from '../../db/store/files.ts';
import { type Command, text, UsageError } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';

export const exportCommand: Command = {
  summary: 'Writes everything, with its history, as one open JSON document (not encrypted)',
  usage: 'export FOLDER --out FILE.json',
  options: { out: { type: 'string' } },
  takes: [1, 1],
  run: async ({ positionals, values, say, signal }) => {
    const out = text(values, 'out');
    if (out === undefined) throw new UsageError('Say where the export goes: --out FILE.json.');
    const file = path.resolve(out);
    say('The export is not encrypted: keep it as you would keep the records themselves.');
    const bytes = await withBoard(folderOf(positionals[0]), ({ store }) =>
      writePieces(file, exportBoard(store.db), signal),
    );
    return { words: file, json: { file, bytes } };
  },
};

/** Temporary name, fsync, rename: the file is whole or not there. Answers its length in bytes. */
const writePieces = async (file: string, pieces: Iterable<string>, signal: AbortSignal): Promise<number> => {
  const temporary = `${file}.part`;
  try {
    const handle = openSync(temporary, 'w', 0o600);
    let written = 0;
    try {
      let waiting: string[] = [];
      const flush = (): void => {
        written += writeSync(handle, waiting.join(''));
        waiting = [];
      };
      for (const piece of pieces) {
        if (signal.aborted) throw new Failure('cancelled');
        waiting.push(piece);
        if (waiting.length < 1000) continue;
        flush();
        // Ctrl-C is heard between two flushes.
        await breathe();
      }
      flush();
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameDurably(temporary, file);
    return written;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw failureFrom(error) ?? error;
  }
};
