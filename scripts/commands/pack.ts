import { mkdirSync } from 'node:fs';
import path from 'node:path';
import {
  PACK_FORMATS,
  PACK_SECTIONS,
  type PackFormat,
  type PackOptions,
  type PackSectionId,
} from '../../db/contract/packs.ts';
import { MEETING_PURPOSES, type MeetingPurpose } from '../../db/domain/codes.ts';
import { isCivilDate } from '../../db/domain/partial-date.ts';
import { PACK_FORMATS as WRITERS } from '../../db/packs/formats.ts';
import { packToHtml } from '../../db/packs/html.ts';
import type { Pack } from '../../db/packs/model.ts';
import { packFileName, packOf } from '../../db/service/packs.ts';
import { Failure, withFailures } from '../../db/store/failure.ts';
import { writeFileDurably } from '../../db/store/files.ts';
import type { Store } from '../../db/store/store.ts';
import { type Printer, startPrinter } from '../chromium.ts';
import { type Command, text, UsageError, type Values } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';

export const pack: Command = {
  summary: 'Writes the status pack',
  usage: `pack FOLDER --out DIR [--format ${PACK_FORMATS.join(',')}] [--meeting-date D] [--as-at D]
       [--title TEXT] [--body NAME] [--purpose ${MEETING_PURPOSES.join('|')}] [--marking TEXT] [--sections ${PACK_SECTIONS.join(',')}]`,
  options: {
    out: { type: 'string' },
    format: { type: 'string' },
    'meeting-date': { type: 'string' },
    'as-at': { type: 'string' },
    title: { type: 'string' },
    body: { type: 'string' },
    purpose: { type: 'string' },
    marking: { type: 'string' },
    sections: { type: 'string' },
  },
  takes: [1, 1],
  run: async ({ positionals, values, say, signal }) => {
    const out = text(values, 'out');
    if (out === undefined) throw new UsageError('Say where the pack goes: --out DIR.');
    const formats = listOf(text(values, 'format') ?? 'docx,xlsx,html,pdf,json', PACK_FORMATS, '--format');
    const folder = path.resolve(out);
    // The browser that prints starts while the board is unlocked, and prints while this program writes the rest.
    const printer = formats.includes('pdf') ? startPrinter() : null;
    const order = [...formats].sort((a, b) => Number(b === 'pdf') - Number(a === 'pdf'));
    try {
      const files = await withBoard(folderOf(positionals[0]), async ({ store }) => {
        const options = readOptions(values, store);
        const model = packOf(store, options);
        withFailures(() => mkdirSync(folder, { recursive: true }));
        if (signal.aborted) throw new Failure('cancelled');
        say(`Writing ${formats.map((format) => format.toUpperCase()).join(', ')} …`);
        const documents = await Promise.all(
          order.map(async (format) => ({
            name: packFileName(options, model.dataAsAt, format),
            bytes: await bytesOf(model, format, printer),
          })),
        );
        if (signal.aborted) throw new Failure('cancelled');
        return documents.map(({ name, bytes }) => {
          const file = path.join(folder, name);
          withFailures(() => writeFileDurably(file, bytes));
          return file;
        });
      });
      return { words: files.join('\n'), json: { files } };
    } finally {
      await printer?.end();
    }
  },
};

const bytesOf = async (model: Pack, format: PackFormat, printer: Printer | null): Promise<Uint8Array> => {
  if (format !== 'pdf') return WRITERS[format].write(model);
  if (printer === null) throw new TypeError('A PDF needs a printer.');
  return printer.print(packToHtml(model));
};

const readOptions = (values: Values, store: Store): PackOptions => {
  const board = store.prepare<[], { name: string; marking: string }>('select name, marking from boards limit 1').get();
  const purpose = text(values, 'purpose') ?? 'information';
  if (!(MEETING_PURPOSES as readonly string[]).includes(purpose)) {
    throw new UsageError(`--purpose is one of ${MEETING_PURPOSES.join(', ')}, not “${purpose}”.`);
  }
  return {
    title: text(values, 'title') ?? 'Status pack',
    body: text(values, 'body') ?? board?.name ?? '',
    meetingDate: dayOf(values, 'meeting-date'),
    purpose: purpose as MeetingPurpose,
    marking: text(values, 'marking') ?? board?.marking ?? 'OFFICIAL-SENSITIVE',
    sections: listOf<PackSectionId>(text(values, 'sections') ?? PACK_SECTIONS.join(','), PACK_SECTIONS, '--sections'),
    asAt: dayOf(values, 'as-at'),
  };
};

const dayOf = (values: Values, name: string): string | null => {
  const day = text(values, name) ?? null;
  if (day !== null && !isCivilDate(day)) throw new UsageError(`--${name} is a day such as 2026-12-01, not “${day}”.`);
  return day;
};

const listOf = <T extends string>(given: string, known: readonly T[], option: string): T[] => {
  const names = given.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(known as readonly string[]).includes(name));
  if (unknown !== undefined) throw new UsageError(`${option} takes ${known.join(', ')}, not “${unknown}”.`);
  return [...new Set(names)] as T[];
};
