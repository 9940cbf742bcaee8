import type { Store, Writer } from '../store/store.ts';

type Told = {
  readonly store: Store;
  readonly reviewId: (reference: string) => string;
  readonly day: (days: number) => string;
};

type Happening = { readonly on: number; readonly kind: 'edit-released-text'; readonly write: (write: Writer) => void };

const SUMMARY = [
  'The learning review looked at how agencies kept families safe who moved between two areas.',
  'It found that records followed the family too late, and that staff were unsure whom to ask when they disagreed.',
  'Both partnerships have agreed one notice of a move and one route for escalation.',
].join(' ');

const RELEASED_BY = 'Executive group';
/** How many recommendations of each, with their actions: the rest waits for somebody to release it. */
const REVIEW_PLANS = 1;
const REPORT_PLANS = 3;

/** What was released for the public: about the one review that is published, and the first answers to the national report. */
export const releasedWordsStory = ({ store, reviewId, day }: Told): readonly Happening[] => [
  {
    on: -305,
    kind: 'edit-released-text',
    write: (write) => {
      const id = reviewId('LR 2025/01');
      const released = { releasedOn: day(-305), releasedBy: RELEASED_BY };
      write.insert('releasedTexts', { reviewId: id, text: SUMMARY, ...released });
      const plans = recommendationsOf(store, 'reviewId', id);
      for (const plan of plans.slice(0, REVIEW_PLANS)) releasePlan(store, write, plan, released);
    },
  },
  {
    on: -250,
    kind: 'edit-released-text',
    write: (write) => {
      const released = { releasedOn: day(-250), releasedBy: RELEASED_BY };
      const plans = recommendationsOf(store, 'externalReportId', nationalReport(store));
      for (const plan of plans.slice(0, REPORT_PLANS)) releasePlan(store, write, plan, released);
    },
  },
];

type Text = { readonly id: string; readonly text: string };

/** A recommendation and its actions, in the words of the plan, which name nobody. */
const releasePlan = (
  store: Store,
  write: Writer,
  { id: recommendationId, text }: Text,
  released: { readonly releasedOn: string; readonly releasedBy: string },
): void => {
  write.insert('releasedTexts', { recommendationId, text, ...released });
  for (const action of actionsOf(store, recommendationId))
    write.insert('releasedTexts', { actionId: action.id, text: action.text, ...released });
};

const recommendationsOf = (store: Store, column: 'reviewId' | 'externalReportId', id: string): readonly Text[] =>
  store
    .prepare<[string], Text>(
      `select id, text from recommendations where ${column} = ? and removed is null order by position, id`,
    )
    .all(id);

const actionsOf = (store: Store, recommendationId: string): readonly Text[] =>
  store
    .prepare<[string], Text>(
      'select id, text from actions where recommendationId = ? and removed is null order by position, id',
    )
    .all(recommendationId);

const nationalReport = (store: Store): string =>
  store.prepare<[], { id: string }>('select id from externalReports where removed is null order by id').get()?.id ?? '';
