import { expect, type Locator, type Page } from '@playwright/test';

type Within = Page | Locator;

const pageOf = (within: Within): Page =>
  'page' in within && typeof within.page === 'function' ? within.page() : (within as Page);

/** A list of options behind a button that is named by its value and its label: "Choose one Body". */
export const choose = async (within: Within, label: string, option: string | RegExp): Promise<void> => {
  await within.getByRole('button', { name: new RegExp(`${label}( \\(optional\\))?$`) }).click();
  await pageOf(within).getByRole('option', { name: option }).first().click();
};

/** A field that finds as one types. */
export const find = async (within: Within, label: string | RegExp, typed: string): Promise<void> => {
  await within.getByRole('combobox', { name: label }).fill(typed);
  await pageOf(within).getByRole('option').filter({ hasText: typed }).first().click();
};

export const fill = async (within: Within, label: string | RegExp, text: string): Promise<void> =>
  within.getByRole('textbox', { name: label }).fill(text);

/** By the keyboard: the boxes and circles that are seen are drawn, and the real ones cannot be pointed at. */
export const tick = async (within: Within, role: 'checkbox' | 'radio', name: string | RegExp): Promise<void> => {
  const box = within.getByRole(role, { name, exact: typeof name === 'string' });
  await box.press('Space');
  await expect(box).toBeChecked();
};

export const untick = async (within: Within, name: string): Promise<void> => {
  const box = within.getByRole('checkbox', { name, exact: true });
  await box.press('Space');
  await expect(box).not.toBeChecked();
};

export const fromMenu = async (page: Page, button: string | RegExp, item: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('menuitem', { name: item }).click();
};
