/** An issued pack written again: the board is replayed as far as it had read the log, and everything else is as it was. */
import type { AgainFile, AgainVerdict } from '../contract/pack-register.ts';
import type { PackFormat, PackOptions } from '../contract/packs.ts';
import { formatDate } from '../domain/partial-date.ts';
import { PACK_FORMATS } from '../packs/formats.ts';
import type { Pack } from '../packs/model.ts';
import { type ReplayStep, replayInSteps } from '../store/as-at.ts';
import { asPart, inTurns, toldAs } from '../store/steps.ts';
import type { Store } from '../store/store.ts';
import type { Row } from '../store/tables.ts';
import { refuse } from './context.ts';
import { endOfPack, logReadOf, sha256Of } from './pack-clock.ts';
import { issuedPack, readIssuedOptions } from './pack-register-reading.ts';
import { packAgainInSteps } from './pack-steps.ts';
import { packFileName } from './packs.ts';
import { turnOf, writeInTurns } from './write-in-turns.ts';

export type Issued = { readonly pack: Row<'packs'>; readonly options: PackOptions };

/** Fails with not-found, or with not-allowed when a later version of the program issued it. */
export const issuedToRepeat = (present: Store, packId: string): Issued => {
  const pack = issuedPack(present, packId);
  const options = readIssuedOptions(pack.options);
  return options === null
    ? refuse(
        `A later version of the program issued “${pack.title}”, with options that this one does not know.`,
        'Nothing was written. Make it again with the version that issued it.',
      )
    : { pack, options };
};

/** The pack once more, in steps; whoever gives it up calls `return`, and nothing is left. */
export const repeatInSteps = function* (present: Store, { pack, options }: Issued): Generator<ReplayStep, Pack> {
  const end = endOfPack(present, pack);
  const past = yield* asPart(replayInSteps(present.db, end), 0, 2);
  try {
    return yield* asPart(packAgainInSteps(present, past, options, { dataAsAt: pack.dataAsAt, end }), 1, 2);
  } finally {
    past.close();
  }
};

/** What the register holds of the format, and what that says of the bytes written now. */
export const compareWithIssued = (present: Store, packId: string, format: PackFormat, bytes: Uint8Array | null) => {
  const recorded =
    present
      .prepare<[string, string], { sha256: string; size: number }>(
        'select sha256, size from packDocuments where packId = ? and format = ? and removed is null order by id limit 1',
      )
      .get(packId, format) ?? null;
  const verdict: AgainVerdict =
    recorded === null
      ? 'not-issued'
      : bytes === null
        ? 'printed'
        : sha256Of(bytes) === recorded.sha256
          ? 'same'
          : 'different';
  return { verdict, words: VERDICTS[verdict](format.toUpperCase()), recorded };
};

const VERDICTS: Readonly<Record<AgainVerdict, (format: string) => string>> = {
  same: (format) => `The ${format} is the one that was issued, byte for byte.`,
  different: (format) =>
    `The ${format} differs from the one that was issued, because another version of the program wrote that one. Its figures are of the same board on the same day.`,
  printed: (format) =>
    `The ${format} is printed again from the same page; a printer may write the same page in other bytes.`,
  'not-issued': (format) => `The pack was not issued as ${format}. This one is of the same board on the same day.`,
};

type Step = { readonly doing: string; readonly done: number; readonly of: number; readonly file: AgainFile | null };

/** Steps of progress, then the file. A PDF is answered as the page that the shell prints. */
export const packAgain = async function* (
  present: Store,
  packId: string,
  format: PackFormat,
  refuseCancelled: () => void,
): AsyncGenerator<Step, void> {
  const issued = issuedToRepeat(present, packId);
  const { pack: row, options } = issued;
  const turn = turnOf(refuseCancelled);
  const pack = yield* toldAs(inTurns(repeatInSteps(present, issued), turn), (step) => ({
    doing: `Going back to ${formatDate(row.dataAsAt)}`,
    ...step,
    file: null,
  }));
  yield { doing: 'Writing the document', done: 0, of: 1, file: null };
  await turn();
  const { write } = PACK_FORMATS[format === 'pdf' ? 'html' : format];
  const bytes = yield* toldAs(
    writeInTurns((each) => write(pack, each), refuseCancelled),
    ({ done, of }) => ({
      doing: 'Writing the document',
      done,
      of,
      file: null,
    }),
  );
  refuseCancelled();
  const file: AgainFile = {
    name: packFileName(options, row.dataAsAt, format),
    base64: Buffer.from(bytes).toString('base64'),
    sha256: sha256Of(bytes),
    size: bytes.length,
    ...logReadOf(present, row),
    dataAsAt: row.dataAsAt,
    ...compareWithIssued(present, packId, format, format === 'pdf' ? null : bytes),
  };
  yield { doing: 'Ready', done: 1, of: 1, file };
};
