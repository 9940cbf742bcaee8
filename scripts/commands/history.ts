import type { HistoryEntry } from '../../db/contract/history.ts';
import { readHistoryBefore } from '../../db/service/hand-over-document.ts';
import { historyOf, historyOfRecord, historyOfReview } from '../../db/service/history-reading.ts';
import { type Command, text, UsageError } from './command.ts';
import { reviewWithReference } from './hand-over.ts';
import { folderOf, withBoard } from './open-board.ts';

/** More than any one record was ever changed. */
const ALL = { offset: 0, limit: 1_000_000 };

export const history: Command = {
  summary: 'Prints what was changed on a review, or on one of its fields, newest first',
  usage: 'history FOLDER --review REF [--field FIELD]',
  options: { review: { type: 'string' }, field: { type: 'string' } },
  takes: [1, 1],
  run: async ({ positionals, values }) => {
    const reference = text(values, 'review');
    if (reference === undefined) throw new UsageError('Say which review: --review REF.');
    const field = text(values, 'field');
    return withBoard(folderOf(positionals[0]), (session) => {
      const reviewId = reviewWithReference(session.store, reference);
      const log = historyOf(session);
      const { entries, total } =
        field === undefined
          ? historyOfReview(log, reviewId, ALL)
          : historyOfRecord(log, { rowId: reviewId, field, ...ALL });
      const before = field === undefined ? readHistoryBefore(session.store, reviewId) : [];
      const words = [
        ...entries.map(entryWords),
        ...before
          .toReversed()
          .flatMap((part) => [
            `Before the hand-over, on ${part.board}:`,
            ...part.entries.map((entry) => entryWords(entry)),
          ]),
      ];
      return {
        words: words.length === 0 ? 'No change is recorded.' : words.join('\n'),
        json: { review: reference, field: field ?? null, total, entries, before },
      };
    });
  },
};

type Told = Pick<HistoryEntry, 'at' | 'actor' | 'words' | 'reason'> & {
  readonly changes: readonly {
    readonly record: string;
    readonly label: string;
    readonly old: string | null;
    readonly new: string | null;
  }[];
};

const entryWords = ({ at, actor, words, reason, changes }: Told): string =>
  [
    `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}  ${words} (${actor})${reason === '' ? '' : `: ${reason}`}`,
    ...changes.map((change) => `    ${change.record}, ${change.label}: ${change.old ?? '–'} → ${change.new ?? '–'}`),
  ].join('\n');
