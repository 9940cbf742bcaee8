import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { createRecentBoards } from '../../electron/recent-boards.ts';
import { freeFolderIn, nameToFolderName, withBoardsAtHome } from '../../scripts/home-boards.ts';
import { temporaryFolder } from '../electron/temporary-folder.ts';

it.each([
  ['Northshire Safeguarding Board', 'northshire-safeguarding-board'],
  ['  Ynys Môn & Gwynedd ', 'ynys-mon-gwynedd'],
  ['../../etc', 'etc'],
  ['雪', 'board'],
  ['', 'board'],
  ['x'.repeat(200), 'x'.repeat(60)],
])('a board called %s is kept in %s', (name, folderName) => {
  expect(nameToFolderName(name)).toBe(folderName);
});

it('a folder name that is taken gets a number', async () => {
  const home = temporaryFolder();
  expect(await freeFolderIn(home, 'north')).toBe(path.join(home, 'north'));
  mkdirSync(path.join(home, 'north'));
  mkdirSync(path.join(home, 'north-2'));
  expect(await freeFolderIn(home, 'north')).toBe(path.join(home, 'north-3'));
});

it('a board put there by hand is on the list, under the same id each time; the sample and other folders are not', async () => {
  const home = temporaryFolder();
  for (const name of ['north', 'sample-board', 'letters']) mkdirSync(path.join(home, name));
  for (const name of ['north', 'sample-board']) writeFileSync(path.join(home, name, 'vault.json'), '{}');
  const remembered = createRecentBoards(path.join(home, 'recent-boards.json'), {
    now: () => 1,
    newId: () => crypto.randomUUID(),
  });
  const recent = withBoardsAtHome(remembered, home, path.join(home, 'sample-board'));
  const boards = await recent.list();
  expect(boards.map(({ name }) => name)).toEqual(['north']);
  expect(z.uuid().safeParse(boards[0]?.id).success).toBe(true);
  expect(await recent.list()).toEqual(boards);
  await recent.remember(path.join(home, 'north'), 'North board');
  expect((await recent.list()).map(({ name }) => name)).toEqual(['North board']);
});
