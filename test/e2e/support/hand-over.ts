/** A review handed over from the sample board to another one, in either shell. */
import { expect, type Page, test } from '@playwright/test';
import type { Exchange } from './exchange.ts';
import { fill, fromMenu } from './fields.ts';
import { goToPlace, main } from './frame.ts';
import { passphraseOf } from './prepared-boards.ts';
import { openReview } from './reviews.ts';
import { unlockWith } from './welcome.ts';

const filePassphrase = 'heather bridge paper lantern';

/** It leaves as one file, is read-only from then on, and goes on at the other board, which `openOtherBoard` opens from the welcome screen. */
export const handOver = async (page: Page, exchange: Exchange, openOtherBoard: () => Promise<void>): Promise<void> => {
  const dialog = page.getByRole('dialog');
  let file = '';
  await openReview(page, 'LCSPR 2025/02');

  await test.step('it leaves', async () => {
    await fromMenu(page, 'More for this review', /^Hand over/);
    await dialog.getByRole('combobox', { name: 'To' }).fill('Westvale Safeguarding Children Partnership');
    await fill(dialog, /^Passphrase of the file$/, filePassphrase);
    await fill(dialog, 'Passphrase of the file again', filePassphrase);
    file = await exchange.saved('review.handover', () =>
      dialog.getByRole('button', { name: 'Hand it over and write the file' }).click(),
    );
    await expect(dialog).toHaveCount(0);
    await expect(main(page).getByText(/^Handed over to Westvale Safeguarding Children Partnership on/)).toBeVisible();
    await expect(main(page).getByRole('button', { name: 'Add a note' })).toHaveCount(0);
    await expect(main(page).getByText('Stage: Handed over')).toBeVisible();
  });

  await test.step('the same board does not receive it again', async () => {
    await goToPlace(page, 'Reviews');
    await receive(page, exchange, file);
    await expect(dialog.getByText('This review is on this board already, as LCSPR 2025/02.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  await test.step('the other board receives it with its history, and goes on where it was', async () => {
    await page.keyboard.press('Control+k');
    await dialog.getByRole('combobox').fill('Close this board');
    await expect(dialog.getByRole('option', { name: 'Close this board' })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Welcome' })).toBeVisible();
    await openOtherBoard();
    await unlockWith(page, passphraseOf.empty);
    await goToPlace(page, 'Reviews');
    await receive(page, exchange, file);
    await expect(dialog.getByText(/^From Exampleshire/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Receive this review' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Baby T');
    await expect(page.getByRole('button', { name: 'Stage: Complete' })).toBeVisible();
    await expect(main(page).getByRole('heading', { name: 'History before the hand-over' })).toBeVisible();
    await expect(main(page).getByText(/^On Exampleshire Safeguarding Children Partnership, until/)).toBeVisible();
  });
};

const receive = async (page: Page, exchange: Exchange, file: string): Promise<void> => {
  await fromMenu(page, 'More for reviews', 'Receive a review');
  const dialog = page.getByRole('dialog');
  await exchange.given(file, () => dialog.getByRole('button', { name: 'Choose the file' }).click());
  await fill(dialog, /^Passphrase of the file$/, filePassphrase);
  await dialog.getByRole('button', { name: 'Look at the file' }).click();
};
