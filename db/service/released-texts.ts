import type { NotReleased, ReleasedOf, ReleasedText } from '../contract/released-texts.ts';
import {
  foundOfAnotherCase,
  foundSentence,
  identifyingWordsIn,
  type IdentifyingWords,
} from '../domain/identifying-words.ts';
import { Failure } from '../store/failure.ts';
import type { Store } from '../store/store.ts';
import type { Row } from '../store/tables.ts';
import type { Refused } from './action-changes.ts';
import { os, type Reader, savedBy, todayOf } from './context.ts';
import { identifyingWords } from './identifying-words.ts';
import { readPublications } from './publication-readings.ts';
import { readPublicReviews } from './public-reviews.ts';

type Column = 'reviewId' | 'recommendationId' | 'actionId';

const columnOf = (of: ReleasedOf): readonly [column: Column, id: string] => {
  if ('reviewId' in of) return ['reviewId', of.reviewId];
  return 'recommendationId' in of ? ['recommendationId', of.recommendationId] : ['actionId', of.actionId];
};

type Subject = {
  readonly original: string;
  readonly reviewId: string | null;
  readonly externalReportId: string | null;
};

const standing = <T extends { readonly removed: number | null; readonly id: string }>(row: T): T => {
  if (row.removed !== null) throw new Failure('not-found', { what: 'record', id: row.id });
  return row;
};

const TABLES = { reviewId: 'reviews', recommendationId: 'recommendations', actionId: 'actions' } as const;

const refuseRemoved = (store: Store, of: ReleasedOf): void => {
  const [column, id] = columnOf(of);
  standing(store.row(TABLES[column], id));
};

/** What words are released about, and what that belongs to. */
const subjectOf = (store: Store, of: ReleasedOf): Subject => {
  if ('reviewId' in of) {
    const { title } = store.row('reviews', of.reviewId);
    return { original: title, reviewId: of.reviewId, externalReportId: null };
  }
  if ('recommendationId' in of) {
    const { text, reviewId, externalReportId } = store.row('recommendations', of.recommendationId);
    return { original: text, reviewId, externalReportId };
  }
  const action = store.row('actions', of.actionId);
  const answered = action.recommendationId === null ? null : store.row('recommendations', action.recommendationId);
  return {
    original: action.text,
    reviewId: action.reviewId ?? answered?.reviewId ?? null,
    externalReportId: answered?.externalReportId ?? null,
  };
};

/** `own`: of the case that the text is about. `board`: of every case. */
type WordsAbout = { readonly own: IdentifyingWords; readonly board: IdentifyingWords };

/** What is about no case is looked through for the words of every one, as for its own. */
const wordsAbout = (store: Store, reviewId: string | null): WordsAbout => {
  const publicReviewIds = publicIds(store);
  const board = identifyingWords(store, { publicReviewIds });
  if (reviewId === null) return { own: board, board };
  return { own: identifyingWords(store, { publicReviewIds, caseId: store.row('reviews', reviewId).caseId }), board };
};

const publicIds = (store: Store): ReadonlySet<string> =>
  new Set(readPublicReviews(store, todayOf(store)).published.map(({ id }) => id));

/** Words of its own case are named; of another one, only what kind they are. */
const concernsIn = (text: string, { own, board }: WordsAbout): string[] => {
  const ours = identifyingWordsIn(text, own);
  const others = identifyingWordsIn(text, board).filter(
    ({ kind, words }) => !ours.some((one) => one.kind === kind && one.words === words),
  );
  return [...ours.map(foundSentence), ...new Set(others.map(foundOfAnotherCase))];
};

const refuseUnseen = (concerns: readonly string[], acknowledged: boolean): void => {
  if (acknowledged || concerns.length === 0) return;
  throw new Failure('bad-input', {
    problem: concerns.join(' '),
    field: 'acknowledged',
    advice: 'Nothing was released. Change the words, or say that they may be published as they are.',
  });
};

const releasedRow = (reader: Reader, of: ReleasedOf): ReleasedText | null => {
  const [column, id] = columnOf(of);
  return (
    reader
      .prepare<[string], ReleasedText>(
        `select id, text, releasedOn, releasedBy from releasedTexts where ${column} = ? and removed is null order by id limit 1`,
      )
      .get(id) ?? null
  );
};

const isPublic = (store: Store, { reviewId, externalReportId }: Subject): boolean => {
  if (reviewId !== null) {
    const today = todayOf(store);
    const { published } = readPublicReviews(store, today, readPublications(store, today, reviewId));
    return published.length > 0;
  }
  const publishedOn = externalReportId === null ? null : store.row('externalReports', externalReportId).publishedOn;
  return publishedOn !== null && publishedOn <= todayOf(store).slice(0, publishedOn.length);
};

/** Of the review's plan, in its order. */
const notReleased = (
  store: Store,
  reviewId: string,
  table: 'recommendations' | 'actions',
  words: WordsAbout,
): NotReleased[] => {
  const column: Column = table === 'recommendations' ? 'recommendationId' : 'actionId';
  const mine =
    table === 'recommendations'
      ? 'x.reviewId = @reviewId'
      : `coalesce(x.reviewId, (select c.reviewId from recommendations c where c.id = x.recommendationId)) = @reviewId`;
  return store
    .prepare<[{ reviewId: string }], Omit<NotReleased, 'concerns'>>(
      `select x.id, x.number, x.text from ${table} x where ${mine} and x.removed is null
         and not exists (select 1 from releasedTexts t where t.${column} = x.id and t.removed is null)
       order by x.position, x.number, x.id`,
    )
    .all({ reviewId })
    .map((row) => ({ ...row, concerns: concernsIn(row.text, words) }));
};

export const releasedTexts = {
  of: os.releasedTexts.of.handler(
    ({
      input,
      context: {
        session: { store },
      },
    }) => {
      const subject = subjectOf(store, input);
      return { released: releasedRow(store, input), original: subject.original, isPublic: isPublic(store, subject) };
    },
  ),
  concerns: os.releasedTexts.concerns.handler(
    ({
      input,
      context: {
        session: { store },
      },
    }) => ({
      concerns: concernsIn(input.text, wordsAbout(store, subjectOf(store, input.of).reviewId)),
    }),
  ),
  release: os.releasedTexts.release.handler(
    ({
      input: { of, acknowledged, ...words },
      context: {
        session: { store },
      },
    }) => {
      refuseRemoved(store, of);
      const { reviewId } = subjectOf(store, of);
      if (releasedRow(store, of) !== null) {
        throw new Failure('bad-input', {
          problem: 'Words about this are released already.',
          field: 'of',
          advice: 'Nothing was changed. Edit those words, or withdraw them first.',
        });
      }
      refuseUnseen(concernsIn(words.text, wordsAbout(store, reviewId)), acknowledged);
      const [column, id] = columnOf(of);
      const committed = store.operation({ kind: 'edit-released-text' }, (write) =>
        write.insert('releasedTexts', { [column]: id, ...words }),
      );
      return { ...savedBy(committed), id: committed.result };
    },
  ),
  edit: os.releasedTexts.edit.handler(
    ({
      input: { id, was, acknowledged, ...words },
      context: {
        session: { store },
      },
    }) => {
      const row = standing(store.row('releasedTexts', id));
      if (row.text !== was) throw new Failure('stale', { field: 'text', current: row.text });
      refuseUnseen(concernsIn(words.text, wordsAbout(store, reviewOf(store, row))), acknowledged);
      return savedBy(
        store.operation({ kind: 'edit-released-text' }, (write) => write.update('releasedTexts', id, words)),
      );
    },
  ),
  withdraw: os.releasedTexts.withdraw.handler(
    ({
      input: { id, reason },
      context: {
        session: { store },
      },
    }) => {
      standing(store.row('releasedTexts', id));
      return savedBy(
        store.operation({ kind: 'edit-released-text', reason }, (write) => write.remove('releasedTexts', id)),
      );
    },
  ),
  unreleased: os.releasedTexts.unreleased.handler(
    ({
      input: { reviewId },
      context: {
        session: { store },
      },
    }) => {
      standing(store.row('reviews', reviewId));
      const words = wordsAbout(store, reviewId);
      return {
        recommendations: notReleased(store, reviewId, 'recommendations', words),
        actions: notReleased(store, reviewId, 'actions', words),
      };
    },
  ),
  releasePlan: os.releasedTexts.releasePlan.handler(
    ({
      input: { reviewId, what, acknowledged, ...words },
      context: {
        session: { store },
      },
    }) => {
      standing(store.row('reviews', reviewId));
      const column: Column = what === 'recommendations' ? 'recommendationId' : 'actionId';
      const refused: Refused[] = [];
      const waiting = notReleased(store, reviewId, what, wordsAbout(store, reviewId)).filter(
        ({ id, number, text, concerns }) => {
          const why = text.trim() === '' ? 'It has no words.' : acknowledged ? '' : concerns.join(' ');
          if (why !== '') refused.push({ id, number, why });
          return why === '';
        },
      );
      const committed = store.operation({ kind: 'edit-released-text' }, (write) => {
        for (const { id, text } of waiting) write.insert('releasedTexts', { [column]: id, text, ...words });
      });
      return { ...savedBy(committed), changed: waiting.length, refused };
    },
  ),
};

const reviewOf = (store: Store, row: Row<'releasedTexts'>): string | null => {
  if (row.reviewId !== null) return row.reviewId;
  if (row.recommendationId !== null) return subjectOf(store, { recommendationId: row.recommendationId }).reviewId;
  return row.actionId === null ? null : subjectOf(store, { actionId: row.actionId }).reviewId;
};
