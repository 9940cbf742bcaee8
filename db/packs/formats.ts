import { packToCsv } from './csv.ts';
import { packToHtml } from './html.ts';
import { packToJson } from './json.ts';
import type { Pack } from './model.ts';
import type { Turn } from './turns.ts';

export type PackFormatName = 'docx' | 'xlsx' | 'html' | 'csv' | 'json';

export type PackFormat = {
  /** In the words of a menu. */
  readonly label: string;
  /** Without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** A writer of long documents takes `turn` now and then: see there. */
  readonly write: (pack: Pack, turn?: Turn) => Promise<Uint8Array>;
};

const utf8 = new TextEncoder();

/**
 * The PDF is not here: a shell prints it from the HTML. The two large libraries are loaded when a document is first asked for,
 * so that opening a board does not wait for them.
 */
export const PACK_FORMATS: Readonly<Record<PackFormatName, PackFormat>> = {
  docx: {
    label: 'Word document',
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: async (pack, turn) => (await import('./docx.ts')).packToDocx(pack, turn),
  },
  xlsx: {
    label: 'Excel workbook',
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: async (pack, turn) => (await import('./xlsx.ts')).packToXlsx(pack, turn),
  },
  html: {
    label: 'Web page',
    extension: 'html',
    mediaType: 'text/html',
    write: async (pack) => utf8.encode(packToHtml(pack)),
  },
  csv: {
    label: 'CSV tables, zipped',
    extension: 'zip',
    mediaType: 'application/zip',
    write: async (pack) => packToCsv(pack),
  },
  json: {
    label: 'JSON for other programs',
    extension: 'json',
    mediaType: 'application/json',
    write: async (pack) => utf8.encode(packToJson(pack)),
  },
};

export const isPackFormatName = (name: string): name is PackFormatName => Object.hasOwn(PACK_FORMATS, name);
