import { useEffect, useRef } from 'react';

type Step = (by: 1 | -1) => void;

/** J and K go through the list while a panel is open, unless something is being typed or a dialog is in front. */
export const usePanelKeys = (isOpen: boolean, onStep: Step): void => {
  const latest = useRef(onStep);
  latest.current = onStep;
  useEffect(() => {
    if (!isOpen) return;
    const listen = (event: KeyboardEvent): void => {
      const by = stepOf(event);
      if (by === null || isTaken(event.target)) return;
      event.preventDefault();
      latest.current(by);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [isOpen]);
};

const stepOf = ({ key, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): 1 | -1 | null => {
  if (ctrlKey || metaKey || altKey || defaultPrevented) return null;
  if (key === 'j' || key === 'J') return 1;
  return key === 'k' || key === 'K' ? -1 : null;
};

const isTaken = (target: EventTarget | null): boolean =>
  document.querySelector('[role="dialog"], [role="listbox"], [role="menu"]') !== null ||
  (target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select')));
