import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { editValue, valueOf } from '../support/edit-in-place.ts';
import { fill, find, tick, untick } from '../support/fields.ts';
import { goToAddress, goToPlace, main, saved, undoInMessage } from '../support/frame.ts';
import { chooseRows, expectFound } from '../support/lists.ts';
import { openOfficeFile } from '../support/packs.ts';
import { filesHolding, PLANTED, plantWords } from '../support/planted-words.ts';
import { passphraseOf } from '../support/prepared-boards.ts';
import { openReview } from '../support/reviews.ts';
import { leave, PANELS_AND_DIALOGS, PLACES_TO_VISIT } from '../support/screens.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { passphraseField } from '../support/welcome.ts';
import { expect, openSampleInWindow, test } from '../support/window.ts';

test('the window opens on the sample; a review is recorded, a field edited, actions moved at once and taken back', async ({
  tracker: { page },
}) => {
  await openSampleInWindow(page);
  await goToAddress(page, '/reviews/new');
  await find(page, 'Type of review', 'Rapid review');
  await fill(page, /^Notified on/, '20 May 2022');
  await fill(page, /^Label/, 'Baby N');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Baby N/ })).toBeVisible();
  await expect(main(page)).toContainText('was due Tuesday 14 June 2022 (15 working days from notification)');

  await editValue(page, 'Title', 'First learning');
  await expect(saved(page)).toBeVisible();
  await expect(valueOf(page, 'Title')).toContainText('First learning');
  await page.keyboard.press('Control+z');
  await expect(valueOf(page, 'Title')).not.toContainText('First learning');

  await goToAddress(page, '/actions?overdue=true');
  await expectFound(page, 14);
  await chooseRows(page, 'Actions', 3);
  await page.getByRole('button', { name: 'Change target', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await fill(dialog, 'Target date', '1 March 2027');
  await fill(dialog, 'Reason', 'The training provider withdrew');
  await dialog.getByRole('button', { name: 'Change the target' }).click();
  await expectFound(page, 11);
  await undoInMessage(page).click();
  await expectFound(page, 14);
});

test('a new board is made in the folder that the person chose, or not at all', async ({ tracker }) => {
  const { page, documents, answerDialogs } = tracker;
  answerDialogs([null, path.join(documents, 'Northmere')]);
  await page.getByRole('button', { name: 'Create a board' }).click();
  await fill(page, 'Name of the board or partnership', 'Northmere Partnership');
  await fill(page, 'Your post', 'Board manager');
  await passphraseField(page).fill('harbour velvet thistle engine');
  await fill(page, 'Passphrase again', 'harbour velvet thistle engine');
  await page.getByRole('button', { name: 'Create the board' }).click();
  await expect(page.getByRole('button', { name: 'Create the board' })).toBeEnabled();
  await page.getByRole('button', { name: 'Create the board' }).click();
  await expect(page.getByRole('heading', { name: 'Print the recovery code' })).toBeVisible();
  expect(JSON.parse(readFileSync(path.join(documents, 'Northmere/vault.json'), 'utf8'))).toBeTruthy();
});

test('a pack is saved where the person says, or kept until they say where', async ({ tracker }) => {
  const { page, documents, answerDialogs } = tracker;
  const word = path.join(documents, 'pack.docx');
  const pdf = path.join(documents, 'pack.pdf');
  await openSampleInWindow(page);
  await goToPlace(page, 'Packs');
  await expect(page.getByRole('article', { name: 'On one page' })).toContainText('7 of 15 (47%)');
  // Chromium 114, which the test runtime has inside, never ends printing a document with pages of two sizes.
  for (const sideways of [
    'Live reviews',
    'Clocks',
    'Publication register',
    'Action plans',
    'Exceptions',
    'Items for sign-off',
  ]) {
    await untick(page, sideways);
  }
  await tick(page, 'checkbox', 'PDF');
  answerDialogs([null, pdf, word]);
  await page.getByRole('button', { name: 'Save 2 documents' }).click();
  await expect(page.getByText('Word document not saved')).toBeVisible();
  await expect(page.getByText('Document saved')).toBeVisible();
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('button', { name: 'Save it' }).click();
  await expect(page.getByText('2 documents saved')).toBeVisible();
  expect(openOfficeFile(word)['word/document.xml']).toContain('7 of 15 (47%)');
});

test('locked, or its data process killed, the window shows nothing of a case and goes on after unlock', async ({
  tracker: { page, dataProcess },
}) => {
  await openSampleInWindow(page);
  await openReview(page, 'LCSPR 2026/02');
  await editValue(page, 'Method', 'Systems model');
  await expect(valueOf(page, 'Method')).toContainText('Systems model');
  await expect(saved(page)).toBeVisible();
  const first = dataProcess();
  await page.keyboard.press('Control+l');
  await expect(page.getByText('You locked the board.')).toBeVisible();
  expect(await page.content()).not.toMatch(/Child M|LCSPR|Systems model/);
  await expect.poll(dataProcess).not.toBe(first);

  await page.getByRole('button', { name: 'Unlock' }).click();
  await openReview(page, 'LCSPR 2026/02');
  const second = dataProcess();
  if (second === null) throw new Error('no data process runs');
  process.kill(second, 'SIGKILL');
  await expect(page.getByText('ended unexpectedly and was started again')).toBeVisible();
  await page.getByRole('button', { name: 'Unlock' }).click();
  await openReview(page, 'LCSPR 2026/02');
  await expect(valueOf(page, 'Method')).toContainText('Systems model');
});

test('the program is there once: a second start ends by itself and brings the first to the front', async ({
  tracker: { app, launch },
}) => {
  const second = spawn(launch.executablePath, [...launch.args], { env: launch.env, stdio: 'ignore' });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  expect(app.windows()).toHaveLength(1);
});

test.describe('a page that was taken over', () => {
  test.use({
    expectedFaults: [
      /Content Security Policy|TrustedScript|Failed to load resource|Not allowed to load local resource|ERR_/,
    ],
  });

  test('goes nowhere else, opens no window and reaches neither Node, the network nor a permission', async ({
    tracker: { app, page },
  }) => {
    const reached = await page.evaluate(async () => ({
      node: ['require', 'process', 'module', 'Buffer', '__dirname'].filter((name) => name in globalThis),
      network: await fetch('https://example.com/').then(
        () => 'reached',
        () => 'refused',
      ),
      own: await fetch('app://tracker/index.html').then(
        () => 'reached',
        () => 'refused',
      ),
      notifications: await Notification.requestPermission(),
      place: await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          () => resolve('denied'),
        );
      }),
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'given',
        () => 'denied',
      ),
      evaluated: (() => {
        try {
          // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- that this is refused is what is tested
          return String(new Function('return 1')());
        } catch {
          return 'refused';
        }
      })(),
    }));
    expect(reached).toEqual({
      node: [],
      network: 'refused',
      own: 'refused',
      notifications: 'denied',
      place: 'denied',
      camera: 'denied',
      evaluated: 'refused',
    });

    await page.evaluate(() => {
      window.open('https://example.com/');
      window.open('app://tracker/');
      location.href = 'file:///etc/passwd';
      location.href = 'https://example.com/';
    });
    // Asked of the window itself: for Playwright a navigation that is refused never ends.
    const windows = await app.evaluate(({ BrowserWindow }) =>
      Promise.all(
        BrowserWindow.getAllWindows().map(async ({ webContents }) => ({
          at: webContents.getURL(),
          heading: (await webContents.executeJavaScript('document.querySelector("h1").textContent')) as string,
        })),
      ),
    );
    expect(windows).toEqual([{ at: 'app://tracker/', heading: 'Welcome' }]);
  });

  test('cannot read outside the folder of pages, however it spells the way out', async ({ tracker: { app } }) => {
    const statuses = await app.evaluate(async ({ session }) => {
      const ways = [
        'app://tracker/index.html',
        'app://tracker/../package.json',
        'app://tracker/..%2fpackage.json',
        'app://tracker/%2e%2e/package.json',
        'app://tracker/%252e%252e%252fpackage.json',
        'app://tracker/..%5cpackage.json',
        'app://tracker/index.html%00.js',
        'app://tracker//etc/passwd',
        'app://tracker/assets/..%2f..%2fdb%2fprocess.cjs',
        'app://other/index.html',
      ];
      return Promise.all(
        ways.map((way) =>
          session
            .fromPartition('page')
            .fetch(way)
            .then(
              ({ status }) => status,
              () => 0,
            ),
        ),
      );
    });
    expect(statuses[0]).toBe(200);
    expect(statuses.slice(1).filter((status) => status !== 404 && status !== 0)).toEqual([]);
  });
});

test('no word of a case lies in any file that the window wrote, in use or when it has ended', async ({ tracker }) => {
  const { app, page, all } = tracker;
  await openSampleInWindow(page);
  await plantWords(page);
  expect(filesHolding([all], Object.values(PLANTED)), 'while the board is open').toEqual([]);
  await page.keyboard.press('Control+l');
  await expect(passphraseField(page)).toBeVisible();
  await app.close();
  expect(filesHolding([all], [...Object.values(PLANTED), passphraseOf.sample]), 'when it has ended').toEqual([]);
});

test('every place, panel and dialog is accessible in the window too', async ({ tracker: { page } }) => {
  test.setTimeout(180_000);
  await openSampleInWindow(page);
  for (const { name, open, popoverOpen, part } of [...PLACES_TO_VISIT, ...PANELS_AND_DIALOGS.slice(0, 4)]) {
    await open(page);
    await expectAccessible(page, name, { popoverOpen, part });
    await leave(page);
  }
});
