import { identityToRecipient } from 'age-encryption';
import { bech32 } from '@scure/base';
import { describe, expect, it } from 'vitest';
import {
  createDeviceKeys,
  isReceiveKey,
  isSignedBy,
  isSignKey,
  seedToSignKey,
  signWith,
} from '../../../db/sync/device-keys.ts';
import { isSealSignedBy, signSeal } from '../../../db/sync/seal.ts';
import { seededRandom } from '../../support/seeded-random.ts';

describe('createDeviceKeys', () => {
  it('makes both pairs from the random bytes that it is given, and from nothing else', async () => {
    const keys = await createDeviceKeys(seededRandom(1));
    expect(await createDeviceKeys(seededRandom(1))).toEqual(keys);
    expect(await createDeviceKeys(seededRandom(2))).not.toEqual(keys);
    expect(keys.signSeed).toBe(Buffer.from(seededRandom(1)(32)).toString('hex'));
    expect(keys.receiveIdentity).toMatch(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/);
    expect(keys.receiveKey).toBe(await identityToRecipient(keys.receiveIdentity));
    expect([isSignKey(keys.signKey), isReceiveKey(keys.receiveKey)]).toEqual([true, true]);
  });
});

describe('signing', () => {
  // RFC 8032, section 7.1, test 2.
  const seed = '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb';
  const key = '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c';
  const signature =
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00';

  it('is Ed25519, as in the example of RFC 8032', () => {
    expect(seedToSignKey(seed)).toBe(key);
    expect(Buffer.from(signWith(seed, Buffer.from('72', 'hex'))).toString('hex')).toBe(signature);
    expect(isSignedBy(key, Buffer.from('72', 'hex'), Buffer.from(signature, 'hex'))).toBe(true);
  });

  it.each([
    ['another message', key, '73', signature],
    ['another key', 'aa'.repeat(32), '72', signature],
    ['no key at all', 'ab', '72', signature],
    ['a key in capitals', key.toUpperCase(), '72', signature],
    ['a signature cut short', key, '72', signature.slice(2)],
    ['an altered signature', key, '72', `00${signature.slice(2)}`],
  ])('does not hold for %s', (_, otherKey, message, otherSignature) => {
    expect(isSignedBy(otherKey, Buffer.from(message, 'hex'), Buffer.from(otherSignature, 'hex'))).toBe(false);
  });

  it('seals the head of a chain for one board only', () => {
    const head = { deviceId: 'device', sequence: 7, hash: 'ab'.repeat(32) };
    const seal = signSeal('board', head, seed);
    expect(seal.signature).toMatch(/^[0-9a-f]{128}$/);
    expect(isSealSignedBy('board', seal, key)).toBe(true);
    expect(isSealSignedBy('other', seal, key)).toBe(false);
    expect(isSealSignedBy('board', { ...seal, sequence: 8 }, key)).toBe(false);
    expect(isSealSignedBy('board', { ...seal, hash: 'ac'.repeat(32) }, key)).toBe(false);
  });
});

describe('isReceiveKey', () => {
  const key = 'age1jvqw4d43g8uvsmnzpthemjw3p6qn3gv3u5pf2lef6wcz2q669v5q69s6pf';
  it.each([
    ['an X25519 recipient', key, true],
    ['one in capitals', key.toUpperCase(), false],
    ['one with another letter', key.replace('jvq', 'jvp'), false],
    ['a recipient of the post-quantum kind', 'age1pq1qqqq', false],
    ['a point with which every secret is nothing', bech32.encodeFromBytes('age', new Uint8Array(32)), false],
    ['no key', '', false],
  ])('says whether it can be encrypted to: %s', (_, text, expected) => {
    expect(isReceiveKey(text)).toBe(expected);
  });
});
