/**
 * React Aria adds a <style> element with the id below on the first press handler, unless an element with that id exists.
 * `style-src 'self'` would refuse it and report a violation each time, so an empty marker takes its place; the rule itself
 * is in base.css. What would change this: React Aria taking the rule from a style sheet.
 */
const pressableStyleId = 'react-aria-pressable-style';

export const preventInjectedStyle = (page: Document): void => {
  if (page.getElementById(pressableStyleId)) return;
  const marker = page.createElement('meta');
  marker.id = pressableStyleId;
  page.head.append(marker);
};
