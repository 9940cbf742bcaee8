/** Long texts that were typed and not saved yet, kept while the window is open. Memory only: never written anywhere. */
const drafts = new Map<string, string>();

export const draftOf = (key: string | undefined): string | null =>
  key === undefined ? null : (drafts.get(key) ?? null);

export const keepDraft = (key: string | undefined, draft: string): void => {
  if (key !== undefined) drafts.set(key, draft);
};

export const forgetDraft = (key: string | undefined): void => {
  if (key !== undefined) drafts.delete(key);
};

export const forgetAllDrafts = (): void => drafts.clear();
