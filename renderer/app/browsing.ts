/**
 * Back and forward through what was looked at. The browser's own Navigation interface says which entry of the history is
 * shown; where it is missing, going back and forward still works and nothing is known about the ends.
 */
import { useSyncExternalStore } from 'react';

type Entry = { readonly key: string };
type NavigateEvent = Event & { readonly navigationType: string };

type Navigation = EventTarget & {
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  readonly currentEntry: Entry | null;
};

export const navigation = (): Navigation | null =>
  (globalThis as unknown as { readonly navigation?: Navigation }).navigation ?? null;

export const goBack = (): void => history.back();
export const goForward = (): void => history.forward();

const watch = (changed: () => void): (() => void) => {
  navigation()?.addEventListener('currententrychange', changed);
  return () => navigation()?.removeEventListener('currententrychange', changed);
};

export const useCanGoBack = (): boolean => useSyncExternalStore(watch, () => navigation()?.canGoBack ?? true);
export const useCanGoForward = (): boolean => useSyncExternalStore(watch, () => navigation()?.canGoForward ?? true);

/** Calls back when going back or forward (not to a new address) is about to show another entry, with that entry's key. */
export const onTraverse = (arrived: (key: string) => void): (() => void) => {
  const here = navigation();
  if (here === null) return () => undefined;
  let isTraverse = false;
  const begin = (event: Event): void => {
    isTraverse = (event as NavigateEvent).navigationType === 'traverse';
  };
  const end = (): void => {
    if (isTraverse && here.currentEntry !== null) arrived(here.currentEntry.key);
    isTraverse = false;
  };
  here.addEventListener('navigate', begin);
  here.addEventListener('currententrychange', end);
  return () => {
    here.removeEventListener('navigate', begin);
    here.removeEventListener('currententrychange', end);
  };
};
