import type { Store, Writer } from '../store/store.ts';

type Happening = {
  readonly on: number;
  readonly kind: string;
  readonly reason?: string;
  readonly write: (write: Writer) => void;
};

type Known = {
  readonly store: Store;
  readonly reviewId: (reference: string) => string;
  readonly day: (days: number) => string;
};

/** What is expected: forecasts, one of them a month; the ends of delays, one of them passed; a check of facts; a retention review. */
export const daysAheadStory = ({ store, reviewId, day }: Known): Happening[] => {
  const month = (days: number): string => day(days).slice(0, 7);
  const expectEnd = (write: Writer, endEvent: string, expectedEndOn: string): void => {
    const delay = store
      .prepare<[string], { id: string }>('select id from publicationDelays where expectedEndEvent = ?')
      .get(endEvent);
    if (delay === undefined) throw new Error(`the sample names the delay until “${endEvent}”, which there is not`);
    write.update('publicationDelays', delay.id, { expectedEndOn });
  };
  return [
    {
      on: -9,
      kind: 'edit-milestone',
      write: (write) => {
        write.insert('milestones', { reviewId: reviewId('LCSPR 2026/01'), kind: 'published', forecast: month(75) });
        write.insert('milestones', { reviewId: reviewId('LCSPR 2026/02'), kind: 'draft-received', forecast: day(34) });
      },
    },
    {
      on: -8,
      kind: 'edit-delay',
      write: (write) => {
        expectEnd(write, 'verdict in the trial', month(110));
        expectEnd(write, 'conclusion of the inquest', day(-6));
      },
    },
    {
      on: -7,
      kind: 'edit-review-record',
      write: (write) =>
        write.insert('accuracyRounds', {
          reviewId: reviewId('LCSPR 2026/01'),
          round: 1,
          sentOn: day(-7),
          dueOn: day(11),
        }),
    },
    {
      on: -7,
      kind: 'edit-review',
      write: (write) =>
        write.update('reviews', reviewId('SAR 2026/01'), {
          retentionClass: 'Adult review, 20 years',
          retentionReviewOn: day(52),
        }),
    },
  ];
};
