import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';
import { tick, untick } from './support/fields.ts';
import { expect, test } from './support/fixtures.ts';
import { goToPlace } from './support/frame.ts';
import { leave, PANELS_AND_DIALOGS, PLACES_TO_VISIT, SETTINGS_TO_VISIT } from './support/screens.ts';
import { passphraseField } from './support/welcome.ts';

test.describe.configure({ mode: 'parallel' });

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });
    test.describe.configure({ timeout: 240_000 });
    const coloursOnly = colorScheme === 'dark';

    for (const [words, places] of [
      ['every place', PLACES_TO_VISIT],
      ['every part of the settings', SETTINGS_TO_VISIT],
    ] as const) {
      test(`${words} is accessible`, async ({ sample: page }) => {
        for (const { name, open } of places) {
          await open(page);
          await expectAccessible(page, `${name}, ${colorScheme}`, { coloursOnly });
        }
      });
    }

    test('every panel and dialog is accessible', async ({ sample: page }) => {
      for (const { name, open, popoverOpen, part } of PANELS_AND_DIALOGS) {
        await open(page);
        await expectAccessible(page, `${name}, ${colorScheme}`, { popoverOpen, part, coloursOnly });
        await leave(page);
      }
    });

    test('the doors before a board are accessible', async ({ welcome: page }) => {
      await expectAccessible(page, `welcome, ${colorScheme}`, { coloursOnly });
      await page.getByRole('button', { name: 'Create a board' }).click();
      await page.getByRole('button', { name: 'Create the board' }).click();
      await expect(page.getByRole('alert').getByRole('link')).toHaveCount(3);
      await expectAccessible(page, `a new board with its mistakes, ${colorScheme}`, { coloursOnly });
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('button', { name: 'westvale' }).first().click();
      await passphraseField(page).fill('not this one');
      await page.getByRole('button', { name: 'Unlock' }).click();
      await expect(page.getByText('That passphrase does not open this board.')).toBeVisible();
      await expectAccessible(page, `a wrong passphrase, ${colorScheme}`, { coloursOnly });
      await page.getByRole('button', { name: 'Use the recovery code' }).click();
      await expectAccessible(page, `the recovery code, ${colorScheme}`, { coloursOnly });
    });
  });
}

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

for (const [words, width] of [
  ['800 pixels wide', 800],
  ['at 200% zoom of a small laptop', 640],
] as const) {
  test(`nothing has to be scrolled sideways ${words}`, async ({ sample: page }) => {
    await page.setViewportSize({ width, height: 600 });
    for (const { name, open } of [...PLACES_TO_VISIT, ...SETTINGS_TO_VISIT]) {
      await open(page);
      await expectNoSidewaysScroll(page, name);
    }
  });
}
