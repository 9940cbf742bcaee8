import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createRecentBoards } from '../../electron/recent-boards.ts';
import { temporaryFolder } from './temporary-folder.ts';

const createFixed = (file: string) => {
  let count = 0;
  return createRecentBoards(file, {
    now: () => (count += 1),
    newId: () => `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
  });
};

it('the board opened last is first, and is listed once', async () => {
  const recent = createFixed(path.join(temporaryFolder(), 'program', 'recent-boards.json'));
  const north = await recent.remember('/boards/north');
  await recent.remember('/boards/south', 'South board');
  await recent.remember('/boards/north', 'North board');
  expect(await recent.list()).toEqual([
    { id: north.id, folder: '/boards/north', name: 'North board', openedAt: 3 },
    { id: expect.any(String), folder: '/boards/south', name: 'South board', openedAt: 2 },
  ]);
});

it('a board opened again keeps its name', async () => {
  const recent = createFixed(path.join(temporaryFolder(), 'recent-boards.json'));
  await recent.remember('/boards/north', 'North board');
  expect((await recent.remember('/boards/north')).name).toBe('North board');
});

it('a forgotten board is off the list and stays in its folder', async () => {
  const folder = temporaryFolder();
  const recent = createFixed(path.join(folder, 'recent-boards.json'));
  const { id } = await recent.remember(folder);
  await recent.forget(id);
  expect(await recent.list()).toEqual([]);
  expect(existsSync(folder)).toBe(true);
});

it('a damaged list is an empty one, and works again from there', async () => {
  const file = path.join(temporaryFolder(), 'recent-boards.json');
  const recent = createFixed(file);
  for (const damage of ['', '{', '[]', '{"version":2,"boards":[]}', '{"version":1,"boards":[{"folder":"/a"}]}']) {
    writeFileSync(file, damage);
    // oxlint-disable-next-line no-await-in-loop -- one file, one damage after another
    expect(await recent.list()).toEqual([]);
  }
  await recent.remember('/boards/north');
  expect(await recent.list()).toHaveLength(1);
});

it('twenty boards are remembered', async () => {
  const recent = createFixed(path.join(temporaryFolder(), 'recent-boards.json'));
  // oxlint-disable-next-line no-await-in-loop -- opened one after another
  for (let board = 1; board <= 25; board += 1) await recent.remember(`/boards/${board}`);
  const boards = await recent.list();
  expect(boards).toHaveLength(20);
  expect(boards[0]?.folder).toBe('/boards/25');
});

it('the file holds folders, names and times, and nothing else', async () => {
  const file = path.join(temporaryFolder(), 'recent-boards.json');
  await createFixed(file).remember('/boards/north', 'North board');
  const { boards } = JSON.parse(readFileSync(file, 'utf8'));
  expect(Object.keys(boards[0]).toSorted()).toEqual(['folder', 'id', 'name', 'openedAt']);
});
