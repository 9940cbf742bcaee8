import { useState } from 'react';
import type { ReturnedSheet } from '../../../db/contract/chasing.ts';
import { LARGEST_RETURN } from '../../../db/domain/chasing.ts';
import { errorToWords } from '../../app/failure-words.ts';
import { dropKept, keepSoon, readKept } from '../../app/kept-drafts.ts';
import { client } from '../../client.ts';
import { shell } from '../../shell/index.ts';
import { useDraft } from '../../state/drafts.ts';
import { bytesToBase64 } from './base64.ts';
import { type Choices, choicesFromText, choicesOf, choicesToText } from './choices.ts';

/** A returned sheet that was read and is looked through. */
export type SheetInHand = { readonly fileName: string; readonly base64: string; readonly sheet: ReturnedSheet };

/** Names the sheet among the drafts that the board keeps. */
const placeOf = (sheet: ReturnedSheet): string => `returned sheet ${sheet.request}`;

type ChoicesIn = (sheet: ReturnedSheet) => Promise<Choices>;

const keptChoices: ChoicesIn = async (sheet) => {
  const kept = await readKept(placeOf(sheet));
  return kept === null ? choicesOf(sheet.proposals) : choicesFromText(sheet.proposals, kept.text);
};

const freshChoices: ChoicesIn = async (sheet) => {
  dropKept(placeOf(sheet));
  return choicesOf(sheet.proposals);
};

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

/**
 * In memory while the person looks at an action and comes back; gone with a lock. What they made of its rows is kept on the board:
 * the same sheet, read once more, has it again.
 */
export const useReturnedSheet = (): Returned => {
  const [{ inHand, choices }, change, forget] = useDraft<Draft>('returned sheet', nothing);
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const read = async (fileName: string, base64: string, choicesIn: ChoicesIn): Promise<void> => {
    setReading(true);
    setProblem(null);
    try {
      const sheet = await client.chasing.readReturn({ base64 });
      change({ inHand: { fileName, base64, sheet }, choices: await choicesIn(sheet) });
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
    if (file.outcome === 'opened') await read(file.name, bytesToBase64(file.bytes), keptChoices);
  };
  return {
    inHand,
    choices,
    isReading,
    problem,
    setChoices: (next) => {
      change({ choices: next });
      if (inHand !== null) keepSoon(placeOf(inHand.sheet), choicesToText(inHand.sheet.proposals, next));
    },
    open: () => void chooseAndRead(),
    readAgain: () => (inHand === null ? Promise.resolve() : read(inHand.fileName, inHand.base64, freshChoices)),
    close: () => {
      setProblem(null);
      forget();
    },
  };
};
