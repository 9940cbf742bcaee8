import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';
import { expect, test } from './support/fixtures.ts';
import { goToAddress, main, message, undoInMessage } from './support/frame.ts';
import { rowWith } from './support/lists.ts';
import { openReview } from './support/reviews.ts';

test('words about a published review are released with a warning read, changed, withdrawn and brought back', async ({
  sample: page,
}) => {
  await page.setViewportSize({ width: 800, height: 900 });
  await goToAddress(page, '/publication?state=published');
  await rowWith(page, 'Publication register', 'LR 2025/01').getByRole('gridcell').first().click();
  const panel = page.getByRole('complementary', { name: 'LR 2025/01' });
  await expect(panel).toContainText('The learning review looked at how agencies kept families safe');
  await panel.getByRole('button', { name: 'Withdraw the words on LR 2025/01' }).click();
  await expect(panel).toContainText(
    'Nothing is released. The public pack gives its type, when and where it was published, and no more.',
  );
  await panel.getByRole('button', { name: 'Release words on LR 2025/01…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Release words on LR 2025/01' });
  const words = dialog.getByRole('textbox', { name: /^Words for the public/ });
  const label = (await panel.locator('.ui-side-panel-above').first().innerText()).trim();
  await words.fill(`What was learnt about ${label}`);
  await expect(dialog).toContainText(`It holds the label “${label}”.`);
  await expectAccessible(page, 'words for the public');
  await expectNoSidewaysScroll(page, 'words for the public');
  await dialog.getByRole('button', { name: 'Release', exact: true }).click();
  await expect(dialog).toContainText('Change the words, or say that they may be published.');
  await words.fill('What was learnt about missed appointments');
  await expect(dialog).not.toContainText('It holds the label');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(panel).toContainText('What was learnt about missed appointments');
  await expect(panel).toContainText('The public pack prints it.');
  await panel.getByRole('button', { name: 'Withdraw the words on LR 2025/01' }).click();
  await expect(panel).toContainText('Nothing is released.');
  await undoInMessage(page).click();
  await expect(panel).toContainText('What was learnt about missed appointments');
  await expectAccessible(page, 'words for the public', { part: 'aside.ui-side-panel' });
});

test('the recommendations of a published review are released at once, as they read now', async ({ sample: page }) => {
  await openReview(page, 'LR 2025/01');
  await expect(main(page)).toContainText('1 recommendation and 3 actions are not released.');
  await page.getByRole('button', { name: 'Release all recommendations…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Release 1 recommendation' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(message(page, /^Released the recommendations/)).toBeVisible();
  await expect(main(page)).toContainText('3 actions are not released.');
  await expect(main(page)).toContainText('The public pack prints it.');
});
