import type { Page } from '@playwright/test';
import { SAMPLE_PASSPHRASE } from '../../db/domain/sample.ts';

/** From the lock screen until the overview shows its figures. */
export const unlock = async (page: Page): Promise<void> => {
  await page.getByLabel('Passphrase', { exact: true }).fill(SAMPLE_PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'In figures' }).waitFor();
};

const steps = 40;

/** To the end of all actions, in steps that each show their rows. */
export const scrollActions = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Actions', exact: true }).click();
  const grid = page.getByRole('grid', { name: 'Actions' });
  await grid.waitFor();
  for (let step = 1; step <= steps; step += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one step after another
    await grid.evaluate((scroller: { scrollTop: number; scrollHeight: number }, part) => {
      scroller.scrollTop = scroller.scrollHeight * part;
    }, step / steps);
    // oxlint-disable-next-line no-await-in-loop -- one step after another
    await page.waitForTimeout(100);
  }
};
