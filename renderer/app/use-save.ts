import { useState } from 'react';
import type { FailureData, Saved } from '../../db/contract/common.ts';
import type { RecordPlace } from '../../db/domain/board-areas.ts';
import { client } from '../client.ts';
import { saveBegan, type SaveEnd, saveEnded } from '../state/saving.ts';
import { showToast, showUndoToast } from '../ui/index.ts';
import { errorToFailure, errorToLine } from './failure-words.ts';
import { goTo } from './go-to.ts';
import { placeHref } from './links.ts';

/** Fits the `onSave` of everything edited in place; a form reads `answer`, or shows `message`. */
export type SaveOutcome<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly message: string; readonly failure: FailureData | null };

export type SaveCall = <Answer extends Saved>(
  run: () => Promise<Answer>,
  words: string,
) => Promise<SaveOutcome<Answer>>;

/**
 * Runs a command and shows what became of it: the saved indicator, and a message with Undo when something was written.
 * `words` say what was done: "Moved 3 target dates". A refusal is answered, not shown: who asked shows it where it belongs.
 */
export const save: SaveCall = async (run, words) => {
  saveBegan();
  try {
    const answer = await run();
    saveEnded('saved');
    if (answer.operationId !== null) offerUndo(words, answer.operationId);
    return { ok: true, answer };
  } catch (error) {
    saveEnded(endOf(error));
    return { ok: false, message: errorToLine(error), failure: errorToFailure(error) };
  }
};

/** `save`, and whether one of this component's own is under way, for the button that started it. */
export const useSave = (): { readonly save: SaveCall; readonly isSaving: boolean } => {
  const [underWay, setUnderWay] = useState(0);
  const saveHere: SaveCall = async (run, words) => {
    setUnderWay((count) => count + 1);
    try {
      return await save(run, words);
    } finally {
      setUnderWay((count) => count - 1);
    }
  };
  return { save: saveHere, isSaving: underWay > 0 };
};

/** A full disk or a lost data process is a failure; everything else that is worded is an answer. */
const endOf = (error: unknown): SaveEnd => {
  const code = errorToFailure(error)?.code;
  return code === undefined || code === 'disk-full' || code === 'disk-trouble' ? 'failed' : 'refused';
};

let dismissLast: (() => void) | null = null;

/** One at a time: an Undo two changes back would take back something else than it seems to. */
const offerUndo = (words: string, operationId: string): void => {
  dismissLast?.();
  dismissLast = showUndoToast(words, () => void takeBack(operationId));
};

/** Undoes one operation, or says why that is not possible. */
export const takeBack = async (operationId: string): Promise<void> => {
  await step(() => client.history.undo({ operationId }), 'Undone');
};

/** Makes an undone operation again, or says why that is not possible. */
export const makeAgain = async (operationId: string): Promise<void> => {
  await step(() => client.history.redo({ operationId }), 'Done again');
};

type Stepped = {
  readonly words: string;
  readonly record: string;
  readonly others: number;
  readonly place: RecordPlace | null;
};

/** Says what was done and to which record; where that is not on the screen, the message leads there. */
const step = async (run: () => Promise<Stepped>, done: string): Promise<void> => {
  dismissLast?.();
  saveBegan();
  try {
    const { words, record, others, place } = await run();
    saveEnded('saved');
    const message = `${done}: ${inSentence(words)}${onRecord({ record, others })}`;
    const href = place === null ? null : placeHref(place);
    const action = href === null || isShown(href) ? {} : { action: { label: 'Show it', onPress: () => goTo(href) } };
    dismissLast = showToast({ message, ...action });
  } catch (error) {
    saveEnded(endOf(error));
    showToast({ message: errorToLine(error), isProblem: true });
  }
};

/** " · Action 1.2 (LCSPR 2025/02) and 3 others"; "" where nothing can be named. */
export const onRecord = ({ record, others }: { readonly record: string; readonly others: number }): string => {
  if (record === '') return '';
  return others === 0 ? ` · ${record}` : ` · ${record} and ${others} ${others === 1 ? 'other' : 'others'}`;
};

/** Whether the page that the address leads to is the one on the screen. */
const isShown = (href: string): boolean => {
  const page = (address: string): string => address.split('?')[0] ?? '';
  const panel = /[?&]action=([^&]+)/.exec(href)?.[1];
  return page(href) === page(location.hash) && (panel === undefined || location.hash.includes(panel));
};

/** "Changed a target date" as the rest of a sentence; an abbreviation at its start stays as it is. */
export const inSentence = (words: string): string =>
  /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
