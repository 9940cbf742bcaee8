/**
 * The sample boards that are measured, made once a day: the big one takes most of a minute. They are kept in the system's
 * temporary folder under the digest of what they follow from (the schema and the sample), and older ones are taken away.
 */
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SAMPLE_PASSPHRASE } from '../../db/domain/sample.ts';
import { makeSampleBoard } from '../../db/sample/make-sample.ts';
import { civilDayOf } from '../../db/service/context.ts';
import { BoardSession } from '../../db/service/session.ts';
import { surroundings } from '../commands/open-board.ts';
import { inputsDigest } from '../freshness.ts';
import { projectFolder } from '../setup.mjs';
import type { Boards } from './finding.ts';

const cacheFolder = path.join(tmpdir(), 'case-review-tracker-bench');

export const today = civilDayOf(Date.now());

export const sampleBoards = async (): Promise<Boards> => {
  const digest = inputsDigest(projectFolder, ['db/migrations', 'db/sample'], today).slice(0, 16);
  const folder = path.join(cacheFolder, `${today}-${digest}`);
  mkdirSync(folder, { recursive: true });
  for (const other of readdirSync(cacheFolder)) {
    if (other !== path.basename(folder)) rmSync(path.join(cacheFolder, other), { recursive: true, force: true });
  }
  return { small: await sampleBoard(folder, 'small'), big: await sampleBoard(folder, 'big') };
};

const sampleBoard = async (folder: string, scale: 'small' | 'big'): Promise<string> => {
  const board = path.join(folder, scale);
  if (existsSync(board)) return board;
  console.error(`Making the ${scale} sample board.`);
  const part = mkdtempSync(`${board}.`);
  for await (const _ of makeSampleBoard(part, { today, scale, random: (length) => randomBytes(length) }));
  // The first unlock of a day makes a backup; it is not what is measured.
  await withBoard(part, () => undefined);
  renameSync(part, board);
  return board;
};

/** Opens the sample board in the folder, does the work, and closes it in every case. */
export const withBoard = async <T>(folder: string, work: (session: BoardSession) => T | Promise<T>): Promise<T> => {
  const session = new BoardSession(folder, surroundings);
  await session.unlock(SAMPLE_PASSPHRASE);
  try {
    return await work(session);
  } finally {
    session.close();
  }
};

/** Does the work in a temporary folder, with a copy of the board in it when one is named, and takes it away. */
export const inTemporaryFolder = async <T>(
  work: (folder: string, board: string) => Promise<T>,
  board: string | null = null,
): Promise<T> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tracker-bench-'));
  const copy = path.join(folder, 'board');
  try {
    if (board !== null) cpSync(board, copy, { recursive: true });
    return await work(folder, copy);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
