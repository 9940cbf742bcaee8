import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { BoardSession } from '../../db/service/session.ts';
import { Failure } from '../../db/store/failure.ts';
import type { Surroundings } from '../../db/store/store.ts';
import { askPassphrase } from './passphrase.ts';

export const surroundings: Surroundings = { now: Date.now, random: (length) => randomBytes(length) };

export const folderOf = (given: string | undefined): string => path.resolve(given ?? '.');

/** The board in the folder, still locked, and the passphrase that is to open it. */
export const lockedBoard = async (
  folder: string,
): Promise<{ readonly session: BoardSession; readonly passphrase: string }> => {
  const session = new BoardSession(folder, surroundings);
  const { state, problem, boardName } = session.status();
  if (state === 'empty' || problem === 'folder-not-empty') throw new Failure('folder-missing');
  if (problem !== null) throw new Failure(problem);
  return { session, passphrase: await askPassphrase(`Passphrase of ${boardName ?? 'the board'}: `) };
};

/** Opens the board in the folder, does the work, and closes it in every case. */
export const withBoard = async <T>(folder: string, work: (session: BoardSession) => T | Promise<T>): Promise<T> => {
  const { session, passphrase } = await lockedBoard(folder);
  await session.unlock(passphrase);
  try {
    return await work(session);
  } finally {
    session.close();
  }
};
