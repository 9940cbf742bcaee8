/**
 * The parts of a zip file that came from outside, read only after its directory was checked: what it declares is summed up
 * before a byte is inflated, and inflating stops at what was declared. Threat: a small file that becomes gigabytes, a directory
 * that points anywhere, parts that two readers would see differently. Zip64, encryption and split files are refused: no
 * spreadsheet or letter of at most 5 MB needs them.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { refuseFile } from './refused-file.ts';

export type ZipLimits = {
  readonly entries: number;
  /** Bytes of all parts together, inflated. */
  readonly total: number;
  /** Inflated bytes for each compressed one, of parts that are larger than a megabyte. */
  readonly ratio: number;
};

export const RETURN_LIMITS: ZipLimits = { entries: 500, total: 50 * 1024 * 1024, ratio: 200 };

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
};

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const MEGABYTE = 1024 * 1024;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;

/** The parts whose names are wanted, inflated and checked against their checksums; and the names of all there are. */
export const readCheckedZip = (
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: ZipLimits = RETURN_LIMITS,
): { readonly names: readonly string[]; readonly parts: ReadonlyMap<string, Uint8Array> } => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view, limits);
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (wanted(entry.name)) parts.set(entry.name, inflated(bytes, view, entry));
  }
  return { names: entries.map(({ name }) => name), parts };
};

const readDirectory = (bytes: Uint8Array, view: DataView, limits: ZipLimits): readonly Entry[] => {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) damaged();
  if (count > limits.entries) refuseFile(`it holds ${count} parts, more than any sheet of this program`);
  const entries: Entry[] = [];
  const names = new Set<string>();
  let at = start;
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== DIRECTORY) damaged();
    const nameLength = view.getUint16(at + 28, true);
    const name = nameOf(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength));
    const entry: Entry = {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if ((view.getUint16(at + 8, true) & 1) !== 0) refuseFile('it is protected with a password; save it without one');
    if (entry.method !== 0 && entry.method !== 8) damaged();
    if (entry.compressed === 0xffffffff || entry.size === 0xffffffff || entry.offset === 0xffffffff) damaged();
    if (names.has(name)) refuseFile('it holds two parts of one name');
    names.add(name);
    total += entry.size;
    if (total > limits.total) refuseFile('unpacked it would be larger than 50 MB');
    if (entry.size > MEGABYTE && entry.size > entry.compressed * limits.ratio) {
      refuseFile('it unpacks to far more than a filled-in sheet holds');
    }
    entries.push(entry);
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
};

/** The end record stands last, before a comment of at most 65,535 bytes. */
const findEnd = (view: DataView): number => {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - 0xffff);
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return view.byteLength >= 4 && view.getUint32(0, true) === LOCAL
    ? damaged()
    : refuseFile('it is neither an Excel workbook (.xlsx) nor a Word document (.docx)');
};

const nameOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const inflated = (bytes: Uint8Array, view: DataView, { offset, method, crc, compressed, size }: Entry): Uint8Array => {
  if (offset + LOCAL_LENGTH > bytes.length || view.getUint32(offset, true) !== LOCAL) damaged();
  const start = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + compressed > bytes.length) damaged();
  const packed = bytes.subarray(start, start + compressed);
  const part = method === 0 ? packed : unpacked(packed, size);
  if (part.length !== size || crc32(part) !== crc) damaged();
  return part;
};

const unpacked = (packed: Uint8Array, size: number): Uint8Array => {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    return damaged();
  }
};

const damaged = (): never => refuseFile('it is damaged or was cut short; ask for it again');
