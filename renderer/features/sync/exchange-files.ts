import { errorToLine } from '../../app/failure-words.ts';
import { shell } from '../../shell/index.ts';
import { ShellRefused } from './shell-refused.ts';

/** A file of the exchange in the page: handed in by a person, or written and not saved yet. */
export type ExchangeFile = { readonly fileName: string; readonly bytes: Blob };

export type KeptFile =
  | { readonly outcome: 'saved'; readonly name: string }
  /** The person changed their mind, or the place refused it: the file is still there. */
  | { readonly outcome: 'not-saved'; readonly message: string };

const extensions = ['sync'];

/** No request to join and no acceptance has more. */
export const LARGEST_JOIN_FILE = 64 * 1024;
/** What goes through the page whole; anything larger comes by a folder. */
export const LARGEST_SYNC_FILE = 256 * 1024 * 1024;

/** Null when the person changed their mind. */
export const chooseSyncFile = async (maxBytes: number): Promise<ExchangeFile | null> => {
  const opened = await shell.openFile({ extensions, maxBytes });
  if (opened.outcome === 'failed') throw new ShellRefused(opened.message);
  return opened.outcome === 'cancelled' ? null : { fileName: opened.name, bytes: new Blob([opened.bytes]) };
};

export type ChosenPlace = { readonly placeId: string; readonly name: string };

/** A folder that a person chose; null when they changed their mind. */
export const chooseFolder = async (): Promise<ChosenPlace | null> => {
  const chosen = await shell.chooseSyncFolder();
  if (chosen.outcome === 'refused') throw new ShellRefused(chosen.message);
  return chosen.outcome === 'cancelled' ? null : { placeId: chosen.placeId, name: chosen.folderName };
};

/** Asks where the file is to go. */
export const saveSyncFile = async ({ fileName, bytes }: ExchangeFile): Promise<KeptFile> => {
  try {
    const whole = new Uint8Array(await bytes.arrayBuffer());
    const saved = await shell.saveFile({ suggestedName: fileName, bytes: whole });
    if (saved.outcome === 'saved') return saved;
    return { outcome: 'not-saved', message: saved.outcome === 'failed' ? saved.message : 'The file is not saved yet.' };
  } catch (error) {
    return { outcome: 'not-saved', message: errorToLine(error) };
  }
};
