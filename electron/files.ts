import path from 'node:path';
import type { OpenedFile, SavedFile, Shell } from '../db/contract/shell.ts';
import type { Dialogs } from './dialogs.ts';
import { safeFileName } from './guards/paths.ts';
import { largestFile } from './shell-calls.ts';
import { fileFaultInWords, readWholeFile, writeWholeFile } from './whole-file.ts';

/** Files in and out: the page gives and gets bytes and a name, the person says where. */
export const createFiles = (dialogs: Dialogs, documentsFolder: string): Pick<Shell, 'saveFile' | 'openFile'> => ({
  saveFile: async ({ suggestedName, bytes }): Promise<SavedFile> => {
    const name = safeFileName(suggestedName);
    const file = await dialogs.fileToSave(path.join(documentsFolder, name), path.extname(name).slice(1));
    if (file === null) return { outcome: 'cancelled' };
    try {
      await writeWholeFile(file, bytes);
      return { outcome: 'saved', name: path.basename(file) };
    } catch (error) {
      return { outcome: 'failed', message: fileFaultInWords(error) };
    }
  },
  openFile: async ({ extensions, maxBytes }): Promise<OpenedFile> => {
    const file = await dialogs.fileToOpen(extensions);
    if (file === null) return { outcome: 'cancelled' };
    const limit = Math.min(maxBytes, largestFile);
    try {
      const read = await readWholeFile(file, limit);
      if (read.outcome === 'read') return { outcome: 'opened', name: path.basename(file), bytes: read.bytes };
      return { outcome: 'failed', message: refusalInWords(read, limit) };
    } catch (error) {
      return { outcome: 'failed', message: fileFaultInWords(error) };
    }
  },
});

const refusalInWords = (
  refusal: { readonly outcome: 'not-a-file' } | { readonly outcome: 'too-large'; readonly size: number },
  limit: number,
): string =>
  refusal.outcome === 'not-a-file'
    ? 'That is not a file. Nothing was read.'
    : `That file has ${inMegabytes(refusal.size)}; at most ${inMegabytes(limit)} can be read. Nothing was read.`;

const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;
