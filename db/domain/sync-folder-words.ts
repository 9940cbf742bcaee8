/** How it stands with the shared folder that is kept up to date: one or two sentences each. */
import type { FailureWords } from './failures.ts';

type FolderState =
  | { readonly kind: 'paused' | 'up-to-date' | 'stopped' }
  | { readonly kind: 'looking'; readonly since?: number }
  | { readonly kind: 'away'; readonly words: string }
  | { readonly kind: 'asks'; readonly name: string; readonly why: string }
  | { readonly kind: 'error'; readonly words: FailureWords };

/** `laptopOf`: what the device is called, by its id; a file is named `DEVICE/NAME`. */
export const folderStateWords = (state: FolderState, laptopOf: LaptopOf = () => undefined): string => {
  switch (state.kind) {
    case 'paused':
    case 'stopped':
      return 'Paused. Nothing is read from the folder or written to it until it goes on.';
    case 'looking':
      return state.since === undefined
        ? 'Looking through the folder.'
        : 'Looking through the folder. That takes long: if it is on a network drive, check the connection. Everything is kept here, and files can be taken in and written by hand meanwhile.';
    case 'up-to-date':
      return 'Up to date. What others write there is taken in by itself, and what you change is written there.';
    case 'away':
      return state.words;
    case 'asks':
      return `${fileWords(state.name, laptopOf)} waits: ${state.why}. Nothing is exchanged until you have answered.`;
    case 'error':
      return `${state.words.happened} ${state.words.advice}`;
  }
};

type LaptopOf = (device: string) => string | undefined;

/** A file named `DEVICE/NAME`, by whose it is: "“000017-000021.sync” of North laptop". */
export const fileWords = (name: string, laptopOf: LaptopOf): string => {
  const { file, laptop } = fileOfLaptop(name, laptopOf);
  return laptop === undefined ? `“${file}”` : `“${file}” of ${laptop}`;
};

/** Whose folder it lies in stays in the name of a file of which nobody here knows the laptop. */
export const fileOfLaptop = (
  name: string,
  laptopOf: LaptopOf,
): { readonly file: string; readonly laptop?: string | undefined } => {
  const [device = '', file = name] = name.split('/');
  const laptop = laptopOf(device);
  return laptop === undefined ? { file: name } : { file, laptop };
};

/** The folder names changes of this very laptop that it does not hold: it was put back to an earlier state by hand. */
export const ownAheadWords =
  'Others hold later changes of this laptop than it has itself: its folder was put back by hand. It writes nothing of its own until it goes on as a new device, which it does once you are back at today.';
