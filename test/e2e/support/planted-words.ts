/** Words that stand nowhere else, entered through the screens, and the search for them in every file that was written. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { editValue, valueOf } from './edit-in-place.ts';
import { fill, find } from './fields.ts';
import { goToAddress, goToPlace, message } from './frame.ts';
import { list, rowsOf } from './lists.ts';
import { openForm } from './reviews.ts';

export const PLANTED = {
  label: 'Quillifax',
  title: 'Brambletuft',
  note: 'Snorvelwick',
  action: 'Gabberdrine',
  update: 'Plimthorn',
  searched: 'Wuzzlecomb',
  undone: 'Tarnishlode',
  neverSaved: 'Hobblequist',
} as const;

export const plantWords = async (page: Page): Promise<void> => {
  await goToAddress(page, '/reviews/new');
  await find(page, 'Type of review', 'Learning review');
  await fill(page, /^Label/, PLANTED.label);
  await fill(page, /^Title/, PLANTED.title);
  await page.getByRole('button', { name: 'Record the review' }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(PLANTED.label) })).toBeVisible();

  const note = await openForm(page, 'Add a note');
  await note.getByRole('textbox').last().fill(`${PLANTED.note} was told.`);
  await note.getByRole('button', { name: /^Add/ }).click();
  await expect(page.getByText(`${PLANTED.note} was told.`).first()).toBeVisible();
  await editValue(page, 'Method', PLANTED.undone);
  await expect(valueOf(page, 'Method')).toContainText(PLANTED.undone);
  await page.keyboard.press('Control+z');
  await expect(valueOf(page, 'Method')).not.toContainText(PLANTED.undone);

  await goToPlace(page, 'Actions');
  await page.getByRole('button', { name: 'Add an action' }).first().click();
  const panel = page.getByRole('complementary', { name: 'New action' });
  await find(panel, /^Review/, PLANTED.label);
  await fill(panel, 'Action', PLANTED.action);
  await panel.getByRole('button', { name: 'Add the action' }).click();
  await expect(message(page, /^Added action/)).toBeVisible();
  await panel.getByRole('button', { name: 'Close the panel' }).click();

  await page.getByRole('searchbox', { name: 'Find in actions' }).fill(PLANTED.action);
  await expect(rowsOf(page, 'Actions')).toHaveCount(1);
  await rowsOf(page, 'Actions').first().getByRole('gridcell').nth(1).click();
  await page.getByRole('textbox', { name: 'Add a progress update' }).fill(PLANTED.update);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('listitem').filter({ hasText: PLANTED.update })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find in actions' }).fill(PLANTED.searched);
  await expect(rowsOf(page, 'Actions')).toHaveCount(0);
  await expect(list(page, 'Actions')).toBeVisible();

  await goToPlace(page, 'Packs');
  await expect(page.getByRole('article').filter({ hasText: PLANTED.label }).first()).toBeVisible();

  await goToAddress(page, '/reviews/new');
  await fill(page, /^Title/, PLANTED.neverSaved);
};

/** Every file under the folders that holds one of the words, in UTF-8 or UTF-16, and which. */
export const filesHolding = (folders: readonly string[], words: readonly string[]): readonly string[] => {
  const wanted = words.flatMap((word) => [
    { word, bytes: Buffer.from(word, 'utf8') },
    { word: `${word} (UTF-16)`, bytes: Buffer.from(word, 'utf16le') },
  ]);
  return folders.flatMap(allFiles).flatMap((file) => {
    const content = readFileSync(file);
    return wanted.filter(({ bytes }) => content.includes(bytes)).map(({ word }) => `${word} in ${file}`);
  });
};

export const allFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => isFile(file));

const isFile = (file: string): boolean => {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
};
