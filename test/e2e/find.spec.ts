/** Find anything: by words, by the palette; what was opened before, what was being written, and lists under a name. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { goToAddress, goToPlace, main, message } from './support/frame.ts';
import { expectFound, filterBy, found } from './support/lists.ts';
import { openReview } from './support/reviews.ts';
import { passphraseOf } from './support/prepared-boards.ts';
import { unlockWith } from './support/welcome.ts';

const field = (page: Page) => page.getByRole('searchbox', { name: 'Find in everything that is recorded' });
/** The heading of the review LCSPR 2025/02. */
const babyT = (page: Page) => page.getByRole('heading', { level: 1, name: /Baby T/ });
const group = (page: Page, name: string) => main(page).getByRole('region', { name, exact: true });

test('words are found in any record as they are typed, and lead to it; back brings what was found', async ({
  sample,
}) => {
  await goToAddress(sample, '/find');
  await field(sample).pressSequentially('trial', { delay: 20 });
  const delay = group(sample, 'Publication delays').getByRole('link', { name: /LCSPR 2025\/02/ });
  await expect(delay.getByText('trial', { exact: true })).toBeVisible();
  await expect(sample).toHaveURL(/#\/find\?find=\*\d+$/);
  expect(sample.url()).not.toContain('trial');

  await field(sample).press('ArrowDown');
  await expect(main(sample).getByRole('link').first()).toBeFocused();
  await delay.click();
  await expect(babyT(sample)).toBeVisible();
  await expect(
    main(sample)
      .getByRole('heading', { level: 2, name: /^Publication/ })
      .first(),
  ).toBeInViewport();

  await sample.getByRole('banner').getByRole('button', { name: 'Back' }).click();
  await expect(field(sample)).toHaveValue('trial');
  await expect(delay).toBeVisible();
  await sample.getByRole('banner').getByRole('button', { name: 'Forward' }).click();
  await expect(babyT(sample)).toBeVisible();

  await goToAddress(sample, '/find');
  await field(sample).fill('information');
  await main(sample)
    .getByRole('radio', { name: /^Actions/ })
    .click();
  await expect(group(sample, 'Recommendations')).toHaveCount(0);
  await field(sample).fill('xylophone quagga');
  await expect(main(sample).getByText('Nothing matches')).toBeVisible();
});

test('the palette finds records of every kind and commands, and first shows what was opened last', async ({
  sample,
}) => {
  await openReview(sample, 'LCSPR 2025/02');
  await goToPlace(sample, 'Actions');
  await sample.keyboard.press('Control+k');
  const palette = sample.getByRole('dialog', { name: 'Find or do' });
  await expect(palette.getByRole('group', { name: 'Recently opened' }).getByRole('option').first()).toContainText(
    'LCSPR 2025/02',
  );
  await palette.getByRole('combobox').fill('baby t');
  await expect(palette.getByRole('option').first()).toContainText('LCSPR 2025/02 · Baby T');
  await palette.getByRole('combobox').fill('criminal');
  await palette.getByRole('option', { name: /See all that was found/ }).click();
  await expect(field(sample)).toHaveValue('criminal');

  await sample.keyboard.press('Control+k');
  await palette.getByRole('combobox').fill('baby t');
  await expect(palette.getByRole('option').first()).toContainText('Baby T');
  await sample.keyboard.press('Enter');
  await expect(babyT(sample)).toBeVisible();
  await sample.getByRole('main').focus();
  await sample.keyboard.press('Alt+ArrowLeft');
  await expect(field(sample)).toHaveValue('criminal');
});

test('what was being written is offered back after a lock, and forgotten once it is saved', async ({ sample }) => {
  const page = sample;
  await openReview(page, 'LCSPR 2025/02');
  const address = new URL(page.url()).hash.slice(1);
  const writing = async () => {
    await goToAddress(page, address);
    await main(page).getByRole('button', { name: 'Add a note', exact: true }).click();
    return main(page).getByRole('form', { name: 'Add a note' });
  };
  await (await writing()).getByRole('textbox', { name: /^Note/ }).fill('The coroner wrote on Monday');
  await page.keyboard.press('Control+l');
  await unlockWith(page, passphraseOf.sample);
  const form = await writing();
  await expect(form.getByText(/^You were writing this at \d\d:\d\d\.$/)).toBeVisible();
  await form.getByRole('button', { name: 'Go on with it' }).click();
  await expect(form.getByRole('textbox', { name: /^Note/ })).toHaveValue('The coroner wrote on Monday');
  await form.getByRole('button', { name: 'Add the note' }).click();
  await expect(message(page, 'Added a note')).toBeVisible();
  const again = await writing();
  await expect(again.getByRole('textbox', { name: /^Note/ })).toHaveValue('');
  await expect(again.getByText('You were writing this')).toHaveCount(0);
});

test('filters, sort and columns of a list are saved under a name, chosen, renamed and removed', async ({ sample }) => {
  await goToPlace(sample, 'Actions');
  await filterBy(sample, 'Show only', 'Overdue');
  await expect(found(sample)).toHaveText(/^\d+ of \d+ actions/);
  const overdue = Number((await found(sample).textContent())?.split(' ')[0]);
  await sample.getByRole('button', { name: 'Views' }).click();
  const views = sample.getByRole('dialog', { name: 'Saved views' });
  await views.getByRole('textbox', { name: 'Save what is shown now as' }).fill('For the chair');
  await views.getByRole('button', { name: 'Save the view' }).click();
  await expect(views.getByRole('button', { name: 'For the chair', exact: true })).toBeVisible();
  await sample.keyboard.press('Escape');

  await goToAddress(sample, '/actions');
  await expect(found(sample)).toHaveText(/^\d+ actions/);
  await sample.getByRole('button', { name: 'Views' }).click();
  await views.getByRole('button', { name: 'For the chair', exact: true }).click();
  await expectFound(sample, overdue);

  await sample.getByRole('button', { name: 'Views' }).click();
  await views.getByRole('button', { name: 'Rename the view “For the chair”' }).click();
  await views.getByRole('textbox', { name: 'Name of the view' }).fill('Overdue, for the chair');
  await sample.keyboard.press('Enter');
  await views.getByRole('button', { name: 'Remove the view “Overdue, for the chair”' }).click();
  await expect(views.getByText('No view is saved yet')).toBeVisible();
});
