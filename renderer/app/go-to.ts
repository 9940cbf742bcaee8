/** Goes to an href of links.ts, or to a path with its search if any: "/settings/about". The router follows the address. */
export const goTo = (href: string): void => {
  location.hash = href;
};

/** Whether the address is that place's: what follows a pause in typing must not pull somebody back who has gone on. */
export const isAt = (path: string): boolean => location.hash === `#${path}` || location.hash.startsWith(`#${path}?`);
