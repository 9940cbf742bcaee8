import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { dropKept, keepSoon, keepWaiting, readKept, restoreDrafts } from './kept-drafts.ts';

export type KeptDraft = {
  /** What was being written here before a crash or a lock; null when there is nothing, or once it was decided on. */
  readonly offered: { readonly text: string; readonly keptAt: number } | null;
  /** On every change of the text. */
  keep(text: string): void;
  /** Once the text was saved. */
  drop(): void;
  /** The offered text is gone on with, or not wanted. */
  decide(wanted: boolean): void;
};

/**
 * A long text in a form, kept on the board while it is typed: `const kept = useKeptDraft('note on …')`, `kept.keep(text)` in its
 * onChange, `kept.drop()` when it was saved, `<DraftOffer kept={kept} text={text} onGoOn={setText} />` above it.
 */
export const useKeptDraft = (place: string): KeptDraft => {
  const [offered, setOffered] = useState<KeptDraft['offered']>(null);
  useEffect(() => {
    let isHere = true;
    void readKept(place).then((found) => isHere && setOffered(found));
    return () => {
      isHere = false;
      keepWaiting(place);
    };
  }, [place]);
  return {
    offered,
    keep: (text) => keepSoon(place, text),
    drop: () => {
      setOffered(null);
      dropKept(place);
    },
    decide: (wanted) => {
      setOffered(null);
      if (!wanted) dropKept(place);
    },
  };
};

/** For the frame alone: editors that were open when the board was locked or the program ended open again as they were. */
export const useRestoredDrafts = (): void => {
  useSuspenseQuery({ queryKey: ['restored drafts'], queryFn: restoreDrafts, gcTime: Number.POSITIVE_INFINITY });
};
