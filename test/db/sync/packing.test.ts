import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { createDeviceKeys } from '../../../db/sync/device-keys.ts';
import { decrypt, gather, inflate, packBody, unpackBody } from '../../../db/sync/packing.ts';
import { refuse } from '../../../db/sync/refused.ts';
import { refusalOf } from '../../support/refusals.ts';
import { seededRandom } from '../../support/seeded-random.ts';

const [one, two, other] = await Promise.all([1, 2, 3].map((seed) => createDeviceKeys(seededRandom(seed))));
if (one === undefined || two === undefined || other === undefined) throw new Error('there are three');

const pieces = async function* (bytes: Uint8Array, length = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
};
const whole = async (given: AsyncIterable<Uint8Array>): Promise<Buffer> => Buffer.concat(await gather(given));
const now = (): number => 0;

const PLAIN = Buffer.concat([Buffer.alloc(100_000, 'lines '), randomBytes(100_000)]);
const unpack = (body: Uint8Array, part: Partial<Parameters<typeof unpackBody>[1]> = {}): Promise<Buffer> =>
  whole(
    unpackBody(pieces(body), {
      receiveIdentity: one.receiveIdentity,
      recipients: 2,
      unpacked: PLAIN.length,
      now,
      ...part,
    }),
  );
const pack = async (plain: Uint8Array, keys = [one.receiveKey, two.receiveKey]): Promise<Buffer> =>
  Buffer.concat(await packBody(pieces(plain), keys));

describe('packing', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 200_000])('gives %i bytes back to each recipient', async (length) => {
    const plain = PLAIN.subarray(0, length);
    const body = await pack(plain);
    for (const { receiveIdentity } of [one, two]) {
      // oxlint-disable-next-line no-await-in-loop -- one after another is enough
      expect((await unpack(body, { receiveIdentity, unpacked: length })).equals(plain)).toBe(true);
    }
  });

  it('is what age’s own decrypter opens', async () => {
    const body = await pack(PLAIN);
    const decrypter = new Decrypter();
    decrypter.addIdentity(two.receiveIdentity);
    const packed = await decrypter.decrypt(new Uint8Array(body));
    expect((await whole(inflate(pieces(packed), PLAIN.length, now))).equals(PLAIN)).toBe(true);
  });

  it('fails when what is to be packed fails', async () => {
    const failing = (async function* () {
      yield Buffer.from('one');
      throw new Error('no more');
    })();
    await expect(packBody(failing, [one.receiveKey])).rejects.toThrow('no more');
  });
});

describe('check 10', () => {
  const refusal = async (body: Uint8Array, recipients: number): Promise<string> =>
    (await refusalOf(() => whole(decrypt(pieces(body), one.receiveIdentity, recipients)))).code;

  it('takes as many X25519 stanzas as there are recipients, neither more nor fewer', async () => {
    const body = await pack(PLAIN);
    expect(await refusal(body, 1)).toBe('bad-encryption');
    expect(await refusal(body, 3)).toBe('bad-encryption');
  });

  it('takes no other kind of encryption', async () => {
    const withPassphrase = new Encrypter();
    withPassphrase.setScryptWorkFactor(10);
    withPassphrase.setPassphrase('lantern orchard copper window');
    expect(await refusal(await withPassphrase.encrypt('x'.repeat(1000)), 1)).toBe('bad-encryption');
    const armoured = Buffer.from(`-----BEGIN AGE ENCRYPTED FILE-----\n${'A'.repeat(500)}`);
    expect(await refusal(armoured, 1)).toBe('bad-encryption');
  });

  it.each<[string, (text: string) => string]>([
    ['another version of age', (text) => text.replace('/v1', '/v2')],
    ['a stanza of another kind', (text) => text.replace('X25519', 'x25519')],
    ['a longer stanza', (text) => text.replace('-> X25519', '-> X25519 more')],
    ['no code at its end', (text) => text.replace('\n--- ', '\n-> - ')],
    ['Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['nothing after it', (text) => text.slice(0, 200)],
    ['nothing at all', () => ''],
  ])('refuses %s', async (_, change) => {
    const body = await pack(Buffer.from('a line'));
    expect(await refusal(Buffer.from(change(body.toString('latin1')), 'latin1'), 2)).toBe('bad-encryption');
  });

  it('refuses 10,000 stanzas before it opens one', async () => {
    const stanza = `-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}\n`;
    const header = Buffer.from(`age-encryption.org/v1\n${stanza.repeat(10_000)}--- ${'A'.repeat(43)}\n`);
    let given = 0;
    const counted = (async function* () {
      for await (const piece of pieces(header)) {
        given += piece.length;
        yield piece;
      }
    })();
    const refused = await refusalOf(() => whole(decrypt(counted, one.receiveIdentity, 20)));
    expect(refused.code).toBe('bad-encryption');
    expect(given).toBeLessThan(5_000);
  });
});

describe('decrypting', () => {
  it('says that it cannot when another key is tried, or anything was altered, cut or added', async () => {
    const body = await pack(PLAIN);
    const stranger = { receiveIdentity: other.receiveIdentity };
    expect((await refusalOf(() => unpack(body, stranger))).code).toBe('cannot-decrypt');
    expect((await refusalOf(() => unpack(body.subarray(0, -1)))).code).toBe('cannot-decrypt');
    expect((await refusalOf(() => unpack(Buffer.concat([body, Buffer.from('x')])))).code).toBe('cannot-decrypt');
    for (const at of [300, 1000, body.length - 1]) {
      const altered = Buffer.from(body);
      altered[at] = (altered[at] ?? 0) ^ 1;
      // oxlint-disable-next-line no-await-in-loop -- one after another is enough
      expect((await refusalOf(() => unpack(altered))).code).toBe('cannot-decrypt');
    }
  });

  it('passes on what its source failed with', async () => {
    const body = await pack(PLAIN);
    const failing = (failure: () => void) =>
      (async function* () {
        yield body.subarray(0, 150_000);
        failure();
      })();
    const opening = { receiveIdentity: one.receiveIdentity, recipients: 2, unpacked: PLAIN.length, now };
    const refused = await refusalOf(() =>
      whole(
        unpackBody(
          failing(() => refuse('damaged', {})),
          opening,
        ),
      ),
    );
    expect(refused.code).toBe('damaged');
    const broken = failing(() => {
      throw Object.assign(new Error('the share is away'), { code: 'EIO' });
    });
    await expect(whole(unpackBody(broken, opening))).rejects.toMatchObject({ code: 'EIO' });
  });
});

describe('check 12', () => {
  const packed = deflateRawSync(PLAIN);
  const refusal = async (bytes: Uint8Array, unpacked = PLAIN.length, length = 1000): Promise<string> =>
    (await refusalOf(() => whole(inflate(pieces(bytes, length), unpacked, now)))).code;

  it('refuses one byte more and one byte less than the header says', async () => {
    expect(await refusal(packed, PLAIN.length - 1)).toBe('unpacks-to-more');
    expect(await refusal(packed, PLAIN.length + 1)).toBe('unpacks-to-less');
  });

  it.each([1000, 10_000_000])('refuses bytes after the last block, in pieces of %i', async (length) => {
    expect(await refusal(Buffer.concat([packed, Buffer.from('x')]), PLAIN.length, length)).toBe('unpacks-to-more');
    expect(await refusal(Buffer.concat([packed, packed]), PLAIN.length, length)).toBe('unpacks-to-more');
    expect(await refusal(Buffer.concat([packed, Buffer.alloc(500_000)]), PLAIN.length, length)).toBe('unpacks-to-more');
  });

  it('refuses what is cut, or no raw DEFLATE', async () => {
    expect(await refusal(packed.subarray(0, -1))).toBe('cannot-unpack');
    expect(await refusal(new Uint8Array(0))).toBe('cannot-unpack');
    expect(await refusal(Buffer.from('not packed at all'))).toBe('cannot-unpack');
  });

  it('stops a bomb at the first byte too much, in little memory', async () => {
    // A hundred megabytes in a hundred kilobytes.
    const bomb = deflateRawSync(Buffer.alloc(100 * 1024 * 1024));
    let given = 0;
    const refused = await refusalOf(async () => {
      for await (const piece of inflate(pieces(bomb), 1024 * 1024, now)) given += piece.length;
    });
    expect(refused.code).toBe('unpacks-to-more');
    expect(given).toBeLessThanOrEqual(1024 * 1024);
  });

  it('gives up after two minutes', async () => {
    let time = 0;
    const slow = (): number => (time += 50_000);
    const refused = await refusalOf(() => whole(inflate(pieces(packed), PLAIN.length, slow)));
    expect(refused.code).toBe('too-slow');
  });

  it('lets go of its source when nobody reads on', async () => {
    let isClosed = false;
    const source = (async function* () {
      try {
        yield* pieces(packed);
      } finally {
        isClosed = true;
      }
    })();
    for await (const piece of inflate(source, PLAIN.length, now)) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    await new Promise((resolve) => setImmediate(resolve));
    expect(isClosed).toBe(true);
  });
});
