import { errorToLine } from '../../app/failure-words.ts';
import { shell } from '../../shell/index.ts';
import type { PackFile } from './pack-files.ts';
import type { PackOutcome } from './pack-saving.ts';

/** Asks where the document is to go. It is kept where no place was chosen, or the place refused it. */
export const saveFile = async (file: PackFile): Promise<PackOutcome> => {
  try {
    const saved = await shell.saveFile({ suggestedName: file.name, bytes: file.bytes });
    if (saved.outcome === 'saved') return { outcome: 'saved', document: { ...file.record, fileName: saved.name } };
    return saved.outcome === 'cancelled'
      ? { outcome: 'put-off', file }
      : { outcome: 'refused', file, message: saved.message };
  } catch (error) {
    return { outcome: 'refused', file, message: errorToLine(error) };
  }
};
