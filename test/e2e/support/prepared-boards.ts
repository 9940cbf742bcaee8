/** Boards that every test copies: made once for a run, at a small cost of key stretching, as no test is about that. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SAMPLE_PASSPHRASE } from '../../../db/domain/sample.ts';
import { makeSampleBoard } from '../../../db/sample/make-sample.ts';
import { civilDayOf } from '../../../db/service/context.ts';
import { BoardSession } from '../../../db/service/session.ts';
import type { ScryptCost } from '../../../db/store/vault.ts';
import { sameBytesEachRun } from './same-bytes.ts';

/** apart: the sample on a laptop that took in what two others wrote apart from it. */
export type PreparedBoard = 'sample' | 'empty' | 'apart';

export const passphraseOf: Readonly<Record<PreparedBoard, string>> = {
  sample: SAMPLE_PASSPHRASE,
  apart: SAMPLE_PASSPHRASE,
  empty: 'lantern orchard copper window',
};
export const emptyBoardName = 'Westvale Safeguarding Children Partnership';

const smallCost: ScryptCost = { N: 2 ** 14, r: 8, p: 1 };
const partingProgram = path.join(import.meta.dirname, '../../support/parted-laptops.ts');

/** Set for the workers of this run by its setup, so that two runs at once do not share boards. */
const folderVariable = 'TRACKER_PREPARED_BOARDS';

const prepared = (name: string): string => {
  const folder = process.env[folderVariable];
  if (folder === undefined) throw new Error('The boards of this run are not prepared.');
  return path.join(folder, name);
};

/** Answers how to take them away again. */
export const prepareBoards = async (): Promise<() => void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tracker-prepared-boards-'));
  process.env[folderVariable] = folder;
  await prepareEmpty(prepared('empty'));
  await prepareSample(prepared('sample'), 'small');
  copyPreparedBoard('sample', prepared('apart'));
  execFileSync(process.execPath, [partingProgram, prepared('apart')]);
  return () => rmSync(folder, { recursive: true, force: true });
};

export const copyPreparedBoard = (kind: PreparedBoard, folder: string): void =>
  cpSync(prepared(kind), folder, { recursive: true });

/** Of the empty board: what would lie printed in a drawer. */
export const recoveryCodeOfEmptyBoard = (): string => readFileSync(prepared('recovery-code.txt'), 'utf8');

/** Made for today, so that what is late on it is late today. */
export const prepareSample = async (folder: string, scale: 'small' | 'big'): Promise<void> => {
  const options = {
    today: civilDayOf(Date.now()),
    scale,
    random: sameBytesEachRun('sample'),
    cost: smallCost,
  } as const;
  for await (const _ of makeSampleBoard(folder, options));
};

const prepareEmpty = async (folder: string): Promise<void> => {
  const session = new BoardSession(folder, { now: Date.now, random: sameBytesEachRun('empty') }, { cost: smallCost });
  const { recoveryCode } = await session.create({
    name: emptyBoardName,
    nation: 'england',
    passphrase: passphraseOf.empty,
    post: 'Board manager',
    deviceName: 'Office laptop',
  });
  session.store.backup('daily');
  session.close();
  writeFileSync(prepared('recovery-code.txt'), recoveryCode);
};
