import type { AttachedFile } from '../../../db/contract/attachments.ts';
import { errorToLine } from '../../app/failure-words.ts';
import { client } from '../../client.ts';
import { shell } from '../../shell/index.ts';
import { showToast } from '../../ui/index.ts';

/** Saves a copy where the person chooses, and says what that means. Answers what is wrong, or null. */
export const saveCopy = async ({ id }: AttachedFile): Promise<string | null> => {
  try {
    const { fileName, bytes } = await client.attachments.get({ id });
    const saved = await shell.saveFile({ suggestedName: fileName, bytes: new Uint8Array(await bytes.arrayBuffer()) });
    if (saved.outcome === 'failed') return saved.message;
    if (saved.outcome === 'saved') {
      showToast({ message: `Saved “${saved.name}”. This copy lies outside the encrypted board: delete it when done.` });
    }
    return null;
  } catch (error) {
    return errorToLine(error);
  }
};
