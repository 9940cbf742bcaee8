/**
 * vault.json: the random 32-byte data key of the board, wrapped twice: by the passphrase and by the recovery code.
 *
 * Must hold: the data key is never on disk unwrapped; a wrong passphrase, a damaged vault and a damaged database are told
 * apart (the checksum says whether the file is as it was written, the AES-GCM tag whether the secret is right).
 * Accepted: the board's name stands in plain text, so that the lock screen can say which board it is. It names an organisation, no person.
 */
import { createCipheriv, createDecipheriv, createHash, scrypt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { z } from 'zod';
import { bytesToCrockford, normaliseCrockford } from '../domain/crockford.ts';
import { Failure, withFailures } from './failure.ts';
import { writeFileDurably } from './files.ts';

const FORMAT = 'case-review-tracker-vault';
const VERSION = 1;
const KEY_BYTES = 32;

/** scrypt's cost: N is a power of two. 2^17 with r = 8 takes 128 MB and about a third of a second. */
export type ScryptCost = { readonly N: number; readonly r: number; readonly p: number };
export const SCRYPT_COST: ScryptCost = { N: 2 ** 17, r: 8, p: 1 };

/** Gives so many random bytes. Passed in, so that tests can fix them. */
export type RandomBytes = (length: number) => Uint8Array;

const wrapSchema = z.object({
  salt: z.base64().length(24),
  nonce: z.base64().length(16),
  sealed: z.base64().length(64),
});
type Wrap = z.infer<typeof wrapSchema>;

const vaultSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  boardId: z.uuid(),
  boardName: z.string().min(1),
  scrypt: z.object({
    N: z
      .number()
      .int()
      .min(2)
      .max(2 ** 20),
    r: z.literal(8),
    p: z.literal(1),
  }),
  passphrase: wrapSchema,
  recovery: wrapSchema,
  checksum: z.string(),
});
export type Vault = z.infer<typeof vaultSchema>;

export type Secret = { readonly kind: 'passphrase' | 'recovery'; readonly text: string };

export const createVault = async (
  board: { readonly id: string; readonly name: string; readonly passphrase: string },
  random: RandomBytes,
  cost: ScryptCost = SCRYPT_COST,
): Promise<{ readonly vault: Vault; readonly key: Uint8Array; readonly recoveryCode: string }> => {
  const key = random(KEY_BYTES);
  const recoveryCode = bytesToRecoveryCode(random(20));
  const vault = withChecksum({
    format: FORMAT,
    version: VERSION,
    boardId: board.id,
    boardName: board.name,
    scrypt: { N: cost.N, r: 8, p: 1 },
    passphrase: await wrapKey(key, { kind: 'passphrase', text: board.passphrase }, board.id, cost, random),
    recovery: await wrapKey(key, { kind: 'recovery', text: recoveryCode }, board.id, cost, random),
  });
  return { vault, key, recoveryCode };
};

/** The data key. Fails with wrong-passphrase or wrong-recovery-code. */
export const unwrapKey = async (vault: Vault, secret: Secret): Promise<Uint8Array> => {
  const wrap = vault[secret.kind];
  const sealed = Buffer.from(wrap.sealed, 'base64');
  const wrappingKey = await deriveKey(secret, Buffer.from(wrap.salt, 'base64'), vault.scrypt);
  const cipher = createDecipheriv('aes-256-gcm', wrappingKey, Buffer.from(wrap.nonce, 'base64'));
  cipher.setAAD(Buffer.from(`${FORMAT} ${VERSION} ${vault.boardId} ${secret.kind}`));
  cipher.setAuthTag(sealed.subarray(KEY_BYTES));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(0, KEY_BYTES)), cipher.final()]);
  } catch {
    throw new Failure(secret.kind === 'passphrase' ? 'wrong-passphrase' : 'wrong-recovery-code');
  }
};

/** The same vault with another passphrase, or with a new recovery code; the data key and the database stay as they are. */
export const rewrapKey = async (vault: Vault, key: Uint8Array, secret: Secret, random: RandomBytes): Promise<Vault> => {
  const { checksum: _, ...rest } = vault;
  return withChecksum({ ...rest, [secret.kind]: await wrapKey(key, secret, vault.boardId, vault.scrypt, random) });
};

export const renameVault = (vault: Vault, boardName: string): Vault => {
  const { checksum: _, ...rest } = vault;
  return withChecksum({ ...rest, boardName });
};

export const newRecoveryCode = (random: RandomBytes): string => bytesToRecoveryCode(random(20));

/** Fails with vault-missing, vault-damaged or vault-newer. */
export const readVault = (file: string): Vault => {
  if (!existsSync(file)) throw new Failure('vault-missing');
  const text = withFailures(() => readFileSync(file, 'utf8'));
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Failure('vault-damaged');
  }
  if (isNewer(parsed)) throw new Failure('vault-newer');
  const vault = vaultSchema.safeParse(parsed);
  if (!vault.success) throw new Failure('vault-damaged');
  const { checksum, ...rest } = vault.data;
  if (checksumOf(rest) !== checksum) throw new Failure('vault-damaged');
  return vault.data;
};

export const writeVault = (file: string, vault: Vault): void =>
  withFailures(() => writeFileDurably(file, `${JSON.stringify(vault, null, 2)}\n`));

const isNewer = (parsed: unknown): boolean =>
  z.object({ format: z.literal(FORMAT), version: z.number().gt(VERSION) }).safeParse(parsed).success;

const wrapKey = async (
  key: Uint8Array,
  secret: Secret,
  boardId: string,
  cost: ScryptCost,
  random: RandomBytes,
): Promise<Wrap> => {
  const salt = random(16);
  const nonce = random(12);
  const cipher = createCipheriv('aes-256-gcm', await deriveKey(secret, salt, cost), nonce);
  cipher.setAAD(Buffer.from(`${FORMAT} ${VERSION} ${boardId} ${secret.kind}`));
  const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return {
    salt: Buffer.from(salt).toString('base64'),
    nonce: Buffer.from(nonce).toString('base64'),
    sealed: sealed.toString('base64'),
  };
};

const scryptKey = promisify<string, Uint8Array, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);

const deriveKey = (secret: Secret, salt: Uint8Array, cost: ScryptCost): Promise<Buffer> =>
  scryptKey(
    secret.kind === 'passphrase' ? secret.text.normalize('NFKC') : normaliseCrockford(secret.text),
    salt,
    KEY_BYTES,
    { N: cost.N, r: cost.r, p: cost.p, maxmem: 256 * cost.N * cost.r },
  );

const withChecksum = (vault: Omit<Vault, 'checksum'>): Vault => ({ ...vault, checksum: checksumOf(vault) });

const checksumOf = (vault: Omit<Vault, 'checksum'>): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        vault.format,
        vault.version,
        vault.boardId,
        vault.boardName,
        vault.scrypt.N,
        vault.scrypt.r,
        vault.scrypt.p,
        ...[vault.passphrase, vault.recovery].flatMap((wrap) => [wrap.salt, wrap.nonce, wrap.sealed]),
      ]),
    )
    .digest('hex');

/** 20 bytes as eight groups of four characters. */
const bytesToRecoveryCode = (bytes: Uint8Array): string => bytesToCrockford(bytes, 32).replace(/(.{4})(?=.)/g, '$1-');
