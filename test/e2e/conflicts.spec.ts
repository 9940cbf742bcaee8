import type { Page } from '@playwright/test';
import { APART } from '../support/parted-names.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';
import { tick } from './support/fields.ts';
import { expect, test } from './support/fixtures.ts';
import { goToAddress, main, message } from './support/frame.ts';
import { rowWith } from './support/lists.ts';
import { openReview } from './support/reviews.ts';

test.describe.configure({ mode: 'parallel' });

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const version = (page: Page, laptop: string) => page.getByRole('article', { name: laptop });
const rail = (page: Page) => page.getByRole('navigation', { name: 'Places' });

const openQueue = async (page: Page): Promise<void> => {
  await goToAddress(page, '/conflicts');
  await expect(heading(page, 'Conflicts')).toBeVisible();
};

const openFromQueue = async (page: Page, name: RegExp): Promise<void> => {
  await openQueue(page);
  await main(page).getByRole('link', { name }).click();
};

test('what laptops changed apart is told on the overview, in the rail and beside the field of the action, and decided by the keyboard', async ({
  apart: page,
}) => {
  await expect(rail(page).getByRole('link', { name: 'Conflicts 10' })).toBeVisible();
  await goToAddress(page, '/actions?find=under 21');
  await rowWith(page, 'Actions', 'where a parent is under 21').getByRole('gridcell').nth(1).click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('region', { name: 'Waits for a decision' })).toContainText('1 conflict waits');
  await expectAccessible(page, 'an action that waits', { part: 'aside.ui-side-panel' });
  await panel.getByRole('link', { name: '2 versions of “Action”: decide between them' }).click();
  await expect(heading(page, '“Text” has two versions')).toBeVisible();

  await openReview(page, APART.review);
  await expect(
    main(page).getByRole('link', { name: /^Settle it: Report: adopted by .*waits to be settled$/ }),
  ).toBeVisible();
  await expect(main(page).getByRole('link', { name: /^Settle it: Report: deferred by / })).toBeVisible();

  await goToAddress(page, '/');
  await main(page).getByRole('link', { name: '10 conflicts wait for a decision' }).press('Enter');
  const first = main(page).getByRole('link', {
    name: `“State” has two versions, Action ${APART.state} (${APART.review})`,
  });
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await expect(main(page).getByRole('link', { name: /^Two decisions of one body/ })).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(heading(page, '“State” has two versions')).toBeVisible();
  await expect(version(page, 'What stood before')).toContainText('Shown now');
  await expect(version(page, 'North laptop')).toContainText('Business support officer');
  await expect(version(page, 'North laptop')).toContainText('Reason: The audit was seen');
  await page.getByRole('radio', { name: 'Take the version of North laptop' }).press('Space');
  await page.keyboard.press('Enter');
  await expect(message(page, /^Decided: “State” has two versions · Action 1\.2/)).toBeVisible();
  await expect(heading(page, 'Two decisions of one body on the same matter').locator('span')).toBeFocused();
  await expect(rail(page).getByRole('link', { name: 'Conflicts 9' })).toBeVisible();
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Show the record' }).click();
  await expect(page.getByRole('complementary').getByRole('strong').filter({ hasText: 'Signed off' })).toBeVisible();
});

test('a long text is combined, twins are told apart, an approval is revoked, a date and a link get another value', async ({
  apart: page,
}) => {
  await openFromQueue(page, /^“Text” has two versions/);
  await expect(version(page, 'North laptop').locator('ins').first()).toContainText('added');
  await tick(page, 'radio', 'The words alone');
  await expect(version(page, 'North laptop').locator('ins')).toHaveCount(0);
  await tick(page, 'radio', 'What differs from what is shown');
  await expect(version(page, 'Board manager’s laptop').locator('del').first()).toBeVisible();
  await tick(page, 'radio', 'Combine: write “Text” yourself');
  await page.getByRole('button', { name: 'Begin with: All, one after the other' }).press('Enter');
  const text = page.getByRole('textbox', { name: 'Text' });
  await expect(text).toHaveValue(/two working days\.\n\nRevise the pre-birth protocol/);
  await expectAccessible(page, 'combining a long text');
  await text.fill('');
  await page.getByRole('button', { name: 'Decide', exact: true }).click();
  await expect(page.getByText('“Text” must not be empty.')).toBeVisible();
  await text.fill('Revise the pre-birth protocol together.');
  await page.getByRole('button', { name: 'Decide', exact: true }).click();
  await expect(message(page, /^Decided: “Text”/)).toBeVisible();

  await openFromQueue(page, /^“Lead agency” has three versions/);
  await tick(page, 'radio', 'Give “Lead agency” another value');
  await page.getByRole('button', { name: /Lead agency/ }).click();
  await page.getByRole('option', { name: 'Exampleshire Adult Social Care' }).click();
  await page.getByRole('button', { name: 'Decide', exact: true }).click();
  await expect(message(page, /^Decided: “Lead agency”/)).toBeVisible();

  await openFromQueue(page, /^“Date” has two versions/);
  await tick(page, 'radio', 'Give “Date” another value');
  await page.getByRole('textbox', { name: 'Date' }).fill('8 June 2026');
  await page.getByRole('button', { name: 'Decide', exact: true }).click();
  await expect(message(page, /^Decided: “Date”/)).toBeVisible();

  await openFromQueue(page, /^Two agencies have the same name/);
  await tick(page, 'radio', 'Give one of them another name');
  await page.getByRole('button', { name: 'Decide', exact: true }).click();
  await expect(page.getByText('Choose which one.')).toBeVisible();
  await tick(page, 'radio', 'The one recorded on North laptop');
  await page.getByRole('textbox', { name: 'Name' }).fill('Exampleshire Fire Service');
  await page.getByRole('button', { name: 'Decide', exact: true }).click();
  await expect(message(page, /^Decided: Two agencies/)).toBeVisible();

  await openFromQueue(page, /^Two decisions of one body/);
  await tick(page, 'radio', 'Revoke the one recorded on South laptop');
  await page.getByRole('button', { name: 'Decide', exact: true }).click();
  await expect(page.getByText('Say why.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Minuted by mistake');
  await page.getByRole('button', { name: 'Decide', exact: true }).click();
  await expect(message(page, /^Decided: Two decisions/)).toBeVisible();

  await openReview(page, APART.review);
  await expect(main(page)).toContainText('8 June 2026');
  await expect(main(page)).toContainText('Minuted by mistake');
});

test('one is put off with a reason and stands last; what was decided meanwhile is said; on an earlier day nothing is decided', async ({
  apart: page,
}) => {
  await openFromQueue(page, /^“State” has two versions/);
  await tick(page, 'radio', 'Put it off');
  await page.getByRole('button', { name: 'Put it off' }).click();
  await expect(page.getByText('Say why.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Ask the lead');
  await page.getByRole('button', { name: 'Put it off' }).click();
  await expect(message(page, /^Put off: “State”/)).toBeVisible();
  await openQueue(page);
  await expect(main(page).locator('.conflicts-deferred')).toHaveText([/Ask the lead/, /The venue answers on Monday/]);

  // The same conflict in two windows: the second hears that it was decided, and keeps showing the versions.
  await openFromQueue(page, /^Removed on one laptop, changed on another/);
  await expect(version(page, 'North laptop')).toContainText('The same as action 3.2');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await tick(other, 'radio', 'Keep the record, with the changes');
  await page.getByRole('radio', { name: 'Remove the record' }).press('Space');
  await other.getByRole('button', { name: 'Decide', exact: true }).click();
  await expect(message(other, /^Decided: Removed on one laptop/)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'It was decided meanwhile' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Decide', exact: true })).toHaveCount(0);
  await other.close();
  await page.getByRole('link', { name: 'Go on with what still waits' }).click();
  await expect(heading(page, 'Two decisions of one body on the same matter')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Decide', exact: true })).toBeVisible();
  for (const width of [800, 640]) {
    await page.setViewportSize({ width, height: 600 });
    await expectNoSidewaysScroll(page, `a conflict at ${width}`);
  }

  const address = new URL(page.url()).hash.slice(1);
  await goToAddress(page, '/history');
  await page.getByRole('button', { name: 'Look at an earlier day' }).click();
  await page
    .getByRole('dialog', { name: 'Look at the board as it was' })
    .getByRole('button', { name: /End of last month/ })
    .click();
  await goToAddress(page, address);
  await expect(main(page)).toContainText('Go back to today to decide it.');
  await expect(page.getByRole('button', { name: 'Decide', exact: true })).toHaveCount(0);
  await goToAddress(page, '/');
  await expect(heading(page, 'Overview')).toBeVisible();
  await expect(main(page).getByRole('link', { name: /conflicts wait/ })).toHaveCount(0);
});

test('the queue and every kind of conflict are accessible in both themes, and fit a narrow window', async ({
  apart: page,
}) => {
  test.setTimeout(240_000);
  const wide = page.viewportSize() ?? { width: 1280, height: 720 };
  await openQueue(page);
  const links = await main(page)
    .locator('.conflicts-what a')
    .evaluateAll((found) => found.map((link) => link.getAttribute('href')?.slice(1) ?? ''));
  expect(links).toHaveLength(10);
  for (const address of ['/conflicts', ...links]) {
    await goToAddress(page, address);
    await expect(main(page).getByRole('article').or(main(page).getByRole('list')).first()).toBeVisible();
    await expectAccessible(page, `${address}, light`);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expectAccessible(page, `${address}, dark`, { coloursOnly: true });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 640, height: 600 });
    await expectNoSidewaysScroll(page, address);
    await page.setViewportSize(wide);
  }
});
