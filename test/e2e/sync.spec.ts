import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';
import { fill, find } from './support/fields.ts';
import { goToAddress, goToPlace, main, message } from './support/frame.ts';
import { expect, type Laptops, test } from './support/laptops.ts';

const passphrase = 'harbour velvet thistle engine';

test('a second laptop joins by two files and a code, and both keep one board by a folder and by a file', async ({
  laptops,
}) => {
  const { office, home } = laptops;
  await joinByFilesAndCode(laptops);

  await test.step('both laptops are on the list, on both', async () => {
    for (const { page } of [office, home]) {
      // oxlint-disable-next-line no-await-in-loop -- one laptop after the other
      await goToAddress(page, '/sync');
      // oxlint-disable-next-line no-await-in-loop -- one laptop after the other
      await expect(laptopRow(page, 'Office laptop')).toBeVisible();
      // oxlint-disable-next-line no-await-in-loop -- one laptop after the other
      await expect(laptopRow(page, 'Home laptop')).toBeVisible();
    }
  });

  await test.step('what one records comes to the other through the shared folder', async () => {
    await Promise.all([office, home].map(({ page }) => useSharedFolder(page)));
    await recordReview(home.page, 'Child H');
    await lookNow(home.page);
    await lookNow(office.page);
    await expect(main(office.page).getByRole('heading', { name: 'Last report' })).toBeVisible();
    await goToPlace(office.page, 'Reviews');
    await expect(office.page.getByRole('gridcell', { name: 'Child H' })).toBeVisible();
  });

  await test.step('a file is looked at before it is taken in, and its report stays', async () => {
    await goToAddress(office.page, '/sync');
    const pause = office.page.getByRole('button', { name: 'Pause' });
    await pause.press('Enter');
    await expect(main(office.page).getByText(/Paused$/)).toBeVisible();
    await expect(office.page.getByRole('button', { name: 'Resume' })).toBeFocused();
    await lookNow(home.page);
    await home.page.getByRole('button', { name: 'Stop using it' }).click();
    await expect(message(home.page, /no longer used/)).toBeVisible();
    await recordReview(home.page, 'Child J');
    await goToAddress(home.page, '/sync');
    const file = await home.exchange.saved('changes.sync', () =>
      home.page.getByRole('button', { name: 'Write a file for the others' }).click(),
    );
    await office.exchange.given(file, () => office.page.getByRole('button', { name: 'Take in a file…' }).click());
    const preview = office.page.getByRole('region', { name: 'What would come' });
    await expect(preview).toContainText(/of Home laptop would be taken in/);
    await expect(preview).toContainText('Nothing is deleted');
    await expect(preview.getByRole('row', { name: /^Reviews/ })).toBeVisible();
    await expectAccessible(office.page, 'what a file would bring');
    await office.page.setViewportSize({ width: 640, height: 480 });
    await expectNoSidewaysScroll(office.page, 'what a file would bring');
    await office.page.setViewportSize({ width: 1280, height: 720 });
    await preview.getByRole('button', { name: 'Take in', exact: true }).press('Enter');
    await expect(office.page.getByRole('region', { name: 'What came' })).toContainText(
      /of Home laptop (was|were) taken in/,
    );
    await goToPlace(office.page, 'Reviews');
    await expect(office.page.getByRole('gridcell', { name: 'Child J' })).toBeVisible();
  });

  await test.step('both read out the same digits', async () => {
    const [ofOffice, ofHome] = await Promise.all([office, home].map(({ page }) => digits(page)));
    expect(ofOffice).toMatch(/^([0-9a-f]{4}\s*){4}$/);
    expect(ofHome).toBe(ofOffice);
  });

  await test.step('a laptop that is removed is told of in words', async () => {
    await office.page.getByRole('button', { name: 'Remove Home laptop' }).click();
    const dialog = office.page.getByRole('alertdialog', { name: 'Remove Home laptop?' });
    await expect(dialog).toContainText('What it could read before it goes on reading');
    await fill(dialog, 'Reason', 'Left the partnership');
    await dialog.getByRole('button', { name: 'Remove this laptop' }).click();
    const told = office.page.getByRole('list', { name: 'Removed laptops' }).getByRole('listitem');
    await expect(told).toContainText('Left the partnership');
    await expect(told).toBeFocused();
    await expectAccessible(office.page, 'the place Sync with a report and a removed laptop');
  });
});

const joinByFilesAndCode = async ({ office, home }: Laptops): Promise<void> => {
  let request = '';
  let acceptance = '';

  await test.step('the new laptop makes its request', async () => {
    const { page, exchange } = home;
    await page.getByRole('button', { name: 'Join a board' }).click();
    await fill(page, 'Name of this laptop', 'Home laptop');
    await fill(page, 'Your post', 'Deputy board manager');
    await fill(page, /^Passphrase of this laptop$/, passphrase);
    await fill(page, 'Passphrase of this laptop again', passphrase);
    await page.getByRole('button', { name: 'Make the request' }).click();
    const code = await page.getByText(/^([0-9A-Z]{4}){8}$/).innerText();
    await fill(page, /Type the last 4 characters/, code.split(/\s+/).at(-1) ?? '');
    await page.getByRole('button', { name: 'Go on to the request' }).click();
    request = await exchange.saved('request.sync', () =>
      page.getByRole('button', { name: 'Save the request' }).click(),
    );
  });

  await test.step('a member sees who asks and answers', async () => {
    const { page, exchange } = office;
    await goToAddress(page, '/sync');
    await expect(main(page).getByText('Only this laptop keeps the board so far')).toBeVisible();
    await page.getByRole('button', { name: 'Let a laptop join' }).click();
    await exchange.given(request, () => page.getByRole('button', { name: 'Open a request to join…' }).click());
    await expect(page.getByRole('heading', { name: 'Home laptop asks to join' })).toBeFocused();
    await expect(offer(page)).toContainText('Deputy board manager');
    acceptance = await exchange.saved('acceptance.sync', () =>
      page.getByRole('button', { name: 'Save the acceptance' }).click(),
    );
  });

  const code = await test.step('the new laptop shows whose board it is, and a code', async () => {
    const { page, exchange } = home;
    await exchange.given(acceptance, () => page.getByRole('button', { name: 'Open the acceptance…' }).click());
    await expect(page.getByRole('heading', { level: 1, name: /^Joining Westvale/ })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Read out the code on the phone' })).toBeFocused();
    await expectAccessible(page, 'the code that is read out');
    return page.getByRole('img', { name: /^The code:/ }).innerText();
  });

  await test.step('a wrong code counts, the right one lets it in', async () => {
    const { page } = office;
    const field = offer(page).getByRole('textbox', { name: 'Code of Home laptop' });
    await field.fill('AAAAA-AAAAA');
    await field.press('Enter');
    await expect(field).toHaveAccessibleDescription(/2 tries are left/);
    await expectAccessible(page, 'a laptop that asks to join');
    await field.fill(code.toLowerCase());
    await field.press('Enter');
    await expect(page.getByRole('heading', { name: /Home laptop is on the list/ })).toBeFocused();
  });

  await test.step('the first file brings the board, and it opens', async () => {
    const file = await office.exchange.saved('first.sync', () =>
      office.page.getByRole('button', { name: 'Write the first file' }).click(),
    );
    await home.page.getByRole('button', { name: 'Yes, it matches' }).click();
    await home.exchange.given(file, () => home.page.getByRole('button', { name: 'Take in the first file…' }).click());
    await expect(home.page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
    await expect(home.page.getByText('Westvale Safeguarding Children Partnership').first()).toBeVisible();
  });
};

const offer = (page: Page) => page.getByRole('article', { name: 'Home laptop asks to join' });

const laptopRow = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Laptops of the board' }).getByRole('row', { name });

const useSharedFolder = async (page: Page): Promise<void> => {
  await goToAddress(page, '/sync');
  await page.getByRole('button', { name: 'Choose the shared folder…' }).click();
  await expect(main(page).getByText(/Up to date$/)).toBeVisible();
};

const lookNow = async (page: Page): Promise<void> => {
  await goToAddress(page, '/sync');
  await page.getByRole('button', { name: 'Look now' }).click();
  await expect(message(page, 'The shared folder was looked through').first()).toBeVisible();
};

const recordReview = async (page: Page, label: string): Promise<void> => {
  await goToAddress(page, '/reviews/new');
  await find(page, 'Type of review', 'Local child safeguarding practice review');
  await fill(page, /^Notified on/, '2 March 2026');
  await fill(page, /^Label/, label);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(label) })).toBeVisible();
};

const digits = async (page: Page): Promise<string> => {
  await goToAddress(page, '/sync');
  await page.getByRole('button', { name: 'Work out the digits' }).click();
  return main(page)
    .getByText(/^([0-9a-f]{4}\s*){4}$/)
    .innerText();
};
