import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Download, Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';
import { fill, find, fromMenu, tick, untick } from './support/fields.ts';
import { expect, test } from './support/fixtures.ts';
import { goToPlace, main, message, undoInMessage } from './support/frame.ts';
import { openOfficeFile, partsLike } from './support/packs.ts';

const marking = 'OFFICIAL-SENSITIVE: BOARD';

test('a status pack is looked at, saved in six formats that each open, recorded, made again identically and tabled', async ({
  sample: page,
}, testInfo) => {
  await goToPlace(page, 'Packs');
  await fill(page, 'Marking', marking);
  const preview = page.getByRole('article').first();
  await expect(preview).toContainText(marking);
  await expect(page.getByRole('article', { name: 'On one page' })).toContainText('7 of 15 (47%)');

  for (const format of ['PDF', 'Excel workbook', 'Web page', 'CSV files', 'JSON']) await tick(page, 'checkbox', format);
  const downloads: Download[] = [];
  page.on('download', (download) => downloads.push(download));
  await page.getByRole('button', { name: 'Save 6 documents' }).click();
  await expect(page.getByText('6 documents saved')).toBeVisible({ timeout: 45_000 });
  await expect.poll(() => downloads.length).toBe(6);
  const files = new Map<string, string>();
  for (const download of downloads) {
    const file = testInfo.outputPath(download.suggestedFilename());
    await download.saveAs(file);
    files.set(path.extname(file), file);
  }
  const fileOf = (ending: string): string => files.get(ending) ?? '';

  await test.step('Word', () => {
    const parts = openOfficeFile(fileOf('.docx'));
    expect(parts['word/document.xml']).toContain('7 of 15 (47%)');
    expect(partsLike(parts, /^word\/header\d*\.xml$/).every((xml) => xml.includes(marking))).toBe(true);
    expect(partsLike(parts, /^word\/footer\d*\.xml$/).some((xml) => xml.includes('NUMPAGES'))).toBe(true);
  });
  await test.step('Excel', () => {
    const sheets = partsLike(openOfficeFile(fileOf('.xlsx')), /^xl\/worksheets\/sheet\d+\.xml$/);
    expect(sheets.length).toBeGreaterThan(5);
    expect(sheets.every((xml) => xml.includes(marking))).toBe(true);
  });
  await test.step('web page', () => {
    const html = readFileSync(fileOf('.html'), 'utf8');
    expect(html).toMatch(/^<!doctype html>/i);
    expect(html).toContain(marking);
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  });
  await test.step('CSV', () => {
    const tables = openOfficeFile(fileOf('.zip'));
    expect(partsLike(tables, /\.csv$/).length).toBeGreaterThan(5);
  });
  await test.step('JSON', () => {
    const pack: { readonly marking: string } = JSON.parse(readFileSync(fileOf('.json'), 'utf8'));
    expect(pack.marking).toBe(marking);
  });
  await test.step('PDF', () => {
    const bytes = readFileSync(fileOf('.pdf'));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    if (!existsSync('/usr/bin/pdfinfo')) return;
    expect(execFileSync('pdfinfo', [fileOf('.pdf')], { encoding: 'utf8' })).toMatch(/^Tagged:\s+yes$/m);
    const text = execFileSync('pdftotext', ['-layout', fileOf('.pdf'), '-'], { encoding: 'utf8' });
    const pages = text.split('\f').filter((words) => words.trim() !== '');
    expect(pages.every((words) => words.includes(marking))).toBe(true);
    expect(pages.every((words, index) => new RegExp(`[Pp]age ${index + 1} of ${pages.length}`).test(words))).toBe(true);
  });
  await test.step('the register', async () => {
    await page.getByRole('link', { name: 'pack 1', exact: true }).click();
    await expect(page.getByRole('table', { name: 'Documents' }).getByRole('row')).toHaveCount(7);
    await expectAccessible(page, 'an issued pack');
    await page.getByRole('button', { name: 'Make again: Word document' }).click();
    await expect(page.getByText('The DOCX is the one that was issued, byte for byte.')).toBeVisible();
    await expectTabled(page);
  });
});

const todayInWords = (): string =>
  new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** The pack on the page goes on the agenda of its meeting, a decision is taken on it there, and it leads back. */
const expectTabled = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Mark as tabled' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mark as tabled' });
  await expectAccessible(page, 'marking a pack as tabled', { part: '[role="dialog"]' });
  await fill(dialog, /^Tabled on/, todayInWords());
  await dialog.getByRole('button', { name: 'Mark as tabled' }).click();
  await expect(message(page, 'Marked the pack as tabled')).toBeVisible();
  await main(page)
    .getByRole('link', { name: /^Executive group, / })
    .first()
    .click();
  await expect(page.getByRole('link', { name: /^Status pack, data as at / })).toBeVisible();
  await page
    .getByRole('button', { name: /^Add a decision to item/ })
    .last()
    .click();
  await fill(page, 'Decision', 'The pack was noted.');
  await page.getByRole('button', { name: 'Add the decision' }).click();
  await page.getByRole('link', { name: /^Status pack, data as at / }).click();
  await expect(page.getByRole('table', { name: 'Decisions taken on it' })).toContainText('The pack was noted.');
  await page.setViewportSize({ width: 800, height: 600 });
  await expectNoSidewaysScroll(page, 'an issued pack, 800 pixels wide,');
};

test('a template is chosen, its sections are put in another order and kept, and the public does not see what is withheld', async ({
  sample: page,
}) => {
  await goToPlace(page, 'Packs');
  const sections = page.getByRole('article');
  await expect(page.getByRole('article', { name: 'On one page' })).toBeVisible();
  const before = await sections.count();
  await untick(page, 'Clocks');
  await expect(sections).toHaveCount(before - 1);
  await page.getByRole('button', { name: 'Move up: Live reviews' }).click();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByText(/^Live reviews is now section 1 of \d+\.$/)).toBeAttached();
  await expect(sections.nth(1)).toContainText('Live reviews');

  // Scrolled to first: a list of options closes when the page moves under it.
  await page.getByRole('combobox', { name: 'Template' }).click();
  await find(page, 'Template', 'Executive exceptions');
  await expect(sections).toHaveCount(6);
  await page.getByRole('button', { name: 'Move up: Exceptions' }).click();
  await fromMenu(page, 'Keep as a template', 'Save as a new template…');
  await fill(page.getByRole('dialog'), 'Name', 'For the chair');
  await page.getByRole('button', { name: 'Save the template' }).click();
  await expect(page.getByRole('combobox', { name: 'Template' })).toHaveValue('For the chair');
  await fromMenu(page, 'Keep as a template', 'Delete “For the chair”');
  await expect(page.getByRole('combobox', { name: 'Template' })).toHaveValue('');
  await undoInMessage(page).click();
  await expect(page.getByRole('combobox', { name: 'Template' })).toHaveValue('For the chair');

  await tick(page, 'radio', 'The public');
  await expect(page.getByRole('heading', { name: 'Withheld from this public pack' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Exceptions' })).toBeDisabled();
  await expect(page.getByRole('textbox', { name: 'Marking' })).toHaveValue('OFFICIAL');
  await expect(main(page)).not.toContainText('Baby T');
});

test('a pack that is being written can be stopped, and nothing of it is saved', async ({ sample: page }) => {
  await goToPlace(page, 'Packs');
  await expect(page.getByRole('article', { name: 'On one page' })).toBeVisible();
  await page.route('**/shell/htmlToPdf', () => undefined);
  await untick(page, 'Word document');
  await tick(page, 'checkbox', 'PDF');
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  await expect(main(page).getByRole('progressbar', { name: /Printing the PDF/ })).toBeVisible();
  await main(page).getByRole('button', { name: 'Cancel' }).click();
  await page.unroute('**/shell/htmlToPdf');
  await expect(main(page).getByText('Nothing of it was saved.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save as PDF' })).toBeEnabled();
});

test('a document that no place was found for is kept to be saved again, and what was saved is recorded all the same', async ({
  sample: page,
}) => {
  await goToPlace(page, 'Packs');
  await expect(page.getByRole('article', { name: 'On one page' })).toBeVisible();
  await untick(page, 'Word document');
  for (const format of ['CSV files', 'JSON']) await tick(page, 'checkbox', format);
  await refuseNextDownload(page);
  await page.getByRole('button', { name: 'Save 2 documents' }).click();
  const refused = main(page).getByText('CSV files written, but not saved');
  await expect(refused).toBeVisible();
  await expect(page.getByText('Document saved')).toBeVisible();
  await expect(page.getByText(/^Recorded in the register once the documents below are saved/)).toBeVisible();
  await expectAccessible(page, 'a document that was refused', { part: '.pack-saving' });

  await page.getByRole('button', { name: 'Save 2 documents' }).click();
  await expect(page.getByRole('link', { name: 'pack 2', exact: true })).toBeVisible();
  await expect(refused).toHaveCount(0);

  await refuseNextDownload(page);
  await page.getByRole('button', { name: 'Save 2 documents' }).click();
  await expect(refused).toBeVisible();
  await expect(page.getByText('Document saved')).toBeVisible();
  const kept = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save it again' }).click();
  expect((await kept).suggestedFilename()).toMatch(/\.zip$/);
  await page.getByRole('link', { name: 'pack 3', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Documents' }).getByRole('row')).toHaveCount(3);
  await page.getByRole('link', { name: 'Before: pack 2' }).click();
  await page.getByRole('link', { name: 'Before: pack 1' }).click();
  await expect(page.getByRole('table', { name: 'Documents' }).getByRole('row')).toHaveCount(2);
});

/** A browser saves by itself and does not say whether it could; what the page can be refused is room for the document. */
const refuseNextDownload = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = () => {
      URL.createObjectURL = createObjectURL;
      throw new DOMException('There is no room for it.', 'QuotaExceededError');
    };
  });
