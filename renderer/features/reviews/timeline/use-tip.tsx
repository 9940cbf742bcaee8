import { type PointerEvent, useState } from 'react';

type Tip = { readonly words: string; readonly left: number; readonly top: number };

/**
 * Words beside the pointer for marks that carry data-tip. One listener serves every mark in sight; the keyboard reads the same
 * words in the row's own text.
 */
export const useTip = () => {
  const [tip, setTip] = useState<Tip | null>(null);
  const onPointerOver = (event: PointerEvent): void => {
    const mark = event.target instanceof Element ? event.target.closest('[data-tip]') : null;
    const words = mark?.getAttribute('data-tip') ?? '';
    if (mark === null || words === '') return setTip(null);
    const box = mark.getBoundingClientRect();
    const left = Math.max(8, Math.min(event.clientX - 12, document.documentElement.clientWidth - 336));
    setTip({ words, left, top: box.bottom + 6 });
  };
  return {
    listeners: { onPointerOver, onPointerLeave: () => setTip(null) },
    tip: tip && (
      <div className="ui-tooltip timeline-tip" role="tooltip" style={{ left: tip.left, top: tip.top }}>
        {tip.words}
      </div>
    ),
  };
};
