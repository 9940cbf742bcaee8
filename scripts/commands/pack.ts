import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { SavedDocument } from '../../db/contract/pack-register.ts';
import { PACK_FORMATS, type PackFormat, type PackOptions } from '../../db/contract/packs.ts';
import { PACK_FORMATS as WRITERS } from '../../db/packs/formats.ts';
import { packToHtml } from '../../db/packs/html.ts';
import type { Pack } from '../../db/packs/model.ts';
import { lastClockRead, sha256Of } from '../../db/service/pack-clock.ts';
import { issuePack } from '../../db/service/pack-issue.ts';
import { builtPackOf, packFileName } from '../../db/service/packs.ts';
import { Failure, withFailures } from '../../db/store/failure.ts';
import type { Store } from '../../db/store/store.ts';
import { type Printer, startPrinter } from '../chromium.ts';
import { type Command, type CommandRun, text, UsageError } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';
import { listOf, PACK_CHOICES, PACK_CHOICES_USAGE, readPackOptions } from './pack-choices.ts';
import { type SavedFile, saveBeside } from './save-beside.ts';

export const pack: Command = {
  summary: 'Writes a status pack and records it in the register',
  usage: `pack FOLDER --out DIR [--format ${PACK_FORMATS.join(',')}] [--no-register]
       ${PACK_CHOICES_USAGE}`,
  options: {
    out: { type: 'string' },
    format: { type: 'string' },
    'no-register': { type: 'boolean' },
    ...PACK_CHOICES,
  },
  takes: [1, 1],
  run: async ({ positionals, values, say, signal }) => {
    const out = text(values, 'out');
    if (out === undefined) throw new UsageError('Say where the pack goes: --out DIR.');
    const formats = listOf(text(values, 'format') ?? PACK_FORMATS.join(','), PACK_FORMATS, '--format');
    const folder = path.resolve(out);
    // The browser that prints starts while the board is unlocked, and prints while this program writes the rest.
    const printer = formats.includes('pdf') ? startPrinter() : null;
    try {
      return await withBoard(folderOf(positionals[0]), async ({ store }) => {
        const options = readPackOptions(values, store);
        const { pack: model, withheld } = builtPackOf(store, options);
        const read = { logClock: lastClockRead(store, model.dataAsAt), dataAsAt: model.dataAsAt };
        for (const { what, why } of withheld) say(`Left out: ${what}. ${why}`);
        withFailures(() => mkdirSync(folder, { recursive: true }));
        refuseCancelled(signal);
        say(`Writing ${formats.map((format) => format.toUpperCase()).join(', ')} …`);
        const written = await writtenDocuments(formats, model, { printer, say });
        refuseCancelled(signal);
        const saved = written.map(({ format, bytes }) => ({
          format,
          file: saveInto(folder, packFileName(options, model.dataAsAt, format), bytes, say),
          sha256: sha256Of(bytes),
          size: bytes.length,
        }));
        const documents = saved.map(({ file, ...document }) => ({
          ...document,
          ...read,
          fileName: path.basename(file),
        }));
        const register = values['no-register'] === true ? null : registered(store, options, documents, say);
        const files = saved.map(({ file }) => file);
        return { words: files.join('\n'), json: { files, register } };
      });
    } finally {
      await printer?.end();
    }
  },
};

/** Once its documents are on the disk: what is recorded is what was saved. */
const registered = (
  store: Store,
  options: PackOptions,
  documents: readonly SavedDocument[],
  say: CommandRun['say'],
): { readonly number: number; readonly id: string } => {
  const { committed, number } = issuePack(store, { options, documents, meetingId: null, note: '' });
  say(`Recorded as pack ${number} of the register.`);
  return { number, id: committed.result };
};

const refuseCancelled = (signal: AbortSignal): void => {
  if (signal.aborted) throw new Failure('cancelled');
};

type Document = { readonly format: PackFormat; readonly bytes: Uint8Array };
type Means = { readonly printer: Printer | null; readonly say: CommandRun['say'] };

/** All in memory before the first is saved, so that giving up leaves nothing. The printer begins first: it takes longest. */
export const writtenDocuments = async (
  formats: readonly PackFormat[],
  model: Pack,
  { printer, say }: Means,
): Promise<readonly Document[]> => {
  const order = [...formats].sort((a, b) => Number(b === 'pdf') - Number(a === 'pdf'));
  let done = 0;
  return Promise.all(
    order.map(async (format) => {
      const bytes = await bytesOf(model, format, printer);
      done += 1;
      say(`${format.toUpperCase()} is ready (${done} of ${formats.length})`);
      return { format, bytes };
    }),
  );
};

const bytesOf = async (model: Pack, format: PackFormat, printer: Printer | null): Promise<Uint8Array> => {
  if (format !== 'pdf') return WRITERS[format].write(model);
  if (printer === null) throw new TypeError('A PDF needs a printer.');
  return printer.print(packToHtml(model));
};

/** Says so where the name was held and the document stands beside it. */
export const saveInto = (folder: string, name: string, bytes: Uint8Array, say: CommandRun['say']): string => {
  const { file, insteadOf }: SavedFile = saveBeside(path.join(folder, name), bytes);
  if (insteadOf !== null)
    say(
      `“${path.basename(insteadOf)}” is open in another program. The new one is beside it: “${path.basename(file)}”.`,
    );
  return file;
};
