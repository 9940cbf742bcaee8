import { useState } from 'react';
import type { ReturnedSheet } from '../../../db/contract/chasing.ts';
import { LARGEST_RETURN } from '../../../db/domain/chasing.ts';
import { errorToWords } from '../../app/failure-words.ts';
import { client } from '../../client.ts';
import { shell } from '../../shell/index.ts';
import { useDraft } from '../../state/drafts.ts';
import { bytesToBase64 } from './base64.ts';
import { type Choices, choicesOf } from './choices.ts';

/** A returned sheet that was read and is looked through. */
export type SheetInHand = { readonly fileName: string; readonly base64: string; readonly sheet: ReturnedSheet };

type Draft = { readonly inHand: SheetInHand | null; readonly choices: Choices };
const nothing: Draft = { inHand: null, choices: {} };

export type Returned = {
  readonly inHand: SheetInHand | null;
  readonly choices: Choices;
  readonly isReading: boolean;
  readonly problem: string | null;
  readonly setChoices: (choices: Choices) => void;
  readonly open: () => void;
  /** The same file again, after something changed. */
  readonly readAgain: () => Promise<void>;
  readonly close: () => void;
};

/** Kept in memory while the person looks at an action and comes back; gone with a lock. */
export const useReturnedSheet = (): Returned => {
  const [{ inHand, choices }, change, forget] = useDraft<Draft>('returned sheet', nothing);
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const read = async (fileName: string, base64: string): Promise<void> => {
    setReading(true);
    setProblem(null);
    try {
      const sheet = await client.chasing.readReturn({ base64 });
      change({ inHand: { fileName, base64, sheet }, choices: choicesOf(sheet.proposals) });
    } catch (error) {
      const { happened, advice } = errorToWords(error);
      setProblem(`${happened} ${advice}`);
    } finally {
      setReading(false);
    }
  };
  const chooseAndRead = async (): Promise<void> => {
    setProblem(null);
    const file = await shell.openFile({ extensions: ['xlsx', 'docx'], maxBytes: LARGEST_RETURN });
    if (file.outcome === 'failed') setProblem(file.message);
    if (file.outcome === 'opened') await read(file.name, bytesToBase64(file.bytes));
  };
  return {
    inHand,
    choices,
    isReading,
    problem,
    setChoices: (next) => change({ choices: next }),
    open: () => void chooseAndRead(),
    readAgain: () => (inHand === null ? Promise.resolve() : read(inHand.fileName, inHand.base64)),
    close: () => {
      setProblem(null);
      forget();
    },
  };
};
