import { existsSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bringUpToDate } from '../../scripts/build.ts';
import { folderWith, writeInto } from './project-fixture.ts';

const program = {
  'package.json': '{ "name": "small", "productName": "Small", "version": "1.0.0", "type": "module" }',
  'renderer/index.html': '<!doctype html><script type="module" src="./main.ts"></script>',
  'renderer/main.ts': "import { word } from '../db/domain/word.ts'; document.title = word;",
  'db/domain/word.ts': "export const word = 'first';",
  'db/process.ts': "import { word } from './domain/word.ts'; console.log(word);",
  'db/imports/return-worker.ts': "console.log('reading');",
  'electron/preload.ts': "import { contextBridge } from 'electron'; contextBridge.exposeInMainWorld('a', 1);",
  'electron/main.ts':
    "import { app } from 'electron'; import { otherNode } from './other-node.ts'; app.setName(__TEST_BUILD__ ? otherNode() : 'plain');",
  'electron/other-node.ts': "export const otherNode = () => process.env.SMALL_TEST_NODE ?? '';",
};

const everything = [
  'the page',
  'the preload script',
  'the window’s shell',
  'the data process',
  'the reader of returned sheets',
];

let folder = '';
const built = (file: string): string => readFileSync(path.join(folder, 'out', file), 'utf8');

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  folder = folderWith(program);
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

test('builds everything once, and nothing when nothing changed', async () => {
  expect(await bringUpToDate('release', folder)).toEqual(everything);
  const later = new Date('2030-01-01T00:00:00Z');
  utimesSync(path.join(folder, 'renderer/main.ts'), later, later);
  expect(await bringUpToDate('release', folder)).toEqual([]);
});

test('builds again only what depends on the file that changed', async () => {
  await bringUpToDate('release', folder);
  writeInto(folder, 'renderer/main.ts', "document.title = 'second';");
  expect(await bringUpToDate('release', folder)).toEqual(['the page']);
  writeInto(folder, 'db/process.ts', "console.log('second');");
  expect(await bringUpToDate('release', folder)).toEqual(['the data process', 'the reader of returned sheets']);
  expect(built('db/process.cjs')).toContain('second');
});

test('builds again what was deleted', async () => {
  await bringUpToDate('release', folder);
  rmSync(path.join(folder, 'out/electron/preload.cjs'));
  expect(await bringUpToDate('release', folder)).toEqual(['the preload script']);
});

test('a build that failed is tried again, and what was built before it is kept', async () => {
  writeInto(folder, 'electron/main.ts', "import './absent.ts';");
  await expect(bringUpToDate('release', folder)).rejects.toThrow('absent');
  writeInto(folder, 'electron/main.ts', "console.log('mended');");
  const now = await bringUpToDate('release', folder);
  expect(now).toContain('the window’s shell');
  expect(now).not.toContain('the page');
});

test('the build for the tests is a complete program beside the release, and alone has the test switch', async () => {
  await bringUpToDate('test', folder);
  expect(built('electron/main.cjs')).not.toContain('SMALL_TEST_NODE');
  expect(built('test/electron/main.cjs')).toContain('SMALL_TEST_NODE');
  expect(JSON.parse(built('test/package.json'))).toMatchObject({ productName: 'Small', main: 'electron/main.cjs' });
  for (const file of ['electron/preload.cjs', 'renderer/index.html', 'db/process.cjs', 'db/return-worker.cjs']) {
    expect(existsSync(path.join(folder, 'out/test', file)), file).toBe(true);
  }
});

test('the page has no inline script or style and no data: address', async () => {
  writeInto(folder, 'renderer/main.ts', "import './a.css';");
  writeInto(
    folder,
    'renderer/a.css',
    "@font-face { font-family: A; src: url('./a.woff2'); } b { background: url('./a.svg'); }",
  );
  writeInto(folder, 'renderer/a.woff2', 'font');
  writeInto(folder, 'renderer/a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await bringUpToDate('release', folder);
  const page = built('renderer/index.html');
  expect(page).not.toMatch(/<script(?![^>]*src=)|<style|data:/);
  const [, sheet = ''] = /href="\.\/(assets\/[^"]+\.css)"/.exec(page) ?? [];
  expect(built(`renderer/${sheet}`)).not.toContain('data:');
});
