import { packToHtml } from './html.ts';
import { packToJson } from './json.ts';
import type { Pack } from './model.ts';

export type PackFormat = {
  /** In the words of a menu. */
  readonly label: string;
  /** Without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  readonly write: (pack: Pack) => Promise<Uint8Array>;
};

const utf8 = new TextEncoder();

/**
 * The PDF is not here: a shell prints it from the HTML. The two large libraries are loaded when a document is first asked for,
 * so that opening a board does not wait for them.
 */
export const PACK_FORMATS = {
  docx: {
    label: 'Word document',
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: async (pack) => (await import('./docx.ts')).packToDocx(pack),
  },
  xlsx: {
    label: 'Excel workbook',
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: async (pack) => (await import('./xlsx.ts')).packToXlsx(pack),
  },
  html: {
    label: 'Web page',
    extension: 'html',
    mediaType: 'text/html',
    write: async (pack) => utf8.encode(packToHtml(pack)),
  },
  json: {
    label: 'JSON for other programs',
    extension: 'json',
    mediaType: 'application/json',
    write: async (pack) => utf8.encode(packToJson(pack)),
  },
} as const satisfies Readonly<Record<string, PackFormat>>;

export type PackFormatName = keyof typeof PACK_FORMATS;

export const isPackFormatName = (name: string): name is PackFormatName => Object.hasOwn(PACK_FORMATS, name);
