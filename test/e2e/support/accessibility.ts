import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export type Allowances = {
  /**
   * While a menu, a list of options or a popover is open, React Aria hides the rest of the page from assistive technology and
   * hangs the popover at the end of the document: "all content in landmarks" is then about content that nobody is offered.
   */
  readonly popoverOpen?: boolean;
  /** The part of the page to look at, where the rest is hidden meanwhile or was looked at before. */
  readonly part?: string;
  /** Only what another theme can change. */
  readonly coloursOnly?: boolean;
};

export const expectAccessible = async (
  page: Page,
  where: string,
  { popoverOpen = false, part, coloursOnly = false }: Allowances = {},
): Promise<void> => {
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    // All in the page itself, which has no frames. Otherwise axe opens another page for each audit, which takes three times as
    // long, and cannot be done in Electron.
    .setLegacyMode()
    // What React Aria says aloud stays in its own corner for some seconds, naming things that may be gone by then.
    .exclude('[data-live-announcer]');
  if (part !== undefined) axe.include(part);
  if (coloursOnly) axe.withRules(['color-contrast', 'link-in-text-block']);
  else axe.withTags(wcag22aa).disableRules(popoverOpen ? ['region'] : []);
  const { violations } = await axe.analyze();
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map(({ html }) => html.slice(0, 200)).join('\n    ')}`,
  );
  expect.soft(told, `${where} is accessible`).toEqual([]);
};

/** A page that is wider than the window has to be scrolled sideways, line by line. */
export const expectNoSidewaysScroll = async (page: Page, where: string): Promise<void> => {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect.soft(content, `${where} fits the width of the window`).toBeLessThanOrEqual(window ?? 0);
};
