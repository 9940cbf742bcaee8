import { EVENT_KIND_LABELS, type EventKind } from '../../domain/codes.ts';
import { addDays } from '../../domain/partial-date.ts';
import type { ReviewRow } from '../../contract/reviews.ts';
import { registerRows } from '../../service/publication.ts';
import { readingOf } from '../../service/review-detail.ts';
import { allReviews } from '../../service/review-list.ts';
import { progressStatements } from '../../service/statements.ts';
import { reviewEvents } from '../../store/review-events.ts';
import type { Row } from '../../store/tables.ts';
import type { PackCell, PackTable } from '../model.ts';
import { column, date, number, rag, text, withoutEmpty } from './cells.ts';
import { reviewTimeline } from './charts.ts';
import { eventDate, type Milestone, milestonesOf } from './milestones.ts';
import { readReviewNames } from './review-names.ts';
import { completeReviews, evaluations, handOvers } from './review-records.ts';
import type { PackSource, SectionWriter } from './source.ts';
import { reviewsByTypeAndStage } from './stage-table.ts';

const forecastOf = (milestones: readonly Milestone[]): PackCell => {
  const found = milestones.find(
    ({ kind, forecast, forecastText, date: on }) =>
      on === null && (kind === 'completed' || kind === 'published') && (forecast ?? forecastText) !== null,
  );
  return date(found?.forecast ?? null, found?.forecastText ?? null);
};

/** The next event that is dated ahead or forecast, else the next clock to run out. */
const nextEvent = (row: ReviewRow, milestones: readonly Milestone[], today: string): string => {
  const ahead = milestones.find((milestone) => (milestone.date ?? '') > today);
  if (ahead !== undefined) return EVENT_KIND_LABELS[ahead.kind as EventKind];
  return row.nextClock ?? '';
};

const ownerAndAuthor = (owner: string, author: string): string =>
  [owner, author === '' ? '' : `author: ${author}`].filter(Boolean).join('; ');

/** By the schedule scheme a review is rated by its next clock; other schemes rate actions only. */
const reviewLevel = (row: ReviewRow, { dataAsAt, scheme }: PackSource): string | null => {
  if (scheme.kind !== 'schedule' || row.nextDueOn === null) return null;
  if (row.nextDueOn < dataAsAt) return 'overdue';
  return row.nextDueOn <= addDays(dataAsAt, scheme.dueSoonDays) ? 'due-soon' : 'on-time';
};

export const liveReviews: SectionWriter = (source) => {
  const rows = allReviews(source.reader, source.dataAsAt, { live: true, lead: ['own', 'joint'] });
  const names = readReviewNames(source);
  return {
    id: 'live-reviews',
    heading: 'Live reviews',
    blocks: [
      { kind: 'list', items: progressStatements(source.reader) },
      {
        kind: 'table',
        id: 'live-reviews',
        caption: 'Live reviews led by this board, alone or jointly, next due first',
        columns: [
          column('reference', 'Reference', 'text', 3),
          column('label', 'Label and subject', 'text', 4),
          column('type', 'Type', 'text', 4),
          column('stage', 'Stage', 'text', 3),
          column('decided', 'Decision to proceed', 'date', 3),
          column('due', 'Due', 'date', 3),
          column('forecast', 'Forecast', 'date', 3),
          column('rag', 'RAG', 'rag', 3.6),
          column('next', 'Next event', 'text', 4),
          column('owner', 'Owner and author', 'text', 3),
        ],
        rows: rows.map((row) => {
          const milestones = milestonesOf(source, row.id);
          return [
            text(row.reference),
            text(names.get(row.id)?.subject ?? row.label),
            text(names.get(row.id)?.type ?? row.reviewType),
            text(row.stage),
            eventDate(milestones, ['decided-to-proceed']),
            date(row.nextDueOn),
            forecastOf(milestones),
            rag(reviewLevel(row, source), source.scheme.levels),
            text(nextEvent(row, milestones, source.dataAsAt)),
            text(ownerAndAuthor(row.ownerPost, names.get(row.id)?.author ?? '')),
          ];
        }),
        nil: 'No review led by this board is live.',
      },
      { kind: 'subheading', text: 'Complete, handed over and evaluated' },
      completeReviews(source, names),
      handOvers(source),
      evaluations(source),
      ...reviewsByTypeAndStage(source),
    ],
  };
};

/** Clocks count until a review is closed: complete is not published. */
const COUNTED_STAGES = ['referral', 'deciding', 'in-progress', 'report-agreed', 'complete'] as const;

export const clocks: SectionWriter = (source) => {
  const rows = allReviews(source.reader, source.dataAsAt, { stageKind: [...COUNTED_STAGES], lead: ['own', 'joint'] });
  return {
    id: 'clocks',
    heading: 'Clocks',
    blocks: [
      {
        kind: 'paragraph',
        text: 'Each clock says what it runs from and where its length comes from. Working days are Monday to Friday without bank holidays and the board’s own closures; the first day after the event is day 1 unless the clock says otherwise.',
      },
      ...reviewTimeline(source, rows),
      clockTable(source, rows),
    ],
  };
};

const withoutFullStop = (words: string): string => words.trim().replace(/\.$/, '');

const clockTable = (source: PackSource, rows: readonly ReviewRow[]): PackTable => {
  const told = whoWasTold(source);
  return withoutEmpty(['label'], {
    kind: 'table',
    id: 'clocks',
    caption: 'Clocks of reviews that are not closed',
    columns: [
      column('reference', 'Reference', 'text', 3),
      column('label', 'Label', 'text', 3),
      column('clock', 'Clock', 'text', 5),
      column('used', 'Days used', 'number', 2),
      column('due', 'Due', 'date', 3),
      column('state', 'Where it stands', 'text', 7),
      column('source', 'Source', 'text', 5),
    ],
    rows: rows.flatMap((row) => {
      const events = reviewEvents(source.reader, row.id);
      return source.reader
        .prepare<[string], Row<'clocks'>>(
          'select * from clocks where reviewId = ? and removed is null order by position, id',
        )
        .all(row.id)
        .map((clock) => ({ clock, reading: readingOf(clock, events, source.dataAsAt, source.calendar) }))
        .filter(({ reading }) => reading.state !== 'waiting')
        .map(({ clock, reading }) => [
          text(row.reference),
          text(row.label),
          text(clock.name),
          number(reading.used),
          date(reading.dueOn),
          text(reasonWords(clock, reading.words, toldOf(told, clock))),
          text(`${reading.source}${reading.confirmed ? '' : ' (not confirmed)'}`),
        ]);
    }),
    nil: 'No clock is running.',
  });
};

/** By review: who was told that its publication is delayed, which is why its clock runs over. */
const whoWasTold = ({ reader, dataAsAt }: PackSource): ReadonlyMap<string, string> =>
  new Map(
    registerRows(reader, dataAsAt).flatMap(({ reviewId, told }) => (told === '' ? [] : [[reviewId, told] as const])),
  );

const toldOf = (told: ReadonlyMap<string, string>, { reviewId, stopsAt }: Row<'clocks'>): string =>
  stopsAt === 'published' ? (told.get(reviewId) ?? '') : '';

/** What the words of the clock do not say of themselves. */
const reasonWords = (clock: Row<'clocks'>, words: string, told: string): string => {
  const reasons = [
    clock.relaxationReason === '' ? '' : `Relaxed: ${withoutFullStop(clock.relaxationReason)}.`,
    clock.overrideReason === '' ? '' : `Due date set by hand: ${withoutFullStop(clock.overrideReason)}.`,
    told === '' ? '' : `Told of the delay: ${told}.`,
  ].filter((reason) => reason !== '' && !words.includes(reason.slice(reason.indexOf(': ') + 2, -1)));
  return [`${words}.`, ...reasons].join(' ');
};
