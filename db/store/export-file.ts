/**
 * An export read from its file. All but the attached files is one text; those, which may be any number of gigabytes, are cut out
 * on the way and read one at a time. Bytes are enough for that: in UTF-8 none of JSON's own signs is ever a part of another.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { Failure } from './failure.ts';

const CONTENTS = 'attachmentContents';
/** Less than a text can be in this runtime, more than the records of a board ten times larger than any real one. */
const LARGEST_TEXT = 500 * 1024 * 1024;
/** One attached file of 25 MB as base64, with room. */
const LARGEST_CONTENT = 40 * 1024 * 1024;
const PORTION = 1024 * 1024;

const byteOf = (sign: string): number => sign.charCodeAt(0);
const QUOTE = byteOf('"');
const BACKSLASH = byteOf('\\');
const OPEN_LIST = byteOf('[');
const CLOSE_LIST = byteOf(']');
const OPEN_OBJECT = byteOf('{');
const CLOSE_OBJECT = byteOf('}');
const COLON = byteOf(':');
const COMMA = byteOf(',');

type Part = 'rest' | 'content';

/**
 * Splits the bytes of a document as they come: `keep` is given runs of bytes of the rest and of each attached file, and `end`
 * is called when one of these is whole.
 */
export const createSplitter = (keep: (part: Part, bytes: Uint8Array) => void, end: () => void) => {
  let depth = 0;
  let inText = false;
  let isEscaped = false;
  let text: number[] = [];
  let lastText = '';
  let inContents = false;
  let isContentsNext = false;

  /** Where the byte belongs; null: a comma between two attached files, which belongs nowhere. */
  const partOf = (byte: number): Part | null => {
    const isInside = inContents && depth > 2;
    if (inText) {
      if (isEscaped) isEscaped = false;
      else if (byte === BACKSLASH) isEscaped = true;
      else if (byte === QUOTE) {
        inText = false;
        if (depth === 1) lastText = String.fromCharCode(...text);
      }
      if (inText && depth === 1 && text.length <= CONTENTS.length) text.push(byte);
      return isInside ? 'content' : 'rest';
    }
    switch (byte) {
      case QUOTE:
        inText = true;
        text = [];
        break;
      case COLON:
        if (depth === 1) isContentsNext = lastText === CONTENTS;
        break;
      case COMMA:
        if (depth === 1) isContentsNext = false;
        if (inContents && depth === 2) return null;
        break;
      case OPEN_LIST:
      case OPEN_OBJECT:
        depth += 1;
        if (depth === 2 && byte === OPEN_LIST && isContentsNext) inContents = true;
        else if (inContents && depth === 3 && byte === OPEN_OBJECT) return 'content';
        break;
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        depth -= 1;
        if (depth < 2) inContents = false;
        break;
    }
    return isInside ? 'content' : 'rest';
  };

  return (bytes: Uint8Array): void => {
    let from = 0;
    let part: Part | null = null;
    for (let at = 0; at < bytes.length; at++) {
      const next = partOf(bytes[at] as number);
      if (next !== part) {
        if (part !== null && at > from) keep(part, bytes.subarray(from, at));
        from = at;
        part = next;
      }
      if (next === 'content' && depth === 2) {
        keep('content', bytes.subarray(from, at + 1));
        from = at + 1;
        part = null;
        end();
      }
    }
    if (part !== null && from < bytes.length) keep(part, bytes.subarray(from));
  };
};

const portionsOf = function* (file: string): Generator<Uint8Array> {
  const handle = openSync(file, 'r');
  try {
    // Not a Buffer, whose slices are no copies: the same memory is read into again.
    const portion = new Uint8Array(PORTION);
    for (;;) {
      const length = readSync(handle, portion, 0, PORTION, null);
      if (length === 0) return;
      yield portion.subarray(0, length);
    }
  } finally {
    closeSync(handle);
  }
};

const refuse = (at: string, problem: string): never => {
  throw new Failure('import-refused', { at, problem });
};

/** The text of the document without its attached files. Fails with import-refused when it is too large. */
export const readExportText = (file: string): string => {
  const kept: Uint8Array[] = [];
  let size = 0;
  const split = createSplitter(
    (part, bytes) => {
      if (part === 'content') return;
      size += bytes.length;
      if (size > LARGEST_TEXT) refuse('', 'its records are larger than 500 MB, which those of no board are');
      kept.push(bytes.slice());
    },
    () => undefined,
  );
  for (const portion of portionsOf(file)) split(portion);
  return Buffer.concat(kept).toString('utf8');
};

/** The attached files of the document, one after another. */
export const readExportContents = function* (file: string): Generator {
  const ready: unknown[] = [];
  let at = 0;
  let kept: Uint8Array[] = [];
  let size = 0;
  const split = createSplitter(
    (part, bytes) => {
      if (part === 'rest') return;
      size += bytes.length;
      if (size > LARGEST_CONTENT) refuse(`${CONTENTS}[${at}]`, 'it is larger than any attached file can be');
      kept.push(bytes.slice());
    },
    () => {
      try {
        ready.push(JSON.parse(Buffer.concat(kept).toString('utf8')));
      } catch (error) {
        refuse(`${CONTENTS}[${at}]`, `it is not whole JSON (${error instanceof Error ? error.message : 'unreadable'})`);
      }
      at += 1;
      kept = [];
      size = 0;
    },
  );
  for (const portion of portionsOf(file)) {
    split(portion);
    yield* ready.splice(0);
  }
};
