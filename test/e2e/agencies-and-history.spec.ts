import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility.ts';
import { editValue, valueOf } from './support/edit-in-place.ts';
import { fill } from './support/fields.ts';
import { expect, test } from './support/fixtures.ts';
import { goToAddress, main, message } from './support/frame.ts';
import { expectFound } from './support/lists.ts';

const health = 'Exampleshire Integrated Care Board';

const openAgency = async (page: Page, name: string): Promise<void> => {
  await goToAddress(page, '/agencies');
  await main(page).getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
};

const banner = (page: Page) => page.getByRole('region', { name: 'An earlier day is shown' });

const doFromPalette = async (page: Page, typed: string, label: RegExp): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Find or do' }).getByRole('combobox').fill(typed);
  await page.getByRole('option', { name: label }).click();
};

test('an agency is found by a former name; its figures lead to lists; a record shows the name of then', async ({
  sample: page,
}) => {
  await goToAddress(page, '/agencies');
  await page.getByRole('searchbox', { name: 'Find by any of its names' }).fill('primary care');
  await expect(main(page).getByRole('table', { name: 'Agencies' }).getByRole('row')).toHaveCount(2);
  await main(page).getByRole('link', { name: health, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: health })).toBeVisible();
  await expect(main(page)).toContainText('Formerly Exampleshire Clinical Commissioning Group');
  await expect(main(page).getByRole('group', { name: 'Responses to recommendations' })).toContainText(
    'as Exampleshire Clinical Commissioning Group',
  );

  await page.getByRole('button', { name: 'Add a predecessor or successor' }).click();
  const form = page.getByRole('form', { name: 'Add a predecessor or successor' });
  const other = form.getByRole('combobox', { name: 'Agency' });
  await expect(other).toBeFocused();
  await other.pressSequentially('Samplebury');
  await expect(page.getByRole('option')).toHaveCount(1);
  await other.press('ArrowDown');
  await other.press('Enter');
  await expect(other).toHaveValue('Samplebury Council');
  await fill(form, /^On/, '1 April 2024');
  await form.getByRole('button', { name: 'Add it' }).click();
  await expect(
    main(page).getByRole('listitem').filter({ hasText: 'Succeeded by Samplebury Council on 1 April 2024' }).first(),
  ).toBeVisible();

  const open = main(page)
    .getByRole('group', { name: 'In figures' })
    .getByRole('link', { name: /open actions/ });
  const count = Number.parseInt((await open.textContent()) ?? '', 10);
  await open.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Actions' })).toBeVisible();
  await expectFound(page, count);
});

test('an earlier day is shown on every screen, refuses every change, and holds over a reload and in a second tab', async ({
  sample: page,
  context,
}) => {
  await openAgency(page, 'Exampleshire Housing');
  await editValue(page, 'Contact post', 'Head of Tenancies');
  await expect(valueOf(page, 'Contact post')).toContainText('Head of Tenancies');
  await doFromPalette(page, 'earlier', /Look at the board as it was/);
  const dialog = page.getByRole('dialog', { name: 'Look at the board as it was' });
  await dialog.getByRole('textbox', { name: 'Day' }).fill('1 January 1999');
  await dialog.getByRole('button', { name: 'Look at that day' }).click();
  await expect(dialog).toContainText('There is nothing before that day');
  await dialog.getByRole('button', { name: /End of last month/ }).click();
  await expect(banner(page)).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await expect(main(page)).not.toContainText('Head of Tenancies');
  await expect(valueOf(page, 'Contact post')).toHaveCount(0);
  await expect(
    page.getByRole('button', { name: 'Nothing can be taken back on an earlier day' }).first(),
  ).toBeDisabled();
  await expect(page).toHaveTitle(/as it was on/);

  await goToAddress(page, '/actions');
  await expect(page.getByRole('heading', { level: 1, name: 'Actions' })).toBeVisible();
  await expect(banner(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add an action' })).toHaveCount(0);
  await expectAccessible(page, 'an earlier day', { part: '.ui-frame-banner' });
  await page.reload();
  await expect(banner(page)).toBeVisible();

  const second = await context.newPage();
  await second.goto(page.url());
  await expect(banner(second)).toBeVisible();
  await doFromPalette(second, 'make a backup', /Make a backup now/);
  await expect(second.getByText(/You are looking at the board as it was on/).first()).toBeVisible();

  await banner(page).getByRole('button', { name: 'Back to today' }).click();
  await expect(banner(page)).toHaveCount(0);
  await expect(banner(second)).toHaveCount(0);
  await openAgency(page, 'Exampleshire Housing');
  await expect(valueOf(page, 'Contact post')).toContainText('Head of Tenancies');
});

test('Undo says what it will do and leads to where it happened; an earlier value is restored with its reason', async ({
  sample: page,
}) => {
  await openAgency(page, 'Exampleshire Housing');
  const before = (await valueOf(page, 'Contact post').textContent())?.replace(/^.*: /, '') ?? '';
  await editValue(page, 'Contact post', 'Head of Tenancies');
  await goToAddress(page, '/packs');
  await page.getByRole('button', { name: 'Undo: changed an agency · Agency: Exampleshire Housing' }).click();
  const said = page.getByRole('region', { name: 'Messages' });
  await expect(said).toContainText('Undone: changed an agency · Agency: Exampleshire Housing');
  await said.getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Exampleshire Housing' })).toBeVisible();
  await expect(valueOf(page, 'Contact post')).toContainText(before);

  await page.keyboard.press('Control+y');
  await expect(valueOf(page, 'Contact post')).toContainText('Head of Tenancies');
  await page.getByRole('button', { name: 'History: Exampleshire Housing' }).click();
  const panel = page.getByRole('complementary');
  await panel
    .getByRole('button', { name: `Restore this value of contact post: ${before}` })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'Restore this value?' });
  await dialog.getByRole('button', { name: 'Restore the value' }).click();
  await expect(dialog).toContainText('Say why');
  await fill(dialog, 'Reason', 'The post was never renamed');
  await dialog.getByRole('button', { name: 'Restore the value' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(valueOf(page, 'Contact post')).toContainText(before);

  await goToAddress(page, '/history');
  const newest = main(page).getByRole('listitem').filter({ hasText: 'Restored an earlier value' }).first();
  await expect(newest).toContainText('Reason: The post was never renamed');
  await newest.getByRole('link', { name: 'Agency: Exampleshire Housing' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Exampleshire Housing' })).toBeVisible();
});

test('what is removed stands under Removed and is brought back whole', async ({ sample: page }) => {
  await goToAddress(page, '/history?view=removed');
  await expect(page.getByText('Nothing is removed')).toBeVisible();
  await goToAddress(page, '/settings/agencies');
  await page.getByRole('button', { name: 'Remove Samplebury Council', exact: true }).click();
  await expect(message(page, 'Removed an agency')).toBeVisible();
  await goToAddress(page, '/history?view=removed');
  await page.getByRole('button', { name: 'Bring back Agency: Samplebury Council' }).click();
  await expect(page.getByText('Nothing is removed')).toBeVisible();
  await goToAddress(page, '/agencies');
  await expect(main(page).getByRole('link', { name: 'Samplebury Council' })).toBeVisible();
});
