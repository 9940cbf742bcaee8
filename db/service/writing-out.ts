/** Writing for other laptops, once: for the screen and for the command line. */
import { Failure } from '../store/failure.ts';
import type { Store } from '../store/store.ts';
import { exchangeWithFolder, exportToFile, type OneFile, type OnProgress } from '../sync/exchange.ts';
import { folderTroubleWords } from '../sync/folder-trouble.ts';
import { refuseOfRemoved } from '../sync/members.ts';
import { checkSyncPlace } from '../sync/place.ts';
import { joinOwnBoard, type Laptop } from '../sync/this-laptop.ts';
import { refuse } from './context.ts';

/** What others may lack is written by a laptop that they take something from. */
const writingLaptop = (store: Store): Promise<Laptop> => {
  refuseOfRemoved(store);
  return joinOwnBoard(store);
};

export type Writing = {
  readonly signal: AbortSignal;
  /** How many of the operations are written. */
  readonly onProgress?: OnProgress;
};

/** Files as `LAPTOP/NAME`; none when the folder holds all that others may lack. */
export const writeIntoFolder = async (
  store: Store,
  folder: string,
  { signal, onProgress }: Writing,
): Promise<readonly string[]> => {
  const laptop = await writingLaptop(store);
  const place = await checkSyncPlace(folder, store.folder);
  if (place.kind === 'refused') return refuse(place.words);
  const exchange = exchangeWithFolder(store, laptop, { root: place.folder, wasThere: false }, { onProgress });
  const wrote = await exchange.write(signal, 'now');
  if (signal.aborted) throw new Failure('cancelled');
  return wrote.kind === 'trouble' ? refuse(folderTroubleWords(wrote.trouble, null)) : wrote.wrote;
};

/** Null, and no file, when nobody lacks anything. */
export const writeOneFile = async (
  store: Store,
  file: string,
  wanted: Writing & { readonly all: boolean },
): Promise<OneFile | null> => exportToFile(store, await writingLaptop(store), file, wanted);
