import { type PackFormat, packOptions, type PackOptions, type PackOptionsGiven } from '../contract/packs.ts';
import type { BuiltPack } from '../packs/build-pack.ts';
import { datedFileName, packFileWords } from '../packs/file-name.ts';
import { PACK_FORMATS } from '../packs/formats.ts';
import type { Pack } from '../packs/model.ts';
import { Failure } from '../store/failure.ts';
import { atOneGo, resultOf, toldAs } from '../store/steps.ts';
import type { Store } from '../store/store.ts';
import { buildOnce } from './build-once.ts';
import { os } from './context.ts';
import { sha256Of } from './pack-clock.ts';
import { buildInSteps } from './pack-steps.ts';
import { shownSections } from './shown-blocks.ts';
import { breathe, writeInTurns } from './write-in-turns.ts';

/** The pack of the open board for its options; `asAt` looks at the board as it was at the end of that day. */
export const packOf = (store: Store, given: PackOptionsGiven): Pack =>
  builtPackOf(store, packOptions.parse(given)).pack;

/** The same with what its audience does not get to see. */
export const builtPackOf = (store: Store, options: PackOptions): BuiltPack => atOneGo(buildInSteps(store, options));

/** "Status pack - Executive group - 2026-12-01.docx": what the file is called when nobody says otherwise. */
export const packFileName = (options: PackOptions, dataAsAt: string, format: PackFormat): string =>
  datedFileName(
    packFileWords(options),
    options.meetingDate ?? dataAsAt,
    format === 'pdf' ? 'pdf' : PACK_FORMATS[format].extension,
  );

export const packs = {
  preview: os.packs.preview.handler(async ({ input, context: { session }, signal }) => {
    const { pack, withheld } = (await resultOf(buildOnce(session, input, signal))).built;
    return { ...pack, sections: shownSections(pack.sections), withheld } as never;
  }),
  write: os.packs.write.handler(async function* ({ input, context: { session }, signal }) {
    const refuseCancelled = (): void => {
      if (signal?.aborted) throw new Failure('cancelled');
    };
    const { built, logClock, logVector } = yield* toldAs(buildOnce(session, input.options, signal), ({ done, of }) => ({
      doing: 'Reading the board',
      done: done / Math.max(of, 1),
      of: 2,
      file: null,
    }));
    const { pack } = built;
    yield { doing: 'Writing the document', done: 1, of: 2, file: null };
    await breathe();
    refuseCancelled();
    // The shell prints a PDF from the very page that the HTML format is.
    const format = PACK_FORMATS[input.format === 'pdf' ? 'html' : input.format];
    const bytes = yield* toldAs(
      writeInTurns((turn) => format.write(pack, turn), refuseCancelled),
      ({ done, of }) => ({ doing: 'Writing the document', done: 1 + done / Math.max(of, 1), of: 2, file: null }),
    );
    refuseCancelled();
    const file = {
      name: packFileName(input.options, pack.dataAsAt, input.format),
      base64: Buffer.from(bytes).toString('base64'),
      sha256: sha256Of(bytes),
      size: bytes.length,
      logClock,
      logVector,
      dataAsAt: pack.dataAsAt,
    };
    yield { doing: 'Ready', done: 2, of: 2, file };
  }),
};
