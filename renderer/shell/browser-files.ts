import type { OpenedFile, SavedFile } from '../../db/contract/shell.ts';

type FileToSave = { readonly suggestedName: string; readonly bytes: Uint8Array<ArrayBuffer> };
type WantedFile = { readonly extensions: readonly string[]; readonly maxBytes: number };

/** The browser asks where, or takes its folder of downloads; it does not tell. */
export const saveAsDownload = ({ suggestedName, bytes }: FileToSave): SavedFile => {
  const address = URL.createObjectURL(new Blob([bytes]));
  const link = document.createElement('a');
  link.href = address;
  link.download = suggestedName;
  link.click();
  // The browser reads the blob after the click; a minute later it has.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return { outcome: 'saved', name: suggestedName };
};

export const openFileInput = ({ extensions, maxBytes }: WantedFile): Promise<OpenedFile> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = extensions.map((extension) => `.${extension}`).join(',');
    input.addEventListener('cancel', () => resolve({ outcome: 'cancelled' }), { once: true });
    input.addEventListener('change', () => resolve(readFile(input.files?.[0], maxBytes)), { once: true });
    input.click();
  });

const readFile = async (file: File | undefined, maxBytes: number): Promise<OpenedFile> => {
  if (file === undefined) return { outcome: 'cancelled' };
  if (file.size > maxBytes) {
    return {
      outcome: 'failed',
      message: `That file has ${inMegabytes(file.size)}; at most ${inMegabytes(maxBytes)} can be read. Nothing was read.`,
    };
  }
  try {
    return { outcome: 'opened', name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return { outcome: 'failed', message: 'That file could not be read. Nothing was changed. Choose it again.' };
  }
};

const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;
