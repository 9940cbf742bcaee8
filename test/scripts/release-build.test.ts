import { readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, expect, test } from 'vitest';
import { type Flavour, type TargetName, targetConfig } from '../../scripts/build-targets.ts';
import { projectFolder } from '../../scripts/setup.mjs';
import { folderWith } from './project-fixture.ts';

const outFolder = folderWith({});
afterAll(() => rmSync(outFolder, { recursive: true }));

async function built(target: TargetName, flavour: Flavour, file: string): Promise<string> {
  const folder = path.join(outFolder, flavour);
  await build(targetConfig(target, { projectFolder, outFolder: folder, flavour }));
  return readFileSync(path.join(folder, file), 'utf8');
}

const switches = ['TRACKER_TEST_NODE', 'TRACKER_TEST_DIALOG'];

test('no test switch exists in the released shell', async () => {
  const released = await built('main', 'release', 'electron/main.cjs');
  const tested = await built('main', 'test', 'electron/main.cjs');
  for (const name of switches) {
    expect(released, name).not.toContain(name);
    expect(tested, name).toContain(name);
  }
});

test('the preload is one file that asks for nothing but Electron, as a sandboxed one must', async () => {
  const preload = await built('preload', 'release', 'electron/preload.cjs');
  expect([...preload.matchAll(/\brequire\(([^)]*)\)/g)].map(([, name]) => name)).toEqual(['"electron"']);
});

test('the reader of returned sheets is one file that asks for nothing but Node, as its thread gets it as a text', async () => {
  const reader = await built('return-worker', 'release', 'db/return-worker.cjs');
  const asked = [...reader.matchAll(/\brequire\("([^"]*)"\)/g)].map(([, name = '']) => name);
  expect(asked).toContain('node:worker_threads');
  expect(asked.filter((name) => !isBuiltin(name))).toEqual([]);
});
