import type { Page } from '@playwright/test';
import { editValue, valueOf } from './support/edit-in-place.ts';
import { expect, test } from './support/fixtures.ts';
import { goToPlace, main, message, saved, undoInMessage } from './support/frame.ts';
import { passphraseField, unlockWith } from './support/welcome.ts';

const passphrase = 'harbour velvet thistle engine';

test('a board is created from nothing, keeps a review, and everything is there after lock and unlock', async ({
  welcome: page,
}) => {
  await test.step('a weak passphrase is refused, and the field says why', async () => {
    await page.getByRole('button', { name: 'Create a board' }).click();
    await page.getByRole('textbox', { name: 'Name of the board or partnership' }).fill('Northmere Partnership');
    await page.getByRole('radio', { name: 'England' }).check({ force: true });
    await page.getByRole('textbox', { name: 'Your post' }).fill('Board manager');
    await fillPassphrase(page, 'northmere');
    await page.getByRole('button', { name: 'Create the board' }).click();
    await expect(page.getByRole('alert').getByRole('link', { name: /characters/ })).toBeVisible();
    await expect(passphraseField(page)).toHaveAccessibleDescription(/Add 3 more characters/);
  });

  await test.step('the recovery code is shown once, and its last group is asked for', async () => {
    await fillPassphrase(page, passphrase);
    await page.getByRole('button', { name: 'Create the board' }).click();
    await expect(page.getByRole('heading', { name: 'Print the recovery code' })).toBeVisible();
    const code = await page.getByText(/^([0-9A-Z]{4}){8}$/).innerText();
    const groups = code.split(/\s+/);
    expect(groups).toHaveLength(8);
    const field = page.getByRole('textbox', { name: /Type the last 4 characters/ });
    await field.fill('QQQQ');
    await page.getByRole('button', { name: 'Open the board' }).click();
    await expect(page.getByText('That is not the last group.')).toBeVisible();
    await field.fill(groups.at(-1)?.toLowerCase() ?? '');
    await page.getByRole('button', { name: 'Open the board' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  });

  await test.step('a review is recorded by keyboard alone', () => recordReviewByKeyboard(page));

  await test.step('its clocks stand there with what they run from', async () => {
    const clocks = main(page)
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { level: 3 }) });
    await expect(clocks.filter({ hasText: 'Complete within 15 working days' })).toContainText(
      /was due Tuesday 14 June 2022 \(15 working days from notification\)/,
    );
    await expect(clocks.filter({ hasText: 'National Panel notified' })).toContainText('Waiting for');
  });

  await test.step('a field is edited in place, shown as saved, taken back and made again', async () => {
    await editValue(page, 'Title', 'First learning');
    await expect(saved(page)).toBeVisible();
    await expect(valueOf(page, 'Title')).toContainText('First learning');
    await undoInMessage(page).click();
    await expect(message(page, /^Undone: /)).toBeVisible();
    await expect(valueOf(page, 'Title')).not.toContainText('First learning');

    await editValue(page, 'Title', 'Second learning');
    await expect(valueOf(page, 'Title')).toContainText('Second learning');
    await page.keyboard.press('Control+z');
    await expect(valueOf(page, 'Title')).not.toContainText('Second learning');
    await page.keyboard.press('Control+y');
    await expect(valueOf(page, 'Title')).toContainText('Second learning');
  });

  await test.step('a reload keeps the board open; once locked, its passphrase brings everything back', async () => {
    await page.reload();
    await expect(valueOf(page, 'Title')).toContainText('Second learning');
    await page.getByRole('button', { name: 'Lock the board' }).click();
    await expect(page.getByText('You locked the board.')).toBeVisible();
    await page.reload();
    await unlockWith(page, passphrase);
    await goToPlace(page, 'Reviews');
    await page.getByRole('gridcell', { name: 'Baby N' }).click();
    await expect(valueOf(page, 'Title')).toContainText('Second learning');
  });
});

test('every field of the door to a new board that is missing is named, with a link to it', async ({
  welcome: page,
}) => {
  await page.getByRole('button', { name: 'Create a board' }).click();
  await page.getByRole('button', { name: 'Create the board' }).click();
  const problems = page.getByRole('alert');
  await expect(problems.getByRole('link')).toHaveCount(3);
  await problems.getByRole('link', { name: 'Enter your post' }).click();
  await expect(page.getByRole('textbox', { name: 'Your post' })).toBeFocused();
});

const fillPassphrase = async (page: Page, text: string): Promise<void> => {
  await passphraseField(page).fill(text);
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill(text);
};

/** Under a minute: fewer keys than an unhurried typist presses in one, and not one use of the pointer. */
const recordReviewByKeyboard = async (page: Page): Promise<void> => {
  let keys = 0;
  const press = async (key: string, times = 1): Promise<void> => {
    keys += times;
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
  };
  const type = async (text: string): Promise<void> => {
    keys += text.length;
    await page.keyboard.type(text);
  };
  await press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await type('record');
  await expect(page.getByRole('option', { name: /Record a new review/ })).toBeVisible();
  await press('Enter');
  await expect(page.getByRole('combobox', { name: 'Type of review' })).toBeFocused();
  await type('rapid');
  await expect(page.getByRole('option', { name: /^Rapid review/ })).toBeVisible();
  await press('ArrowDown');
  await press('Enter');
  await expect(page.getByRole('combobox', { name: 'Type of review' })).toHaveValue('Rapid review');
  await press('Tab', 2);
  await expect(page.getByRole('textbox', { name: /^Notified on/ })).toBeFocused();
  await type('20/5/2022');
  await press('Tab', 3);
  await expect(page.getByRole('textbox', { name: /^Label/ })).toBeFocused();
  await type('Baby N');
  await press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Baby N/ })).toBeVisible();
  expect(keys).toBeLessThan(100);
};
