import { useEffect, useReducer, useRef } from 'react';
import { draftOf, forgetDraft, keepDraft } from './drafts.ts';
import type { KeptIn } from './field-mark.tsx';
import { type InPlaceEdit, type InPlaceEvent, nextStep, reading, type Save, shownValue } from './in-place-edit.ts';

export type InPlaceEditOptions<T> = {
  readonly value: T;
  readonly onSave: Save<T>;
  readonly isSame: (a: T, b: T) => boolean;
  readonly toDraft: (value: T) => string;
  readonly fromDraft: (draft: string) => { readonly value: T } | { readonly error: string };
  readonly draftKey?: string | undefined;
};

export type InPlaceEditing<T> = {
  readonly state: InPlaceEdit<T>;
  /** What stands there while it is not being edited. */
  readonly shown: T;
  readonly keptIn: KeptIn | undefined;
  begin(): void;
  type(draft: string): void;
  /** Saves the draft, or leaves when nothing has changed. */
  commit(): void;
  /** Saves a value that was chosen rather than typed. */
  choose(value: T): void;
  revert(): void;
  keepMine(): void;
  useTheirs(): void;
};

const tickStaysMs = 4000;

const notSaved = 'This was not saved. What you entered is kept here. Try again.';

export const useInPlaceEdit = <T>(options: InPlaceEditOptions<T>): InPlaceEditing<T> => {
  const { value, onSave, isSame, toDraft, fromDraft, draftKey } = options;
  const [state, send] = useReducer(
    nextStep as (state: InPlaceEdit<T>, event: InPlaceEvent<T>) => InPlaceEdit<T>,
    null,
    () => startingState(draftOf(draftKey), toDraft(value)),
  );
  const shown = shownValue(state, value, isSame);
  const seen = useRef<Seen<T>>({ value, onSave });
  useTickThatGoes(state.step === 'reading' && state.justSaved, () => send({ kind: 'tick gone' }));
  useValueArrival(value, isSame, () => send({ kind: 'value arrived' }));

  const save = async (mine: T, draft: string, force: boolean): Promise<void> => {
    send({ kind: 'save', draft, mine, before: value });
    const result = await seen.current.onSave(mine, { force }).catch(() => ({ ok: false, message: notSaved }) as const);
    if (result.ok) forgetDraft(draftKey);
    send({ kind: 'answer', result });
  };
  const leave = (): void => {
    forgetDraft(draftKey);
    send({ kind: 'leave' });
  };
  return {
    state,
    shown,
    keptIn: onSave.keptIn,
    begin: () => {
      seen.current = { value, onSave };
      send({ kind: 'begin', draft: toDraft(shown) });
    },
    type: (draft) => {
      keepDraft(draftKey, draft);
      send({ kind: 'type', draft });
    },
    commit: () => {
      if (state.step !== 'editing') return;
      const entry = fromDraft(state.draft);
      if ('error' in entry) send({ kind: 'refuse', problem: entry.error });
      else if (isSame(entry.value, seen.current.value)) leave();
      else void save(entry.value, state.draft, false);
    },
    choose: (next) => {
      if (state.step === 'reading') seen.current = { value, onSave };
      if (isSame(next, value)) leave();
      else void save(next, toDraft(next), false);
    },
    revert: leave,
    keepMine: () => {
      if (state.step === 'stale') void save(state.mine, state.draft, true);
    },
    useTheirs: leave,
  };
};

/**
 * What the person saw when they began, and the save that belongs to it: the page's own copy goes on being refreshed while they
 * type, and a save against that newer copy would overwrite a change they never saw.
 */
type Seen<T> = { readonly value: T; readonly onSave: Save<T> };

const startingState = <T>(keptDraft: string | null, draft: string): InPlaceEdit<T> =>
  keptDraft === null || keptDraft === draft
    ? reading
    : { step: 'editing', draft: keptDraft, problem: null, restored: true };

const useTickThatGoes = (shown: boolean, goes: () => void): void => {
  const latest = useRef(goes);
  latest.current = goes;
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => latest.current(), tickStaysMs);
    return () => clearTimeout(timer);
  }, [shown]);
};

/** Once the page's own copy changes, whatever was shown ahead of it has had its time. */
const useValueArrival = <T>(value: T, isSame: (a: T, b: T) => boolean, arrived: () => void): void => {
  const last = useRef(value);
  useEffect(() => {
    if (isSame(last.current, value)) return;
    last.current = value;
    arrived();
  });
};
