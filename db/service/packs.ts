import type { PackFormat, PackOptions } from '../contract/packs.ts';
import { buildPack } from '../packs/build-pack.ts';
import { PACK_FORMATS } from '../packs/formats.ts';
import type { Pack } from '../packs/model.ts';
import { replay } from '../store/as-at.ts';
import { clockAtEndOfDay } from '../store/change-log.ts';
import { readCalendar } from '../store/facts.ts';
import { Failure } from '../store/failure.ts';
import type { Store } from '../store/store.ts';
import type { Sqlite } from '../store/database.ts';
import { os, type Reader, todayOf } from './context.ts';

/** The pack of the open board for its options; `asAt` looks at the board as it was at the end of that day. */
export const packOf = (store: Store, options: PackOptions): Pack => {
  if (options.asAt === null || options.asAt === todayOf(store))
    return packFrom(store, store.db, options, todayOf(store));
  if (options.asAt > todayOf(store))
    throw new Failure('bad-input', { problem: 'The pack cannot be as at a day that has not come yet.', field: 'asAt' });
  const past = replay(store.db, clockAtEndOfDay(options.asAt));
  try {
    return packFrom(past, past, options, options.asAt);
  } finally {
    past.close();
  }
};

const packFrom = (reader: Reader, db: Sqlite, options: PackOptions, dataAsAt: string): Pack => {
  const calendar = readCalendar(db);
  if (calendar === null)
    throw new Failure('bad-input', { problem: `The board was not recorded yet on ${dataAsAt}.`, field: 'asAt' });
  return buildPack(reader, calendar, options, dataAsAt);
};

/** "Status pack - Executive group - 2026-12-01.docx": what the file is called when nobody says otherwise. */
export const packFileName = (options: PackOptions, dataAsAt: string, format: PackFormat): string => {
  const plain = (words: string): string =>
    words
      .replace(/[^\p{L}\p{N} ()&,.-]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  return `${plain(options.title)} - ${plain(options.body)} - ${options.meetingDate ?? dataAsAt}.${format === 'pdf' ? 'pdf' : PACK_FORMATS[format].extension}`;
};

/** Lets messages in between two steps, so that a Cancel is heard. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const packs = {
  preview: os.packs.preview.handler(({ input, context: { session } }) => packOf(session.store, input) as never),
  write: os.packs.write.handler(async function* ({ input, context: { session }, signal }) {
    const refuseCancelled = (): void => {
      if (signal?.aborted) throw new Failure('cancelled');
    };
    yield { doing: 'Reading the board', done: 0, of: 2, file: null };
    await breathe();
    refuseCancelled();
    const pack = packOf(session.store, input.options);
    yield { doing: 'Writing the document', done: 1, of: 2, file: null };
    await breathe();
    refuseCancelled();
    // The shell prints a PDF from the very page that the HTML format is.
    const format = PACK_FORMATS[input.format === 'pdf' ? 'html' : input.format];
    const bytes = await format.write(pack);
    refuseCancelled();
    const file = {
      name: packFileName(input.options, pack.dataAsAt, input.format),
      base64: Buffer.from(bytes).toString('base64'),
    };
    yield { doing: 'Ready', done: 2, of: 2, file };
  }),
};
