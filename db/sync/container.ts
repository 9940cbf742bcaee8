/**
 * The frame of every sync file: magic, lengths, header, body, SHA-256, signature. `README.md`, §2, describes it byte by byte.
 *
 * Must hold: nothing in a file is parsed before its size, magic, version, lengths and SHA-256 are right (checks 1 to 5, in
 * that order); what is unpacked later is what was checked and signed, also when somebody changes the file in between.
 */
import { createHash } from 'node:crypto';
import type { SyncFileKind } from '../domain/sync-words.ts';
import { type ByteSource, readExactly, slicesOf } from './byte-source.ts';
import { isSignedBy } from './device-keys.ts';
import { FORMAT_VERSION, LARGEST_BODY, LARGEST_HEADER, LARGEST_JOIN_FILE } from './limits.ts';
import { refuse } from './refused.ts';

/** Like PNG's: a copy that turned line ends into others, or cut at an end-of-file mark, is no longer one. */
const MAGIC = Buffer.from('CRT-SYNC-FILE\r\n\u001a', 'latin1');
const KINDS: readonly SyncFileKind[] = ['bundle', 'join-request', 'join-acceptance'];
const FRONT = 24;
const DIGEST = 32;
const SIGNATURE = 64;
const LEAST_HEADER = 2;
/** What a container has around its header and its body. */
const FRAME = FRONT + DIGEST + SIGNATURE;
const SMALLEST = FRAME + LEAST_HEADER;

/** One container, checked but for its signature. Places are bytes from the start of the file. */
export type Container = {
  readonly kind: SyncFileKind;
  readonly at: number;
  readonly length: number;
  /** The bytes before the body. */
  readonly front: Uint8Array;
  readonly header: Uint8Array;
  readonly bodyAt: number;
  readonly bodyLength: number;
  /** SHA-256 of all bytes before it; names the container. */
  readonly digest: Uint8Array;
  readonly signature: Uint8Array;
};

/** The whole container as pieces in order: the body is not copied. `sign` gives the 64 bytes of an Ed25519 signature. */
export const sealContainer = (
  kind: SyncFileKind,
  header: string,
  body: readonly Uint8Array[],
  sign: (message: Uint8Array) => Uint8Array,
): readonly Uint8Array[] => {
  const headerBytes = Buffer.from(header, 'utf8');
  const bodyLength = body.reduce((sum, piece) => sum + piece.length, 0);
  if (headerBytes.length < LEAST_HEADER || headerBytes.length > LARGEST_HEADER || bodyLength > LARGEST_BODY) {
    throw new Error(`a container cannot hold ${headerBytes.length} bytes of header and ${bodyLength} of body`);
  }
  const front = Buffer.alloc(FRONT);
  MAGIC.copy(front, 0);
  front.writeUInt8(FORMAT_VERSION, 16);
  front.writeUInt8(KINDS.indexOf(kind) + 1, 17);
  front.writeUInt16BE(headerBytes.length, 18);
  front.writeUInt32BE(bodyLength, 20);
  const hash = createHash('sha256').update(front).update(headerBytes);
  for (const piece of body) hash.update(piece);
  const digest = hash.digest();
  return [front, headerBytes, ...body, digest, sign(messageOf(kind, digest))];
};

const messageOf = (kind: SyncFileKind, digest: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`case-review-tracker sync 1 ${kind}\n`), digest]);

/** Check 8 but for the standing of the writer: whether the holder of the key signed this container. */
export const isContainerSignedBy = ({ kind, digest, signature }: Container, signKey: string): boolean =>
  isSignedBy(signKey, messageOf(kind, digest), signature);

/** Checks 1 to 5 of the container that begins at this byte. */
export const readContainer = async (source: ByteSource, wanted: SyncFileKind, at = 0): Promise<Container> => {
  const left = source.size - at;
  if (left < SMALLEST) refuse('too-short', {}, { byte: at });
  const { kind, headerLength, bodyLength } = readFront(Buffer.from(await readExactly(source, at, FRONT)), at);
  if (kind !== wanted) refuse('another-kind', { found: kind, wanted }, { byte: at + 17 });
  const length = FRAME + headerLength + bodyLength;
  if (kind !== 'bundle' && length > LARGEST_JOIN_FILE) refuse('join-too-large', {}, { byte: at + 20 });
  if (length > left) refuse('cut-short', {}, { byte: source.size });

  const front = await readExactly(source, at, FRONT + headerLength);
  const bodyAt = at + front.length;
  const hash = createHash('sha256').update(front);
  for await (const slice of slicesOf(source, bodyAt, bodyLength)) hash.update(slice);
  const end = await readExactly(source, bodyAt + bodyLength, DIGEST + SIGNATURE);
  const digest = end.slice(0, DIGEST);
  if (!hash.digest().equals(digest)) refuse('damaged', {}, { byte: bodyAt + bodyLength });
  const header = front.slice(FRONT);
  return { kind, at, length, front, header, bodyAt, bodyLength, digest, signature: end.slice(DIGEST) };
};

const readFront = (front: Buffer, at: number) => {
  if (!front.subarray(0, MAGIC.length).equals(MAGIC)) refuse('not-ours', {}, { byte: at });
  const version = front.readUInt8(16);
  const kindNumber = front.readUInt8(17);
  if (version > FORMAT_VERSION || kindNumber > KINDS.length) refuse('newer', {}, { byte: at + 16 });
  const kind = KINDS[kindNumber - 1];
  const headerLength = front.readUInt16BE(18);
  const bodyLength = front.readUInt32BE(20);
  if (version !== FORMAT_VERSION || kind === undefined) return refuse('damaged', {}, { byte: at + 16 });
  if (headerLength < LEAST_HEADER || headerLength > LARGEST_HEADER) refuse('damaged', {}, { byte: at + 18 });
  if (bodyLength > LARGEST_BODY) refuse('too-large', {}, { byte: at + 20 });
  return { kind, headerLength, bodyLength };
};

/** The bundles of a file, one after another. One that is refused ends it: where the next would begin is not known. */
export const readContainers = async function* (source: ByteSource): AsyncGenerator<Container> {
  for (let at = 0; at === 0 || at < source.size; ) {
    const container = await readContainer(source, 'bundle', at);
    yield container;
    at += container.length;
  }
};

/**
 * The body in slices, hashed once more on the way: when its last slice is out and the file is not what it was when it was
 * checked, it is refused as damaged. So whoever reads to the end has read what was signed.
 */
export const readBody = async function* (source: ByteSource, container: Container): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256').update(container.front);
  for await (const slice of slicesOf(source, container.bodyAt, container.bodyLength)) {
    hash.update(slice);
    yield slice;
  }
  if (!hash.digest().equals(container.digest)) refuse('damaged', {}, { byte: container.bodyAt });
};
