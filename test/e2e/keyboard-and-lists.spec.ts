import { expect, test } from './support/fixtures.ts';
import { goToPlace, main } from './support/frame.ts';
import { expectFound, filterBy, list, rowsOf, rowWith } from './support/lists.ts';

test('the list of reviews is found in, filtered, sorted, opened with Enter, and is the same on coming back', async ({
  sample: page,
}) => {
  await goToPlace(page, 'Reviews');
  await expectFound(page, 15);

  await test.step('found as one types', async () => {
    await page.keyboard.press('Control+f');
    await page.keyboard.type('family');
    await expect(rowsOf(page, 'Reviews')).toHaveCount(1);
    await page.getByRole('searchbox', { name: 'Find by label, reference or title' }).fill('');
    await expectFound(page, 15);
  });

  await test.step('filtered', async () => {
    await page.getByRole('button', { name: 'Late', exact: true }).click();
    await expectFound(page, 2);
    await page
      .getByRole('button', { name: /^(Show only )?Late$/ })
      .first()
      .click();
    await expectFound(page, 15);
    await filterBy(page, 'Type', 'Rapid review');
    await expectFound(page, 3);
    await expect(page).toHaveURL(/reviewTypeId=/);
  });

  await test.step('sorted', async () => {
    const reference = list(page, 'Reviews').getByRole('columnheader', { name: 'Reference' });
    await reference.getByRole('button').click();
    await expect(reference).toHaveAttribute('aria-sort', 'ascending');
    await expect(rowsOf(page, 'Reviews').first()).toContainText('RR 2026/03');
    await reference.getByRole('button').click();
    await expect(reference).toHaveAttribute('aria-sort', 'descending');
    await expect(rowsOf(page, 'Reviews').first()).toContainText('RR 2026/05');
  });

  await test.step('opened with Enter, and back to the same list', async () => {
    await rowWith(page, 'Reviews', 'RR 2026/04').getByRole('gridcell').first().focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /Child K/ })).toBeVisible();
    await page.goBack();
    await expectFound(page, 3);
    await expect(rowsOf(page, 'Reviews').first()).toContainText('RR 2026/05');
  });
});

test('the timeline shows every review with its clocks and delays in words', async ({ sample: page }) => {
  await goToPlace(page, 'Reviews');
  await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Timeline' }).click();
  const lines = page.getByRole('listbox', { name: 'Reviews along time' });
  await expect(lines.getByRole('option', { name: /^Baby T/ })).toHaveAccessibleName(
    /Publication delays: Criminal proceedings: from .* until now/,
  );
  await lines.getByRole('option', { name: /^Baby T/ }).click();
  const chosen = page.getByRole('region', { name: 'The chosen review in words' });
  await expect(chosen.getByRole('link', { name: /Baby T/ })).toBeVisible();
  await page.getByRole('button', { name: '10 years' }).click();
  await expect(page.getByRole('button', { name: '10 years' })).toHaveAttribute('aria-pressed', 'true');
  await chosen.getByRole('link', { name: /Baby T/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Baby T/ })).toBeVisible();
});

test('every place is reached by Tab and Enter, by its number, and through Ctrl+K', async ({ sample: page }) => {
  const numbered = [
    'Overview',
    'Reviews',
    'Actions',
    'Publication',
    'Deadlines',
    'Meetings',
    'Themes',
    'Agencies',
    'Packs',
  ] as const;
  const current = page.getByRole('navigation', { name: 'Places' }).locator('[aria-current="page"]');

  await test.step('the first stop leads past the rail', async () => {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
  });
  for (const place of [...numbered, 'Sync', 'Settings']) {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place })).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(current).toHaveText('Settings');

  for (const [index, place] of numbered.entries()) {
    await page.keyboard.press(`Alt+${index + 1}`);
    await expect(current).toHaveText(place);
  }

  await page.keyboard.press('Control+k');
  await page.keyboard.type('public');
  await expect(page.getByRole('option', { name: /^Publication/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(current).toHaveText('Publication');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('Family L');
  await expect(page.getByRole('option', { name: /Family L/ }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await main(page).focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: /[Kk]ey/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
