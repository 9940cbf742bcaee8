/**
 * The payload of a bundle: attached files, operations with their changes in canonical order (clock, device id, sequence), and
 * seals last, one line each. Written as it comes from the database, read with every check that a bundle alone allows
 * (13, 14 and, in `runs.ts`, 15), in slices that let messages in between.
 */
import { createHash, type Hash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { HashedChange } from '../store/change-log.ts';
import type { BundleHeader, Range } from './bundle-header.ts';
import { LARGEST_CONTENT, LINES_A_TURN, CONTENT_PIECE, ENOUGH_BYTES, ENOUGH_CHANGES, LONGEST_LINE } from './limits.ts';
import {
  changeLine,
  type ContentPiece,
  contentLines,
  type Line,
  operationLine,
  readLine,
  type Row,
  sealLine,
  type SyncOperation,
} from './lines.ts';
import { refuse } from './refused.ts';
import { createRunsCheck } from './runs.ts';
import type { Seal } from './seal.ts';
import { byText, isSha256 } from './shapes.ts';

export type ContentPart = { readonly kind: 'content'; readonly sha256: string; readonly bytes: Uint8Array };
export type OperationPart = {
  readonly kind: 'operation';
  readonly operation: SyncOperation;
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
      yield operationLine(part.operation);
      for (const change of part.changes) {
        tally.changes += 1;
        yield changeLine(change);
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

/**
 * Checks 13, 14 and, as far as the bundle alone tells it, 15. The parts come as slices of at most 1,000 lines or so; none may
 * be applied before the last has come without a refusal.
 */
export const readPayload = async function* (
  chunks: AsyncIterable<Uint8Array>,
  header: BundleHeader,
): AsyncGenerator<readonly ReadPart[]> {
  const reader = createPayloadReader(header);
  let number = 0;
  for await (const line of cutLines(chunks)) {
    number += 1;
    reader.take(line, number);
    if (number % LINES_A_TURN !== 0) continue;
    const parts = reader.ready.splice(0);
    if (parts.length > 0) yield parts;
    await breathe();
  }
  reader.end();
  const parts = reader.ready.splice(0);
  if (parts.length > 0) yield parts;
};

const LINE_END = 0x0a;

/** The lines without their ends, however the chunks fall. A last one without its end is refused. */
const cutLines = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let begun: Buffer[] = [];
  let begunLength = 0;
  let number = 1;
  const refuseLine = (problem: string): never => refuse('bad-line', { line: number, problem }, { line: number });
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let from = 0;
    for (;;) {
      const end = bytes.indexOf(LINE_END, from);
      const rest = bytes.subarray(from, end < 0 ? bytes.length : end);
      if (begunLength + rest.length > LONGEST_LINE) refuseLine('it is longer than 4 MB');
      if (end < 0) {
        if (rest.length > 0) begun.push(rest);
        begunLength += rest.length;
        break;
      }
      yield begun.length === 0 ? rest : Buffer.concat([...begun, rest]);
      begun = [];
      begunLength = 0;
      number += 1;
      from = end + 1;
    }
  }
  if (begunLength > 0) refuseLine('it does not end');
};

type OpenOperation = {
  readonly operation: SyncOperation;
  readonly hash: Hash;
  readonly changes: HashedChange[];
  readonly made: Map<HashedChange, Row>;
};
type OpenContent = { readonly sha256: string; readonly hash: Hash; readonly pieces: Buffer[]; length: number };

const createPayloadReader = (header: BundleHeader) => {
  const ready: ReadPart[] = [];
  const runs = createRunsCheck(header.ranges);
  const counts = { operations: 0, changes: 0, contents: 0 };
  const carried = new Set<string>();
  const sealed = new Set<string>();
  /** Carried since the operation before: the one that follows must attach them. */
  const unattached = new Set<string>();
  let last: SyncOperation | null = null;
  let operation: OpenOperation | null = null;
  let content: OpenContent | null = null;
  let number = 0;

  const bad = (problem: string): never => refuse('bad-line', { line: number, problem }, { line: number });

  const addOne = (what: 'operations' | 'changes' | 'contents'): void => {
    counts[what] += 1;
    if (counts[what] > header[what]) refuse('bad-count', { problem: `it holds more ${what}` }, { line: number });
  };

  const endContent = (): void => {
    if (content === null) return;
    const { sha256, hash, pieces } = content;
    if (hash.digest('hex') !== sha256) bad('the attached file before it is not the one that its SHA-256 names');
    ready.push({ kind: 'content', sha256, bytes: Buffer.concat(pieces) });
    unattached.add(sha256);
    content = null;
  };

  const endOperation = (): void => {
    if (operation === null) return;
    const { hash: chain, ...part } = operation;
    if (unattached.size > 0) bad('the operation before it does not attach the file that stands before that');
    const hash = chain.digest('hex');
    runs.takeOperation(part.operation, hash);
    ready.push({ kind: 'operation', hash, ...part });
    operation = null;
  };

  const takePiece = (next: ContentPiece): void => {
    if (sealed.size > 0) bad('it stands after the seals');
    if (content?.sha256 !== next.sha256) {
      endOperation();
      endContent();
      if (carried.has(next.sha256)) bad('that attached file stood there before');
      carried.add(next.sha256);
      addOne('contents');
      if (next.at !== 0) bad('the attached file does not begin with it');
      content = { sha256: next.sha256, hash: createHash('sha256'), pieces: [], length: 0 };
    } else {
      const isFollowing = next.at === content.length && content.length % CONTENT_PIECE === 0;
      if (!isFollowing || content.length === 0 || next.bytes.length === 0)
        bad('it does not follow the piece before it');
    }
    content.length += next.bytes.length;
    if (content.length > LARGEST_CONTENT) bad('the attached file is larger than 25 MB');
    content.hash.update(next.bytes);
    content.pieces.push(next.bytes);
  };

  const takeOperation = (next: SyncOperation, bytes: Buffer): void => {
    if (sealed.size > 0) bad('it stands after the seals');
    endOperation();
    endContent();
    if (last !== null && !isAfter(next, last)) bad('it is not in order');
    addOne('operations');
    last = next;
    operation = { operation: next, hash: addLine(createHash('sha256'), bytes), changes: [], made: new Map() };
  };

  const takeChange = (change: HashedChange, made: Row | null, bytes: Buffer): void => {
    if (operation === null || content !== null || sealed.size > 0) return bad('it is a change of no operation');
    addOne('changes');
    operation.changes.push(change);
    addLine(operation.hash, bytes);
    if (made === null) return;
    operation.made.set(change, made);
    if (change.tableName !== 'attachments') return;
    const { sha256 } = made;
    if (!isSha256(sha256)) return bad('it attaches a file without its SHA-256');
    if (!carried.has(sha256)) refuse('bad-count', { problem: 'an attached file is missing' }, { line: number });
    unattached.delete(sha256);
  };

  const takeSeal = (seal: Seal): void => {
    if (content !== null) bad('it stands between an attached file and its operation');
    endOperation();
    const key = `${seal.deviceId} ${seal.sequence}`;
    if (sealed.has(key)) bad('it seals what is sealed');
    sealed.add(key);
    runs.takeSeal(seal);
    ready.push({ kind: 'seal', seal });
  };

  const take = (bytes: Buffer, lineNumber: number): void => {
    number = lineNumber;
    const line: Line = readLine(bytes, number);
    switch (line.kind) {
      case 'content':
        return takePiece(line.piece);
      case 'operation':
        return takeOperation(line.operation, bytes);
      case 'change':
        return takeChange(line.change, line.made, bytes);
      case 'seal':
        return takeSeal(line.seal);
    }
  };

  const end = (): void => {
    if (content !== null) bad('it ends with an attached file that no operation attaches');
    endOperation();
    for (const what of ['operations', 'changes', 'contents'] as const) {
      if (counts[what] !== header[what]) refuse('bad-count', { problem: `it holds fewer ${what}` });
    }
    if (last?.clock !== header.clock) refuse('bad-count', { problem: 'its last operation has another clock' });
    runs.end();
  };

  return { ready, take, end };
};

const addLine = (hash: Hash, bytes: Buffer): Hash => hash.update(bytes).update('\n');

/** Canonical order. */
const isAfter = (one: SyncOperation, other: SyncOperation): boolean =>
  (byText(one.clock, other.clock) || byText(one.deviceId, other.deviceId) || one.sequence - other.sequence) > 0;
