import path from 'node:path';
import type { SavedDocument } from '../../db/contract/pack-register.ts';
import { PACK_FORMATS, type PackOptions } from '../../db/contract/packs.ts';
import { failureWords } from '../../db/domain/failures.ts';
import { logReadFor, sha256Of } from '../../db/service/pack-clock.ts';
import { issuePack } from '../../db/service/pack-issue.ts';
import { buildInSteps } from '../../db/service/pack-steps.ts';
import { packFileName } from '../../db/service/packs.ts';
import { failureFrom } from '../../db/store/failure.ts';
import { inTurns, resultOf } from '../../db/store/steps.ts';
import type { Store } from '../../db/store/store.ts';
import { startPrinter } from '../chromium.ts';
import { type Command, type CommandRun, text, UsageError } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';
import { listOf, PACK_CHOICES, PACK_CHOICES_USAGE, readPackOptions } from './pack-choices.ts';
import { makeFolder, refuseCancelled, saveEach, turnOf, unsavedWords, writtenDocuments } from './pack-documents.ts';
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
        say('Reading the board …');
        const { pack: model, withheld } = await resultOf(inTurns(buildInSteps(store, options), turnOf(signal)));
        const read = { ...logReadFor(store, model.dataAsAt), dataAsAt: model.dataAsAt };
        for (const { what, why } of withheld) say(`Left out: ${what}. ${why}`);
        makeFolder(folder);
        refuseCancelled(signal);
        say(`Writing ${formats.map((format) => format.toUpperCase()).join(', ')} …`);
        const written = await writtenDocuments(formats, model, { printer, say, signal });
        refuseCancelled(signal);
        const { saved, unsaved } = saveEach(
          written,
          folder,
          (format) => packFileName(options, model.dataAsAt, format),
          saveBeside,
        );
        for (const one of saved) sayBeside(one, say);
        for (const one of unsaved) say(unsavedWords(one));
        const documents = saved.map(({ format, bytes, file }) => ({
          format,
          sha256: sha256Of(bytes),
          size: bytes.length,
          ...read,
          fileName: path.basename(file),
        }));
        const isRecorded = values['no-register'] !== true;
        const register = isRecorded ? registered(store, options, documents, say) : null;
        const files = saved.map(({ file }) => file);
        return {
          words: files.join('\n'),
          json: { files, unsaved: unsaved.map(({ name }) => name), register },
          ok: unsaved.length === 0 && (register !== null || !isRecorded),
        };
      });
    } finally {
      await printer?.end();
    }
  },
};

/** Once its documents are on the disk: what is recorded is what was saved. Null where the register refused it, which is said. */
const registered = (
  store: Store,
  options: PackOptions,
  documents: readonly SavedDocument[],
  say: CommandRun['say'],
): { readonly number: number; readonly id: string } | null => {
  try {
    const { committed, number } = issuePack(store, { options, documents, meetingId: null, note: '' });
    say(`Recorded as pack ${number} of the register.`);
    return { number, id: committed.result };
  } catch (error) {
    const failure = failureFrom(error);
    if (failure === null) throw error;
    const { happened, advice } = failureWords(failure.code, failure.details);
    say(`Saved, but not recorded in the register. ${happened} ${advice}`);
    return null;
  }
};

const sayBeside = ({ file, insteadOf }: SavedFile, say: CommandRun['say']): void => {
  if (insteadOf !== null)
    say(
      `“${path.basename(insteadOf)}” cannot be written over; it may be open in another program. The new one is beside it: “${path.basename(file)}”.`,
    );
};
