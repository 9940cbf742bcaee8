/** The same board many times over: 2,000 reviews, 40,000 actions and 100,000 progress updates, to show that it stays quick. */
import { addDays } from '../domain/partial-date.ts';
import { writeReview } from '../service/new-review.ts';
import type { Store, Writer } from '../store/store.ts';
import type { SampleStep, StoryClock } from './make-sample.ts';
import { addSmallBoard } from './small-board.ts';
import { MOVE_REASONS, PLAN_TEXTS, UPDATE_TEXTS } from './wording.ts';

export const BIG_BOARD = { reviews: 2_000, actions: 40_000, progressUpdates: 100_000 } as const;

const REVIEW_TYPES = [
  'lcspr-england',
  'rapid-review-england',
  'learning-review',
  'scr-england',
  'safeguarding-adults-review',
] as const;

export const addBigBoard = function* (store: Store, clock: StoryClock, today: string): Generator<SampleStep> {
  yield* addSmallBoard(store, clock, today);
  const count = (table: string): number =>
    store.prepare<[], { n: number }>(`select count(*) as n from ${table}`).get()?.n ?? 0;
  const missing = BIG_BOARD.reviews - count('reviews');
  let actionsLeft = BIG_BOARD.actions - count('actions');
  let updatesLeft = BIG_BOARD.progressUpdates - count('progressUpdates');
  const agencies = store.prepare<[], { id: string }>('select id from agencies where outsideArea = 0 order by id').all();
  const themes = store
    .prepare<[], { id: string }>('select id from themes where parentThemeId is not null order by id')
    .all();
  const reasons = store.prepare<[], { id: string }>('select id from delayReasons order by position').all();
  const PER_OPERATION = 10;
  for (let at = 0; at < missing; at++) {
    if (at % PER_OPERATION !== 0) continue;
    const batch = Math.min(PER_OPERATION, missing - at);
    store.operation({ kind: 'import' }, (write) => {
      for (let inBatch = at; inBatch < at + batch; inBatch++) {
        const left = missing - inBatch;
        const actions = Math.ceil(actionsLeft / left);
        const updates = Math.ceil(updatesLeft / left);
        addBigReview(store, write, { at: inBatch, today, actions, updates, agencies, themes, reasons });
        actionsLeft -= actions;
        updatesLeft -= updates;
      }
    });
    if (at % 100 === 0) yield { doing: 'Recording 2,000 reviews', done: at, of: missing };
  }
};

type Ids = readonly { readonly id: string }[];
const nth = (ids: Ids, at: number): string => ids[at % ids.length]?.id ?? '';

const addBigReview = (
  store: Store,
  write: Writer,
  review: {
    readonly at: number;
    readonly today: string;
    readonly actions: number;
    readonly updates: number;
    readonly agencies: Ids;
    readonly themes: Ids;
    readonly reasons: Ids;
  },
): void => {
  const { at, today, agencies } = review;
  const day = (days: number): string => addDays(today, days);
  const began = -40 - ((at * 37) % 3400);
  const code = REVIEW_TYPES[at % REVIEW_TYPES.length] ?? 'learning-review';
  const type = store
    .prepare<[string], { id: string; shortName: string }>('select id, shortName from reviewTypes where code = ?')
    .get(code);
  if (type === undefined) throw new Error(`no review type ${code}`);
  const reviewId = writeReview(store, write, {
    reference: `${type.shortName} B${String(at + 1).padStart(4, '0')}`,
    reviewTypeId: type.id,
    label: `Child ${String.fromCharCode(65 + (at % 26))}${at + 1}`,
    labelKind: 'pseudonym',
    title: `Review ${at + 1} of the big sample`,
    lead: 'own',
    leadBody: '',
    ownerPost: 'Board manager',
    incidentOn: day(began - 10),
    incidentText: null,
    notifiedOn: day(began),
    notifiedText: null,
    convertedFromReviewId: null,
  });
  const isOld = began < -300;
  write.insert('milestones', { reviewId, kind: 'initiated', date: day(began + 25) });
  if (isOld) {
    write.insert('milestones', { reviewId, kind: 'completed', date: day(began + 220 + (at % 90)) });
    const stage = store
      .prepare<[string, string], { id: string }>('select id from stages where reviewTypeId = ? and code = ?')
      .get(type.id, at % 3 === 0 ? 'complete' : 'closed');
    if (stage !== undefined) write.update('reviews', reviewId, { stageId: stage.id });
    if (at % 5 === 0) {
      const delay = write.insert('publicationDelays', {
        reviewId,
        since: day(began + 320),
        nextReviewOn: day(-30 + (at % 120)),
        expectedEndEvent: 'verdict in the trial',
      });
      write.insert('publicationDelayReasons', { publicationDelayId: delay, delayReasonId: nth(review.reasons, at) });
    } else {
      write.insert('milestones', { reviewId, kind: 'published', date: day(began + 330) });
      write.insert('publications', {
        reviewId,
        publishedOn: day(began + 330),
        place: 'the partnership’s website',
        availableUntil: day(began + 695),
      });
    }
  }
  write.insert('reviewThemes', { reviewId, themeId: nth(review.themes, at) });
  write.insert('reviewThemes', { reviewId, themeId: nth(review.themes, at * 7 + 3) });
  const plan = PLAN_TEXTS[at % PLAN_TEXTS.length];
  let updates = review.updates;
  let recommendationId = '';
  for (let number = 0; number < review.actions; number++) {
    if (number % 5 === 0) {
      const text = PLAN_TEXTS[(at + number) % PLAN_TEXTS.length]?.text ?? '';
      recommendationId = write.insert('recommendations', {
        reviewId,
        number: String(number / 5 + 1),
        text,
        position: number,
      });
    }
    const turn = at * 31 + number * 17;
    const target = isOld ? -900 + (turn % 1100) : -60 + (turn % 400);
    const state =
      isOld && turn % 4 !== 0
        ? 'signed-off'
        : (['not-started', 'in-progress', 'in-progress', 'reported-complete', 'evidence-accepted'] as const)[turn % 5];
    const agencyId = nth(agencies, turn);
    const actionId = write.insert('actions', {
      reviewId,
      recommendationId,
      number: `${Math.floor(number / 5) + 1}.${(number % 5) + 1}`,
      text: plan?.actions[number % plan.actions.length]?.[0] ?? 'Brief all teams on the learning of this review.',
      leadAgencyId: agencyId,
      ownerKind: 'post',
      owner: 'Head of Service',
      targetDate: turn % 23 === 0 ? null : day(target),
      successMeasure: 'Audit shows the change',
      state: state ?? 'in-progress',
      position: number,
    });
    const mine = Math.ceil(updates / (review.actions - number));
    updates -= mine;
    for (let update = 0; update < mine; update++) {
      write.insert('progressUpdates', {
        actionId,
        agencyId,
        date: day(Math.min(-5, began + 60 + update * 70 + (turn % 40))),
        text: UPDATE_TEXTS[(turn + update) % UPDATE_TEXTS.length] ?? '',
      });
    }
    if (turn % 6 === 0) write.insert('updateRequests', { actionId, agencyId, requestedOn: day(-25), dueOn: day(-10) });
    if (turn % 9 === 0)
      write.insert('earlierTargets', {
        actionId,
        targetDate: day(target - 90),
        movedOn: day(Math.min(target - 100, -10)),
        reason: MOVE_REASONS[turn % 4] ?? 'Moved',
      });
  }
};
