import { type PackFormat, packOptions, type PackOptions, type PackOptionsGiven } from '../contract/packs.ts';
import { type BuiltPack, buildPack } from '../packs/build-pack.ts';
import { packFileWords } from '../packs/file-name.ts';
import { PACK_FORMATS } from '../packs/formats.ts';
import { createEarlierBoards } from '../packs/since/moment.ts';
import type { Pack } from '../packs/model.ts';
import { replay } from '../store/as-at.ts';
import { clockAtEndOfDay } from '../store/change-log.ts';
import { readCalendar } from '../store/facts.ts';
import { Failure } from '../store/failure.ts';
import type { Store } from '../store/store.ts';
import type { Sqlite } from '../store/database.ts';
import { os, type Reader, todayOf } from './context.ts';
import { lastClockRead, sha256Of } from './pack-clock.ts';
import { shownSections } from './shown-blocks.ts';
import { breathe, writeInTurns } from './write-in-turns.ts';

/** The pack of the open board for its options; `asAt` looks at the board as it was at the end of that day. */
export const packOf = (store: Store, given: PackOptionsGiven): Pack =>
  builtPackOf(store, packOptions.parse(given)).pack;

/** The same with what its audience does not get to see. */
export const builtPackOf = (store: Store, options: PackOptions): BuiltPack => {
  if (options.asAt === null || options.asAt === todayOf(store))
    return packFrom(store, store.db, store.log, options, todayOf(store));
  if (options.asAt > todayOf(store))
    throw new Failure('bad-input', { problem: 'The pack cannot be as at a day that has not come yet.', field: 'asAt' });
  const past = replay(store.log, clockAtEndOfDay(options.asAt));
  try {
    return packFrom(past, past, store.log, options, options.asAt);
  } finally {
    past.close();
  }
};

/**
 * An issued pack once more: from the board replayed until the last clock that it had read, with its day for today. The replayed
 * board holds no change log: that is the open board's, as far as `logClock`.
 */
export const packAgainFrom = (
  store: Store,
  past: Sqlite,
  options: PackOptions,
  { dataAsAt, logClock }: { readonly logClock: string; readonly dataAsAt: string },
): Pack => packFrom(past, past, store.log, options, dataAsAt, logClock).pack;

const packFrom = (
  reader: Reader,
  db: Sqlite,
  log: Sqlite,
  options: PackOptions,
  dataAsAt: string,
  until: string = clockAtEndOfDay(dataAsAt),
): BuiltPack => {
  const calendar = readCalendar(db);
  if (calendar === null)
    throw new Failure('bad-input', { problem: `The board was not recorded yet on ${dataAsAt}.`, field: 'asAt' });
  const earlier = createEarlierBoards(log, until);
  try {
    // No earlier board holds more than this one, also when its period begins on the very day of the pack.
    const at: typeof earlier.at = (wanted) =>
      earlier.at({ ...wanted, clock: wanted.clock < until ? wanted.clock : until });
    return buildPack(reader, calendar, options, dataAsAt, at);
  } finally {
    earlier.close();
  }
};

/** "Status pack - Executive group - 2026-12-01.docx": what the file is called when nobody says otherwise. */
export const packFileName = (options: PackOptions, dataAsAt: string, format: PackFormat): string =>
  `${packFileWords(options)} - ${options.meetingDate ?? dataAsAt}.${format === 'pdf' ? 'pdf' : PACK_FORMATS[format].extension}`;

export const packs = {
  preview: os.packs.preview.handler(({ input, context: { session } }) => {
    const { pack, withheld } = builtPackOf(session.store, input);
    return { ...pack, sections: shownSections(pack.sections), withheld } as never;
  }),
  write: os.packs.write.handler(async function* ({ input, context: { session }, signal }) {
    const refuseCancelled = (): void => {
      if (signal?.aborted) throw new Failure('cancelled');
    };
    yield { doing: 'Reading the board', done: 0, of: 2, file: null };
    await breathe();
    refuseCancelled();
    const pack = packOf(session.store, input.options);
    const logClock = lastClockRead(session.present, pack.dataAsAt);
    yield { doing: 'Writing the document', done: 1, of: 2, file: null };
    await breathe();
    refuseCancelled();
    // The shell prints a PDF from the very page that the HTML format is.
    const format = PACK_FORMATS[input.format === 'pdf' ? 'html' : input.format];
    const turns = writeInTurns((turn) => format.write(pack, turn), refuseCancelled);
    let turn = await turns.next();
    for (; !turn.done; turn = await turns.next()) {
      const { done, of } = turn.value;
      yield { doing: 'Writing the document', done: 1 + done / Math.max(of, 1), of: 2, file: null };
    }
    refuseCancelled();
    const bytes = turn.value;
    const file = {
      name: packFileName(input.options, pack.dataAsAt, input.format),
      base64: Buffer.from(bytes).toString('base64'),
      sha256: sha256Of(bytes),
      size: bytes.length,
      logClock,
      dataAsAt: pack.dataAsAt,
    };
    yield { doing: 'Ready', done: 2, of: 2, file };
  }),
};
