/**
 * Three words that outlive a lock, which throws the page away: why it was locked, that a board was open, and what to begin with
 * on the welcome screen. Never anything of a case: this storage may touch the disk.
 */
const keys = {
  lockReason: 'tracker:lock-reason',
  wasOpen: 'tracker:was-open',
  beginWith: 'tracker:begin-with',
} as const;

export const keepForReload = (key: keyof typeof keys, word: string): void => sessionStorage.setItem(keys[key], word);

/** Reads the word and forgets it. */
export const takeKept = (key: keyof typeof keys): string | null => {
  const word = sessionStorage.getItem(keys[key]);
  sessionStorage.removeItem(keys[key]);
  return word;
};
