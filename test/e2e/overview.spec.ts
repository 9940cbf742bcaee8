import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { goToAddress, main } from './support/frame.ts';
import { expectFound, list, type ListName } from './support/lists.ts';

test('the overview begins with what is late, the latest first, each with its reason', async ({ sample: page }) => {
  await expect(main(page).getByRole('heading', { level: 2 }).first()).toHaveText('Late, and why');
  const late = main(page)
    .getByRole('listitem')
    .filter({ hasText: / days? late| overdue/ });
  await expect(late.first()).toContainText('332 days late, was due Thursday');
  await expect(late.first()).toContainText('Publication is delayed by ongoing criminal proceedings');
  await late
    .first()
    .getByRole('link', { name: /Baby T/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /Baby T/ })).toBeVisible();
});

test('every figure of the overview opens the list behind it, which holds as many', async ({ sample: page }) => {
  const figures = await figuresOf(page);
  expect(figures.length).toBeGreaterThan(50);
  for (const { count, address, words } of figures) {
    await test.step(`${words} → ${address}`, async () => {
      await goToAddress(page, address);
      await expect(list(page, listAt(address))).toBeVisible();
      await expectFound(page, count);
    });
  }
});

test('a board with nothing on it says so in words, and what to do first', async ({ empty: page }) => {
  await expect(main(page)).toContainText('so nothing is late');
  await expect(
    main(page)
      .getByRole('link', { name: /Record a review|first review/ })
      .first(),
  ).toBeVisible();
  await goToAddress(page, '/publication');
  await expect(main(page)).toContainText('Nothing delays publication now.');
  await goToAddress(page, '/actions');
  await expect(list(page, 'Actions')).toBeVisible();
  await expectFound(page, 0);
});

type OverviewFigure = { readonly count: number; readonly address: string; readonly words: string };

/** Every link that begins with a number, once for each list that it leads to. */
const figuresOf = async (page: Page): Promise<readonly OverviewFigure[]> => {
  const links = await main(page)
    .getByRole('link', { name: /^[\d,]+ / })
    .evaluateAll((elements) =>
      elements.map((element) => ({
        words: element.textContent ?? '',
        address: element.getAttribute('href')?.slice(1) ?? '',
      })),
    );
  const counted = links
    .filter(({ address }) => /^\/(reviews|actions|publication)(\?|$)/.test(address))
    .map((link) => ({ ...link, count: Number(/^[\d,]+/.exec(link.words)?.[0].replaceAll(',', '')) }));
  return [...new Map(counted.map((figure) => [`${figure.count} ${figure.address}`, figure])).values()];
};

const listAt = (address: string): ListName => {
  if (address.startsWith('/reviews')) return 'Reviews';
  return address.startsWith('/actions') ? 'Actions' : 'Publication register';
};
