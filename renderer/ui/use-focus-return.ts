import { type RefObject, useEffect, useRef } from 'react';
import type { InPlaceEdit } from './in-place-edit.ts';

/** Gives a function that asks for the focus to go to `target` as soon as `ready`, when the editor has given way to the text. */
export const useFocusReturn = (target: RefObject<HTMLElement | null>, ready: boolean): (() => void) => {
  const wanted = useRef(false);
  useEffect(() => {
    if (!ready || !wanted.current) return;
    wanted.current = false;
    target.current?.focus();
  });
  return () => {
    wanted.current = true;
  };
};

/** Focuses an editor's field as it appears: all of a line is selected, in long text the caret goes to the end. */
export const useFocusOnOpen = (
  field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
  wanted: boolean,
  caret: 'all selected' | 'at the end',
): void => {
  const opening = useRef({ field, wanted, caret });
  useEffect(() => {
    const { field, wanted, caret } = opening.current;
    const element = field.current;
    if (!wanted || !element) return;
    element.focus();
    const end = element.value.length;
    element.setSelectionRange(caret === 'at the end' ? end : 0, end);
  }, []);
};

/**
 * Whether an editor that appears should take the focus: not for a draft brought back, nor for a save that failed after the
 * person had moved on to something else.
 */
export const isOpenedByPerson = <T>(state: InPlaceEdit<T>): boolean => {
  if (state.step !== 'editing' || state.restored) return false;
  return state.problem === null || document.activeElement === null || document.activeElement === document.body;
};
