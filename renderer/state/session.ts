import { create } from 'zustand';

export type LockReason = 'idle' | 'command' | 'laptop' | 'data-process-ended';

export type Screen =
  | { readonly at: 'starting' }
  | { readonly at: 'welcome' }
  /** The program that serves the page has ended, or the board cannot be reached. */
  | { readonly at: 'unreachable'; readonly message: string }
  /** A folder was chosen, for a new board or for the sample, and nothing is in it yet. */
  | { readonly at: 'create' | 'sample' }
  | { readonly at: 'unlock' }
  /** Open, but the board has not come yet. */
  | { readonly at: 'joining' }
  | { readonly at: 'open'; readonly boardName: string };

type Session = { readonly screen: Screen; readonly lockReason: LockReason | null };

/** Which screen is shown, and why the board was locked. Gone with the page, like all state here. */
export const useSession = create<Session>(() => ({ screen: { at: 'starting' }, lockReason: null }));

export const showScreen = (screen: Screen): void => useSession.setState({ screen });
