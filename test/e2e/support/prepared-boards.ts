/** Boards that every test copies: made once for a run, at a small cost of key stretching, as no test is about that. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SAMPLE_PASSPHRASE } from '../../../db/domain/sample.ts';
import { makeSampleBoard } from '../../../db/sample/make-sample.ts';
import { civilDayOf } from '../../../db/service/context.ts';
import { BoardSession } from '../../../db/service/session.ts';
import type { RandomBytes, ScryptCost } from '../../../db/store/vault.ts';

export type PreparedBoard = 'sample' | 'empty';

export const passphraseOf: Readonly<Record<PreparedBoard, string>> = {
  sample: SAMPLE_PASSPHRASE,
  empty: 'lantern orchard copper window',
};
export const emptyBoardName = 'Westvale Safeguarding Children Partnership';

const smallCost: ScryptCost = { N: 2 ** 14, r: 8, p: 1 };
const preparedFolder = path.join(import.meta.dirname, '../../../out/test-boards');
const recoveryCodeFile = path.join(preparedFolder, 'recovery-code.txt');

export const prepareBoards = async (): Promise<void> => {
  forgetPreparedBoards();
  mkdirSync(preparedFolder, { recursive: true });
  await prepareEmpty(path.join(preparedFolder, 'empty'));
  await prepareSample(path.join(preparedFolder, 'sample'), 'small');
};

export const forgetPreparedBoards = (): void => rmSync(preparedFolder, { recursive: true, force: true });

export const copyPreparedBoard = (kind: PreparedBoard, folder: string): void =>
  cpSync(path.join(preparedFolder, kind), folder, { recursive: true });

/** Of the empty board: what would lie printed in a drawer. */
export const recoveryCodeOfEmptyBoard = (): string => readFileSync(recoveryCodeFile, 'utf8');

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
  writeFileSync(recoveryCodeFile, recoveryCode);
};

const sameBytesEachRun = (seed: string): RandomBytes => {
  let drawn = 0;
  return (length) => {
    drawn += 1;
    return createHash('shake256', { outputLength: length }).update(`${seed} ${drawn}`).digest();
  };
};
