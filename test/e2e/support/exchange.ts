/** How files leave a page and come into it: by the browser’s downloads and chooser, or by the dialogs of the window. */
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { TrackerWindow } from './window.ts';

export type Exchange = {
  /** Presses what writes a file; answers where it lies. */
  saved(name: string, press: () => Promise<void>): Promise<string>;
  /** Presses what asks for a file, and answers with this one. */
  given(file: string, press: () => Promise<void>): Promise<void>;
};

export const exchangeOfBrowser = (page: Page, folder: string): Exchange => ({
  saved: async (name, press) => {
    const [download] = await Promise.all([page.waitForEvent('download'), press()]);
    const file = path.join(folder, name);
    await download.saveAs(file);
    return file;
  },
  given: async (file, press) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press()]);
    await chooser.setFiles(file);
  },
});

export const exchangeOfWindow = ({ documents, answerDialogs }: TrackerWindow): Exchange => ({
  saved: async (name, press) => {
    const file = path.join(documents, name);
    answerDialogs([file]);
    await press();
    return file;
  },
  given: async (file, press) => {
    answerDialogs([file]);
    await press();
  },
});
