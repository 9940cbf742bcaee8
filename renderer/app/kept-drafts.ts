/**
 * Long texts that were typed and not saved yet, kept on the encrypted board: they survive a crash and a lock. What cannot be
 * kept disturbs nobody; the text stays where it is typed.
 */
import { client } from '../client.ts';
import { keepDraftsWith, restoreDraft } from '../ui/index.ts';

const pauseMs = 500;

const waiting = new Map<string, { readonly timer: ReturnType<typeof setTimeout>; readonly text: string }>();
const kept = new Set<string>();

/** Keeps the text once typing pauses; an empty one is as good as none. */
export const keepSoon = (place: string, text: string): void => {
  clearTimeout(waiting.get(place)?.timer);
  waiting.set(place, { text, timer: setTimeout(() => void keepNow(place), pauseMs) });
};

const keepNow = async (place: string): Promise<void> => {
  const text = waiting.get(place)?.text;
  if (text === undefined) return;
  waiting.delete(place);
  if (text.trim() === '') return dropKept(place);
  kept.add(place);
  await client.workplace.keepDraft({ place, text }).catch(() => undefined);
};

/** What is still waiting for a pause is kept at once: the place it is typed in goes away. */
export const keepWaiting = (place: string): void => {
  clearTimeout(waiting.get(place)?.timer);
  void keepNow(place);
};

const longestWaitMs = 300;

/** Before the board is locked, which nothing may hold up for longer than that. */
export const keepAllWaiting = async (): Promise<void> => {
  const all = Promise.all([...waiting.keys()].map(keepNow));
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, longestWaitMs))]);
};

export const isDraftWaiting = (): boolean => waiting.size > 0;

/** It was saved, or is no longer wanted. */
export const dropKept = (place: string): void => {
  clearTimeout(waiting.get(place)?.timer);
  waiting.delete(place);
  if (!kept.delete(place)) return;
  client.workplace.dropDraft({ place }).catch(() => undefined);
};

export const readKept = async (place: string): Promise<{ readonly text: string; readonly keptAt: number } | null> => {
  const found = await client.workplace.draft({ place }).catch(() => null);
  if (found !== null) kept.add(place);
  return found;
};

/** Texts of records that are edited in place begin with this; their editors open with them again. */
const fieldPlace = (key: string): string => `field ${key}`;

/** Brings back what was being edited in place when the board was last open, and keeps it from here on. */
export const restoreDrafts = async (): Promise<true> => {
  const drafts = await client.workplace.drafts().catch(() => []);
  for (const { place, text } of drafts) {
    if (!place.startsWith(fieldPlace(''))) continue;
    kept.add(place);
    restoreDraft(place.slice(fieldPlace('').length), text);
  }
  keepDraftsWith({
    keep: (key, text) => keepSoon(fieldPlace(key), text),
    drop: (key) => dropKept(fieldPlace(key)),
  });
  return true;
};
