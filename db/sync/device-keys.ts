/**
 * The two key pairs of a device: Ed25519 to sign, X25519 (age's own) to receive. The private halves, `signSeed` and
 * `receiveIdentity`, lie only inside the encrypted database of the device and leave it in no file.
 */
import { createPrivateKey, createPublicKey, diffieHellman, type KeyObject, sign, verify } from 'node:crypto';
import { bech32 } from '@scure/base';
import type { RandomBytes } from '../store/vault.ts';

/** DER around the 32 bytes of a key, which OpenSSL and Electron's BoringSSL both take; neither has the newer raw formats everywhere. */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8_X25519 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const SPKI_X25519 = Buffer.from('302a300506032b656e032100', 'hex');
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

export type DeviceKeys = {
  /** Private: the 32 bytes of the Ed25519 key, 64 hex digits. */
  readonly signSeed: string;
  /** Private: age's `AGE-SECRET-KEY-1…`. */
  readonly receiveIdentity: string;
  readonly signKey: string;
  readonly receiveKey: string;
};

export const createDeviceKeys = async (random: RandomBytes): Promise<DeviceKeys> => {
  const signSeed = Buffer.from(random(KEY_BYTES)).toString('hex');
  const receiveIdentity = bech32.encodeFromBytes('AGE-SECRET-KEY-', random(KEY_BYTES)).toUpperCase();
  return {
    signSeed,
    receiveIdentity,
    signKey: seedToSignKey(signSeed),
    receiveKey: await identityToReceiveKey(receiveIdentity),
  };
};

/** The public half of `AGE-SECRET-KEY-1…`. */
export const identityToReceiveKey = async (receiveIdentity: string): Promise<string> => {
  const { identityToRecipient } = await import('./age.ts');
  return identityToRecipient(receiveIdentity);
};

/** The public half, 64 hex digits. */
export const seedToSignKey = (signSeed: string): string =>
  createPublicKey(privateKeyOf(signSeed))
    .export({ format: 'der', type: 'spki' })
    .subarray(SPKI_ED25519.length)
    .toString('hex');

/** 64 bytes; the same for the same message. */
export const signWith = (signSeed: string, message: Uint8Array): Uint8Array =>
  new Uint8Array(sign(null, message, privateKeyOf(signSeed)));

/** False also when the key or the signature is none. */
export const isSignedBy = (signKey: string, message: Uint8Array, signature: Uint8Array): boolean =>
  isSignKey(signKey) && signature.length === SIGNATURE_BYTES && verify(null, message, publicKeyOf(signKey), signature);

export const isSignKey = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** An age recipient of the X25519 kind, as age writes it, that can be encrypted to. */
export const isReceiveKey = (text: string): boolean => {
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(text)) return false;
  try {
    // Also fails for the few points with which every secret would be nothing: one in the member list would stop all writing.
    diffieHellman({ privateKey: anyReceiver(), publicKey: receiverOf(bech32.decodeToBytes(text).bytes) });
    return true;
  } catch {
    return false;
  }
};

const anyReceiver = (): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8_X25519, Buffer.alloc(KEY_BYTES, 1)]), format: 'der', type: 'pkcs8' });

const receiverOf = (bytes: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI_X25519, bytes]), format: 'der', type: 'spki' });

const privateKeyOf = (signSeed: string): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, keyBytes(signSeed)]), format: 'der', type: 'pkcs8' });

const publicKeyOf = (signKey: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI_ED25519, keyBytes(signKey)]), format: 'der', type: 'spki' });

const keyBytes = (hex: string): Buffer => {
  const bytes = Buffer.from(hex, 'hex');
  if (bytes.length !== KEY_BYTES) throw new Error('a key has 32 bytes');
  return bytes;
};
