import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBoards, type FolderAnswer } from '../../electron/boards.ts';
import { createRecentBoards } from '../../electron/recent-boards.ts';
import { temporaryFolder } from './temporary-folder.ts';

const createFixture = ({ starts = true } = {}) => {
  const home = temporaryFolder();
  let current: string | null = null;
  let answer: FolderAnswer = { outcome: 'cancelled' };
  let instant = 0;
  const recent = createRecentBoards(path.join(home, 'recent-boards.json'), {
    now: () => (instant += 1),
    newId: () => crypto.randomUUID(),
  });
  const boards = createBoards({
    session: {
      currentFolder: async () => current,
      open: async (folder) => {
        current = starts ? folder : null;
        return starts;
      },
      close: async () => {
        current = null;
      },
    },
    recent,
    sampleFolder: path.join(home, 'sample-board'),
    askForNewFolder: async () => answer,
    askForBoardFolder: async () => answer,
  });
  const choose = (folder: string) => {
    answer = { outcome: 'folder', folder };
  };
  const putBoard = (name: string) => {
    const folder = path.join(home, name);
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'vault.json'), '{}');
    return folder;
  };
  return { home, boards, choose, putBoard, current: () => current };
};

describe('choosing a board', () => {
  it('a new board gets the folder that was named', async () => {
    const { home, boards, choose } = createFixture();
    const folder = path.join(home, 'North');
    choose(folder);
    expect(await boards.chooseBoard('create', 'North')).toEqual({
      outcome: 'opened',
      board: { folderName: 'North', sample: false },
    });
    expect(existsSync(folder)).toBe(true);
    expect(await boards.currentBoard()).toEqual({ folderName: 'North', sample: false });
  });

  it('changing one’s mind changes nothing', async () => {
    const { boards } = createFixture();
    expect(await boards.chooseBoard('create', 'North')).toEqual({ outcome: 'cancelled' });
    expect(await boards.chooseBoard('open', '')).toEqual({ outcome: 'cancelled' });
    expect(await boards.currentBoard()).toBeNull();
  });

  it('a new board is refused in a folder with something in it, and says when that is a board', async () => {
    const { home, boards, choose, putBoard } = createFixture();
    choose(putBoard('north'));
    expect(await boards.chooseBoard('create', 'North')).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('already a board'),
    });
    mkdirSync(path.join(home, 'letters'));
    writeFileSync(path.join(home, 'letters', 'a.txt'), '');
    choose(path.join(home, 'letters'));
    expect(await boards.chooseBoard('create', 'North')).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('needs an empty one'),
    });
  });

  it('a new board is refused where no folder can be made', async () => {
    const { home, boards, choose } = createFixture();
    writeFileSync(path.join(home, 'file'), '');
    choose(path.join(home, 'file', 'board'));
    expect(await boards.chooseBoard('create', 'North')).toMatchObject({ outcome: 'refused' });
  });

  it('a folder made for a board that was then not created is taken away again', async () => {
    const { home, boards, choose } = createFixture();
    choose(path.join(home, 'North'));
    await boards.chooseBoard('create', 'North');
    await boards.closeBoard();
    expect(existsSync(path.join(home, 'North'))).toBe(false);
    expect(await boards.recentBoards()).toEqual([]);
  });

  it('a folder with a board in it is never taken away', async () => {
    const { home, boards, choose } = createFixture();
    choose(path.join(home, 'North'));
    await boards.chooseBoard('create', 'North');
    writeFileSync(path.join(home, 'North', 'vault.json'), '{}');
    await boards.closeBoard();
    expect(existsSync(path.join(home, 'North', 'vault.json'))).toBe(true);
  });

  it('opening a folder without a board is refused', async () => {
    const { home, boards, choose } = createFixture();
    choose(home);
    expect(await boards.chooseBoard('open', '')).toMatchObject({ outcome: 'refused' });
  });

  it('a data process that cannot be started is said in words', async () => {
    const { boards, choose, putBoard } = createFixture({ starts: false });
    choose(putBoard('north'));
    expect(await boards.chooseBoard('open', '')).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('could not be started'),
    });
  });
});

describe('boards that were opened before', () => {
  it('are listed by their own name, newest first, with whether they are still there', async () => {
    const { boards, choose, putBoard } = createFixture();
    choose(putBoard('north'));
    await boards.chooseBoard('open', '');
    await boards.nameBoard('Northshire board');
    choose(putBoard('south'));
    await boards.chooseBoard('open', '');
    const [south, north] = await boards.recentBoards();
    expect(south).toMatchObject({ name: 'south', folderName: 'south', found: true });
    expect(north).toMatchObject({ name: 'Northshire board', folderName: 'north', found: true });
    expect(JSON.stringify([south, north])).not.toContain(path.sep);
  });

  it('open again by their id', async () => {
    const { boards, choose, putBoard, current } = createFixture();
    const folder = putBoard('north');
    choose(folder);
    await boards.chooseBoard('open', '');
    await boards.closeBoard();
    const [board] = await boards.recentBoards();
    expect(await boards.openRecentBoard(board?.id ?? '')).toMatchObject({ outcome: 'opened' });
    expect(current()).toBe(folder);
  });

  it('are refused in words when forgotten', async () => {
    const { boards } = createFixture();
    expect(await boards.openRecentBoard(crypto.randomUUID())).toMatchObject({ outcome: 'refused' });
  });

  it('do not list the sample board, which says that it is one', async () => {
    const { boards } = createFixture();
    expect(await boards.openSampleBoard()).toEqual({
      outcome: 'opened',
      board: { folderName: 'sample-board', sample: true },
    });
    await boards.nameBoard('Exampleshire');
    expect(await boards.recentBoards()).toEqual([]);
  });
});

describe('starting the program', () => {
  it('the board worked on last waits for its passphrase, and the page’s first question finds it', async () => {
    const { boards, choose, putBoard } = createFixture();
    choose(putBoard('north'));
    await boards.chooseBoard('open', '');
    choose(putBoard('south'));
    await boards.chooseBoard('open', '');
    await boards.closeBoard();
    void boards.openLatest();
    expect(await boards.currentBoard()).toEqual({ folderName: 'south', sample: false });
  });

  it('where that board is not there any more, or there was none, the person is asked', async () => {
    const { boards, choose, putBoard } = createFixture();
    await boards.openLatest();
    expect(await boards.currentBoard()).toBeNull();
    const folder = putBoard('north');
    choose(folder);
    await boards.chooseBoard('open', '');
    await boards.closeBoard();
    rmSync(folder, { recursive: true });
    await boards.openLatest();
    expect(await boards.currentBoard()).toBeNull();
  });
});
