/**
 * A bundle whole: sealed from what it is to carry, and opened once its container, header, board and writer are right.
 * `README.md`, §2. Who may write, and what of it is new here, is for whoever knows the board.
 */
import { BUNDLE_FORMAT, type BundleHeader, bundleHeaderText } from './bundle-header.ts';
import type { ByteSource } from './byte-source.ts';
import { type Container, readBody, sealContainer } from './container.ts';
import { signWith } from './device-keys.ts';
import { FORMAT_VERSION } from './limits.ts';
import { packBody, unpackBody } from './packing.ts';
import { type PayloadPart, type PayloadTally, type ReadPart, sortedRanges, writePayload } from './payload.ts';
import { readPayload } from './read-payload.ts';
import { byText } from './shapes.ts';

export type BundleOrder = Pick<BundleHeader, 'board' | 'device' | 'continues' | 'schema' | 'writtenAt' | 'has'> & {
  readonly to: readonly { readonly device: string; readonly receiveKey: string }[];
  readonly signSeed: string;
};

export type SealedBundle = {
  readonly header: BundleHeader;
  /** The file in pieces, in order. */
  readonly pieces: readonly Uint8Array[];
};

/** `tally` counts the parts as they are written, for whoever gives them. They stand in the order of the payload. */
export const sealBundle = async (
  order: BundleOrder,
  parts: Iterable<PayloadPart> | AsyncIterable<PayloadPart>,
  tally: PayloadTally,
): Promise<SealedBundle> => {
  const recipients = order.to.toSorted((one, other) => byText(one.device, other.device));
  const body = await packBody(
    writePayload(parts, tally),
    recipients.map(({ receiveKey }) => receiveKey),
  );
  const { board, device, continues, schema, writtenAt, has } = order;
  const header: BundleHeader = {
    format: BUNDLE_FORMAT,
    version: FORMAT_VERSION,
    board,
    device,
    continues,
    schema,
    writtenAt,
    clock: tally.clock,
    to: recipients.map((recipient) => recipient.device),
    ranges: [...sortedRanges(tally, device)],
    has: has.toSorted(([one], [other]) => byText(one, other)),
    operations: tally.operations,
    changes: tally.changes,
    contents: tally.contents,
    unpacked: tally.unpacked,
  };
  const sign = (message: Uint8Array): Uint8Array => signWith(order.signSeed, message);
  return { header, pieces: sealContainer('bundle', bundleHeaderText(header), body, sign) };
};

/**
 * What the bundle holds, in slices, with checks 10 (but for whether it is for us), 12, 13, 14 and 15 as far as the bundle alone
 * tells them. Read to the end before any of it is applied: the last checks are made there.
 */
export const openBundle = (
  source: ByteSource,
  container: Container,
  header: BundleHeader,
  { receiveIdentity, now }: { readonly receiveIdentity: string; readonly now: () => number },
): AsyncGenerator<readonly ReadPart[]> =>
  readPayload(
    unpackBody(readBody(source, container), {
      receiveIdentity,
      recipients: header.to.length,
      unpacked: header.unpacked,
      now,
    }),
    header,
  );
