import path from 'node:path';
import type { RegisteredPack } from '../../db/contract/pack-register.ts';
import { PACK_FORMATS, type PackFormat } from '../../db/contract/packs.ts';
import { formatDate } from '../../db/domain/partial-date.ts';
import { civilDayOf } from '../../db/service/context.ts';
import { compareWithIssued, issuedToRepeat, repeatInSteps } from '../../db/service/pack-again.ts';
import { packFileName } from '../../db/service/packs.ts';
import { inTurns, resultOf } from '../../db/store/steps.ts';
import type { Store } from '../../db/store/store.ts';
import { startPrinter } from '../chromium.ts';
import { type Command, type CommandResult, type CommandRun, text, UsageError } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';
import { listOf } from './pack-choices.ts';
import { makeFolder, type PackDocument, saveEach, turnOf, unsavedWords, writtenDocuments } from './pack-documents.ts';
import { packNamed, shortId, wholeRegister } from './registered-pack.ts';
import { saveApart } from './save-beside.ts';

export const packs: Command = {
  summary: 'Lists the register of issued packs, or writes one of them again',
  usage: `packs FOLDER
       packs FOLDER --again PACK --out DIR [--format ${PACK_FORMATS.join(',')}]`,
  options: { again: { type: 'string' }, out: { type: 'string' }, format: { type: 'string' } },
  takes: [1, 1],
  run: async (given) => {
    const { positionals, values } = given;
    const [again, out] = [text(values, 'again'), text(values, 'out')];
    if (again === undefined && (out !== undefined || values.format !== undefined))
      throw new UsageError('Say which pack is written again: --again PACK.');
    if (again !== undefined && out === undefined) throw new UsageError('Say where the pack goes: --out DIR.');
    return withBoard(folderOf(positionals[0]), ({ store }) =>
      again === undefined || out === undefined ? listed(store) : writtenAgain(store, again, path.resolve(out), given),
    );
  },
};

const listed = (store: Store): CommandResult => {
  const register = wholeRegister(store);
  const words = register.map((pack) => packWords(pack, shortId(register, pack.id)));
  return {
    words: words.length === 0 ? 'No pack was issued yet. “pack” writes one and records it here.' : words.join('\n'),
    json: { total: register.length, packs: register },
  };
};

const packWords = (pack: RegisteredPack, id: string): string =>
  [
    `${pack.number}  ${id}  ${pack.title}, ${pack.body}${pack.audience === 'public' ? ' (public)' : ''}`,
    `    Issued ${formatDate(civilDayOf(pack.issuedAt))}, data as at ${formatDate(pack.dataAsAt)}${
      pack.templateName === '' ? '' : `, by the template “${pack.templateName}”`
    }. ${pack.tabledWords}.`,
    ...pack.documents.map(({ fileName, size, sha256 }) => `    ${fileName} (${size} bytes, SHA-256 ${sha256})`),
  ].join('\n');

const writtenAgain = async (
  store: Store,
  named: string,
  folder: string,
  { values, say, signal }: CommandRun,
): Promise<CommandResult> => {
  const { id, number, documents } = packNamed(store, named);
  const issued = issuedToRepeat(store, id);
  const formats = formatsOf(text(values, 'format'), documents);
  const printer = formats.includes('pdf') ? startPrinter() : null;
  try {
    say(`Going back to ${formatDate(issued.pack.dataAsAt)} …`);
    const model = await resultOf(inTurns(repeatInSteps(store, issued), turnOf(signal)));
    makeFolder(folder);
    const written = await writtenDocuments(formats, model, { printer, say, signal });
    // Before anything is saved: the folder may hold the very documents that were issued.
    const compared = written.map((document) => ({ ...document, ...comparedWithIssued(store, id, document) }));
    const nameOf = (format: PackFormat): string => packFileName(issued.options, model.dataAsAt, format);
    const { saved, unsaved } = saveEach(compared, folder, nameOf, saveApart);
    for (const { file, insteadOf } of saved)
      if (insteadOf !== null)
        say(`“${path.basename(insteadOf)}” is there already and stays as it is. Beside it: “${path.basename(file)}”.`);
    for (const one of unsaved) say(unsavedWords(one));
    const files = saved.map(({ file, format, verdict, words }) => ({ file, format, verdict, words }));
    return {
      words: files.map(({ file, words }) => `${file}\n    ${words}`).join('\n'),
      json: { id, number, files, unsaved: unsaved.map(({ name }) => name) },
      ok: unsaved.length === 0 && files.every(({ verdict }) => verdict !== 'different'),
    };
  } finally {
    await printer?.end();
  }
};

/** A PDF of other bytes is not another document. */
const comparedWithIssued = (store: Store, id: string, { format, bytes }: PackDocument) => {
  const compared = compareWithIssued(store, id, format, bytes);
  return format === 'pdf' && compared.verdict === 'different' ? compareWithIssued(store, id, format, null) : compared;
};

/** Those it was issued in, when nobody says otherwise. */
const formatsOf = (given: string | undefined, documents: RegisteredPack['documents']): readonly PackFormat[] =>
  given === undefined
    ? PACK_FORMATS.filter((format) => documents.some((document) => document.format === format))
    : listOf(given, PACK_FORMATS, '--format');
