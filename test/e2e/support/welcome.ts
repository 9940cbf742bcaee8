import { expect, type Page } from '@playwright/test';

export const passphraseField = (page: Page) => page.getByRole('textbox', { name: 'Passphrase', exact: true });

/** From the lock screen to the overview. */
export const unlockWith = async (page: Page, passphrase: string): Promise<void> => {
  await passphraseField(page).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
};
