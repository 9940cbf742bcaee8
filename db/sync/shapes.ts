/** The shapes of single values in headers and lines: plain tests, because a bundle holds millions. */
import type { Value } from '../store/change-log.ts';
import { LAST_CLOCK } from './limits.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SHA256 = /^[0-9a-f]{64}$/;
const SIGNATURE = /^[0-9a-f]{128}$/;
const CLOCK = /^[0-9a-f]{16}$/;
const TABLE_OR_FIELD = /^[A-Za-z][A-Za-z0-9]{0,63}$/;

export const isText = (value: unknown): value is string => typeof value === 'string' && value.isWellFormed();
export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
export const isSha256 = (value: unknown): value is string => typeof value === 'string' && SHA256.test(value);
export const isSignature = (value: unknown): value is string => typeof value === 'string' && SIGNATURE.test(value);
/** 16 hex digits, up to the year 9999. */
export const isClock = (value: unknown): value is string =>
  typeof value === 'string' && CLOCK.test(value) && value <= LAST_CLOCK;
export const isTableOrField = (value: unknown): value is string =>
  typeof value === 'string' && TABLE_OR_FIELD.test(value);
export const isSequence = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 1;
export const isValue = (value: unknown): value is Value =>
  value === null || isText(value) || (typeof value === 'number' && Number.isFinite(value));

/** Text order by bytes: what is compared so is ASCII. */
export const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
export const areRising = (texts: readonly string[]): boolean =>
  texts.every((text, at) => at === 0 || byText(texts[at - 1] ?? '', text) < 0);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of the bytes; null when they are not UTF-8. A byte order mark stays: no format here begins with one. */
export const bytesToText = (bytes: Uint8Array): string | null => {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
};

/**
 * Whether brackets stand in each other deeper than this, outside of texts. Asked of long lines before they are parsed: each
 * level costs an object, so that 4 MB of brackets would take hundreds.
 */
export const isDeeperThan = (json: string, levels: number): boolean => {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    switch (json.charCodeAt(at)) {
      case QUOTE:
        at = endOfText(json, at);
        break;
      case OPEN_LIST:
      case OPEN_OBJECT:
        depth += 1;
        if (depth > levels) return true;
        break;
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        depth -= 1;
        break;
    }
  }
  return false;
};

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

const endOfText = (json: string, start: number): number => {
  for (let at = start + 1; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE) return at;
  }
  return json.length;
};
