import type { PublicationFilter, RegisterRow } from '../contract/publication.ts';
import { PUBLICATION_STATES, type PublicationState } from '../domain/codes.ts';
import { addMonths, isCivilDate, latestDay } from '../domain/partial-date.ts';
import { Failure } from '../store/failure.ts';
import type { Store, Writer } from '../store/store.ts';
import { badInput, os, type Reader, savedBy, todayOf } from './context.ts';
import { type Publications, readPublications, type ReviewPublication } from './publication-readings.ts';
import { LABEL } from './review-names.ts';
import { readDelaysOverTime } from './publication-delays.ts';
import { publicationReminders } from './publication-reminders.ts';
import { publicationStatements } from './statements.ts';

type Named = Pick<
  RegisterRow,
  'reviewId' | 'reference' | 'label' | 'reviewType' | 'typeShortName' | 'stage' | 'stageKind'
>;

/** Every review with where its publication stands. */
export const registerRows = (
  reader: Reader,
  today: string,
  publications: Publications = readPublications(reader, today),
): RegisterRow[] => {
  const named = reader
    .prepare<[], Named>(
      `select r.id as reviewId, r.reference, ${LABEL} as label, t.name as reviewType, t.shortName as typeShortName, g.name as stage, g.kind as stageKind
       from reviews r join reviewTypes t on t.id = r.reviewTypeId join stages g on g.id = r.stageId
       where r.removed is null order by r.reference`,
    )
    .all();
  return named.flatMap((review) => {
    const publication = publications.get(review.reviewId);
    return publication === undefined ? [] : [toRegisterRow(review, publication)];
  });
};

const toRegisterRow = (review: Named, { record, delays, completedOn, reading }: ReviewPublication): RegisterRow => {
  const open = delays.filter((_, at) => reading.delays[at]?.open);
  const reasons = new Map(open.flatMap((delay) => delay.reasons).map(({ id, name }) => [id, { id, name }]));
  const nextReviews = open.flatMap((delay) => delay.nextReviewOn ?? []).sort();
  return {
    ...review,
    completedOn,
    completeUnpublished: reading.completeAndUnpublished,
    state: reading.state,
    words: reading.words,
    decision: reading.decision,
    plannedOn: record?.plannedOn ?? null,
    plannedText: record?.plannedText ?? null,
    publishedOn: record?.publishedOn ?? null,
    place: record?.place ?? '',
    availableUntil: record?.availableUntil ?? null,
    leavingSite: reading.leavingSite,
    shortOfYear: reading.shortOfYear,
    daysDelayed: reading.daysDelayed,
    reasons: [...reasons.values()],
    expectedEndEvent: open
      .map((delay) => delay.expectedEndEvent)
      .filter(Boolean)
      .join('; '),
    nextReviewOn: nextReviews[0] ?? null,
    reviewOverdue: reading.reviewOverdue,
    expectedEndOn: open.flatMap((delay) => delay.expectedEndOn ?? []).sort()[0] ?? null,
    endPassed: reading.endPassed,
    interimLearning: open
      .map((delay) => delay.interimLearning)
      .filter(Boolean)
      .join('; '),
    told: open.flatMap((delay) => delay.notices.map((notice) => notice.told)).join('; '),
  };
};

export type ReasonFigures = {
  readonly delayReasonId: string;
  readonly reason: string;
  readonly reviews: number;
  /** Null where of none of its delays the first day is known. */
  readonly totalDays: number | null;
  /** How many of its delays have no known first day. */
  readonly undated: number;
  readonly longestDays: number | null;
};

/** Open delays by reason: a review with two reasons counts under both. Days are calendar days so far. */
export const delaysByReason = (
  reader: Reader,
  today: string,
  publications: Publications = readPublications(reader, today),
): ReasonFigures[] => {
  const figures = new Map<
    string,
    { reason: string; reviews: Set<string>; totalDays: number | null; undated: number; longestDays: number | null }
  >();
  for (const { reviewId, delays, reading } of publications.values()) {
    delays.forEach((delay, at) => {
      const read = reading.delays[at];
      if (read === undefined || !read.open) return;
      for (const { id, name } of delay.reasons) {
        const figure = figures.get(id) ?? {
          reason: name,
          reviews: new Set<string>(),
          totalDays: null,
          undated: 0,
          longestDays: null,
        };
        figure.reviews.add(reviewId);
        if (read.days === null) figure.undated += 1;
        else {
          figure.totalDays = (figure.totalDays ?? 0) + read.days;
          figure.longestDays = Math.max(figure.longestDays ?? 0, read.days);
        }
        figures.set(id, figure);
      }
    });
  }
  return [...figures]
    .map(([delayReasonId, { reviews, ...figure }]) => ({ delayReasonId, ...figure, reviews: reviews.size }))
    .sort((a, b) => b.reviews - a.reviews || (b.totalDays ?? 0) - (a.totalDays ?? 0) || (a.reason < b.reason ? -1 : 1));
};

const passes = (filter: PublicationFilter, row: RegisterRow): boolean => {
  const find = filter.find?.trim().toLowerCase();
  if (find && ![row.reference, row.label, row.reviewType].some((text) => text.toLowerCase().includes(find)))
    return false;
  if (filter.state?.length && !filter.state.includes(row.state)) return false;
  if (filter.delayReasonId !== undefined && !row.reasons.some((reason) => reason.id === filter.delayReasonId))
    return false;
  if (filter.completeUnpublished && !row.completeUnpublished) return false;
  if (filter.reviewOverdue && !row.reviewOverdue) return false;
  if (filter.endPassed && !row.endPassed) return false;
  return !(filter.leavingSite && !row.leavingSite);
};

/** The review's publication record, made when there is none. */
const publicationOf = (store: Store, write: Writer, reviewId: string): string =>
  store
    .prepare<[string], { id: string }>('select id from publications where reviewId = ? and removed is null')
    .get(reviewId)?.id ?? write.insert('publications', { reviewId });

const setReasons = (store: Store, write: Writer, delayId: string, wanted: readonly string[]): void => {
  const linked = store
    .prepare<[string], { id: string; delayReasonId: string }>(
      'select id, delayReasonId from publicationDelayReasons where publicationDelayId = ? and removed is null',
    )
    .all(delayId);
  for (const link of linked) if (!wanted.includes(link.delayReasonId)) write.remove('publicationDelayReasons', link.id);
  for (const delayReasonId of new Set(wanted)) {
    if (!linked.some((link) => link.delayReasonId === delayReasonId)) {
      write.insert('publicationDelayReasons', { publicationDelayId: delayId, delayReasonId });
    }
  }
};

const endDelay = (store: Store, write: Writer, delayId: string, endedOn: string, endedBy: string): void => {
  const delay = store.row('publicationDelays', delayId);
  if (delay.since !== null && latestDay(endedOn) < delay.since) {
    throw new Failure('bad-input', { problem: 'The delay ends before it begins.', field: 'endedOn' });
  }
  write.update('publicationDelays', delayId, { endedOn, endedBy });
};

const openDelays = (store: Store, reviewId: string): string[] =>
  store
    .prepare<[string], { id: string }>(
      'select id from publicationDelays where reviewId = ? and removed is null and endedOn is null',
    )
    .all(reviewId)
    .map((row) => row.id);

export const publication = {
  register: os.publication.register.handler(({ input, context: { session } }) => {
    const { store } = session;
    const all = registerRows(store, todayOf(store));
    const counts = Object.fromEntries(
      PUBLICATION_STATES.map((state) => [state, all.filter((row) => row.state === state).length]),
    ) as Record<PublicationState, number>;
    return {
      rows: all.filter((row) => passes(input.filter, row)),
      of: all.length,
      counts,
      byReason: delaysByReason(store, todayOf(store)),
      statements: publicationStatements(store, todayOf(store)),
    };
  }),
  reminders: os.publication.reminders.handler(({ context: { session } }) =>
    publicationReminders(session.store, todayOf(session.store)),
  ),
  delaysOverTime: os.publication.delaysOverTime.handler(({ input, context: { session } }) =>
    readDelaysOverTime(session.store, todayOf(session.store), input.by),
  ),
  decide: os.publication.decide.handler(({ input, context: { session } }) => {
    const committed = session.store.operation({ kind: 'decide-publication' }, (write) =>
      write.insert('publicationDecisions', input),
    );
    return { ...savedBy(committed), id: committed.result };
  }),
  plan: os.publication.plan.handler(({ input: { reviewId, ...planned }, context: { session } }) =>
    savedBy(
      session.store.operation({ kind: 'edit-publication' }, (write) =>
        write.update('publications', publicationOf(session.store, write, reviewId), planned),
      ),
    ),
  ),
  publish: os.publication.publish.handler(({ input: { reviewId, endDelays, ...published }, context: { session } }) => {
    const { store } = session;
    const availableUntil =
      published.availableUntil ?? (isCivilDate(published.publishedOn) ? addMonths(published.publishedOn, 12) : null);
    return savedBy(
      store.operation({ kind: 'edit-publication' }, (write) => {
        write.update('publications', publicationOf(store, write, reviewId), {
          ...published,
          availableUntil,
          takenDownOn: null,
        });
        if (endDelays) {
          for (const id of openDelays(store, reviewId))
            endDelay(store, write, id, published.publishedOn, 'publication');
        }
      }),
    );
  }),
  takeDown: os.publication.takeDown.handler(({ input: { reviewId, takenDownOn, note }, context: { session } }) => {
    const { store } = session;
    return savedBy(
      store.operation({ kind: 'edit-publication', reason: note }, (write) => {
        const id = publicationOf(store, write, reviewId);
        const published = store.row('publications', id).publishedOn;
        if (published === null) badInput('This report was not published, so it cannot be taken down.');
        else if (latestDay(takenDownOn) < published) badInput('The report was taken down before it was published.');
        write.update('publications', id, { takenDownOn });
      }),
    );
  }),
  addDelay: os.publication.addDelay.handler(
    ({ input: { delayReasonIds, told, toldOn, ...delay }, context: { session } }) => {
      const { store } = session;
      const committed = store.operation({ kind: 'edit-delay' }, (write) => {
        const id = write.insert('publicationDelays', delay);
        setReasons(store, write, id, delayReasonIds);
        if (told !== '') write.insert('delayNotices', { publicationDelayId: id, told, toldOn });
        return id;
      });
      return { ...savedBy(committed), id: committed.result };
    },
  ),
  setDelayReasons: os.publication.setDelayReasons.handler(({ input, context: { session } }) =>
    savedBy(
      session.store.operation({ kind: 'edit-delay' }, (write) =>
        setReasons(session.store, write, input.delayId, input.delayReasonIds),
      ),
    ),
  ),
  endDelay: os.publication.endDelay.handler(({ input, context: { session } }) =>
    savedBy(
      session.store.operation({ kind: 'edit-delay' }, (write) =>
        endDelay(session.store, write, input.delayId, input.endedOn, input.endedBy),
      ),
    ),
  ),
};
