/**
 * The payload of a bundle: attached files, operations with their changes in canonical order (clock, device id, sequence), and
 * seals last, a line or more each. Written here as it comes from the database; `read-payload.ts` reads it.
 */
import type { HashedChange, HashedOperation } from '../store/change-log.ts';
import type { Range } from './bundle-header.ts';
import { ENOUGH_BYTES, ENOUGH_CHANGES, LONGEST_LINE } from './limits.ts';
import { changeText, contentLines, operationText, type Row, sealLine } from './lines.ts';
import type { Seal } from './seal.ts';
import { byText } from './shapes.ts';

export type ContentPart = { readonly kind: 'content'; readonly sha256: string; readonly bytes: Uint8Array };
export type OperationPart = {
  readonly kind: 'operation';
  readonly operation: HashedOperation;
  /** Of its line and its changes' lines: the chain's. */
  readonly hash: string;
  readonly changes: Iterable<HashedChange>;
};
export type SealPart = { readonly kind: 'seal'; readonly seal: Seal };
/** What a payload is written from, in the order in which it stands there. */
export type PayloadPart = ContentPart | OperationPart | SealPart;

/** What a payload was found to hold: an operation has its changes at hand, and the rows that they make. */
export type ReadPart =
  | ContentPart
  | SealPart
  | (OperationPart & { readonly changes: readonly HashedChange[]; readonly made: ReadonlyMap<HashedChange, Row> });

/** What was written so far. Passed in, so that whoever gives the parts can stop at `isEnough`. */
export type PayloadTally = {
  operations: number;
  changes: number;
  contents: number;
  unpacked: number;
  clock: string;
  readonly ranges: Range[];
};

export const createTally = (): PayloadTally => ({
  operations: 0,
  changes: 0,
  contents: 0,
  unpacked: 0,
  clock: '',
  ranges: [],
});

/** Whether the next operation belongs into another bundle. */
export const isEnough = ({ changes, unpacked }: PayloadTally): boolean =>
  changes > ENOUGH_CHANGES || unpacked > ENOUGH_BYTES;

const WRITTEN_AT_ONCE = 64 * 1024;

/** The bytes of the payload in pieces, and their count in the tally. */
export const writePayload = async function* (
  parts: Iterable<PayloadPart> | AsyncIterable<PayloadPart>,
  tally: PayloadTally,
): AsyncGenerator<Buffer> {
  let text = '';
  for await (const part of parts) {
    count(part, tally);
    for (const line of linesOf(part, tally)) {
      if (Buffer.byteLength(line) > LONGEST_LINE) throw new Error('no reader takes a line of more than 4 MB');
      text += `${line}\n`;
      if (text.length < WRITTEN_AT_ONCE) continue;
      yield piece(text, tally);
      text = '';
    }
  }
  if (text !== '') yield piece(text, tally);
};

const piece = (text: string, tally: PayloadTally): Buffer => {
  const bytes = Buffer.from(text, 'utf8');
  tally.unpacked += bytes.length;
  return bytes;
};

const linesOf = function* (part: PayloadPart, tally: PayloadTally): Generator<string> {
  switch (part.kind) {
    case 'content':
      yield* contentLines(part.sha256, part.bytes);
      return;
    case 'seal':
      yield sealLine(part.seal);
      return;
    case 'operation':
      yield operationText(part.operation);
      for (const change of part.changes) {
        tally.changes += 1;
        yield changeText(change);
      }
  }
};

const count = (part: PayloadPart, tally: PayloadTally): void => {
  if (part.kind === 'content') tally.contents += 1;
  if (part.kind !== 'operation') return;
  const { deviceId, sequence, previousHash, clock } = part.operation;
  tally.operations += 1;
  tally.clock = clock;
  const at = tally.ranges.findIndex(([device, , last]) => device === deviceId && last === sequence - 1);
  const [, first, , before] = tally.ranges[at] ?? [deviceId, sequence, sequence, previousHash, part.hash];
  const range: Range = [deviceId, first, sequence, before, part.hash];
  if (at < 0) tally.ranges.push(range);
  else tally.ranges[at] = range;
};

/** The ranges in the order of a header: the writer's own first, then by device id. */
export const sortedRanges = ({ ranges }: PayloadTally, writer: string): readonly Range[] => {
  const rank = (device: string): number => (device === writer ? 0 : 1);
  return ranges.toSorted(
    (one, other) => rank(one[0]) - rank(other[0]) || byText(one[0], other[0]) || one[1] - other[1],
  );
};
