/**
 * Which files may be attached as evidence, and what they are called here.
 *
 * Threat: a file that runs, or that makes another program run something, when it is saved and opened: programs, scripts,
 * shortcuts, installers, disk images, Office documents with macros, web pages and drawings with script, archives that hold any
 * of these, and names that pretend (a path, “report.pdf.exe”, letters that turn the reading direction round).
 * Must hold: the name is judged after it is cleaned, the contents whatever the name says, archives by the names inside them;
 * nothing is ever opened by this program. A refusal says why, in a sentence for the person.
 * Accepted gap: a document may exploit a fault of the program that opens it, mail messages and PDFs may carry files of their own.
 */
import { fileNameExtension } from './file-names.ts';

/** 25 MB. */
export const LARGEST_ATTACHMENT = 25 * 1024 * 1024;

const PROGRAMS =
  'exe com scr pif cpl dll sys drv ocx msi msp mst msix appx app bin run elf so dylib jar class apk ipa deb rpm pkg';
const SCRIPTS =
  'bat cmd ps1 ps1xml psm1 psd1 vbs vbe vb js jse mjs cjs ts wsf wsh wsc sct hta sh bash zsh csh ksh command py pyc pyw pl rb php lua tcl ahk au3 applescript scpt workflow reg inf msc xll xla';
const SHORTCUTS =
  'lnk url webloc desktop scf library-ms search-ms searchconnector-ms settingcontent-ms appref-ms application gadget rdp theme';
const IMAGES = 'iso img dmg vhd vhdx vmdk vdi wim toast udf';
const MACROS =
  'docm dotm xlsm xltm xlsb xlam pptm potm ppam ppsm sldm one onepkg accdb accde mdb mde ade adp slk iqy oqy dqy';
const SEALED = 'rar 7z cab arj lzh lha ace gz tgz bz2 tbz xz txz zst tar z cpio';
const PAGES = 'html htm xhtml xht shtml mht mhtml svg svgz xml xsl xslt';

const REFUSED: readonly (readonly [extensions: string, what: string])[] = [
  [PROGRAMS, 'a program or a part of one'],
  [SCRIPTS, 'a script'],
  [SHORTCUTS, 'a shortcut, which opens something else'],
  [IMAGES, 'a disk image'],
  [MACROS, 'an Office document of a kind that can hold macros'],
];

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const refusedExtensions = REFUSED.map(([extensions, what]) => ({ extensions: setOf(extensions), what }));
const sealed = setOf(SEALED);
const pages = setOf(PAGES);
const webPages = setOf('html htm xhtml xht shtml mht mhtml');

/** Why the file may not be attached, as a sentence; null when it may. `fileName` is the cleaned one. */
export const whyNotAttached = (fileName: string, bytes: Uint8Array): string | null => {
  const size = whyNotOfSize(bytes.length);
  if (size !== null) return size;
  const what = dangerOfName(fileName) ?? dangerOfContents(fileName, bytes);
  return what === null ? null : `“${fileName}” is ${what}. Such files are not kept on a board.`;
};

/** The same of its size alone, before it is read. */
export const whyNotOfSize = (bytes: number): string | null => {
  if (bytes === 0) return 'The file is empty.';
  if (bytes <= LARGEST_ATTACHMENT) return null;
  return `The file has ${inMegabytes(bytes)}; at most ${inMegabytes(LARGEST_ATTACHMENT)} can be attached.`;
};

const inMegabytes = (bytes: number): string => `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MB`;

const dangerOfName = (fileName: string): string | null => {
  const extension = fileNameExtension(fileName);
  const refused = refusedExtensions.find(({ extensions }) => extensions.has(extension));
  if (refused !== undefined) return refused.what;
  return sealed.has(extension) ? sealedArchive : null;
};

const sealedArchive = 'an archive whose contents cannot be looked at here: unpack it and attach what it holds';

/** What a file begins with, at which place. */
const BEGINNINGS: readonly (readonly [bytes: readonly number[], at: number, what: string])[] = [
  [[0x4d, 0x5a], 0, 'a program for Windows'],
  [[0x7f, 0x45, 0x4c, 0x46], 0, 'a program for Linux'],
  [[0xfe, 0xed, 0xfa, 0xce], 0, 'a program for macOS'],
  [[0xfe, 0xed, 0xfa, 0xcf], 0, 'a program for macOS'],
  [[0xce, 0xfa, 0xed, 0xfe], 0, 'a program for macOS'],
  [[0xcf, 0xfa, 0xed, 0xfe], 0, 'a program for macOS'],
  [[0xca, 0xfe, 0xba, 0xbe], 0, 'a program'],
  [[0x23, 0x21], 0, 'a script'],
  [[0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], 0, 'a shortcut, which opens something else'],
  [[0x49, 0x54, 0x53, 0x46], 0, 'a help file, which can run scripts'],
  [[0x4d, 0x53, 0x57, 0x49, 0x4d], 0, 'a disk image'],
  [[0x63, 0x6f, 0x6e, 0x65, 0x63, 0x74, 0x69, 0x78], 0, 'a disk image'],
  [[0x76, 0x68, 0x64, 0x78, 0x66, 0x69, 0x6c, 0x65], 0, 'a disk image'],
  [[0x4b, 0x44, 0x4d, 0x56], 0, 'a disk image'],
  [[0x43, 0x44, 0x30, 0x30, 0x31], 0x8001, 'a disk image'],
  [[0x4d, 0x53, 0x43, 0x46], 0, sealedArchive],
  [[0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], 0, sealedArchive],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 0, sealedArchive],
  [[0x1f, 0x8b], 0, sealedArchive],
  [[0x42, 0x5a, 0x68], 0, sealedArchive],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 0, sealedArchive],
];

const ZIP = [0x50, 0x4b] as const;
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;
const DISK_IMAGE_TRAILER = [0x6b, 0x6f, 0x6c, 0x79] as const;

const hasAt = (bytes: Uint8Array, wanted: readonly number[], at: number): boolean =>
  wanted.every((byte, place) => bytes[at + place] === byte);

const dangerOfContents = (fileName: string, bytes: Uint8Array): string | null => {
  const beginning = BEGINNINGS.find(([wanted, at]) => hasAt(bytes, wanted, at));
  if (beginning !== undefined) return beginning[2];
  if (hasAt(bytes, DISK_IMAGE_TRAILER, bytes.length - 512)) return 'a disk image';
  if (hasAt(bytes, ZIP, 0)) return dangerOfArchive(bytes);
  if (hasAt(bytes, OLD_OFFICE, 0)) return indexOfWords(bytes, utf16('_VBA_PROJECT')) === -1 ? null : macros;
  return isPage(fileName, bytes) ? dangerOfPage(bytes) : dangerOfText(bytes);
};

const macros = 'an Office document with macros';

/** Documents of Office and OpenDocument are archives too. */
const dangerOfArchive = (bytes: Uint8Array): string | null => {
  const names = namesInArchive(bytes);
  if (names === null) return 'an archive that cannot be read to its end: it may be damaged';
  if (names.some((name) => /(^|\/)vbaProject\.bin$|^xl\/macrosheets\/|^(Basic|Scripts)\//i.test(name))) return macros;
  for (const name of names) {
    if (name.endsWith('/')) continue;
    const extension = fileNameExtension(name.slice(name.lastIndexOf('/') + 1));
    const refused = refusedExtensions.find(({ extensions }) => extensions.has(extension));
    // Office keeps plain parts of its documents under “.bin”.
    if (refused !== undefined && extension !== 'bin') return `an archive that holds ${refused.what}`;
    if (sealed.has(extension) || extension === 'zip') return 'an archive that holds another archive';
    if (webPages.has(extension)) return 'an archive that holds a web page: attach the page itself';
  }
  return null;
};

/** The names in the directory at a zip's end; null when it is not whole. Nothing is unpacked. */
const namesInArchive = (bytes: Uint8Array): readonly string[] | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(bytes);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const names: string[] = [];
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > end || !hasAt(bytes, [0x50, 0x4b, 1, 2], at)) return null;
    const length = view.getUint16(at + 28, true);
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)).replaceAll('\\', '/'));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
};

const endOfDirectory = (bytes: Uint8Array): number | null => {
  const last = bytes.length - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    if (hasAt(bytes, [0x50, 0x4b, 5, 6], at)) return at;
  }
  return null;
};

const utf16 = (words: string): Uint8Array =>
  Uint8Array.from(words.split('').flatMap((letter) => [letter.charCodeAt(0), 0]));

const indexOfWords = (bytes: Uint8Array, wanted: Uint8Array): number => {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, place) => bytes[at + place] === byte)) return at;
  }
  return -1;
};

/** The text of a file that is text, in whichever of its usual encodings. */
const asText = (bytes: Uint8Array): string => {
  if (hasAt(bytes, [0xff, 0xfe], 0)) return new TextDecoder('utf-16le').decode(bytes);
  if (hasAt(bytes, [0xfe, 0xff], 0)) return new TextDecoder('utf-16be').decode(bytes);
  const isWide = bytes.length > 3 && bytes[0] !== 0 && bytes[1] === 0 && bytes[3] === 0;
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
};

const isPage = (fileName: string, bytes: Uint8Array): boolean =>
  pages.has(fileNameExtension(fileName)) ||
  /^\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype|html|head|body|svg|\?xml|script)/i.test(
    asText(bytes.subarray(0, 4096)),
  );

/** Every repetition is bounded or ends at its first other letter: a crafted file is not to keep the program busy. */
const ACTIVE =
  /<\s*(?:[a-z]{1,20}:)?(?:script|iframe|frame|object|embed|applet|foreignObject|handler|animate|set|meta[^>]{1,60}refresh)\b|[\s/"']on[a-z]+\s*=|(?:javascript|vbscript)\s*:|data\s*:\s*text\/html|<!ENTITY|<\?xml-stylesheet/i;

const dangerOfPage = (bytes: Uint8Array): string | null =>
  ACTIVE.test(asText(bytes).replaceAll('\0', '')) ? 'a web page or drawing with script in it' : null;

const dangerOfText = (bytes: Uint8Array): string | null =>
  /^\s*\[(InternetShortcut|Desktop Entry)\]/i.test(asText(bytes.subarray(0, 256)))
    ? 'a shortcut, which opens something else'
    : null;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  rtf: 'application/rtf',
  txt: 'text/plain',
  csv: 'text/csv',
  md: 'text/markdown',
  eml: 'message/rfc822',
  msg: 'application/vnd.ms-outlook',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  heic: 'image/heic',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  zip: 'application/zip',
  html: 'text/html',
  htm: 'text/html',
  svg: 'image/svg+xml',
  xml: 'application/xml',
};

/** What is offered when a file is chosen; other kinds are taken too, unless they are refused above. */
export const USUAL_EXTENSIONS: readonly string[] = Object.keys(MEDIA_TYPES);

/** By the name alone: it is only ever said, never acted on. */
export const mediaTypeOf = (fileName: string): string =>
  MEDIA_TYPES[fileNameExtension(fileName)] ?? 'application/octet-stream';
