import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './support/fixtures.ts';
import { goToAddress } from './support/frame.ts';
import { expectFound, list, rowsOf } from './support/lists.ts';
import { prepareSample } from './support/prepared-boards.ts';

test.skip(process.env.TRACKER_E2E_BIG !== '1', 'takes half a minute more to prepare; asked for with TRACKER_E2E_BIG=1');

test('a board of 2,000 reviews and 40,000 actions is scrolled to its end with only the visible rows drawn', async ({
  welcome: page,
  program,
}) => {
  test.setTimeout(240_000);
  const folder = path.join(program.home, 'sample-board');
  rmSync(folder, { recursive: true });
  await prepareSample(folder, 'big');
  await page.getByRole('button', { name: 'Open the sample board' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();

  for (const [address, name, count] of [
    ['/actions', 'Actions', 40_000],
    ['/reviews', 'Reviews', 2_000],
  ] as const) {
    await goToAddress(page, address);
    await expectFound(page, count);
    await rowsOf(page, name).first().getByRole('gridcell').nth(1).focus();
    await page.keyboard.press('Control+End');
    const last = list(page, name).locator(`[aria-rowindex="${count + 1}"]`);
    await expect(last).toBeVisible();
    await expect(last).not.toHaveAttribute('aria-busy', 'true');
    expect(await rowsOf(page, name).count()).toBeLessThan(120);
    await page.keyboard.press('Control+Home');
    await expect(list(page, name).locator('[aria-rowindex="2"]')).toBeVisible();
  }
});
