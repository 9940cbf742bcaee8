/** Long texts that were typed and not saved yet, kept while the window is open; a keeper may keep them for longer. */
const drafts = new Map<string, string>();

type DraftKeeper = {
  readonly keep: (key: string, draft: string) => void;
  readonly drop: (key: string) => void;
};

let keeper: DraftKeeper | null = null;

/** Who else keeps what is typed from here on. */
export const keepDraftsWith = (next: DraftKeeper): void => {
  keeper = next;
};

/** A text that the keeper had: the editor with this key opens with it. */
export const restoreDraft = (key: string, draft: string): void => void drafts.set(key, draft);

export const draftOf = (key: string | undefined): string | null =>
  key === undefined ? null : (drafts.get(key) ?? null);

export const keepDraft = (key: string | undefined, draft: string): void => {
  if (key === undefined) return;
  drafts.set(key, draft);
  keeper?.keep(key, draft);
};

export const forgetDraft = (key: string | undefined): void => {
  if (key === undefined) return;
  drafts.delete(key);
  keeper?.drop(key);
};

export const forgetAllDrafts = (): void => drafts.clear();
