import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Download } from '@playwright/test';
import { fill, tick, untick } from './support/fields.ts';
import { expect, test } from './support/fixtures.ts';
import { goToPlace, main } from './support/frame.ts';
import { openOfficeFile, partsLike } from './support/packs.ts';

const marking = 'OFFICIAL-SENSITIVE: BOARD';

test('a status pack is looked at, then saved in five formats that each open, with the marking in each', async ({
  sample: page,
}, testInfo) => {
  await goToPlace(page, 'Packs');
  await fill(page, 'Marking', marking);
  const preview = page.getByRole('article').first();
  await expect(preview).toContainText(marking);
  await expect(page.getByRole('article', { name: 'On one page' })).toContainText('7 of 15 (47%)');

  for (const format of ['PDF', 'Excel workbook', 'Web page', 'JSON']) await tick(page, 'checkbox', format);
  const downloads: Download[] = [];
  page.on('download', (download) => downloads.push(download));
  await page.getByRole('button', { name: 'Save 5 documents' }).click();
  await expect(page.getByText('5 documents saved')).toBeVisible({ timeout: 45_000 });
  await expect.poll(() => downloads.length).toBe(5);
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
});

test('sections are left out and put in another order, and the preview follows', async ({ sample: page }) => {
  await goToPlace(page, 'Packs');
  const sections = page.getByRole('article');
  await expect(page.getByRole('article', { name: 'On one page' })).toBeVisible();
  const before = await sections.count();
  await untick(page, 'Clocks');
  await expect(sections).toHaveCount(before - 1);
  await page.getByRole('button', { name: 'Move up: Live reviews' }).click();
  await expect(sections.nth(1)).toContainText('Live reviews');
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
