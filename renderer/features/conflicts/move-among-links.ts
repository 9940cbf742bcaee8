import type { KeyboardEvent } from 'react';

/** Up and down go through the links of a list, Home and End to its first and last; Enter follows, as on any link. */
export const moveAmongLinks = (event: KeyboardEvent<HTMLElement>): void => {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.conflicts-what a')];
  const now = links.findIndex((link) => link === document.activeElement);
  const to = target(event.key, now, links.length);
  if (to === null) return;
  event.preventDefault();
  links[to]?.focus();
};

const target = (key: string, now: number, count: number): number | null => {
  if (now === -1) return null;
  switch (key) {
    case 'ArrowDown':
      return Math.min(now + 1, count - 1);
    case 'ArrowUp':
      return Math.max(now - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
};
