/**
 * The payload of a bundle, read with every check that a bundle alone allows (13, 14 and, in `runs.ts`, 15), in slices that let
 * messages in between.
 */
import { createHash, type Hash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { HashedChange, HashedOperation } from '../store/change-log.ts';
import type { BundleHeader } from './bundle-header.ts';
import { CONTENT_PIECE, LARGEST_CONTENT, LINES_A_TURN, LONGEST_LINE } from './limits.ts';
import { type ContentPiece, readLine, type Row } from './lines.ts';
import type { ReadPart } from './payload.ts';
import { refuse } from './refused.ts';
import { createRunsCheck } from './runs.ts';
import type { Seal } from './seal.ts';
import { byText, isSha256 } from './shapes.ts';

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

/** The lines with their ends, however the chunks fall. A last one without its end is refused. */
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
      const ended = bytes.subarray(from, end + 1);
      yield begun.length === 0 ? ended : Buffer.concat([...begun, ended]);
      begun = [];
      begunLength = 0;
      number += 1;
      from = end + 1;
    }
  }
  if (begunLength > 0) refuseLine('it does not end');
};

type OpenOperation = {
  readonly operation: HashedOperation;
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
  let last: HashedOperation | null = null;
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

  const takeOperation = (next: HashedOperation, bytes: Buffer): void => {
    if (sealed.size > 0) bad('it stands after the seals');
    endOperation();
    endContent();
    if (last !== null && !isAfter(next, last)) bad('it is not in order');
    addOne('operations');
    last = next;
    operation = { operation: next, hash: createHash('sha256').update(bytes), changes: [], made: new Map() };
  };

  const takeChange = (change: HashedChange, made: Row | null, bytes: Buffer): void => {
    if (operation === null || content !== null || sealed.size > 0) return bad('it is a change of no operation');
    addOne('changes');
    operation.changes.push(change);
    operation.hash.update(bytes);
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

  /** The line with its end, as it is hashed. */
  const take = (bytes: Buffer, lineNumber: number): void => {
    number = lineNumber;
    const line = readLine(bytes.subarray(0, -1), number);
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

/** Canonical order. */
const isAfter = (one: HashedOperation, other: HashedOperation): boolean =>
  (byText(one.clock, other.clock) || byText(one.deviceId, other.deviceId) || one.sequence - other.sequence) > 0;
