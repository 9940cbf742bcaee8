/** The pack of a public board in every format, as words to look for. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PACK_SECTIONS } from '../../../db/contract/packs.ts';
import { PACK_FORMATS } from '../../../db/packs/formats.ts';
import type { Pack, PackTable } from '../../../db/packs/model.ts';
import { packOf } from '../../../db/service/packs.ts';
import type { PublicBoard } from '../../fixtures/public-cases/public-board.ts';
import { unzipped } from '../packs/unzipped.ts';

export type Row = Readonly<Record<string, string>>;
type Format = 'json' | 'html' | 'docx' | 'xlsx';

export type Printed = {
  readonly pack: Pack;
  readonly words: Readonly<Record<Format, string>>;
  /** The rows of one table, each as the words of its cells by the keys of its columns. */
  readonly rows: (tableId: string) => readonly Row[];
  readonly board: PublicBoard;
  readonly close: () => void;
};

export const packFor = ({ store }: PublicBoard, body: string): Pack =>
  packOf(store, {
    title: 'Status pack',
    body,
    meetingDate: null,
    purpose: 'information',
    marking: 'OFFICIAL',
    sections: [...PACK_SECTIONS],
    asAt: null,
  });

/** Builds the board in a folder of its own and writes its pack for the body. */
export const print = async (build: (folder: string) => Promise<PublicBoard>, body: string): Promise<Printed> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'public-case-'));
  const board = await build(path.join(folder, 'board'));
  const pack = packFor(board, body);
  const bytes = async (format: Format) => await PACK_FORMATS[format].write(pack);
  const text = new TextDecoder();
  const inOffice = (document: Uint8Array): string => Object.values(unzipped(document)).map(withoutTags).join('\n');
  return {
    pack,
    words: {
      json: stringsOf(JSON.parse(text.decode(await bytes('json')))).join('\n'),
      html: withoutTags(text.decode(await bytes('html'))),
      docx: inOffice(await bytes('docx')),
      xlsx: inOffice(await bytes('xlsx')),
    },
    rows: (tableId) => rowsOf(pack, tableId),
    board,
    close: () => {
      board.session.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** The formats that leave a fact out. */
export const formatsWithout = ({ words }: Printed, formats: readonly Format[], fact: string): readonly Format[] =>
  formats.filter((format) => !words[format].includes(fact));

export const rowsOf = (pack: Pack, tableId: string): readonly Row[] => {
  const { columns, rows } = tableOf(pack, tableId);
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [columns[at]?.key, cell.text])));
};

const tableOf = (pack: Pack, tableId: string): PackTable => {
  const found = pack.sections
    .flatMap((section) => section.blocks)
    .find((block) => block.kind === 'table' && block.id === tableId);
  if (found?.kind !== 'table') throw new Error(`the pack has no table ${tableId}`);
  return found;
};

const stringsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '’', '#39': '’' };

/** Markup taken out, entities read, every kind of space one space. */
const withoutTags = (markup: string): string =>
  markup
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/[\u00a0\u202f]/g, ' ');
