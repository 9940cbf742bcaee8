/**
 * The hand-over file: one review sealed under a passphrase, for another board. `HAND-OVER.md` describes it byte by byte.
 *
 * Must hold: nothing of the review stands in the file in the clear; a damaged file, a wrong passphrase, a newer version and a
 * file that is none of ours are four different answers; what is read is bounded before it is unpacked.
 */
import { createCipheriv, createDecipheriv, createHash, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Failure } from './failure.ts';
import { type RandomBytes, SCRYPT_COST, type ScryptCost } from './vault.ts';

/** Like PNG's: a copy that turned line ends into others, or cut at an end-of-file mark, is no longer one. */
const MAGIC = Buffer.from('CRT-HAND-OVER\r\n\u001a', 'latin1');
const VERSION = 1;
const HEADER = 50;
const TAG = 16;
const CHECKSUM = 32;

export const LARGEST_HAND_OVER = 100 * 1024 * 1024;
const LARGEST_UNPACKED = 400 * 1024 * 1024;

const refuse = (problem: string): never => {
  throw new Failure('import-refused', { problem });
};

export type FileKey = {
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  readonly cost: ScryptCost;
};

/** Made before the content, because it takes its time: what is sealed then is sealed at once. */
export const createFileKey = async (
  passphrase: string,
  random: RandomBytes,
  cost: ScryptCost = SCRYPT_COST,
): Promise<FileKey> => {
  const salt = random(16);
  return { key: await deriveKey(passphrase, salt, cost.N), salt, cost };
};

/** The whole file. Fails with not-allowed when it would be too large to be read again. */
export const sealHandOver = (content: string, { key, salt, cost }: FileKey, random: RandomBytes): Buffer => {
  const packed = gzipSync(Buffer.from(content, 'utf8'));
  if (packed.length > LARGEST_HAND_OVER - HEADER - TAG - CHECKSUM) {
    throw new Failure('not-allowed', {
      why: 'The review with its attached files is larger than 100 MB, more than one hand-over file can hold.',
      advice: 'Nothing was changed. Remove the largest attached files from its evidence and hand them over separately.',
    });
  }
  const nonce = random(12);
  const header = Buffer.alloc(HEADER);
  MAGIC.copy(header, 0);
  header.writeUInt8(VERSION, 16);
  header.writeUInt8(Math.log2(cost.N), 17);
  header.set(salt, 18);
  header.set(nonce, 34);
  header.writeUInt32BE(packed.length, 46);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(header);
  const sealed = Buffer.concat([header, cipher.update(packed), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([sealed, createHash('sha256').update(sealed).digest()]);
};

/** The content. Fails with import-refused (not ours, damaged, too large, newer) or with bad-input on `passphrase`. */
export const openHandOver = async (bytes: Uint8Array, passphrase: string): Promise<string> => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length > LARGEST_HAND_OVER) refuse('it is larger than 100 MB, which no hand-over file is');
  if (!file.subarray(0, MAGIC.length).equals(MAGIC)) refuse('it is not a hand-over file of this program');
  const version = file.length > 16 ? file.readUInt8(16) : 0;
  if (version > VERSION) refuse('it was written by a newer version of the program. Install that version here first');
  if (!isWhole(file)) refuse('it is damaged or was cut short. Ask for the file again');
  const power = file.readUInt8(17);
  if (version !== VERSION || power < 10 || power > 20) refuse('it is damaged or was cut short. Ask for the file again');
  const key = await deriveKey(passphrase, file.subarray(18, 34), 2 ** power);
  const decipher = createDecipheriv('aes-256-gcm', key, file.subarray(34, 46));
  decipher.setAAD(file.subarray(0, HEADER));
  decipher.setAuthTag(file.subarray(file.length - CHECKSUM - TAG, file.length - CHECKSUM));
  let packed: Buffer;
  try {
    packed = Buffer.concat([decipher.update(file.subarray(HEADER, file.length - CHECKSUM - TAG)), decipher.final()]);
  } catch {
    throw new Failure('bad-input', {
      problem: 'That passphrase does not open this file.',
      advice:
        'Nothing was changed. Ask the board that handed the review over; the passphrase came apart from the file.',
      field: 'passphrase',
    });
  }
  try {
    return gunzipSync(packed, { maxOutputLength: LARGEST_UNPACKED }).toString('utf8');
  } catch {
    return refuse('what it holds cannot be unpacked');
  }
};

/** The checksum covers all bytes before it: what it does not fit was altered on the way, whatever the passphrase. */
const isWhole = (file: Buffer): boolean => {
  if (file.length < HEADER + TAG + CHECKSUM) return false;
  if (file.length !== HEADER + file.readUInt32BE(46) + TAG + CHECKSUM) return false;
  const at = file.length - CHECKSUM;
  return timingSafeEqual(createHash('sha256').update(file.subarray(0, at)).digest(), file.subarray(at));
};

const scryptKey = promisify<string, Uint8Array, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);

const deriveKey = (passphrase: string, salt: Uint8Array, N: number): Promise<Buffer> =>
  scryptKey(passphrase.normalize('NFKC'), salt, 32, { N, r: 8, p: 1, maxmem: 256 * N * 8 });
