import type { SavedDocument } from '../../../db/contract/pack-register.ts';
import type { PackFormat, PackOptions, WrittenFile } from '../../../db/contract/packs.ts';
import { client } from '../../client.ts';
import { shell } from '../../shell/index.ts';

/** A document that was written and stands in memory until a place for it is found. */
export type PackFile = {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What the register keeps of it, but for the name it is saved under. */
  readonly record: Omit<SavedDocument, 'fileName'>;
};

export type WriteStep = {
  readonly doing: string;
  /** 0 to 1, or null while the length is unknown. */
  readonly done: number | null;
};

export type Written =
  | { readonly outcome: 'written'; readonly file: PackFile }
  | { readonly outcome: 'failed'; readonly message: string };

type Watching = { readonly signal: AbortSignal; readonly onStep: (step: WriteStep) => void };

/** Writes one document. Rejects when the signal was aborted, or with the data process's failure. */
export const writePackFile = async (
  options: PackOptions,
  format: PackFormat,
  { signal, onStep }: Watching,
): Promise<Written> => {
  for await (const { doing, done, of, file } of await client.packs.write({ options, format }, { signal })) {
    signal.throwIfAborted();
    onStep({ doing, done: of === 0 ? null : done / of });
    if (file !== null) return fileFrom(file, format, { signal, onStep });
  }
  throw new Error('the pack ended without a file');
};

/** The document that the data process answered, printed if it is to be a PDF. */
export const fileFrom = async (
  file: WrittenFile,
  format: PackFormat,
  { signal, onStep }: Watching,
): Promise<Written> => {
  const { logClock, logVector, dataAsAt } = file;
  if (format !== 'pdf') {
    const { sha256, size } = file;
    const bytes = base64ToBytes(file.base64);
    return {
      outcome: 'written',
      file: { name: file.name, bytes, record: { format, sha256, size, logClock, logVector, dataAsAt } },
    };
  }
  // The data process answers a PDF as the page it is printed from.
  onStep({ doing: 'Printing the PDF', done: null });
  const printed = await shell.htmlToPdf(new TextDecoder().decode(base64ToBytes(file.base64)));
  signal.throwIfAborted();
  if (printed.outcome === 'failed') return printed;
  const { bytes } = printed;
  const record = { format, sha256: await sha256Of(bytes), size: bytes.length, logClock, logVector, dataAsAt };
  return { outcome: 'written', file: { name: file.name.replace(/\.html$/, '.pdf'), bytes, record } };
};

const base64ToBytes = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));

/** Lower-case hexadecimal. */
const sha256Of = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
