import { type BrowserWindow, dialog } from 'electron';
import { nextTestAnswer } from './test-dialogs.ts';

/** Every question "where?" to the person. The answer is a path that never leaves the shell, or null. */
export type Dialogs = {
  /** A name for a folder that is to be made. */
  newFolder(suggested: string): Promise<string | null>;
  folder(): Promise<string | null>;
  /** One that the laptops of a board share. */
  syncFolder(): Promise<string | null>;
  fileToSave(suggested: string, extension: string): Promise<string | null>;
  fileToOpen(extensions: readonly string[]): Promise<string | null>;
};

export const createDialogs = (window: BrowserWindow): Dialogs => {
  const answers = __TEST_BUILD__ ? process.env.TRACKER_TEST_DIALOG : undefined;
  if (answers !== undefined) return testDialogs(answers);
  return {
    newFolder: async (defaultPath) => {
      const { filePath, canceled } = await dialog.showSaveDialog(window, {
        title: 'Where should the new board be kept?',
        buttonLabel: 'Create board',
        nameFieldLabel: 'Folder name',
        defaultPath,
        properties: ['createDirectory'],
      });
      return canceled || !filePath ? null : filePath;
    },
    folder: async () => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: 'Open a board',
        buttonLabel: 'Open board',
        properties: ['openDirectory'],
      });
      return filePaths[0] ?? null;
    },
    syncFolder: async () => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: 'Which folder do the laptops share?',
        buttonLabel: 'Choose folder',
        properties: ['openDirectory', 'createDirectory'],
      });
      return filePaths[0] ?? null;
    },
    fileToSave: async (defaultPath, extension) => {
      const { filePath, canceled } = await dialog.showSaveDialog(window, {
        defaultPath,
        filters: extension === '' ? [] : [{ name: `${extension.toUpperCase()} file`, extensions: [extension] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return canceled || !filePath ? null : filePath;
    },
    fileToOpen: async (extensions) => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        filters: [{ name: extensions.map((each) => each.toUpperCase()).join(', '), extensions: [...extensions] }],
        properties: ['openFile'],
      });
      return filePaths[0] ?? null;
    },
  };
};

const testDialogs = (answers: string): Dialogs => ({
  newFolder: () => nextTestAnswer(answers),
  folder: () => nextTestAnswer(answers),
  syncFolder: () => nextTestAnswer(answers),
  fileToSave: () => nextTestAnswer(answers),
  fileToOpen: () => nextTestAnswer(answers),
});
