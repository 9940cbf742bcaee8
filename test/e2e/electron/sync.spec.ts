/** The window and a laptop at the command line keep one board: joined by two files and a code, then by a shared folder. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { SAMPLE_PASSPHRASE } from '../../../db/domain/sample.ts';
import { BoardSession } from '../../../db/service/session.ts';
import { surroundings } from '../../../scripts/commands/open-board.ts';
import { editValue, valueOf } from '../support/edit-in-place.ts';
import { exchangeOfWindow } from '../support/exchange.ts';
import { tick } from '../support/fields.ts';
import { goToAddress, main, message } from '../support/frame.ts';
import { expect, openSampleInWindow, test } from '../support/window.ts';

const AGENCY = 'Exampleshire Housing';
const project = path.join(import.meta.dirname, '../../..');
const run = promisify(execFile);

/** A command of the program, as somebody types it; answers what it says to machines. */
const tracker = async (...given: readonly string[]): Promise<Readonly<Record<string, unknown>>> => {
  const env = { ...process.env, TRACKER_PASSPHRASE: SAMPLE_PASSPHRASE };
  const args = [path.join(project, 'scripts/tracker.ts'), ...given, '--json'];
  const { stdout } = await run(process.execPath, args, { env, cwd: project });
  return JSON.parse(stdout) as Readonly<Record<string, unknown>>;
};

/** A person at the other laptop changes who is written to at the agency. */
const changeContact = async (folder: string, contactPost: string): Promise<void> => {
  const session = new BoardSession(folder, surroundings);
  await session.unlock(SAMPLE_PASSPHRASE);
  try {
    const id = session.store.prepare<[string], string>('select id from agencies where name = ?').pluck().get(AGENCY);
    session.store.operation({ kind: 'edit-agency' }, (write) => write.update('agencies', id ?? '', { contactPost }));
  } finally {
    session.close();
  }
};

test('the window lets a laptop join, takes in what it writes to the shared folder by itself, and a conflict is decided for both', async ({
  tracker: window,
}) => {
  const { page, all, documents, answerDialogs } = window;
  const exchange = exchangeOfWindow(window);
  const [other, shared] = [path.join(all, 'other laptop'), path.join(all, 'shared')];
  mkdirSync(shared);
  const request = path.join(documents, 'request.sync');
  await openSampleInWindow(page);

  await test.step('two files and a code', async () => {
    await tracker('join-request', other, '--name', 'Laptop B', '--post', 'Business support officer', '--out', request);
    await goToAddress(page, '/sync');
    await page.getByRole('button', { name: 'Let a laptop join' }).click();
    await exchange.given(request, () => page.getByRole('button', { name: 'Open a request to join…' }).click());
    await expect(page.getByRole('heading', { name: 'Laptop B asks to join' })).toBeVisible();
    const acceptance = await exchange.saved('acceptance.sync', () =>
      page.getByRole('button', { name: 'Save the acceptance' }).click(),
    );
    await expect.poll(() => existsSync(acceptance)).toBe(true);
    const { code } = await tracker('join-accept', other, '--acceptance', acceptance);
    const field = page.getByRole('textbox', { name: 'Code of Laptop B' });
    await field.fill(String(code));
    await field.press('Enter');
    await expect(page.getByRole('heading', { name: /Laptop B is on the list/ })).toBeVisible();
  });

  await test.step('the shared folder brings the whole board to the new laptop', async () => {
    await goToAddress(page, '/sync');
    answerDialogs([shared]);
    await page.getByRole('button', { name: 'Choose the shared folder…' }).click();
    await lookNow(page);
    await tracker('sync-import', other, '--from', shared, '--it-matches');
  });

  await test.step('what the other laptop changes comes by itself', async () => {
    await changeContact(other, 'Head of Tenancies');
    await tracker('sync-export', other, '--to', shared);
    await openAgency(page);
    await expect(valueOf(page, 'Contact post')).toContainText('Head of Tenancies', { timeout: 45_000 });
  });

  await test.step('what both change waits for a decision, which holds on both', async () => {
    await goToAddress(page, '/sync');
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(main(page).getByText(/Paused$/)).toBeVisible();
    await openAgency(page);
    await editValue(page, 'Contact post', 'Head of Lettings');
    await expect(valueOf(page, 'Contact post')).toContainText('Head of Lettings');
    await changeContact(other, 'Head of Repairs');
    await tracker('sync-export', other, '--to', shared);
    await goToAddress(page, '/sync');
    await page.getByRole('button', { name: 'Resume' }).click();
    await lookNow(page);
    await goToAddress(page, '/conflicts');
    await main(page)
      .getByRole('link', { name: /^“Contact post” has two versions/ })
      .click();
    await tick(page, 'radio', 'Take the version of Laptop B');
    await page.getByRole('button', { name: 'Decide', exact: true }).click();
    await expect(message(page, /^Decided: “Contact post”/)).toBeVisible();
    await lookNow(page);
    await tracker('sync-import', other, '--from', shared);
    expect(await tracker('conflicts', other)).toMatchObject({ total: 0 });
  });

  await test.step('both hold the same', async () => {
    const { state } = await tracker('sync-status', other);
    await goToAddress(page, '/sync');
    await page.getByRole('button', { name: 'Work out the digits' }).click();
    const digits = await main(page)
      .getByText(/^([0-9a-f]{4}\s*){4}$/)
      .innerText();
    expect(digits.replaceAll(/\s/g, '')).toBe(String(state).slice(0, 16));
  });
});

const openAgency = async (page: Page): Promise<void> => {
  await goToAddress(page, '/agencies');
  await main(page).getByRole('link', { name: AGENCY, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: AGENCY })).toBeVisible();
};

const lookNow = async (page: Page): Promise<void> => {
  await goToAddress(page, '/sync');
  await page.getByRole('button', { name: 'Look now' }).click();
  await expect(message(page, 'The shared folder was looked through').first()).toBeVisible();
};
