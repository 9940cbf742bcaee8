/** A meeting from what it is asked for to its record, as steps for any page of an open sample board, in either shell. */
import { expect, type Page } from '@playwright/test';
import { choose, fill, fromMenu } from './fields.ts';
import { goToAddress, main, message } from './frame.ts';

const inWords = (days: number): string => {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
};

const item = (page: Page, number: number) => page.getByRole('listitem', { name: new RegExp(`^Item ${number}:`) });
const titleOf = async (page: Page, number: number): Promise<string> =>
  ((await item(page, number).getAttribute('aria-label')) ?? '').replace(/^Item \d+: /, '');
const dialog = (page: Page) => page.getByRole('dialog');
const chooseBody = (page: Page, body: string) => choose(main(page), 'Body', body);

/** Planned, its agenda made from what is asked of it, held, decided, attended; what it defers stands on the next one. */
export const fromAgendaToMinutes = async (page: Page): Promise<void> => {
  await goToAddress(page, '/meetings');
  await chooseBody(page, 'Executive group');
  await fill(page, 'Date', inWords(60));
  await page.getByRole('button', { name: 'Add the meeting' }).click();
  await expect(page.getByRole('table', { name: 'Coming meetings' }).getByRole('row')).toHaveCount(3);

  await page.getByRole('link', { name: 'What is asked of them' }).click();
  await page.getByRole('button', { name: /^Put all \d+ on the agenda/ }).click();
  await expect(main(page)).toContainText('✓ On the agenda');
  await main(page)
    .getByRole('link', { name: /^\w+day \d/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /^Executive group, / })).toBeVisible();

  const [first, second] = [await titleOf(page, 1), await titleOf(page, 2)];
  await page.getByRole('button', { name: 'Move item 2 up' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(item(page, 1)).toContainText(second);
  await expect(item(page, 2)).toContainText(first);

  await fromMenu(page, /^More$/, 'Move it to another date');
  await fill(dialog(page), 'New date', inWords(0));
  await fill(dialog(page), 'Reason', 'Brought forward for the trial');
  await dialog(page).getByRole('button', { name: 'Move the meeting' }).click();
  await expect(main(page)).toContainText('Brought forward for the trial');
  await page.getByRole('button', { name: 'Record as held' }).click();
  await expect(main(page)).toContainText(/✓\s*Held/);

  await page.getByRole('button', { name: 'Add a decision to item 1' }).click();
  await fill(page, 'Decision', 'The plan is adopted.');
  await fill(page, /^Minute reference/, '4.1');
  await page.getByRole('button', { name: 'Add the decision' }).click();
  await expect(item(page, 1)).toContainText('The plan is adopted.');

  await page.getByRole('button', { name: 'Record an approval on item 1' }).click();
  await fill(dialog(page), /^Minute reference/, '4.1');
  await dialog(page).getByRole('button', { name: 'Add a condition' }).click();
  await fill(dialog(page), 'Condition 1', 'Leads are agreed by January');
  await dialog(page).getByRole('button', { name: 'Record the approval' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(item(page, 1)).toContainText(/adopted by Executive group, .*, minute 4\.1/);
  await expect(item(page, 1)).toContainText('Open condition: Leads are agreed by January');
  await page.keyboard.press('Control+z');
  await expect(message(page, /The last thing done was “Recorded an approval”.*with a reason/)).toBeVisible();
  await expect(item(page, 1)).toContainText('The plan is adopted.');

  await page.getByRole('button', { name: 'More for item 2' }).click();
  await page.getByRole('menuitem', { name: 'Defer it' }).click();
  await fill(dialog(page), /^Reason/, 'The author is ill');
  await dialog(page).getByRole('button', { name: 'Defer the item' }).click();
  await expect(item(page, 2)).toContainText(`Deferred to Executive group, ${inWords(60)}`);

  await page.getByRole('button', { name: /^Add all \d+ member agencies as present/ }).click();
  await choose(page, 'Attendance of Exampleshire Housing', 'Apologies');
  await expect(main(page)).toContainText(/9 of 10 agencies there or deputised/);
  await page.getByRole('button', { name: /^Record a nil/ }).click();
  await expect(main(page)).toContainText('No actions arose.');

  await item(page, 2)
    .getByRole('link', { name: /^Deferred to/ })
    .click();
  await expect(item(page, 1)).toContainText(first);
  await expect(item(page, 1)).toContainText(`Carried forward from Executive group, ${inWords(0)}`);
  await page.getByRole('link', { name: 'Attendance of the year' }).click();
  const housing = page.getByRole('row').filter({ hasText: 'Exampleshire Housing' });
  await expect(housing).toContainText('Apologies');
  await expect(housing).toContainText(/\d of \d/);
};
