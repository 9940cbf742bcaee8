/**
 * What stands around the payload: raw DEFLATE, then age to the X25519 keys of the devices, both as streams. The age library
 * brings its own randomness and has no limit for its header: this module looks at it first (check 10), because every stanza
 * costs a multiplication before anything is authenticated. Unpacking stops at the first byte beyond what is allowed (check 12).
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createDeflateRaw, createInflateRaw } from 'node:zlib';
import { LONGEST_READING } from './limits.ts';
import { refusal, refuse, SyncRefused } from './refused.ts';

const PIECE = 64 * 1024;

/** The body of a bundle, compressed and encrypted, in pieces: the payload itself never stands in memory whole. */
export const packBody = async (
  payload: AsyncIterable<Uint8Array>,
  receiveKeys: readonly string[],
): Promise<readonly Uint8Array[]> => {
  const deflate = createDeflateRaw({ level: 2, chunkSize: PIECE });
  const [body] = await Promise.all([encrypt(deflate, receiveKeys), pipeline(Readable.from(payload), deflate)]);
  return body;
};

/** The bytes encrypted to each of the keys, in pieces. */
export const encrypt = async (
  plain: AsyncIterable<Uint8Array>,
  receiveKeys: readonly string[],
): Promise<readonly Uint8Array[]> => {
  const { Encrypter } = await import('./age.ts');
  const encrypter = new Encrypter();
  for (const key of receiveKeys) encrypter.addRecipient(key);
  return gather(await encrypter.encrypt(streamOf(plain)));
};

/** As `ReadableStream.from`, which the types of a page do not know. */
const streamOf = (pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> => {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await iterator.return?.();
    },
  });
};

export type Opening = {
  readonly receiveIdentity: string;
  /** How many devices it is encrypted to, as its header says. */
  readonly recipients: number;
  /** Bytes of the payload, as its header says. */
  readonly unpacked: number;
  /** Milliseconds, for the limit of two minutes. */
  readonly now: () => number;
};

/** Checks 10 and 12: the payload in pieces. Nothing of it counts before it has ended without a refusal. */
export const unpackBody = (body: AsyncIterable<Uint8Array>, opening: Opening): AsyncGenerator<Uint8Array> =>
  inflate(decrypt(body, opening.receiveIdentity, opening.recipients), opening.unpacked, opening.now);

/** The bytes that were encrypted, in pieces; the last is authenticated when they have ended without a refusal. */
export const decrypt = async function* (
  body: AsyncIterable<Uint8Array>,
  receiveIdentity: string,
  recipients: number,
): AsyncGenerator<Uint8Array> {
  const { Decrypter } = await import('./age.ts');
  const source = watch(checkAgeHeader(body, recipients));
  const decrypter = new Decrypter();
  decrypter.addIdentity(receiveIdentity);
  try {
    yield* await decrypter.decrypt(streamOf(source.pieces));
  } catch {
    throw source.failures[0] ?? refusal('cannot-decrypt', {});
  }
};

/** Exactly inflated to so many bytes, all of the input used. */
export const inflate = async function* (
  packed: AsyncIterable<Uint8Array>,
  unpacked: number,
  now: () => number,
): AsyncGenerator<Uint8Array> {
  const begun = now();
  const source = watch(packed);
  const inflater = createInflateRaw({ chunkSize: PIECE });
  const refuseRest = (): void => {
    if (inflater.bytesWritten < source.length()) refuse('unpacks-to-more', {});
  };
  let length = 0;
  try {
    const feeding = pipeline(Readable.from(source.pieces), inflater);
    // Its error is met where the pieces are read, or below.
    feeding.catch(() => undefined);
    for await (const piece of inflater as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > unpacked) refuse('unpacks-to-more', {});
      if (now() - begun > LONGEST_READING) refuse('too-slow', {});
      yield piece;
    }
    refuseRest();
    await feeding;
    refuseRest();
  } catch (error) {
    throw source.failures[0] ?? (error instanceof SyncRefused ? error : refusal('cannot-unpack', {}));
  } finally {
    inflater.destroy();
  }
  if (length < unpacked) refuse('unpacks-to-less', {});
};

export const gather = async <Piece>(pieces: AsyncIterable<Piece>): Promise<readonly Piece[]> => {
  const gathered: Piece[] = [];
  for await (const piece of pieces) gathered.push(piece);
  return gathered;
};

const AGE_VERSION = 'age-encryption.org/v1\n';
const STANZA = /-> X25519 [A-Za-z0-9+/]{43}\n[A-Za-z0-9+/]{43}\n/;
const STANZA_LENGTH = 98;
const MAC = /--- [A-Za-z0-9+/]{43}\n/;
const MAC_LENGTH = 48;

/** Check 10: the header that age itself writes for so many X25519 recipients, whose length is known before it is read. */
const checkAgeHeader = async function* (
  body: AsyncIterable<Uint8Array>,
  recipients: number,
): AsyncGenerator<Uint8Array> {
  const length = AGE_VERSION.length + recipients * STANZA_LENGTH + MAC_LENGTH;
  const pattern = new RegExp(`^${AGE_VERSION}(?:${STANZA.source}){${recipients}}${MAC.source}$`);
  let begun: Buffer | null = Buffer.alloc(0);
  for await (const piece of body) {
    if (begun === null) {
      yield piece;
      continue;
    }
    begun = Buffer.concat([begun, piece]);
    if (begun.length < length) continue;
    if (!pattern.test(begun.toString('latin1', 0, length))) refuse('bad-encryption', {});
    yield begun;
    begun = null;
  }
  if (begun !== null) refuse('bad-encryption', {});
};

/** Remembers how much was given and what the source failed with: a library in between may word its errors differently. */
const watch = (source: AsyncIterable<Uint8Array>) => {
  const failures: Error[] = [];
  let length = 0;
  const give = async function* (): AsyncGenerator<Uint8Array> {
    try {
      for await (const piece of source) {
        length += piece.length;
        yield piece;
      }
    } catch (error) {
      failures.push(error instanceof Error ? error : new Error(String(error)));
      throw error;
    }
  };
  return { pieces: give(), failures, length: () => length };
};
