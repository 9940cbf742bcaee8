/**
 * The two small files by which a laptop joins a board, and the code that two people compare on the phone. `README.md`, §1.
 *
 * Must hold: whoever swaps either file on the way changes the code; the acceptance carries no case data.
 */
import { createHash, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { bytesToCheckCode, CHECK_CODE_BYTES } from '../domain/check-code.ts';
import { type RandomBytes, SCRYPT_COST, type ScryptCost } from '../store/vault.ts';
import { type ByteSource, bytesToSource } from './byte-source.ts';
import { type Container, isContainerSignedBy, readBody, readContainer, sealContainer } from './container.ts';
import { type DeviceKeys, signWith } from './device-keys.ts';
import { readHeader } from './header.ts';
import { id, instant, name, receiveKey, sha256, signKey } from './header-shapes.ts';
import { FORMAT_VERSION } from './limits.ts';
import { decrypt, encrypt, gather } from './packing.ts';
import { refuse } from './refused.ts';

const REQUEST_FORMAT = 'case-review-tracker-join-request';
const ACCEPTANCE_FORMAT = 'case-review-tracker-join-acceptance';
const NONCE_BYTES = 32;

/** After so many wrong codes, or so long, an offer ends. */
export const WRONG_CODES_ALLOWED = 3;
export const OFFER_LASTS = 30 * 24 * 60 * 60 * 1000;

const requestShape = z.strictObject({
  format: z.literal(REQUEST_FORMAT),
  version: z.literal(FORMAT_VERSION),
  device: id,
  name,
  post: name,
  signKey,
  receiveKey,
  nonce: sha256,
  madeAt: instant,
});
const acceptanceShape = z.strictObject({
  format: z.literal(ACCEPTANCE_FORMAT),
  version: z.literal(FORMAT_VERSION),
  board: id,
  device: id,
  signKey,
  receiveKey,
  request: sha256,
  nonce: sha256,
  madeAt: instant,
});
const welcomeShape = z.strictObject({ boardName: name, nation: name, deviceName: name, post: name });

type RequestHeader = z.infer<typeof requestShape>;
type AcceptanceHeader = z.infer<typeof acceptanceShape>;

/** `sha256`: of the whole file, by which an acceptance names the request. */
export type JoinRequest = Omit<RequestHeader, 'format' | 'version'> & { readonly sha256: string };
export type JoinAcceptance = Omit<AcceptanceHeader, 'format' | 'version'> & { readonly sha256: string };
/** What the acceptance tells the new laptop, and nobody else, of the board. */
export type JoinWelcome = z.infer<typeof welcomeShape>;

export const writeJoinRequest = (
  laptop: Pick<RequestHeader, 'device' | 'name' | 'post' | 'madeAt'>,
  keys: DeviceKeys,
  random: RandomBytes,
): Buffer => {
  const header = requestShape.parse({
    format: REQUEST_FORMAT,
    version: FORMAT_VERSION,
    ...laptop,
    signKey: keys.signKey,
    receiveKey: keys.receiveKey,
    nonce: newNonce(random),
  });
  return seal('join-request', requestText(header), [], keys);
};

/** Signed by the key that it names: whoever made it holds that key. */
export const readJoinRequest = async (bytes: Uint8Array): Promise<JoinRequest> => {
  const container = await readWhole(bytesToSource(bytes), 'join-request');
  const { format: _, version: __, ...request } = readHeader(container.header, requestShape, requestText);
  if (!isContainerSignedBy(container, request.signKey)) refuse('join-bad-signature', {});
  if (container.bodyLength > 0) refuse('bad-header', { problem: 'a request has no body' });
  return { ...request, sha256: sha256Of(bytes) };
};

export const writeJoinAcceptance = async (
  board: Pick<AcceptanceHeader, 'board' | 'device' | 'madeAt'>,
  request: JoinRequest,
  welcome: JoinWelcome,
  keys: DeviceKeys,
  random: RandomBytes,
): Promise<Buffer> => {
  const header = acceptanceShape.parse({
    format: ACCEPTANCE_FORMAT,
    version: FORMAT_VERSION,
    ...board,
    signKey: keys.signKey,
    receiveKey: keys.receiveKey,
    request: request.sha256,
    nonce: newNonce(random),
  });
  const body = await encrypt(oncePiece(Buffer.from(welcomeText(welcomeShape.parse(welcome)))), [request.receiveKey]);
  return seal('join-acceptance', acceptanceText(header), body, keys);
};

/** On the laptop that made the request: `request` is the SHA-256 of its file, `receiveIdentity` its private key. */
export const readJoinAcceptance = async (
  bytes: Uint8Array,
  request: string,
  receiveIdentity: string,
): Promise<JoinAcceptance & { readonly welcome: JoinWelcome }> => {
  const source = bytesToSource(bytes);
  const container = await readWhole(source, 'join-acceptance');
  const { format: _, version: __, ...acceptance } = readHeader(container.header, acceptanceShape, acceptanceText);
  if (!isContainerSignedBy(container, acceptance.signKey)) refuse('join-bad-signature', {});
  if (acceptance.request !== request) refuse('join-other-request', {});
  const plain = Buffer.concat(await gather(decrypt(readBody(source, container), receiveIdentity, 1)));
  return { ...acceptance, sha256: sha256Of(bytes), welcome: readHeader(plain, welcomeShape, welcomeText) };
};

/**
 * The code of both files. scrypt, because the code is short and nobody is bound by a third file: each try at another pair of
 * files that has the same code costs 128 MB and a third of a second.
 */
export const joinCheckCode = async (
  request: Uint8Array,
  acceptance: Uint8Array,
  cost: ScryptCost = SCRYPT_COST,
): Promise<string> => {
  const both = Buffer.from(sha256Of(request) + sha256Of(acceptance), 'hex');
  const options = { N: cost.N, r: cost.r, p: cost.p, maxmem: 256 * cost.N * cost.r };
  return bytesToCheckCode(await scryptBytes(both, CODE_SALT, CHECK_CODE_BYTES, options));
};

const CODE_SALT = 'case-review-tracker join 1';
const scryptBytes = promisify<Buffer, string, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);

const requestText = (h: RequestHeader): string =>
  JSON.stringify({
    format: h.format,
    version: h.version,
    device: h.device,
    name: h.name,
    post: h.post,
    signKey: h.signKey,
    receiveKey: h.receiveKey,
    nonce: h.nonce,
    madeAt: h.madeAt,
  });

const acceptanceText = (h: AcceptanceHeader): string =>
  JSON.stringify({
    format: h.format,
    version: h.version,
    board: h.board,
    device: h.device,
    signKey: h.signKey,
    receiveKey: h.receiveKey,
    request: h.request,
    nonce: h.nonce,
    madeAt: h.madeAt,
  });

const welcomeText = ({ boardName, nation, deviceName, post }: JoinWelcome): string =>
  JSON.stringify({ boardName, nation, deviceName, post });

const seal = (
  kind: 'join-request' | 'join-acceptance',
  header: string,
  body: readonly Uint8Array[],
  { signSeed }: DeviceKeys,
): Buffer => Buffer.concat(sealContainer(kind, header, body, (message) => signWith(signSeed, message)));

/** The one container of the file, with nothing after it: the check code covers the file. */
const readWhole = async (source: ByteSource, kind: 'join-request' | 'join-acceptance'): Promise<Container> => {
  const container = await readContainer(source, kind);
  if (container.length !== source.size) refuse('damaged', {}, { byte: container.length });
  return container;
};

const newNonce = (random: RandomBytes): string => Buffer.from(random(NONCE_BYTES)).toString('hex');
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const oncePiece = async function* (bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
};
