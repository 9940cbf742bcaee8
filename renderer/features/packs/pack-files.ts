import type { PackFormat, PackOptions } from '../../../db/contract/packs.ts';
import { client } from '../../client.ts';
import { shell } from '../../shell/index.ts';

/** A document that was written and stands in memory until a place for it is found. */
export type PackFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

export type WriteStep = {
  readonly doing: string;
  /** 0 to 1, or null while the length is unknown. */
  readonly done: number | null;
};

export type Written =
  | { readonly outcome: 'written'; readonly file: PackFile }
  | { readonly outcome: 'failed'; readonly message: string };

/** Writes one document. Rejects when the signal was aborted, or with the data process's failure. */
export const writePackFile = async (
  options: PackOptions,
  format: PackFormat,
  { signal, onStep }: { readonly signal: AbortSignal; readonly onStep: (step: WriteStep) => void },
): Promise<Written> => {
  for await (const { doing, done, of, file } of await client.packs.write({ options, format }, { signal })) {
    signal.throwIfAborted();
    onStep({ doing, done: of === 0 ? null : done / of });
    if (file === null) continue;
    if (format === 'pdf') return printPdf(file, { signal, onStep });
    return { outcome: 'written', file: { name: file.name, bytes: base64ToBytes(file.base64) } };
  }
  throw new Error('the pack ended without a file');
};

/** The data process answers a PDF as the page it is printed from. */
const printPdf = async (
  page: { readonly name: string; readonly base64: string },
  { signal, onStep }: { readonly signal: AbortSignal; readonly onStep: (step: WriteStep) => void },
): Promise<Written> => {
  onStep({ doing: 'Printing the PDF', done: null });
  const printed = await shell.htmlToPdf(new TextDecoder().decode(base64ToBytes(page.base64)));
  signal.throwIfAborted();
  return printed.outcome === 'printed'
    ? { outcome: 'written', file: { name: page.name.replace(/\.html$/, '.pdf'), bytes: printed.bytes } }
    : printed;
};

const base64ToBytes = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
