import { useEffect } from 'react';

/**
 * Gives the keyboard back to the list when a panel that lay over it has closed. On a narrow screen the list is hidden below the
 * panel, so the panel itself has nothing to give it back to until the next frame.
 */
export const useFocusBackToGrid = (isPanelOpen: boolean): void => {
  useEffect(() => {
    if (!isPanelOpen) return;
    return () => void requestAnimationFrame(focusGridIfNothingIs);
  }, [isPanelOpen]);
};

const focusGridIfNothingIs = (): void => {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>('main [role="grid"] [tabindex="0"]')?.focus({ preventScroll: true });
};
