/** The documents of a pack on the command line: written in memory, then saved one by one. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { PackFormat } from '../../db/contract/packs.ts';
import { failureWords } from '../../db/domain/failures.ts';
import { type PackFormatName, PACK_FORMATS as WRITERS } from '../../db/packs/formats.ts';
import { packToHtml } from '../../db/packs/html.ts';
import type { Pack } from '../../db/packs/model.ts';
import { turnOf as turnThat } from '../../db/service/write-in-turns.ts';
import { Failure } from '../../db/store/failure.ts';
import type { Printer, Printing } from '../chromium.ts';
import type { CommandRun } from './command.ts';
import type { SavedFile } from './save-beside.ts';
import { withSavingFailures } from './saving-failure.ts';

export type PackDocument = { readonly format: PackFormat; readonly bytes: Uint8Array };

export const refuseCancelled = (signal: AbortSignal): void => {
  if (signal.aborted) throw new Failure('cancelled');
};

/** Lets Ctrl+C be heard between two pieces of long work, and ends it there. */
export const turnOf = (signal: AbortSignal): (() => Promise<void>) => turnThat(() => refuseCancelled(signal));

type Means = { readonly printer: Printer | null } & Pick<CommandRun, 'say' | 'signal'>;

/**
 * All in memory before the first is saved, so that giving up leaves nothing. The printer begins first, because it takes longest,
 * and has its document before the others are written: it prints in a process of its own.
 */
export const writtenDocuments = async (
  formats: readonly PackFormat[],
  model: Pack,
  { printer, say, signal }: Means,
): Promise<readonly PackDocument[]> => {
  let done = 0;
  const ready = (format: PackFormat, bytes: Uint8Array): PackDocument => {
    done += 1;
    say(`${format.toUpperCase()} is ready (${done} of ${formats.length})`);
    return { format, bytes };
  };
  const written = async (): Promise<readonly PackDocument[]> => {
    const pdf = formats.includes('pdf') ? [(await handedToPrinter(model, printer)).pdf] : [];
    return Promise.all([
      ...pdf.map(async (bytes) => ready('pdf', await bytes)),
      ...formats.filter(isWritten).map(async (name) => ready(name, await WRITERS[name].write(model, turnOf(signal)))),
    ]);
  };
  return unlessCancelled(written(), signal);
};

const isWritten = (format: PackFormat): format is PackFormatName => format !== 'pdf';

const handedToPrinter = (model: Pack, printer: Printer | null): Promise<Printing> => {
  if (printer === null) throw new TypeError('A PDF needs a printer.');
  return printer.print(packToHtml(model));
};

/** Nobody waits for a printer that was given up: whoever started it ends it. */
const unlessCancelled = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T> => {
  let cancel = (): void => undefined;
  const cancelled = new Promise<never>((_, reject) => {
    cancel = () => reject(new Failure('cancelled'));
  });
  signal.addEventListener('abort', cancel);
  try {
    refuseCancelled(signal);
    return await Promise.race([work, cancelled]);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
};

export const makeFolder = (folder: string): void =>
  withSavingFailures(folder, () => void mkdirSync(folder, { recursive: true }));

export type Unsaved = { readonly format: PackFormat; readonly name: string; readonly failure: Failure };

/** Each by itself: where one cannot be saved, the others are. Fails when none could. */
export const saveEach = <D extends PackDocument>(
  documents: readonly D[],
  folder: string,
  nameOf: (format: PackFormat) => string,
  save: (file: string, bytes: Uint8Array) => SavedFile,
): { readonly saved: readonly (D & SavedFile)[]; readonly unsaved: readonly Unsaved[] } => {
  const saved: (D & SavedFile)[] = [];
  const unsaved: Unsaved[] = [];
  for (const document of documents) {
    const name = nameOf(document.format);
    try {
      saved.push({ ...document, ...save(path.join(folder, name), document.bytes) });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      unsaved.push({ format: document.format, name, failure: error });
    }
  }
  const [first] = unsaved;
  if (saved.length === 0 && first !== undefined) throw first.failure;
  return { saved, unsaved };
};

/** “Status pack.docx” is not saved. The disk is full. Free some space … */
export const unsavedWords = ({ name, failure }: Unsaved): string => {
  const { happened, advice } = failureWords(failure.code, failure.details);
  return `“${name}” is not saved. ${happened} ${advice}`;
};
