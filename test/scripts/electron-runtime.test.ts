import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { bringRuntime, installedRuntime, type Surroundings, whyNoWindow } from '../../scripts/electron-runtime.ts';
import { folderWith, writeInto } from './project-fixture.ts';

const onDesk: Surroundings = { platform: 'linux', env: { DISPLAY: ':0' }, userId: 1000 };
const manifest = { 'package.json': '{ "devDependencies": { "electron": "45.0.0" } }' };
const folders: string[] = [];

function project(files: Readonly<Record<string, string>> = {}): string {
  const folder = folderWith({ ...manifest, ...files });
  folders.push(folder);
  return folder;
}

afterEach(() => {
  vi.restoreAllMocks();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

test.each([
  { title: 'a Linux desktop has a window', surroundings: onDesk, hindrance: null },
  {
    title: 'Wayland alone is a display',
    surroundings: { ...onDesk, env: { WAYLAND_DISPLAY: 'wayland-0' } },
    hindrance: null,
  },
  { title: 'no display, no window', surroundings: { ...onDesk, env: {} }, hindrance: 'There is no display here' },
  {
    title: 'an empty DISPLAY is none',
    surroundings: { ...onDesk, env: { DISPLAY: '' } },
    hindrance: 'There is no display here',
  },
  {
    title: 'root gets no window, never one without a sandbox',
    surroundings: { ...onDesk, userId: 0 },
    hindrance: 'Electron’s sandbox does not work for the root user',
  },
  {
    title: 'Windows needs no DISPLAY',
    surroundings: { platform: 'win32' as const, env: {}, userId: null },
    hindrance: null,
  },
])('$title', ({ surroundings, hindrance }) => {
  expect(whyNoWindow(surroundings)).toBe(hindrance);
});

test('a runtime of the pinned version is found, one of another version is not', () => {
  const dist = 'node_modules/electron/dist';
  const folder = project({ [`${dist}/electron`]: '', [`${dist}/version`]: '45.0.0' });
  expect(installedRuntime(folder, onDesk)).toEqual({
    found: true,
    program: path.join(folder, dist, 'electron'),
    major: 45,
  });
  writeInto(folder, `${dist}/version`, '44.0.0');
  expect(installedRuntime(folder, onDesk).found).toBe(false);
});

test('a runtime too old for the data process is not opened for a person', async () => {
  const old = project({ electron: '', version: '25.1.1' });
  const surroundings = { ...onDesk, env: { ...onDesk.env, ELECTRON_OVERRIDE_DIST_PATH: old } };
  expect(installedRuntime(project(), surroundings)).toMatchObject({ found: true, major: 25 });
  expect(await bringRuntime(project(), surroundings, { now: 0, evenAfterFailure: false })).toMatchObject({
    found: false,
    because: expect.stringContaining('serves the tests only'),
  });
});

test('a failed download is said, and not tried again for a day unless asked', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  const folder = project({
    'node_modules/electron/install.js': "console.error('TypeError: fetch failed'); process.exit(1);",
  });
  const now = Date.UTC(2030, 0, 1);
  const bring = (at: number, evenAfterFailure = false) => bringRuntime(folder, onDesk, { now: at, evenAfterFailure });

  expect(await bring(now)).toMatchObject({
    found: false,
    because: expect.stringContaining('its download host cannot be reached'),
  });
  expect(said).toHaveBeenCalledTimes(1);
  expect(await bring(now + 60_000)).toMatchObject({ found: false, because: expect.stringContaining('earlier') });
  expect(said).toHaveBeenCalledTimes(1);
  await bring(now + 60_000, true);
  expect(said).toHaveBeenCalledTimes(2);
  await bring(now + 25 * 60 * 60 * 1000);
  expect(said).toHaveBeenCalledTimes(3);
});
