import { describe, expect, it } from 'vitest';
import {
  type JoinWelcome,
  joinCheckCode,
  readJoinAcceptance,
  readJoinRequest,
  writeJoinAcceptance,
  writeJoinRequest,
} from '../../../db/sync/join.ts';
import { sealContainer } from '../../../db/sync/container.ts';
import { signWith } from '../../../db/sync/device-keys.ts';

import { refusalOf } from '../../support/refusals.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { createLaptop, MADE_AT, newId } from '../../support/sync-bundles.ts';

/** A small part of the real cost: the arithmetic is the same. */
const SMALL_COST = { N: 2 ** 10, r: 8, p: 1 } as const;

const [member, joiner, stranger] = [await createLaptop(1), await createLaptop(2), await createLaptop(3)];
const laptop = { device: joiner.id, name: 'Laptop C', post: 'Business support officer', madeAt: MADE_AT };
const request = writeJoinRequest(laptop, joiner.keys, seededRandom(4));
const read = await readJoinRequest(request);
const board = { board: newId(seededRandom(5)), device: member.id, madeAt: MADE_AT + 1 };
const welcome: JoinWelcome = {
  boardName: 'Exampleshire Safeguarding Children Partnership',
  nation: 'england',
  deviceName: 'Office laptop',
  post: 'Board manager',
};
const acceptance = await writeJoinAcceptance(board, read, welcome, member.keys, seededRandom(6));

const resigned = (header: string, body: readonly Uint8Array[] = [], kind: 'join-request' | 'bundle' = 'join-request') =>
  Buffer.concat(sealContainer(kind, header, body, (message) => signWith(joiner.keys.signSeed, message)));
const requestHeader = (): string => request.subarray(24, 24 + request.readUInt16BE(18)).toString();

describe('a request to join', () => {
  it('is the same for the same keys and chance, and is read back', () => {
    expect(writeJoinRequest(laptop, joiner.keys, seededRandom(4)).equals(request)).toBe(true);
    expect(read).toMatchObject({
      ...laptop,
      signKey: joiner.keys.signKey,
      receiveKey: joiner.keys.receiveKey,
      nonce: Buffer.from(seededRandom(4)(32)).toString('hex'),
    });
    expect(Object.keys(JSON.parse(requestHeader()) as object).join(' ')).toBe(
      'format version device name post signKey receiveKey nonce madeAt',
    );
  });

  it.each<[string, () => Buffer, string]>([
    [
      'signed by another key',
      () => resigned(requestHeader().replace(joiner.keys.signKey, member.keys.signKey)),
      'join-bad-signature',
    ],
    ['with a body', () => resigned(requestHeader(), [Buffer.from('x')]), 'bad-header'],
    ['with something after it', () => Buffer.concat([request, Buffer.from('x')]), 'damaged'],
    [
      'with a name of 201 characters',
      () => resigned(requestHeader().replace('Laptop C', 'C'.repeat(201))),
      'bad-header',
    ],
    ['with a name of two lines', () => resigned(requestHeader().replace('Laptop C', 'Laptop\\nC')), 'bad-header'],
    ['with no name', () => resigned(requestHeader().replace('Laptop C', '')), 'bad-header'],
    ['with a key that nobody can encrypt to', () => resigned(requestHeader().replace('age1', 'age2')), 'bad-header'],
    ['that is a bundle', () => resigned(requestHeader(), [], 'bundle'), 'another-kind'],
    ['that is the acceptance', () => acceptance, 'another-kind'],
  ])('is refused %s', async (_, file, code) => {
    expect((await refusalOf(() => readJoinRequest(file()))).code).toBe(code);
  });
});

describe('an acceptance', () => {
  const open = (bytes: Buffer, { sha256 } = read, { keys } = joiner) =>
    readJoinAcceptance(bytes, sha256, keys.receiveIdentity);

  it('tells the new laptop the board, and nobody else', async () => {
    expect(await open(acceptance)).toMatchObject({
      ...board,
      signKey: member.keys.signKey,
      receiveKey: member.keys.receiveKey,
      request: read.sha256,
      welcome,
    });
    expect(acceptance.includes('Exampleshire')).toBe(false);
    expect((await refusalOf(() => open(acceptance, read, stranger))).code).toBe('cannot-decrypt');
  });

  it('is refused when it answers another request', async () => {
    const again = await readJoinRequest(writeJoinRequest(laptop, joiner.keys, seededRandom(7)));
    expect((await refusalOf(() => open(acceptance, again))).code).toBe('join-other-request');
  });

  it('is refused when it was altered or is not signed by the key it names', async () => {
    const altered = Buffer.from(acceptance);
    altered[100] = (altered[100] ?? 0) ^ 1;
    expect((await refusalOf(() => open(altered))).code).toBe('damaged');
    const header = acceptance.subarray(24, 24 + acceptance.readUInt16BE(18)).toString();
    const body = acceptance.subarray(24 + header.length, acceptance.length - 96);
    const forged = sealContainer('join-acceptance', header, [body], (message) =>
      signWith(stranger.keys.signSeed, message),
    );
    expect((await refusalOf(() => open(Buffer.concat(forged)))).code).toBe('join-bad-signature');
  });

  it('is refused when it says more of the board than it should', async () => {
    const more = { ...welcome, boardName: 'x'.repeat(201) };
    await expect(writeJoinAcceptance(board, read, more, member.keys, seededRandom(6))).rejects.toThrow();
  });
});

describe('the check code', () => {
  it('is the same on both laptops, and another when either file is', async () => {
    const code = await joinCheckCode(request, acceptance, SMALL_COST);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(await joinCheckCode(request, acceptance, SMALL_COST)).toBe(code);
    const otherRequest = writeJoinRequest(laptop, joiner.keys, seededRandom(8));
    expect(await joinCheckCode(otherRequest, acceptance, SMALL_COST)).not.toBe(code);
    const otherAcceptance = await writeJoinAcceptance(board, read, welcome, member.keys, seededRandom(9));
    expect(await joinCheckCode(request, otherAcceptance, SMALL_COST)).not.toBe(code);
    expect(await joinCheckCode(acceptance, request, SMALL_COST)).not.toBe(code);
  });
});
