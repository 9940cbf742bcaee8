import { useEffect } from 'react';
import { navigation, onTraverse } from './browsing.ts';

/** What scrolls: the work as a whole, or the grid that fills it. */
const scrollers = ['.ui-main', '.ui-grid-scroller'] as const;
type Places = Partial<Record<(typeof scrollers)[number], number>>;

/** Rows come from the data process: they are waited for this long. */
const longestWaitMs = 1500;

/** Going back or forward shows the list or page where it was left. In memory, by the entry of the history. */
export const useKeptScroll = (): void => {
  useEffect(() => {
    const kept = new Map<string, Places>();
    let stopPutting: () => void = () => undefined;
    const keep = ({ target }: Event): void => {
      const key = navigation()?.currentEntry?.key;
      if (key === undefined || !(target instanceof Element)) return;
      const scroller = scrollers.find((one) => target.matches(one));
      if (scroller !== undefined) kept.set(key, { ...kept.get(key), [scroller]: target.scrollTop });
    };
    const stop = onTraverse((key) => {
      stopPutting();
      const places = kept.get(key);
      if (places !== undefined) stopPutting = putBack(places);
    });
    document.addEventListener('scroll', keep, { capture: true, passive: true });
    return () => {
      stop();
      stopPutting();
      document.removeEventListener('scroll', keep, { capture: true });
    };
  }, []);
};

/** Until it stands where it stood, the wait is over, or the person scrolls themselves. */
const putBack = (places: Places): (() => void) => {
  const until = performance.now() + longestWaitMs;
  let frame = 0;
  const stop = (): void => {
    cancelAnimationFrame(frame);
    window.removeEventListener('wheel', stop);
    window.removeEventListener('keydown', stop);
    window.removeEventListener('pointerdown', stop);
  };
  const put = (): void => {
    const isDone = scrollers.every((scroller) => {
      const top = places[scroller];
      if (top === undefined) return true;
      const element = document.querySelector(scroller);
      if (element === null) return false;
      element.scrollTop = top;
      return Math.abs(element.scrollTop - top) < 2;
    });
    if (isDone || performance.now() > until) stop();
    else frame = requestAnimationFrame(put);
  };
  window.addEventListener('wheel', stop, { passive: true });
  window.addEventListener('keydown', stop);
  window.addEventListener('pointerdown', stop);
  frame = requestAnimationFrame(put);
  return stop;
};
