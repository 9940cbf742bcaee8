import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { handOver, isHandedOver, openDocument, receiveHandOver } from '../../db/service/hand-overs.ts';
import { previewHandOver } from '../../db/service/receive-review.ts';
import type { BoardSession } from '../../db/service/session.ts';
import { Failure, withFailures } from '../../db/store/failure.ts';
import { writeFileDurably } from '../../db/store/files.ts';
import { LARGEST_HAND_OVER } from '../../db/store/hand-over.ts';
import type { Store } from '../../db/store/store.ts';
import { type Command, type CommandResult, text, UsageError, type Values } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';
import { askFilePassphrase } from './passphrase.ts';

export const handOverCommand: Command = {
  summary: 'Hands a review over as one encrypted file, or receives one that another board handed over',
  usage: `hand-over FOLDER --review REF --out FILE [--to BODY]
       hand-over FOLDER --receive FILE [--reference REF]`,
  options: {
    review: { type: 'string' },
    out: { type: 'string' },
    to: { type: 'string' },
    receive: { type: 'string' },
    reference: { type: 'string' },
  },
  takes: [1, 1],
  run: async ({ positionals, values, say }) => {
    const [review, out, receive] = [text(values, 'review'), text(values, 'out'), text(values, 'receive')];
    if (receive !== undefined) {
      if (review !== undefined || out !== undefined)
        throw new UsageError('Either hand over or receive, not both at once.');
      return receiveFrom(positionals[0], path.resolve(receive), values, say);
    }
    if (review === undefined) throw new UsageError('Say which review: --review REF, or --receive FILE.');
    if (out === undefined) throw new UsageError('Say where the file goes: --out FILE.');
    return handOverTo(positionals[0], review, path.resolve(out), values, say);
  },
};

type Say = (words: string) => void;

const handOverTo = (folder: string | undefined, reference: string, file: string, values: Values, say: Say) =>
  withBoard(folderOf(folder), async ({ store }: BoardSession): Promise<CommandResult> => {
    const reviewId = reviewWithReference(store, reference);
    const isAgain = isHandedOver(store, reviewId);
    const toBody = text(values, 'to') ?? plannedBody(store, reviewId);
    if (toBody === undefined && !isAgain)
      throw new UsageError('Say to whom: --to BODY. No hand-over of this review is planned.');
    const passphrase = await askFilePassphrase({ isNew: true });
    say(
      isAgain
        ? 'It was handed over before: only the file is written again.'
        : 'From now on the review is read-only on this board.',
    );
    const { operation, file: made } = await handOver(store, {
      reviewId,
      toBody: toBody ?? '',
      toBodyId: null,
      note: '',
      passphrase,
    });
    withFailures(() => writeFileDurably(file, made.bytes));
    return {
      words: file,
      json: { file, bytes: made.bytes.length, reference, to: toBody ?? null, handedOver: operation !== null },
    };
  });

/** The board itself finds it, so that the reference is what stands there. */
export const reviewWithReference = (store: Store, reference: string): string => {
  const found = store
    .prepare<[string], { id: string }>('select id from reviews where reference = ? and removed is null')
    .get(reference);
  if (found === undefined) throw new Failure('not-found', { what: 'review', id: reference });
  return found.id;
};

const plannedBody = (store: Store, reviewId: string): string | undefined =>
  store
    .prepare<[string], { body: string }>(
      `select body from handOvers where reviewId = ? and direction = 'to' and removed is null order by handedOverOn is not null, id limit 1`,
    )
    .get(reviewId)?.body;

const receiveFrom = async (
  folder: string | undefined,
  file: string,
  values: Values,
  say: Say,
): Promise<CommandResult> => {
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
  const bytes = withFailures(() => readWhole(file));
  return withBoard(folderOf(folder), async ({ store }) => {
    const document = await openDocument(bytes, await askFilePassphrase({ isNew: false }));
    const preview = previewHandOver(store, document);
    const added = preview.matches.filter(({ here }) => here === null);
    for (const { what, name } of added) say(`Added, because it is not known here: ${what}, ${name}`);
    const { result } = receiveHandOver(store, document, { reference: text(values, 'reference') ?? '' });
    const { reference } = store.row('reviews', result);
    return {
      words: `Received ${reference} from ${preview.fromBoard}, with ${preview.counts.records} records.`,
      json: { id: result, reference, from: preview.fromBoard, counts: preview.counts, added },
    };
  });
};

const readWhole = (file: string): Uint8Array => {
  if (statSync(file).size > LARGEST_HAND_OVER) {
    throw new Failure('import-refused', { problem: 'it is larger than 100 MB, which no hand-over file is' });
  }
  return readFileSync(file);
};
