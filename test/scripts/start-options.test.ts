import { expect, test } from 'vitest';
import { openingCommand } from '../../scripts/open-browser.ts';
import { readStartOptions } from '../../scripts/start-options.mjs';

const plain = { wrong: null, help: false, browser: false, electron: false, folder: null, syncFolder: null };

test.each([
  { args: [], options: plain },
  { args: ['--browser'], options: { ...plain, browser: true } },
  { args: ['--browser', 'boards/east'], options: { ...plain, browser: true, folder: 'boards/east' } },
  {
    args: ['--browser', 'east', '--sync-folder', 'shared'],
    options: { ...plain, browser: true, folder: 'east', syncFolder: 'shared' },
  },
  { args: ['--electron'], options: { ...plain, electron: true } },
  { args: ['--help'], options: { ...plain, help: true } },
])('npm start takes $args', ({ args, options }) => {
  expect(readStartOptions(args)).toEqual(options);
});

test.each([
  { args: ['--windowed'], wrong: "Unknown option '--windowed'" },
  { args: ['boards/east'], wrong: 'A folder goes with --browser' },
  { args: ['--browser', 'a', 'b'], wrong: 'One folder at most' },
  { args: ['--sync-folder', 'shared'], wrong: 'choose the folder for sync yourself' },
  { args: ['--browser', '--electron'], wrong: 'ask for different things' },
])('npm start refuses $args and says why', ({ args, wrong }) => {
  expect(readStartOptions(args).wrong).toContain(wrong);
});

test('the address reaches the browser as one argument on every system', () => {
  const address = 'http://127.0.0.1:4000/?ticket=a&b=c';
  for (const platform of ['linux', 'darwin', 'win32'] as const)
    expect(openingCommand(platform, address).at(-1)).toBe(address);
});
