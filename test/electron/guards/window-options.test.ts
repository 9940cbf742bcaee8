import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { guardedWebPreferences } from '../../../electron/guards/window-options.ts';

const purposes = [
  ['the page', { purpose: 'page', preload: '/program/preload.cjs', packaged: false }],
  ['the page of a packaged program', { purpose: 'page', preload: '/program/preload.cjs', packaged: true }],
  ['a document to print', { purpose: 'print' }],
] as const;

describe('every window is made by the guard', () => {
  it.each(purposes)('%s is sandboxed, isolated and without Node', (_, wanted) => {
    expect(guardedWebPreferences(wanted)).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
  });

  it('a document to print runs no script and has no preload', () => {
    expect(guardedWebPreferences({ purpose: 'print' })).toMatchObject({ javascript: false, devTools: false });
    expect(guardedWebPreferences({ purpose: 'print' })).not.toHaveProperty('preload');
  });

  it('a packaged program has no developer tools', () => {
    expect(guardedWebPreferences(purposes[1][1]).devTools).toBe(false);
    expect(guardedWebPreferences(purposes[0][1]).devTools).toBe(true);
  });

  const sources = sourcesIn(path.resolve(import.meta.dirname, '../../../electron'));

  it('only guarded-window.ts makes windows, and with the guard’s settings', () => {
    const makers = sources.filter(({ text }) =>
      /new\s+(BrowserWindow|BaseWindow|WebContentsView|BrowserView)\b/.test(text),
    );
    expect(makers.map(({ name }) => name)).toEqual(['guarded-window.ts']);
    expect(makers[0]?.text).toContain('...guardedWebPreferences(');
  });

  it('only the guard names the settings that would weaken a window', () => {
    const weak = /\b(sandbox|contextIsolation|nodeIntegration\w*|webSecurity|webviewTag|webPreferences)\s*:/;
    const namers = sources.filter(({ text }) => weak.test(text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '')));
    expect(namers.map(({ name }) => name)).toEqual(['guarded-window.ts', 'guards/window-options.ts']);
  });

  it('only calls.ts listens to the page, behind its check of the sender', () => {
    const listeners = sources.filter(({ text }) => /ipcMain\s*\.\s*(on|once|handle|handleOnce)\b/.test(text));
    expect(listeners.map(({ name }) => name)).toEqual(['calls.ts']);
    const [text = ''] = listeners.map((source) => source.text);
    expect(text.match(/ipcMain\.handle\(/g)).toHaveLength(text.match(/fromOurPage\(event, contents\)/g)?.length ?? 0);
  });

  it('nothing opens an address outside the program', () => {
    expect(sources.filter(({ text }) => /\bshell\.open|openExternal\(/.test(text))).toEqual([]);
  });
});

function sourcesIn(folder: string) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name: name.replaceAll(path.sep, '/'), text: readFileSync(path.join(folder, name), 'utf8') }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
