import { open } from 'node:fs/promises';
import { setImmediate as breathe } from 'node:timers/promises';
import { BYTES_A_TURN } from './limits.ts';
import { refuse } from './refused.ts';

/** Bytes that are read in slices, so that a large file never stands in memory whole. */
export type ByteSource = {
  readonly size: number;
  /** Fewer bytes than asked for only where the source ends. */
  readonly read: (at: number, length: number) => Promise<Uint8Array>;
};

export const bytesToSource = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: async (at, length) => {
    // Memory answers at once: without it, a long file would not let messages in between.
    if (length >= BYTES_A_TURN) await breathe();
    return bytes.subarray(at, at + length);
  },
});

/** A file, to be closed after use. Its size is the one it has when it is opened. */
export const openFileSource = async (file: string): Promise<ByteSource & { readonly close: () => Promise<void> }> => {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    return {
      size,
      read: async (at, length) => {
        const slice = new Uint8Array(Math.max(0, Math.min(length, size - at)));
        let filled = 0;
        while (filled < slice.length) {
          // oxlint-disable-next-line no-await-in-loop -- one read goes on where the one before it ended
          const { bytesRead } = await handle.read(slice, filled, slice.length - filled, at + filled);
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        return slice.subarray(0, filled);
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
};

/** Exactly so many bytes. Refused when the file became shorter while it was read. */
export const readExactly = async (source: ByteSource, at: number, length: number): Promise<Uint8Array> => {
  const bytes = await source.read(at, length);
  return bytes.length === length ? bytes : refuse('cut-short', {}, { byte: at + bytes.length });
};

/** The bytes from a place on, in slices. */
export const slicesOf = async function* (source: ByteSource, at: number, length: number): AsyncGenerator<Uint8Array> {
  const end = at + length;
  for (let from = at; from < end; from += BYTES_A_TURN) {
    yield await readExactly(source, from, Math.min(BYTES_A_TURN, end - from));
  }
};
