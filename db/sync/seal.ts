/** A seal: a device's signature under the head of its own chain. Who passes operations on can neither add, drop nor alter any. */
import { isSignedBy, signWith } from './device-keys.ts';

export type Seal = {
  readonly deviceId: string;
  readonly sequence: number;
  /** The chain hash of the operation of that sequence. */
  readonly hash: string;
  /** Ed25519, 128 hex digits. */
  readonly signature: string;
};

type Head = Omit<Seal, 'signature'>;

export const signSeal = (board: string, head: Head, signSeed: string): Seal => ({
  ...head,
  signature: Buffer.from(signWith(signSeed, messageOf(board, head))).toString('hex'),
});

export const isSealSignedBy = (board: string, seal: Seal, signKey: string): boolean =>
  isSignedBy(signKey, messageOf(board, seal), Buffer.from(seal.signature, 'hex'));

const messageOf = (board: string, { deviceId, sequence, hash }: Head): Buffer =>
  Buffer.from(`case-review-tracker sync 1 seal\n${JSON.stringify([board, deviceId, sequence, hash])}`);
