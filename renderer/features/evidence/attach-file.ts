import { LARGEST_ATTACHMENT, USUAL_EXTENSIONS } from '../../../db/domain/attached-files.ts';
import { cleanFileName } from '../../../db/domain/file-names.ts';
import { errorToLine } from '../../app/failure-words.ts';
import { save } from '../../app/use-save.ts';
import { client } from '../../client.ts';
import { shell } from '../../shell/index.ts';

/** Asks which file, and attaches it. Answers what is wrong, or null: it is attached, or the person changed their mind. */
export const attachChosenFile = async (evidenceId: string): Promise<string | null> => {
  try {
    const chosen = await shell.openFile({ extensions: USUAL_EXTENSIONS, maxBytes: LARGEST_ATTACHMENT });
    if (chosen.outcome === 'cancelled') return null;
    if (chosen.outcome === 'failed') return chosen.message;
    const fileName = cleanFileName(chosen.name);
    const bytes = new Blob([chosen.bytes]);
    const outcome = await save(() => client.attachments.add({ evidenceId, fileName, bytes }), `Attached “${fileName}”`);
    return outcome.ok ? null : outcome.message;
  } catch (error) {
    return errorToLine(error);
  }
};
