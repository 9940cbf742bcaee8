/** Goes to an href of links.ts, or to a path with its search if any: "/settings/about". The router follows the address. */
export const goTo = (href: string): void => {
  location.hash = href;
};
