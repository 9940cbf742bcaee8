import type { Page } from '@playwright/test';
import { type Allowances, expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';
import { tick, untick } from './support/fields.ts';
import { expect, test } from './support/fixtures.ts';
import { goToPlace } from './support/frame.ts';
import { leave, PANELS_AND_DIALOGS, PLACES_TO_VISIT, SETTINGS_TO_VISIT } from './support/screens.ts';
import { passphraseField } from './support/welcome.ts';

test.describe.configure({ mode: 'parallel' });

const widths = [
  ['800 pixels wide', 800],
  ['at 200% zoom of a small laptop', 640],
] as const;

/** One visit looks at everything: a screen is opened once, then shown in the other theme and in narrower windows. */
const expectGood = async (page: Page, name: string, allowances: Allowances = {}): Promise<void> => {
  await expectAccessible(page, `${name}, light`, allowances);
  // Without motion: what is on its way from one colour to another has neither.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expectAccessible(page, `${name}, dark`, { ...allowances, coloursOnly: true });
  await page.emulateMedia({ colorScheme: 'light' });
};

for (const [words, places] of [
  ['every place', PLACES_TO_VISIT],
  ['every part of the settings', SETTINGS_TO_VISIT],
] as const) {
  test(`${words} is accessible in both themes, and fits a narrow window`, async ({ sample: page }) => {
    test.setTimeout(240_000);
    const wide = page.viewportSize() ?? { width: 1280, height: 720 };
    for (const { name, open } of places) {
      await open(page);
      await expectGood(page, name);
      for (const [narrow, width] of widths) {
        await page.setViewportSize({ width, height: 600 });
        await expectNoSidewaysScroll(page, `${name}, ${narrow},`);
      }
      await page.setViewportSize(wide);
    }
  });
}

test('every panel and dialog is accessible in both themes', async ({ sample: page }) => {
  test.setTimeout(240_000);
  for (const { name, open, popoverOpen, part } of PANELS_AND_DIALOGS) {
    await open(page);
    await expectGood(page, name, { popoverOpen, part });
    await leave(page);
  }
  await page.setViewportSize({ width: 800, height: 600 });
  await PANELS_AND_DIALOGS[0]?.open(page);
  await expectAccessible(page, `${PANELS_AND_DIALOGS[0]?.name} over its list`);
});

test('the doors before a board are accessible in both themes', async ({ welcome: page }) => {
  await expectGood(page, 'welcome');
  await page.getByRole('button', { name: 'Create a board' }).click();
  await page.getByRole('button', { name: 'Create the board' }).click();
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(3);
  await expectGood(page, 'a new board with its mistakes');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Join a board' }).click();
  await page.getByRole('button', { name: 'Make the request' }).click();
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(3);
  await expectGood(page, 'joining a board with its mistakes');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'westvale' }).first().click();
  await passphraseField(page).fill('not this one');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText('That passphrase does not open this board.')).toBeVisible();
  await expectGood(page, 'a wrong passphrase');
  await page.getByRole('button', { name: 'Use the recovery code' }).click();
  await expectGood(page, 'the recovery code');
});

test('a pack as a web page is accessible by itself', async ({ sample: page, browser }, testInfo) => {
  await goToPlace(page, 'Packs');
  await tick(page, 'checkbox', 'Web page');
  await untick(page, 'Word document');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as web page' }).click();
  const file = testInfo.outputPath('pack.html');
  await (await saving).saveAs(file);
  const reader = await browser.newContext();
  const pack = await reader.newPage();
  await pack.goto(`file://${file}`);
  await expectAccessible(pack, 'the pack');
  await reader.close();
});
