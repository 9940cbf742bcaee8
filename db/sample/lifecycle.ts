import type { Writer } from '../store/store.ts';

type Happening = {
  readonly on: number;
  readonly kind: string;
  readonly reason?: string;
  readonly write: (write: Writer) => void;
};

type Known = {
  readonly reviewId: (reference: string) => string;
  readonly agency: (name: string) => string;
  readonly board: string;
  readonly day: (days: number) => string;
};

/** The life of a report beside its plan: the family, the check of facts, submission and grade, the board's own response, retention. */
export const lifecycleStory = ({ reviewId, agency, board, day }: Known): Happening[] => {
  const record = (on: number, write: (write: Writer) => void): Happening => ({ on, kind: 'edit-review-record', write });
  const babyT = 'LCSPR 2025/02';
  return [
    ...(
      [
        ['told-of-review', 'mother and grandmother', -500, 'Board manager'],
        ['met', 'grandmother', -430, 'Independent author'],
        ['declined', 'father', -425, ''],
        ['shown-the-report', 'mother and grandmother', -165, 'Chair of the partnership'],
      ] as const
    ).map(([kind, who, on, byPost]) =>
      record(on, (write) =>
        write.insert('familyContacts', { reviewId: reviewId(babyT), kind, who, date: day(on), byPost }),
      ),
    ),
    record(-230, (write) => {
      const rounds = [
        ['Exampleshire Children’s Services', -205],
        ['Exampleshire Police', -202],
        ['Exampleshire Hospitals NHS Trust', -195],
      ] as const;
      for (const [name, returned] of rounds) {
        write.insert('accuracyRounds', {
          reviewId: reviewId(babyT),
          agencyId: agency(name),
          sentOn: day(-230),
          dueOn: day(-200),
          returnedOn: day(returned),
        });
      }
    }),
    record(-160, (write) =>
      write.insert('boardResponses', {
        reviewId: reviewId(babyT),
        text: 'The partnership accepts every recommendation. What could be changed before publication has been changed already.',
        bodyId: board,
        agreedOn: day(-160),
      }),
    ),
    record(-150, (write) =>
      write.insert('reviewBodies', {
        reviewId: reviewId('LR 2025/01'),
        name: 'Samplebury Safeguarding Children Partnership',
        role: 'joint-lead',
      }),
    ),
    {
      on: -100,
      kind: 'edit-review',
      reason: 'A civil claim is under way',
      write: (write) =>
        write.update('reviews', reviewId('SCR 2018/02'), {
          retentionClass: 'Serious case review',
          legalHold: 1,
          legalHoldReason: 'A civil claim is under way',
        }),
    },
  ];
};
