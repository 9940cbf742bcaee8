import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { AgainVerdict, RegisteredPack } from '../../db/contract/pack-register.ts';
import { PACK_FORMATS, type PackFormat } from '../../db/contract/packs.ts';
import { formatDate } from '../../db/domain/partial-date.ts';
import { civilDayOf } from '../../db/service/context.ts';
import { compareWithIssued, issuedToRepeat, repeatPack } from '../../db/service/pack-again.ts';
import { packFileName } from '../../db/service/packs.ts';
import { Failure, withFailures } from '../../db/store/failure.ts';
import type { Store } from '../../db/store/store.ts';
import { startPrinter } from '../chromium.ts';
import { type Command, type CommandResult, type CommandRun, text, UsageError } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';
import { saveInto, writtenDocuments } from './pack.ts';
import { listOf } from './pack-choices.ts';
import { packNamed, shortId, wholeRegister } from './registered-pack.ts';

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
  const refuseCancelled = (): void => {
    if (signal.aborted) throw new Failure('cancelled');
  };
  try {
    say(`Going back to ${formatDate(issued.pack.dataAsAt)} …`);
    const model = repeatPack(store, issued);
    withFailures(() => mkdirSync(folder, { recursive: true }));
    refuseCancelled();
    const written = await writtenDocuments(formats, model, { printer, say });
    refuseCancelled();
    const files = written.map(({ format, bytes }) => {
      const file = saveInto(folder, packFileName(issued.options, model.dataAsAt, format), bytes, say);
      const { verdict, words } = compareWithIssued(store, id, format, bytes);
      return format === 'pdf' && verdict === 'different'
        ? { file, format, ...compareWithIssued(store, id, format, null) }
        : { file, format, verdict, words };
    });
    return {
      words: files.map(({ file, words }) => `${file}\n    ${words}`).join('\n'),
      json: { id, number, files },
      ok: files.every(({ verdict }: { readonly verdict: AgainVerdict }) => verdict !== 'different'),
    };
  } finally {
    await printer?.end();
  }
};

/** Those it was issued in, when nobody says otherwise. */
const formatsOf = (given: string | undefined, documents: RegisteredPack['documents']): readonly PackFormat[] =>
  given === undefined
    ? PACK_FORMATS.filter((format) => documents.some((document) => document.format === format))
    : listOf(given, PACK_FORMATS, '--format');
