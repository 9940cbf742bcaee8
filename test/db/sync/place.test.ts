import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSyncPlace, type PlaceRefusal } from '../../../db/sync/place.ts';

let home: string;
beforeEach(() => {
  home = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'crt-place-')));
  for (const folder of ['boards/leeds/backups', 'boards/leeds-shared', 'share/sync']) {
    mkdirSync(path.join(home, folder), { recursive: true });
  }
  writeFileSync(path.join(home, 'share/minutes.docx'), '');
  symlinkSync(path.join(home, 'boards/leeds'), path.join(home, 'share/link-to-board'));
  symlinkSync(path.join(home, 'boards/leeds/backups'), path.join(home, 'share/link-into-board'));
  symlinkSync(path.join(home, 'share/sync'), path.join(home, 'boards/leeds/link-out'));
  symlinkSync(path.join(home, 'boards'), path.join(home, 'link-above'));
  symlinkSync(path.join(home, 'nowhere'), path.join(home, 'broken-link'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const check = (folder: string, board = 'boards/leeds', tryWriting?: () => Promise<void>) =>
  checkSyncPlace(path.join(home, folder), path.join(home, board), tryWriting);

describe('a place to sync with', () => {
  it.each<[string, string, PlaceRefusal]>([
    ["the board's own folder", 'boards/leeds', 'the-board'],
    ["the board's own folder, by a longer way", 'share/../boards/./leeds/', 'the-board'],
    ["a link to the board's folder", 'share/link-to-board', 'the-board'],
    ["a folder in the board's", 'boards/leeds/backups', 'in-the-board'],
    ["a link into the board's folder", 'share/link-into-board', 'in-the-board'],
    ["a folder in the board's, through a link", 'share/link-to-board/backups', 'in-the-board'],
    ['the folder that the board lies in', 'boards', 'above-the-board'],
    ['a folder further above', '.', 'above-the-board'],
    ['a link to a folder above', 'link-above', 'above-the-board'],
    ['the root of everything', '../../../../../../../..', 'above-the-board'],
    ['a file', 'share/minutes.docx', 'not-a-folder'],
    ['a name in a file', 'share/minutes.docx/sync', 'not-a-folder'],
    ['a folder that is not there', 'share/elsewhere', 'not-there'],
    ['a link to nothing', 'broken-link', 'not-there'],
  ])('is not %s', async (_what, folder, why) => {
    expect(await check(folder)).toMatchObject({ kind: 'refused', why });
  });

  it.each([
    ['a folder elsewhere', 'share/sync', 'share/sync'],
    ['a folder beside the board whose name begins the same', 'boards/leeds-shared', 'boards/leeds-shared'],
    ['what a link in the board leads to', 'boards/leeds/link-out', 'share/sync'],
  ])('may be %s, and nothing is left in it', async (_what, folder, place) => {
    expect(await check(folder)).toEqual({ kind: 'usable', folder: path.join(home, place) });
    expect(readdirSync(path.join(home, place))).toEqual([]);
  });

  it('is compared with where the board really lies', async () => {
    expect(await check('boards/leeds', 'share/link-to-board')).toMatchObject({ why: 'the-board' });
    expect(await check('boards/leeds/backups', 'share/link-to-board')).toMatchObject({ why: 'in-the-board' });
  });

  it.each([
    ['EACCES', 'no-rights'],
    ['EROFS', 'read-only'],
    ['ENOSPC', 'full'],
  ])('is refused when writing there ends with %s', async (code, why) => {
    const fails = () => Promise.reject(Object.assign(new Error(code), { code }));
    expect(await check('share/sync', 'boards/leeds', fails)).toMatchObject({ kind: 'refused', why });
  });

  it('says what to do', async () => {
    expect(await check('boards')).toMatchObject({
      words:
        'The folder of the board lies in that folder, so it would be shared with the others. Choose another folder, or one in that folder that does not hold the board.',
    });
  });
});
