/** The year of a board manager in the window: each walk is the one that the browser is walked through. */
import path from 'node:path';
import { chaseAQuarter } from '../support/chasing.ts';
import { exchangeOfWindow } from '../support/exchange.ts';
import { handOver } from '../support/hand-over.ts';
import { fromAgendaToMinutes } from '../support/meeting-cycle.ts';
import { copyPreparedBoard } from '../support/prepared-boards.ts';
import { openSampleInWindow, test } from '../support/window.ts';
import { fromReferralToClosure } from '../support/year.ts';

test('a year in one window: a review to its closure, a quarter’s updates, a meeting cycle, a hand-over', async ({
  tracker,
}) => {
  const { page, documents, answerDialogs } = tracker;
  const exchange = exchangeOfWindow(tracker);
  const otherBoard = path.join(documents, 'westvale');
  copyPreparedBoard('empty', otherBoard);
  await openSampleInWindow(page);
  await test.step('a review from its referral to its closure', () => fromReferralToClosure(page));
  await test.step('a quarter’s updates', () => chaseAQuarter(page, exchange));
  await test.step('a meeting cycle', () => fromAgendaToMinutes(page));
  await test.step('a hand-over', () =>
    handOver(page, exchange, async () => {
      answerDialogs([otherBoard]);
      await page.getByRole('button', { name: /^Open a board/ }).click();
    }));
});
