/**
 * What programs of other hands find in the documents: poppler in the PDF, axe in the web page, LibreOffice in the Word document and
 * the workbook. Each is skipped where its program is not installed.
 */
import { execFile, execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import { chromium as playwright } from '@playwright/test';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Chart } from '../../db/charts/model.ts';
import { packToDocx } from '../../db/packs/docx.ts';
import { packToHtml } from '../../db/packs/html.ts';
import type { Pack } from '../../db/packs/model.ts';
import { packToXlsx } from '../../db/packs/xlsx.ts';
import { printHtml } from '../../scripts/chromium.ts';
import { testChromium } from '../../scripts/test-chromium.ts';
import { examplePack } from '../db/packs/example-pack.ts';
import { temporaryFolder } from '../electron/temporary-folder.ts';

const chart: Chart = {
  kind: 'bars',
  id: 'reviews-by-stage',
  title: 'Reviews by stage',
  alt: 'Two reviews are being drafted, one is before its panel.',
  categoryHeading: 'Stage',
  unit: 'reviews',
  series: [{ code: 'reviews', label: 'Reviews', tone: 'accent', symbol: null }],
  bars: [
    { label: 'Drafting the report', values: [2] },
    { label: 'Panel', values: [1] },
  ],
};

const pack: Pack = {
  ...examplePack,
  sections: examplePack.sections.map((section) =>
    section.id === 'overview' ? { ...section, blocks: [...section.blocks, { kind: 'chart', chart }] } : section,
  ),
};
const headings = pack.sections.filter(({ id }) => id !== 'cover').map(({ heading }) => heading);

const has = (program: string): boolean => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
};
const hasPoppler = has('pdfinfo') && has('pdftotext');
const hasOffice = hasPoppler && process.platform === 'linux' && has('soffice');
const browser = await testChromium().catch(() => null);

const read = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64_000_000 });

/** Where each text begins in the words of a document, however its lines are broken; -1 where it is not. */
const placesIn = (words: string, texts: readonly string[]): readonly number[] => {
  const flat = words.replace(/\s+/g, ' ');
  const places: number[] = [];
  for (const text of texts) places.push(flat.indexOf(text, (places.at(-1) ?? -1) + 1));
  return places;
};

describe.skipIf(browser === null || !hasPoppler)('a printed PDF (skipped without Chromium or poppler)', () => {
  it('is tagged, has title and language, and its headings, tables and pictures are what they are', async () => {
    const file = path.join(temporaryFolder(), 'pack.pdf');
    const pdf = await printHtml(packToHtml(pack), browser);
    writeFileSync(file, pdf);
    const info = read('pdfinfo', file);
    expect(info).toMatch(/Title:\s+Case reviews: status pack/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/Lang ?\(en-GB\)/);
    const structure = read('pdfinfo', '-struct-text', file);
    for (const heading of ['H1', 'H2', 'H3']) expect(structure).toMatch(new RegExp(`^ *${heading} \\(block\\)`, 'm'));
    expect(structure.match(/^ *H1 /gm)).toHaveLength(1);
    expect(structure.match(/^ *H2 /gm)).toHaveLength(headings.length + 1);
    expect(structure).toMatch(/^ *Table .*\n(?:.*\n)*? *TH /m);
    expect(structure).toMatch(/^ *Caption/m);
    expect(structure).toMatch(/^ *Figure/m);
    expect(Buffer.from(pdf).toString('latin1')).toMatch(
      /\/Alt \((?:Reviews by stage\. )?Two reviews are being drafted/,
    );
    expect(placesIn(read('pdftotext', '-layout', file, '-'), headings)).not.toContain(-1);
  });
});

describe.skipIf(browser === null)('a web page (skipped without Chromium)', () => {
  it('passes the audit of axe, light and dark, wide and narrow', async () => {
    const started = await playwright.launch({
      executablePath: browser?.program ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    });
    onTestFinished(() => started.close());
    const context = await started.newContext({ offline: true });
    const page = await context.newPage();
    await page.setContent(packToHtml(pack));
    const audit = async (axe: AxeBuilder) => {
      const { violations } = await axe.options({ resultTypes: ['violations'] }).analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    expect(await audit(new AxeBuilder({ page }).withTags(tags))).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await audit(new AxeBuilder({ page }).withRules(['color-contrast', 'scrollable-region-focusable']))).toEqual(
      [],
    );
  });
});

describe.skipIf(!hasOffice)('the office documents (skipped without LibreOffice or poppler)', () => {
  it('open in LibreOffice, which finds the headings in order and the marking on every page', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'document.docx'), await packToDocx(pack));
    writeFileSync(path.join(folder, 'workbook.xlsx'), await packToXlsx(pack));
    const files = ['document.docx', 'workbook.xlsx'].map((name) => path.join(folder, name));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    // One start for both: starting takes most of its time.
    await promisify(execFile)('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files]);
    const pagesOf = (name: string): readonly string[] =>
      read('pdftotext', '-layout', path.join(folder, name), '-').split('\f').slice(0, -1);
    const document = pagesOf('document.pdf');
    const contents = document.findIndex((page) => page.includes('Contents'));
    expect(placesIn(document.slice(contents).join('\n'), [...headings, ...headings])).not.toContain(-1);
    for (const [index, page] of document.entries()) {
      expect(page).toContain(`OFFICIAL-SENSITIVE · page ${index + 1} of ${document.length}`);
    }
    const workbook = pagesOf('workbook.pdf');
    expect(placesIn(workbook.join('\n'), [...headings, 'Data dictionary'])).not.toContain(-1);
    for (const page of workbook) expect(page).toContain('OFFICIAL-SENSITIVE · page');
  }, 60_000);
});
