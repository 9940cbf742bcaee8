import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ByteSource, bytesToSource, openFileSource } from '../../../db/sync/byte-source.ts';
import {
  isContainerSignedBy,
  readBody,
  readContainer,
  readContainers,
  sealContainer,
} from '../../../db/sync/container.ts';
import { seedToSignKey, signWith } from '../../../db/sync/device-keys.ts';
import { gather } from '../../../db/sync/packing.ts';
import { refusalOf } from '../../support/refusals.ts';

const SEED = '07'.repeat(32);
const sign = (message: Uint8Array): Uint8Array => signWith(SEED, message);
const seal = (header = '{}', body: readonly Uint8Array[] = [Buffer.from('body')]): Buffer =>
  Buffer.concat(sealContainer('bundle', header, body, sign));

const altered = (bytes: Uint8Array, at: number, ...to: readonly number[]): Buffer => {
  const copy = Buffer.from(bytes);
  copy.set(to, at);
  return copy;
};

const read = (bytes: Uint8Array) => readContainer(bytesToSource(bytes), 'bundle');

const fileOf = (bytes: Uint8Array): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tracker-container-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'file.sync');
  writeFileSync(file, bytes);
  return file;
};

describe('sealContainer', () => {
  it('writes magic, version, kind, lengths, header, body, SHA-256 and signature, byte by byte', () => {
    const bytes = seal('{"a":1}', [Buffer.from('bo'), Buffer.from('dy')]);
    const signed = Buffer.concat([
      Buffer.from('4352542d53594e432d46494c450d0a1a', 'hex'),
      Buffer.from([1, 1, 0, 7, 0, 0, 0, 4]),
      Buffer.from('{"a":1}body'),
    ]);
    const digest = createHash('sha256').update(signed).digest();
    const message = Buffer.concat([Buffer.from('case-review-tracker sync 1 bundle\n'), digest]);
    expect(bytes.toString('hex')).toBe(Buffer.concat([signed, digest, signWith(SEED, message)]).toString('hex'));
  });

  it('seals nothing that no reader would take', () => {
    expect(() => seal('')).toThrow();
    expect(() => seal('x'.repeat(16_385))).toThrow();
  });
});

describe('readContainer', () => {
  it('gives header, place of the body, and what names and signs it', async () => {
    const bytes = seal('{"a":1}');
    const container = await read(bytes);
    expect(Buffer.from(container.header).toString()).toBe('{"a":1}');
    expect(container).toMatchObject({ kind: 'bundle', at: 0, length: bytes.length, bodyAt: 31, bodyLength: 4 });
    expect(isContainerSignedBy(container, seedToSignKey(SEED))).toBe(true);
    expect(isContainerSignedBy(container, seedToSignKey('08'.repeat(32)))).toBe(false);
    expect(isContainerSignedBy({ ...container, kind: 'join-request' }, seedToSignKey(SEED))).toBe(false);
    expect(Buffer.concat(await gather(readBody(bytesToSource(bytes), container))).toString()).toBe('body');
  });

  it('reads a file in slices, and the bundles in it one after another', async () => {
    const large = Buffer.alloc(2_500_000, 'large ');
    const file = fileOf(Buffer.concat([seal('{"first":1}'), seal('{"second":2}', [large]), seal('{"third":3}')]));
    const source = await openFileSource(file);
    onTestFinished(source.close);
    const containers = await gather(readContainers(source));
    expect(containers.map(({ header }) => Buffer.from(header).toString())).toEqual([
      '{"first":1}',
      '{"second":2}',
      '{"third":3}',
    ]);
    const slices = await gather(readBody(source, containers[1] as (typeof containers)[number]));
    expect(slices.map(({ length }) => length)).toEqual([1_048_576, 1_048_576, 402_848]);
    expect(Buffer.concat(slices).equals(large)).toBe(true);
  });

  const whole = seal();
  it.each([
    ['an empty file', Buffer.alloc(0), 'too-short'],
    ['121 bytes', whole.subarray(0, 121), 'too-short'],
    ['another file', Buffer.alloc(500, 'PK'), 'not-ours'],
    [
      'a copy with other line ends',
      Buffer.concat([whole.subarray(0, 13), whole.subarray(14), Buffer.alloc(9)]),
      'not-ours',
    ],
    ['a higher version, whatever follows', altered(whole, 16, 2, 99), 'newer'],
    ['a kind of a later program', altered(whole, 17, 4), 'newer'],
    ['version 0', altered(whole, 16, 0), 'damaged'],
    ['kind 0', altered(whole, 17, 0), 'damaged'],
    ['a header of 1 byte', altered(whole, 18, 0, 1), 'damaged'],
    ['a header of 16,385 bytes', altered(whole, 18, 0x40, 1), 'damaged'],
    ['a body of one byte more than 512 MB', altered(whole, 20, 0x20, 0, 0, 1), 'too-large'],
    ['a body longer than the file', altered(whole, 20, 0, 0, 0, 5), 'cut-short'],
    ['a shorter body', altered(whole, 20, 0, 0, 0, 3), 'damaged'],
    ['an altered header', altered(whole, 24, 0x5b), 'damaged'],
    ['an altered body', altered(whole, 26, 0x42), 'damaged'],
    ['an altered SHA-256', altered(whole, 30, 0), 'damaged'],
  ])('refuses %s', async (_, bytes, code) => {
    expect((await refusalOf(() => read(bytes))).code).toBe(code);
  });

  it('says which kind of file it is when another is wanted', async () => {
    const request = Buffer.concat(sealContainer('join-request', '{}', [], sign));
    expect((await refusalOf(() => read(request))).words).toBe('it is a request to join, not a file of changes');
  });

  it('refuses a request of more than 64 KB', async () => {
    const request = Buffer.concat(sealContainer('join-request', '{}', [Buffer.alloc(65_536)], sign));
    const refused = await refusalOf(() => readContainer(bytesToSource(request), 'join-request'));
    expect(refused.code).toBe('join-too-large');
  });

  it('says where the second of two bundles is damaged, after the first was read', async () => {
    const first = seal('{"first":1}');
    const read: string[] = [];
    const refused = await refusalOf(async () => {
      for await (const { header } of readContainers(bytesToSource(Buffer.concat([first, Buffer.alloc(200)])))) {
        read.push(Buffer.from(header).toString());
      }
    });
    expect(read).toEqual(['{"first":1}']);
    expect(refused).toMatchObject({ code: 'not-ours', place: { byte: first.length } });
  });

  it('refuses a body that became another between the check and the reading', async () => {
    const bytes = seal();
    const source = bytesToSource(bytes);
    const container = await readContainer(source, 'bundle');
    bytes.write('BODY', container.bodyAt);
    expect((await refusalOf(() => gather(readBody(source, container)))).code).toBe('damaged');
  });

  it('refuses a file that became shorter while it was read', async () => {
    const file = fileOf(seal());
    const source = await openFileSource(file);
    onTestFinished(source.close);
    truncateSync(file, 60);
    expect((await refusalOf(() => readContainer(source, 'bundle'))).code).toBe('cut-short');
  });

  it('looks at nothing beyond the first bytes of a file that is none of ours', async () => {
    const asked: number[] = [];
    const source: ByteSource = {
      size: 500_000_000,
      read: async (at, length) => {
        asked.push(at + length);
        return new Uint8Array(length);
      },
    };
    expect((await refusalOf(() => readContainer(source, 'bundle'))).code).toBe('not-ours');
    expect(asked).toEqual([24]);
  });
});
