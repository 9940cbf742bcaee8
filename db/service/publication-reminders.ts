import { addDays } from '../domain/partial-date.ts';
import {
  REMINDED_DAYS_AHEAD,
  REMINDER_KINDS,
  type Reminder,
  type ReminderKind,
  reminderWords,
} from '../domain/publication-reminders.ts';
import type { Reader } from './context.ts';
import { type Publications, readPublications, type ReviewPublication } from './publication-readings.ts';
import { COUNTED, NOT_RELAXED } from './review-list.ts';
import { LABEL } from './review-names.ts';

type Named = { readonly reviewId: string; readonly reference: string; readonly label: string };

export type PublicationReminder = {
  readonly kind: ReminderKind;
  readonly reviewId: string;
  readonly reference: string;
  readonly label: string;
  readonly on: string | null;
  readonly words: string;
};

/** Delays to review, expected ends that passed, copies to send, years on the website that end. */
export const publicationReminders = (
  reader: Reader,
  today: string,
  publications: Publications = readPublications(reader, today),
): PublicationReminder[] => {
  const until = addDays(today, REMINDED_DAYS_AHEAD);
  const named = reader
    .prepare<[], Named>(
      `select r.id as reviewId, r.reference, ${LABEL} as label from reviews r where r.removed is null order by r.reference`,
    )
    .all();
  const copies = new Map(copiesDue(reader, today, until).map((row) => [row.reviewId, row.dueOn]));
  return named
    .flatMap((review) => {
      const publication = publications.get(review.reviewId);
      const copiesOn = copies.get(review.reviewId);
      const found = [
        ...(publication === undefined ? [] : remindersOf(publication, until)),
        ...(copiesOn === undefined ? [] : [{ kind: 'copies-due' as const, on: copiesOn, what: '' }]),
      ];
      return found.map((reminder) => ({
        kind: reminder.kind,
        ...review,
        on: reminder.on,
        words: reminderWords(reminder, today),
      }));
    })
    .sort(
      (a, b) =>
        REMINDER_KINDS.indexOf(a.kind) - REMINDER_KINDS.indexOf(b.kind) ||
        ((a.on ?? '') < (b.on ?? '') ? -1 : (a.on ?? '') > (b.on ?? '') ? 1 : 0),
    );
};

const remindersOf = ({ delays, reading }: ReviewPublication, until: string): readonly Reminder[] => {
  const open = delays.filter((_, at) => reading.delays[at]?.open);
  const readingOf = (delay: (typeof delays)[number]) => reading.delays[delays.indexOf(delay)];
  const isToldOf = open.some(({ notices }) => notices.length > 0);
  const leavesOn = reading.leavesSiteOn;
  return [
    ...open
      .filter((delay) => readingOf(delay)?.reviewOverdue)
      .map(({ nextReviewOn }): Reminder => ({ kind: 'delay-review', on: nextReviewOn, what: '' })),
    ...open
      .filter((delay) => readingOf(delay)?.endPassed)
      .map(
        ({ expectedEndOn, expectedEndEvent }): Reminder => ({
          kind: 'end-passed',
          on: expectedEndOn,
          what: expectedEndEvent,
        }),
      ),
    ...(reading.leavingSite && leavesOn !== null && leavesOn <= until
      ? [{ kind: 'leaving-site', on: leavesOn, what: '' } as const]
      : []),
    ...(reading.shortOfYear && reading.state === 'published' && leavesOn !== null
      ? [{ kind: 'short-of-year', on: leavesOn, what: '' } as const]
      : []),
    ...(open.length > 0 && !isToldOf && reading.state === 'delayed'
      ? [{ kind: 'nobody-told', on: null, what: '' } as const]
      : []),
  ];
};

/** The earliest such clock of each review: copies go to the national Panel and others some working days before publication. */
const copiesDue = (
  reader: Reader,
  today: string,
  until: string,
): readonly { readonly reviewId: string; readonly dueOn: string }[] =>
  reader
    .prepare<[{ today: string; until: string }], { reviewId: string; dueOn: string }>(
      `select f.reviewId, min(f.dueOn) as dueOn from clockFacts f join clocks k on k.id = f.clockId
       join reviews r on r.id = f.reviewId join stages g on g.id = r.stageId
       where k.stopsAt = 'copies-sent-before-publication' and k.removed is null and f.dueOn <= @until and ${NOT_RELAXED}
         and (f.stoppedOn is null or f.stoppedOn > @today) and r.removed is null and ${COUNTED}
         and not exists (select 1 from publications p where p.reviewId = r.id and p.removed is null and p.publishedOn <= @today)
       group by f.reviewId`,
    )
    .all({ today, until });
