import { readdirSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Chromium, findChromium, NoChromiumError, printHtml } from '../../scripts/chromium.ts';
import { testChromium } from '../../scripts/test-chromium.ts';
import { temporaryFolder } from '../electron/temporary-folder.ts';

describe('finding a Chromium', () => {
  const on = (platform: NodeJS.Platform, programs: readonly string[], env: Record<string, string> = {}) =>
    findChromium({
      platform,
      env: { PATH: '/usr/local/bin:/usr/bin', ...env },
      isProgram: (file) => programs.includes(file),
    });

  it.each([
    ['the one that is named', on('linux', ['/usr/bin/chromium'], { CHROMIUM_PATH: '/my/chrome' }), '/my/chrome'],
    ['Debian’s', on('linux', ['/usr/bin/chromium', '/usr/bin/google-chrome']), '/usr/bin/chromium'],
    ['Chrome', on('linux', ['/usr/bin/google-chrome-stable']), '/usr/bin/google-chrome-stable'],
    ['Edge on Linux', on('linux', ['/usr/bin/microsoft-edge']), '/usr/bin/microsoft-edge'],
    [
      'Edge on Windows',
      on('win32', ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'], {
        PROGRAMFILES: 'C:\\Program Files',
        'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
      }),
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    [
      'Chrome on a Mac',
      on('darwin', ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']),
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
  ])('%s', (_, found, program) => {
    expect(found).toEqual({ program });
  });

  it('is null where there is none, and printing says what to do', async () => {
    expect(on('linux', [])).toBeNull();
    await expect(printHtml('<p>', null)).rejects.toThrow(NoChromiumError);
  });

  it('a program that cannot be started is an error, not a wait', async () => {
    await expect(printHtml('<p>', { program: '/no/such/chromium' })).rejects.toThrow('could not be started');
  });

  it('a program that ends at once is an error, not a wait', async () => {
    await expect(printHtml('<p>', { program: process.execPath })).rejects.toThrow();
  });
});

const chromium: Chromium | null = await testChromium().catch(() => null);
const html = `<!doctype html><html lang="en-GB"><title>Status pack</title>
<style>@page { size: A4 landscape; @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages) } } h2 { break-before: page }</style>
<h1>Overview</h1><table><tr><th>Agency</th></tr><tr><td>Health</td></tr></table><h2>Actions</h2>
<script>document.body.textContent = 'a script ran'</script></html>`;

describe.skipIf(chromium === null)('printing with the Chromium of this machine (skipped where there is none)', () => {
  it('gives a tagged PDF on the page size of the document, and runs no script of it', async () => {
    const temporary = temporaryFolder();
    vi.stubEnv('TMPDIR', temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    const pdf = await printHtml(html, chromium);
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    const text = Buffer.from(pdf).toString('latin1');
    expect(text).toContain('/StructTreeRoot');
    expect(text).toContain('/Outlines');
    expect(readdirSync(temporary)).toEqual([]);
    const read = popplerReads(pdf);
    if (read === null) return;
    expect(read.info).toMatch(/Tagged:\s+yes/);
    expect(read.info).toMatch(/Pages:\s+2/);
    expect(read.info).toMatch(/Page size:\s+841\.\d+ x 59\d/);
    expect(read.text).toContain('Page 2 of 2');
    expect(read.text).not.toContain('a script ran');
  });
});

/** What poppler makes of it, or null where poppler is not installed. */
function popplerReads(pdf: Uint8Array): { readonly info: string; readonly text: string } | null {
  const run = (program: string, ...args: readonly string[]) =>
    execFileSync(program, args, { input: pdf, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
  try {
    return { info: run('pdfinfo', '-'), text: run('pdftotext', '-', '-') };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
