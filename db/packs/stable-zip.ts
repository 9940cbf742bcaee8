import { deflateSync, strFromU8, strToU8, unzipSync, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { atOneGo, inTurns, resultOf } from '../store/steps.ts';

/** The zip format cannot say less than 1 January 1980, in the machine's own time zone. */
const zipEpoch = (): Date => new Date(1980, 0, 1);

const CORE_PROPERTIES = 'docProps/core.xml';

/** By its path in the zip; what is long may be in pieces. */
export type ZipEntries = Readonly<Record<string, Content>>;

type Content = Uint8Array | readonly Uint8Array[];

/** Takes half the time of level 6 and makes a big workbook 8% larger. */
const LEVEL = 4;

/**
 * A zip whose bytes depend on its entries alone: fixed times, order by name, and a compressor in JavaScript, because Node's own
 * gives different bytes on different processors.
 */
export const stableZip = (entries: ZipEntries): Uint8Array => atOneGo(zipInSlices(entries));

/** The same bytes, with room for others after each slice; an error of `turn` ends it there. */
export const stableZipInTurns = (entries: ZipEntries, turn: () => Promise<void>): Promise<Uint8Array> =>
  resultOf(inTurns(zipInSlices(entries), turn));

/** Takes some 20 ms to compress. */
const SLICE = 1_000_000;

const zipInSlices = function* (entries: ZipEntries): Generator<void, Uint8Array> {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    written.push(chunk);
  });
  for (const [path, content] of Object.entries(entries).sort(([a], [b]) => contentTypesFirst(a, b))) {
    const file = lengthOf(content) <= SLICE ? new DeflatedWhole(path) : new ZipDeflate(path, { level: LEVEL });
    file.mtime = zipEpoch();
    zip.add(file);
    if (file instanceof DeflatedWhole) {
      file.push(wholeOf(content), true);
      continue;
    }
    let pushed = 0;
    for (const slice of slicesOf(content)) {
      file.push(slice);
      pushed += slice.length;
      if (pushed < SLICE) continue;
      pushed = 0;
      yield;
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  return joined(written);
};

/** A stream of slices needs room of its own to begin with: most entries are shorter than that. */
class DeflatedWhole extends ZipPassThrough {
  override compression = 8;

  protected override process(whole: Uint8Array, final: boolean): void {
    this.ondata(null, deflateSync(whole, { level: LEVEL }), final);
  }
}

const lengthOf = (content: Content): number =>
  content instanceof Uint8Array ? content.length : content.reduce((sum, piece) => sum + piece.length, 0);

const wholeOf = (content: Content): Uint8Array => (content instanceof Uint8Array ? content : joined(content));

const slicesOf = function* (content: Content): Generator<Uint8Array> {
  for (const piece of content instanceof Uint8Array ? [content] : content)
    for (let at = 0; at < piece.length; at += SLICE) yield piece.subarray(at, at + SLICE);
};

const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(lengthOf(pieces));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};

/**
 * The parts of an Office document with everything that differs from run to run made fixed: the "created" and "modified"
 * properties (the data date) and the names of the bookmarks that contents point to, which the library numbers through the life
 * of the process.
 */
export const stableOfficeParts = (bytes: Uint8Array, civilDate: string): Readonly<Record<string, Uint8Array>> => {
  const numbers = new Map<string, number>();
  const stable: Record<string, Uint8Array> = {};
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    stable[path] = isXml(path) ? strToU8(stableXml(path, strFromU8(content), civilDate, numbers)) : content;
  }
  return stable;
};

const isXml = (path: string): boolean => path.endsWith('.xml') || path.endsWith('.rels');

/** Readers that look no further than the first entry know an Office document by it. */
const contentTypesFirst = (a: string, b: string): number => {
  const [first, second] = [a === '[Content_Types].xml', b === '[Content_Types].xml'];
  if (first !== second) return first ? -1 : 1;
  return a < b ? -1 : 1;
};

const stableXml = (path: string, xml: string, civilDate: string, numbers: Map<string, number>): string => {
  if (path === CORE_PROPERTIES) {
    return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${civilDate}T00:00:00Z`);
  }
  return xml
    .replace(BOOKMARK_NAME, (_, before: string, counted: string) => `${before}_Toc${numberOf(counted, numbers)}`)
    .replace(BOOKMARK_ID, (_, before: string, counted: string) => `${before}${numberOf(counted, numbers)}"`);
};

const numberOf = (counted: string, numbers: Map<string, number>): number => {
  const number = numbers.get(counted) ?? numbers.size + 1;
  numbers.set(counted, number);
  return number;
};

/** Only where markup names a bookmark: in the words of the document a quotation mark is always written as an entity. */
const BOOKMARK_NAME = /(w:anchor="|<w:bookmarkStart w:name="|<w:instrText[^>]*>PAGEREF )_Toc(\d+)/g;
const BOOKMARK_ID = /(<w:bookmarkStart w:name="_Toc\d+" w:id="|<w:bookmarkEnd w:id=")(\d+)"/g;
