/** Files of version 1 that an earlier program wrote: whatever changes, they are still read, and nobody edits them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openBundle } from '../../../db/sync/bundle.ts';
import { type BundleHeader, bundleHeaderText, readBundleHeader } from '../../../db/sync/bundle-header.ts';
import { bytesToSource, openFileSource } from '../../../db/sync/byte-source.ts';
import { isContainerSignedBy, readContainer } from '../../../db/sync/container.ts';
import { createDeviceKeys, type DeviceKeys } from '../../../db/sync/device-keys.ts';
import { joinCheckCode, readJoinAcceptance, readJoinRequest } from '../../../db/sync/join.ts';
import { gather, unpackBody } from '../../../db/sync/packing.ts';
import { createTally, writePayload } from '../../../db/sync/payload.ts';
import { isSealSignedBy } from '../../../db/sync/seal.ts';

const folder = path.join(import.meta.dirname, '../../fixtures/sync/1');
const frozen = (name: string): Buffer<ArrayBuffer> => readFileSync(path.join(folder, name));
const frozenJson = (name: string): unknown => JSON.parse(frozen(name).toString());

const BUNDLE = frozen('000001-000003.sync');
const LINES = frozen('000001-000003.lines');
const expected = frozenJson('000001-000003.json') as {
  readonly keys: Readonly<Record<string, DeviceKeys>>;
  readonly header: BundleHeader;
};
const [office, home] = expected.header.ranges.map(([device]) => expected.keys[device]) as [DeviceKeys, DeviceKeys];
const now = (): number => 0;

/** As the specification says: `tail -c +$((25 + h)) FILE | head -c n`. */
const bodyByOffset = (file: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> => {
  const [h, n] = [file.readUInt16BE(18), file.readUInt32BE(20)];
  return file.subarray(24 + h, 24 + h + n);
};

describe('the frozen bundle', () => {
  it('has its header, and is signed by the laptop that wrote it', async () => {
    const container = await readContainer(bytesToSource(BUNDLE), 'bundle');
    expect(readBundleHeader(container.header)).toEqual(expected.header);
    expect(Buffer.from(container.header).toString()).toBe(bundleHeaderText(expected.header));
    expect(isContainerSignedBy(container, office.signKey)).toBe(true);
    expect(isContainerSignedBy(container, home.signKey)).toBe(false);
  });

  it('opens from its file for each laptop that it was written to, line for line', async () => {
    const source = await openFileSource(path.join(folder, '000001-000003.sync'));
    onTestFinished(source.close);
    const container = await readContainer(source, 'bundle');
    const header = readBundleHeader(container.header);
    for (const { receiveIdentity } of [office, home]) {
      // oxlint-disable-next-line no-await-in-loop -- one after another is enough
      const parts = (await gather(openBundle(source, container, header, { receiveIdentity, now }))).flat();
      // oxlint-disable-next-line no-await-in-loop -- one after another is enough
      const again = Buffer.concat(await gather(writePayload(parts, createTally())));
      expect(again.equals(LINES)).toBe(true);
      const seals = parts.flatMap((part) => (part.kind === 'seal' ? [part.seal] : []));
      expect(
        seals.map((seal) => isSealSignedBy(header.board, seal, expected.keys[seal.deviceId]?.signKey ?? '')),
      ).toEqual([true, true]);
    }
  });

  it('opens by the steps of the specification with age’s own decrypter', async () => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(home.receiveIdentity);
    expect(inflateRawSync(await decrypter.decrypt(bodyByOffset(BUNDLE))).equals(LINES)).toBe(true);
  });

  const { error } = spawnSync('age', ['--version']);
  it.skipIf(error !== undefined)('opens by the steps of the specification with the standard tool', () => {
    const keys = mkdtempSync(path.join(tmpdir(), 'tracker-age-'));
    onTestFinished(() => rmSync(keys, { recursive: true, force: true }));
    writeFileSync(path.join(keys, 'key.txt'), `${home.receiveIdentity}\n`);
    const input = bodyByOffset(BUNDLE);
    const { stdout, stderr } = spawnSync('age', ['-d', '-i', path.join(keys, 'key.txt')], { input });
    expect(stderr.toString()).toBe('');
    expect(inflateRawSync(stdout).equals(LINES)).toBe(true);
  });

  it('holds lines as the standard tool encrypts them', async () => {
    const body = (async function* () {
      yield frozen('standard-tool.age');
    })();
    const opening = { receiveIdentity: home.receiveIdentity, recipients: 1, unpacked: LINES.length, now };
    expect(Buffer.concat(await gather(unpackBody(body, opening))).equals(LINES)).toBe(true);
  });
});

describe('the frozen request and acceptance', () => {
  const joining = frozenJson('joining.json') as {
    readonly keys: { readonly member: DeviceKeys; readonly joiner: DeviceKeys };
    readonly request: object;
    readonly acceptance: object;
    readonly welcome: object;
    readonly code: string;
  };

  it('are read, and give the code that they gave', async () => {
    const request = await readJoinRequest(frozen('request.join'));
    expect(request).toEqual(joining.request);
    const { receiveIdentity } = joining.keys.joiner;
    const acceptance = await readJoinAcceptance(frozen('acceptance.join'), request.sha256, receiveIdentity);
    expect(acceptance).toMatchObject({ ...joining.acceptance, request: request.sha256, welcome: joining.welcome });
    expect(await joinCheckCode(frozen('request.join'), frozen('acceptance.join'))).toBe(joining.code);
  });

  it('have the keys that their private halves give', async () => {
    for (const keys of [...Object.values(expected.keys), ...Object.values(joining.keys)]) {
      const halves = [Buffer.from(keys.signSeed, 'hex')];
      // oxlint-disable-next-line no-await-in-loop -- one after another is enough
      const { signKey } = await createDeviceKeys((length) => halves.pop() ?? new Uint8Array(length));
      // The seed is asked for first, the identity after it.
      expect(signKey).toBe(keys.signKey);
    }
  });
});
