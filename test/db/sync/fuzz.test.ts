/**
 * Files that a person, a broken stick or a crafter made: each is refused, in words, with little memory. What comes after the
 * signature is fuzzed under a right one, as a bug of a member's laptop could make it.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBundle } from '../../../db/sync/bundle.ts';
import { type BundleHeader, readBundleHeader } from '../../../db/sync/bundle-header.ts';
import { bytesToSource } from '../../../db/sync/byte-source.ts';
import { isContainerSignedBy, readContainer, sealContainer } from '../../../db/sync/container.ts';
import { signWith } from '../../../db/sync/device-keys.ts';
import { readJoinAcceptance, readJoinRequest } from '../../../db/sync/join.ts';
import { encrypt, gather, inflate } from '../../../db/sync/packing.ts';
import { createTally, writePayload } from '../../../db/sync/payload.ts';
import { readPayload } from '../../../db/sync/read-payload.ts';
import { refuse, SyncRefused } from '../../../db/sync/refused.ts';
import { everyKindOfLine, sealWhole } from '../../support/sync-bundles.ts';

const MEGABYTE = 1024 * 1024;
const { order, parts, office, home } = await everyKindOfLine(51);
const whole = await sealWhole(order, parts);
/** A small one: an operation and its seal. */
const small = await sealWhole({ ...order, to: order.to.slice(0, 1) }, parts.slice(0, 1));
const LINES = Buffer.concat(await gather(writePayload(parts, createTally())));

/** As a laptop reads it that knows the writer, but for what asks for its board. */
const readBundle = async (bytes: Uint8Array): Promise<number> => {
  const source = bytesToSource(bytes);
  const container = await readContainer(source, 'bundle');
  const header = readBundleHeader(container.header);
  if (!isContainerSignedBy(container, office.keys.signKey)) refuse('bad-signature', { laptop: 'Office laptop' });
  let count = 0;
  const opening = { receiveIdentity: office.keys.receiveIdentity, now: () => 0 };
  for await (const slice of openBundle(source, container, header, opening)) count += slice.length;
  return count;
};

const outcomeOf = async (work: () => Promise<unknown>): Promise<SyncRefused | 'taken'> => {
  try {
    await work();
    return 'taken';
  } catch (error) {
    if (error instanceof SyncRefused && /^[a-z].{10,}[^.]$/s.test(error.words)) return error;
    throw error;
  }
};
const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const outcome = await outcomeOf(() => readBundle(bytes));
  return outcome === 'taken' ? 'taken' : outcome.code;
};

/** Checksum and signature made right again, so that what lies behind them is reached. */
const resigned = (header: string, body: Uint8Array): Buffer =>
  Buffer.concat(sealContainer('bundle', header, [body], (message) => signWith(office.keys.signSeed, message)));
const packed = async (deflated: Uint8Array): Promise<Buffer> => {
  const once = (async function* () {
    yield deflated;
  })();
  return Buffer.concat(
    await encrypt(
      once,
      order.to.map(({ receiveKey }) => receiveKey),
    ),
  );
};
const withHeader = (part: Partial<BundleHeader>): string => JSON.stringify({ ...whole.header, ...part });
const body = whole.bytes.subarray(24 + whole.bytes.readUInt16BE(18), whole.bytes.length - 96);
const withLines = async (lines: Uint8Array): Promise<Buffer> =>
  resigned(withHeader({ unpacked: Math.max(1, lines.length) }), await packed(deflateRawSync(lines)));

/** The lines alone, as they come out of age: its arithmetic would be most of the time here. */
const linesCode = async (lines: Uint8Array): Promise<string> => {
  const deflated = (async function* () {
    yield deflateRawSync(lines);
  })();
  const outcome = await outcomeOf(() =>
    gather(
      readPayload(
        inflate(deflated, lines.length, () => 0),
        whole.header,
      ),
    ),
  );
  return outcome === 'taken' ? 'taken' : outcome.code;
};

describe('a bundle that is not as it was written', () => {
  it('is taken as it is', async () => {
    expect(await codeOf(small.bytes)).toBe('taken');
    expect(await codeOf(whole.bytes)).toBe('taken');
    expect(await codeOf(await withLines(LINES))).toBe('taken');
  });

  it('is refused whichever of its bytes is flipped', async () => {
    const codes = new Set<string>();
    for (let at = 0; at < small.bytes.length; at++) {
      const bytes = Buffer.from(small.bytes);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      // oxlint-disable-next-line no-await-in-loop -- memory is watched
      codes.add(await codeOf(bytes));
    }
    expect(codes.has('taken')).toBe(false);
    expect([...codes]).toEqual(expect.arrayContaining(['not-ours', 'cut-short', 'damaged', 'bad-signature']));
  });

  it('is refused cut at whatever length', async () => {
    const codes = new Set<string>();
    for (let length = 0; length < small.bytes.length; length++) {
      // oxlint-disable-next-line no-await-in-loop -- memory is watched
      codes.add(await codeOf(small.bytes.subarray(0, length)));
    }
    expect([...codes].toSorted()).toEqual(['cut-short', 'too-short']);
  });

  it('is refused with bytes added, taken out or changed anywhere', async () => {
    const bytes = small.bytes;
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), fc.nat(40), fc.uint8Array({ maxLength: 40 }), async (at, gone, added) => {
        const changed = Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + gone)]);
        // What follows a whole container is for the next one.
        fc.pre(!changed.subarray(0, bytes.length).equals(bytes));
        expect(await codeOf(changed)).not.toBe('taken');
      }),
      { seed: 61, numRuns: 300 },
    );
  });
});

describe('a bundle of a member’s laptop that has gone wrong', () => {
  it.each(['operations', 'changes', 'contents', 'unpacked'] as const)(
    'is refused with another count of %s',
    async (key) => {
      for (const by of [-1, 1, 1000]) {
        // oxlint-disable-next-line no-await-in-loop -- one after another is enough
        expect(await codeOf(resigned(withHeader({ [key]: whole.header[key] + by }), body))).not.toBe('taken');
      }
    },
  );

  it('is refused with any one byte of its lines changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(LINES.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const lines = Buffer.from(LINES);
        lines[at] = (lines[at] ?? 0) ^ mask;
        const code = await linesCode(lines);
        // The signature of a seal is checked by whoever knows the devices.
        const isInSeal = at > LINES.indexOf('{"seal"');
        if (!isInSeal) expect(code).not.toBe('taken');
      }),
      { seed: 62, numRuns: 100 },
    );
  });

  it('is refused with lines changed for any other JSON', async () => {
    const lines = LINES.toString().split('\n').slice(0, -1);
    await fc.assert(
      fc.asyncProperty(fc.nat(lines.length - 3), fc.json({ maxDepth: 4 }), async (at, json) => {
        const text = lines.with(at, JSON.stringify(JSON.parse(json))).map((line) => `${line}\n`);
        expect(await linesCode(Buffer.from(text.join('')))).not.toBe('taken');
      }),
      { seed: 63, numRuns: 100 },
    );
  });

  it('is refused with anything for lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(await linesCode(bytes)).not.toBe('taken');
      }),
      { seed: 64, numRuns: 100 },
    );
  });

  it('is refused with anything for a header', async () => {
    const header = withHeader({});
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string({ minLength: 2 })), fc.nat(header.length), async (text, at) => {
        const changed = header.slice(0, at) + text + header.slice(at + text.length);
        for (const one of [text, changed].filter((some) => some !== header && Buffer.byteLength(some) >= 2)) {
          // oxlint-disable-next-line no-await-in-loop -- one after another is enough
          expect(['bad-header', 'damaged']).toContain(await codeOf(resigned(one, body)));
        }
      }),
      { seed: 65, numRuns: 100 },
    );
  });

  it('is refused with anything for what it encrypts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat(body.length - 1), async (bytes, at) => {
        expect(await codeOf(resigned(withHeader({}), bytes))).toBe('bad-encryption');
        expect(await codeOf(resigned(withHeader({}), await packed(bytes)))).not.toBe('taken');
        const altered = Buffer.from(body);
        altered[at] = (altered[at] ?? 0) ^ 1;
        expect(['bad-encryption', 'cannot-decrypt']).toContain(await codeOf(resigned(withHeader({}), altered)));
      }),
      { seed: 66, numRuns: 25 },
    );
  });

  it('is refused when it is a bomb, in little memory', async () => {
    const deflated = deflateRawSync(Buffer.alloc(64 * MEGABYTE, '['));
    const bomb = await packed(deflated);
    const before = process.memoryUsage();
    expect(await codeOf(resigned(withHeader({ unpacked: 8 * MEGABYTE }), bomb))).toBe('bad-line');
    expect(await codeOf(resigned(withHeader({ unpacked: 1000 }), bomb))).toBe('unpacks-to-more');
    const lines = deflateRawSync(Buffer.alloc(8 * MEGABYTE, '\n'));
    expect(await codeOf(resigned(withHeader({ unpacked: 8 * MEGABYTE }), await packed(lines)))).toBe('bad-line');
    const after = process.memoryUsage();
    const grown = after.external + after.heapUsed - before.external - before.heapUsed;
    expect(grown).toBeLessThan(100 * MEGABYTE);
  });

  it.each([
    ['deep', `${'['.repeat(4_000_000)}\n`],
    ['deep under a text', `["a",${'{"b":'.repeat(700_000)}\n`],
    ['long', `["${'a'.repeat(4_100_000)}"]\n`],
    ['wide', `[${'0,'.repeat(2_000_000)}0]\n`],
    ['too long', `["${'a'.repeat(4 * MEGABYTE)}"]\n`],
  ])('is refused for a line that is %s', async (_, line) => {
    expect(await linesCode(Buffer.from(line))).toBe('bad-line');
  });

  it('is refused for 10,000 stanzas', async () => {
    const stanza = `-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}\n`;
    const stanzas = Buffer.from(`age-encryption.org/v1\n${stanza.repeat(10_000)}--- ${'A'.repeat(43)}\n`);
    const started = performance.now();
    expect(await codeOf(resigned(withHeader({}), stanzas))).toBe('bad-encryption');
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('a file of joining that is not as it was written', () => {
  const folder = path.join(import.meta.dirname, '../../fixtures/sync/1');
  const request = readFileSync(path.join(folder, 'request.join'));
  const acceptance = readFileSync(path.join(folder, 'acceptance.join'));
  const sha256 = createHash('sha256').update(request).digest('hex');
  const readers = [
    ['request', request, (bytes: Uint8Array) => readJoinRequest(bytes)],
    ['acceptance', acceptance, (bytes: Uint8Array) => readJoinAcceptance(bytes, sha256, home.keys.receiveIdentity)],
  ] as const;

  it.each(readers)(
    'is refused whichever byte of the %s is flipped, and cut at whatever length',
    async (_, file, read) => {
      for (let at = 0; at < file.length; at++) {
        const bytes = Buffer.from(file);
        bytes[at] = (bytes[at] ?? 0) ^ 0x10;
        for (const changed of [bytes, file.subarray(0, at)]) {
          // oxlint-disable-next-line no-await-in-loop -- one after another is enough
          expect(await outcomeOf(() => read(changed))).toBeInstanceOf(SyncRefused);
        }
      }
    },
  );
});
