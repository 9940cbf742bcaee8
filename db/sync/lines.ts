/**
 * The lines of a payload, written and read one at a time. The line of an operation and those of its changes are the very bytes
 * that the chain hashes (`db/store/EXPORT.md`), so each has one text only and is refused in any other.
 */
import { isUtf8 } from 'node:buffer';
import { changeLine, type HashedChange, type HashedOperation, operationLine, type Value } from '../store/change-log.ts';
import { CONTENT_PIECE, MOST_DEVICES } from './limits.ts';
import { refuse } from './refused.ts';
import type { Seal } from './seal.ts';
import {
  areRising,
  isClock,
  isDeeperThan,
  isId,
  isSequence,
  isSha256,
  isSignature,
  isTableOrField,
  isText,
  isValue,
} from './shapes.ts';

export type Row = Readonly<Record<string, Value>>;

/** Up to 48 KB of an attached file. */
export type ContentPiece = { readonly sha256: string; readonly at: number; readonly bytes: Buffer };

export type Line =
  | { readonly kind: 'content'; readonly piece: ContentPiece }
  | { readonly kind: 'operation'; readonly operation: HashedOperation }
  /** `made`: the whole row, where the change is its making. */
  | { readonly kind: 'change'; readonly change: HashedChange; readonly made: Row | null }
  | { readonly kind: 'seal'; readonly seal: Seal };

export const operationText = (operation: HashedOperation): string => JSON.stringify(operationLine(operation));

export const changeText = (change: HashedChange): string => JSON.stringify(changeLine(change));

/** The lines of an attached file, in order; an empty one has one line. */
export const contentLines = function* (sha256: string, bytes: Uint8Array): Generator<string> {
  for (let at = 0; at === 0 || at < bytes.length; at += CONTENT_PIECE) {
    const piece = bytes.subarray(at, at + CONTENT_PIECE);
    const base64 = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('base64');
    yield JSON.stringify({ content: sha256, at, bytes: base64 });
  }
};

export const sealLine = ({ deviceId, sequence, hash, signature }: Seal): string =>
  JSON.stringify({ seal: [deviceId, sequence, hash, signature] });

/** Longer ones are looked through for brackets before they are parsed. */
const LONG_LINE = 64 * 1024;
/** `{"seal":[…]}` has two; no line has more. */
const DEEPEST_LINE = 2;

/** Check 13 of one line but for its length, which whoever cuts the lines checks. `number` counts from 1. */
export const readLine = (bytes: Buffer, number: number): Line => {
  const bad = (problem: string): never => refuse('bad-line', { line: number, problem }, { line: number });
  if (!isUtf8(bytes)) bad('it is not UTF-8');
  const text = bytes.toString('utf8');
  if (text.length > LONG_LINE && isDeeperThan(text, DEEPEST_LINE)) bad('its brackets are too deep');
  const parsed = canonical(text);
  if (parsed === undefined) bad('it is not JSON as this program writes it');
  if (Array.isArray(parsed)) {
    return parsed.length === CHANGE_LENGTH ? readChange(parsed, bad) : readOperation(parsed, bad);
  }
  return readObject(parsed, bad);
};

/** What the text says, when it is the text that this runtime writes for it; else undefined. */
const canonical = (text: string): unknown => {
  try {
    const parsed: unknown = JSON.parse(text);
    return JSON.stringify(parsed) === text ? parsed : undefined;
  } catch {
    // Not JSON, or nested deeper than it can be written.
    return undefined;
  }
};

type Bad = (problem: string) => never;

const CHANGE_LENGTH = 6;
const OPERATION_LENGTH = 9;

const readOperation = (values: readonly unknown[], bad: Bad): Line => {
  const [previousHash, id, deviceId, sequence, clock, actor, kind, reason, undoes, seen = null] = values;
  const isSeenWritten = values.length === OPERATION_LENGTH + 1;
  if (values.length !== OPERATION_LENGTH && !isSeenWritten) return bad('it has a length that no line has');
  if (!isSha256(previousHash)) return bad('its previous hash is none');
  if (!isId(id) || !isId(deviceId)) return bad('its id is none');
  if (!isSequence(sequence)) return bad('its number is none');
  if (!isClock(clock)) return bad('its clock is none');
  if (!isText(actor) || !isText(kind) || !isText(reason)) return bad('its words are no text');
  if (undoes !== null && !isId(undoes)) return bad('what it takes back is no id');
  if (isSeenWritten && !isSeen(seen, deviceId)) return bad('what it had seen makes no sense');
  const operation = { previousHash, id, deviceId, sequence, clock, actor, kind, reason, undoes };
  return { kind: 'operation', operation: { ...operation, seen: typeof seen === 'string' ? seen : null } };
};

/** Not empty, keys in order, of other devices only. */
const isSeen = (seen: unknown, author: string): seen is string => {
  if (typeof seen !== 'string' || seen.length > LONG_LINE) return false;
  const parsed = canonical(seen);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return false;
  const devices = Object.keys(parsed);
  return (
    devices.length >= 1 &&
    devices.length <= MOST_DEVICES &&
    areRising(devices) &&
    devices.every((device) => isId(device) && device !== author) &&
    Object.values(parsed).every(isSequence)
  );
};

const readChange = (values: readonly unknown[], bad: Bad): Line => {
  const [tableName, rowId, field, old, next, parent] = values;
  if (!isTableOrField(tableName)) return bad('its table has no name');
  if (!isId(rowId)) return bad('its record has no id');
  if (!isValue(old) || !isValue(next)) return bad('its value is neither text, a number nor nothing');
  if (parent !== null && !isId(parent)) return bad('its parent is no id');
  if (field === '') {
    const made = old === null && parent === null ? madeRow(next, rowId) : null;
    if (made === null) return bad('it makes no record');
    return { kind: 'change', change: { tableName, rowId, field, old, new: next, parent }, made };
  }
  if (!isTableOrField(field)) return bad('its field has no name');
  return { kind: 'change', change: { tableName, rowId, field, old, new: next, parent }, made: null };
};

const madeRow = (text: Value, rowId: string): Row | null => {
  if (typeof text !== 'string' || isDeeperThan(text, 1)) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  return isRow(parsed) && parsed.id === rowId ? parsed : null;
};

const isRow = (parsed: unknown): parsed is Row =>
  typeof parsed === 'object' &&
  parsed !== null &&
  !Array.isArray(parsed) &&
  Object.entries(parsed).every(([column, value]) => isTableOrField(column) && isValue(value));

const readObject = (parsed: unknown, bad: Bad): Line => {
  if (typeof parsed !== 'object' || parsed === null) return bad('it is no line of a bundle');
  const keys = Object.keys(parsed).join();
  if (keys === 'content,at,bytes') return readContent(parsed as Record<'content' | 'at' | 'bytes', unknown>, bad);
  if (keys === 'seal') return readSeal((parsed as { readonly seal: unknown }).seal, bad);
  return bad('it is no line of a bundle');
};

const readContent = ({ content: sha256, at, bytes }: Record<'content' | 'at' | 'bytes', unknown>, bad: Bad): Line => {
  if (!isSha256(sha256)) return bad('its content has no SHA-256');
  if (typeof at !== 'number' || !Number.isSafeInteger(at) || at < 0) return bad('its place in the content is none');
  if (typeof bytes !== 'string') return bad('its bytes are not base64');
  const piece = Buffer.from(bytes, 'base64');
  if (piece.toString('base64') !== bytes) return bad('its bytes are not base64');
  if (piece.length > CONTENT_PIECE) return bad('it holds more of a content than one line may');
  return { kind: 'content', piece: { sha256, at, bytes: piece } };
};

const readSeal = (seal: unknown, bad: Bad): Line => {
  if (!Array.isArray(seal) || seal.length !== 4) return bad('its seal makes no sense');
  const [deviceId, sequence, hash, signature] = seal as readonly unknown[];
  if (!isId(deviceId) || !isSequence(sequence) || !isSha256(hash) || !isSignature(signature)) {
    return bad('its seal makes no sense');
  }
  return { kind: 'seal', seal: { deviceId, sequence, hash, signature } };
};
