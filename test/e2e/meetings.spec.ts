import type { Page } from '@playwright/test';
import { choose, fill } from './support/fields.ts';
import { expect, test } from './support/fixtures.ts';
import { goToAddress, main, message, undoInMessage } from './support/frame.ts';
import { fromAgendaToMinutes } from './support/meeting-cycle.ts';
import { openReview } from './support/reviews.ts';

const dialog = (page: Page) => page.getByRole('dialog');

test('a rule is put together, its year of dates is planned as one act, and one Undo takes it back', async ({
  sample: page,
}) => {
  await goToAddress(page, '/settings/bodies');
  await page.getByRole('button', { name: 'All about Professional practice sub-group' }).click();
  const panel = page.getByRole('complementary', { name: 'Professional practice sub-group' });
  await panel.getByRole('button', { name: 'Put the rule together' }).click();
  await choose(dialog(page), 'How often', 'Every quarter');
  await choose(dialog(page), 'Week of the month', 'Second');
  await choose(dialog(page), 'Counted from', 'February');
  await expect(dialog(page)).toContainText('quarterly from February on the second Tuesday');
  await dialog(page).getByRole('button', { name: 'Keep the rule' }).click();
  await panel.getByRole('link', { name: 'Plan a year' }).click();
  const proposed = page.getByRole('table', { name: 'Dates proposed for Professional practice sub-group' });
  await expect(proposed.getByRole('row')).toHaveCount(5);
  await page.getByRole('button', { name: 'Plan 4 meetings' }).click();
  const year = page.getByRole('table', { name: /^Meetings of \d{4}/ });
  await expect(
    year.getByRole('link', { name: /^Professional practice sub-group, Tuesday .*: provisional$/ }),
  ).toHaveCount(4);
  await expect(message(page, 'Planned 4 meetings of Professional practice sub-group')).toBeVisible();
  await undoInMessage(page).click();
  await expect(page.getByText(/^No meeting of \d{4} is on record$/)).toBeVisible();
});

test('a meeting from what it is asked for to its record: decisions, an approval with a condition, attendance, a nil', async ({
  sample: page,
}) => {
  await fromAgendaToMinutes(page);
});

test('a report that a body rejected is asked of it again once the rejection is reopened, with a reason', async ({
  sample: page,
}) => {
  await openReview(page, 'LCSPR 2025/03');
  const board = 'Exampleshire Safeguarding Children Partnership';
  await page.getByRole('button', { name: `Record: ${board}, report` }).click();
  await choose(dialog(page), 'Decision', 'Rejected');
  await dialog(page).getByRole('button', { name: 'Record the approval' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await page.getByRole('button', { name: `Reopen: ${board}, report` }).click();
  await fill(dialog(page), 'Reason', 'The author answered the comments');
  await dialog(page).getByRole('button', { name: 'Reopen it' }).click();
  await expect(page.getByRole('button', { name: `Reopen: ${board}, report` })).toHaveCount(0);
  await expect(main(page)).toContainText('The author answered the comments');
  await goToAddress(page, '/meetings?view=asked');
  await expect(main(page)).toContainText('Report of LCSPR 2025/03, Child S: for adoption');
});
