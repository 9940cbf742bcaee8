/** Brings a section of the page to its top and gives it the focus, so that Tab goes on from there. */
export const showPart = (key: string): void => {
  const part = document.getElementById(key);
  if (part === null) return;
  part.scrollIntoView({ block: 'start' });
  focusPart(part);
};

/** Where the focus goes when what had it is gone. */
export const focusPartOf = (element: Element): void => {
  const part = element.closest('section[id]');
  if (part instanceof HTMLElement) focusPart(part);
};

const focusPart = (part: HTMLElement): void => {
  part.tabIndex = -1;
  part.focus({ preventScroll: true });
};
