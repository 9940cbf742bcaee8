import type { Locator, Page } from '@playwright/test';

/** A value of one line that is edited in place, by the label that stands beside it. */
export const valueOf = (within: Page | Locator, label: string): Locator =>
  within.getByRole('button', { name: new RegExp(`^Edit ${escaped(label)}: `) });

/** Types another value and saves it with Enter. */
export const editValue = async (within: Page | Locator, label: string, next: string): Promise<void> => {
  await valueOf(within, label).first().click();
  const field = within.getByRole('textbox', { name: label, exact: true });
  await field.fill(next);
  await field.press('Enter');
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
