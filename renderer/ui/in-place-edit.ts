/**
 * The life of one value edited in place, as pure steps. What must hold: nothing typed is ever lost without the person
 * saying so, and a value changed by someone else is never overwritten without asking.
 */
import type { KeptIn } from './field-mark.tsx';

export type SaveResult<T> =
  | { readonly ok: true }
  /** `current` is given when the save was refused because the value had changed meanwhile: it is what stands there now. */
  | { readonly ok: false; readonly message: string; readonly current?: T };

/** `force` is set when the person has seen the other value and chose to keep theirs. */
export type Save<T> = {
  (next: T, options: { readonly force: boolean }): Promise<SaveResult<T>>;
  /** Where the value is kept, for a mark beside it. */
  readonly keptIn?: KeptIn;
};

export type InPlaceEdit<T> =
  | { readonly step: 'reading'; readonly justSaved: boolean; readonly ahead: Ahead<T> | null }
  | { readonly step: 'editing'; readonly draft: string; readonly problem: string | null; readonly restored: boolean }
  | { readonly step: 'saving'; readonly draft: string; readonly mine: T; readonly before: T }
  | { readonly step: 'stale'; readonly draft: string; readonly mine: T; readonly theirs: T; readonly message: string };

/** A saved value that the page's own copy has not caught up with yet. */
export type Ahead<T> = { readonly saved: T; readonly before: T };

export type InPlaceEvent<T> =
  | { readonly kind: 'begin'; readonly draft: string }
  | { readonly kind: 'type'; readonly draft: string }
  | { readonly kind: 'refuse'; readonly problem: string }
  | { readonly kind: 'save'; readonly draft: string; readonly mine: T; readonly before: T }
  | { readonly kind: 'answer'; readonly result: SaveResult<T> }
  | { readonly kind: 'leave' }
  | { readonly kind: 'tick gone' }
  | { readonly kind: 'value arrived' };

export const reading = { step: 'reading', justSaved: false, ahead: null } as const;

export const nextStep = <T>(state: InPlaceEdit<T>, event: InPlaceEvent<T>): InPlaceEdit<T> => {
  switch (event.kind) {
    case 'begin':
      return state.step === 'reading' ? { step: 'editing', draft: event.draft, problem: null, restored: false } : state;
    case 'type':
      return state.step === 'editing' ? { ...state, draft: event.draft, problem: null } : state;
    case 'refuse':
      return state.step === 'editing' ? { ...state, problem: event.problem } : state;
    case 'save':
      return state.step === 'saving'
        ? state
        : { step: 'saving', draft: event.draft, mine: event.mine, before: event.before };
    case 'answer':
      return state.step === 'saving' ? afterAnswer(state, event.result) : state;
    case 'leave':
      return state.step === 'editing' || state.step === 'stale' ? reading : state;
    case 'tick gone':
      return state.step === 'reading' && state.justSaved ? { ...state, justSaved: false } : state;
    case 'value arrived':
      return state.step === 'reading' && state.ahead ? { ...state, ahead: null } : state;
  }
};

const afterAnswer = <T>(state: Extract<InPlaceEdit<T>, { step: 'saving' }>, result: SaveResult<T>): InPlaceEdit<T> => {
  const { draft, mine, before } = state;
  if (result.ok) return { step: 'reading', justSaved: true, ahead: { saved: mine, before } };
  if (result.current === undefined) return { step: 'editing', draft, problem: result.message, restored: false };
  return { step: 'stale', draft, mine, theirs: result.current, message: result.message };
};

/** What to show while not editing: the value being saved, the one just saved, or the page's own copy. */
export const shownValue = <T>(state: InPlaceEdit<T>, value: T, isSame: (a: T, b: T) => boolean): T => {
  if (state.step === 'saving') return state.mine;
  if (state.step === 'reading' && state.ahead && isSame(value, state.ahead.before)) return state.ahead.saved;
  return value;
};
