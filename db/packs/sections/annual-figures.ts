import { formatDate, latestDay } from '../../domain/partial-date.ts';
import type { ReportedYear } from '../../domain/reported-year.ts';
import { readingOf } from '../../service/review-detail.ts';
import { annualStatements, convertedInYear, wasUnderWayIn } from '../../service/statements.ts';
import { isOurs, readYearReviews, type YearReview } from '../../service/year-reviews.ts';
import { reviewEvents } from '../../store/review-events.ts';
import type { Row } from '../../store/tables.ts';
import type { PackBlock, PackTable } from '../model.ts';
import { countedYear, yearBlock } from './annual-year.ts';
import { column, dateOr, number, share, text, withoutEmpty } from './cells.ts';
import type { PackSource, SectionWriter } from './source.ts';

export const annualFigures: SectionWriter = (source) => {
  const year = countedYear(source);
  const reviews = readYearReviews(source.reader, year);
  return {
    id: 'annual-figures',
    heading: 'The year in figures',
    blocks: [
      yearBlock(source),
      { kind: 'subheading', text: 'In words' },
      { kind: 'list', items: annualStatements(source.reader, year, reviews) },
      { kind: 'subheading', text: 'Reviews' },
      byType(reviews, year),
      conversions(reviews),
      { kind: 'subheading', text: 'Publication' },
      unpublished(reviews, year),
      byReason(reviews, year),
      { kind: 'subheading', text: 'Clocks' },
      clocks(source, year, reviews),
      ...unclear(reviews),
    ],
  };
};

const byType = (reviews: readonly YearReview[], year: ReportedYear): PackTable => {
  const types = [...new Map(reviews.map((review) => [review.typeId, review])).values()];
  const counts = (mine: readonly YearReview[]) => {
    const count = (holds: (review: YearReview) => boolean) => number(mine.filter(holds).length);
    const ofOurs = (holds: (review: YearReview) => boolean) => count((review) => isOurs(review) && holds(review));
    return [
      ofOurs(({ began }) => began === 'in'),
      ofOurs(({ completed }) => completed === 'in'),
      ofOurs(({ inProgressAtEnd }) => inProgressAtEnd),
      ofOurs(({ published }) => published === 'in'),
      ofOurs(({ unpublishedAtEnd }) => unpublishedAtEnd),
      ofOurs(({ unpublishedAtEnd, openDelays }) => unpublishedAtEnd && openDelays.length > 0),
      count((review) => !isOurs(review) && wasUnderWayIn(review)),
    ];
  };
  return {
    kind: 'table',
    id: 'annual-reviews-by-type',
    caption: 'Reviews in the year, by type',
    columns: [
      column('type', 'Type', 'text', 6),
      column('began', 'Began', 'number', 2),
      column('completed', 'Completed', 'number', 2.4),
      column('in-progress', `In progress on ${formatDate(year.until)}`, 'number', 2.6),
      column('published', 'Published', 'number', 2.4),
      column('unpublished', `Complete and unpublished on ${formatDate(year.until)}`, 'number', 3),
      column('delayed', 'Of those, delayed', 'number', 2.2),
      column('elsewhere', 'Led elsewhere', 'number', 2.2),
    ],
    rows:
      reviews.length === 0
        ? []
        : [
            ...types.map(({ typeId, type }) => [
              text(type),
              ...counts(reviews.filter((review) => review.typeId === typeId)),
            ]),
            [text('All types'), ...counts(reviews)],
          ],
    nil: 'No review was on the register in the year.',
  };
};

const conversions = (reviews: readonly YearReview[]): PackTable => {
  const converted = convertedInYear(reviews.filter(isOurs));
  const typeOf = (id: string | null): string =>
    reviews.find((review) => review.id === id)?.type ?? 'Not on the register';
  const began = (typeId: string): number =>
    reviews.filter((review) => isOurs(review) && review.typeId === typeId && review.began === 'in').length;
  const pairs = [
    ...new Map(converted.map((review) => [`${typeOf(review.convertedFromId)} ${review.typeId}`, review])).values(),
  ];
  return {
    kind: 'table',
    id: 'annual-conversions',
    caption: 'Reviews converted in the year',
    columns: [
      column('from', 'From', 'text', 5),
      column('to', 'To', 'text', 5),
      column('count', 'Reviews', 'number', 2),
      column('share', 'Of the reviews of that type that began', 'text', 4),
      column('which', 'Which', 'text', 5),
    ],
    rows: pairs.map(({ typeId, type, convertedFromId }) => {
      const from = typeOf(convertedFromId);
      const mine = converted.filter((review) => review.typeId === typeId && typeOf(review.convertedFromId) === from);
      return [
        text(from),
        text(type),
        number(mine.length),
        share(mine.length, began(typeId)),
        text(mine.map(({ reference }) => reference).join(', ')),
      ];
    }),
    nil: 'No review was converted into one of another type in the year.',
  };
};

const unpublished = (reviews: readonly YearReview[], year: ReportedYear): PackTable =>
  withoutEmpty(['label'], {
    kind: 'table',
    id: 'annual-unpublished',
    caption: 'Complete and unpublished at the end',
    columns: [
      column('reference', 'Reference', 'text', 3),
      column('label', 'Label', 'text', 3),
      column('type', 'Type', 'text', 4),
      column('completed', 'Completed', 'date', 3),
      column('reasons', `Reasons on ${formatDate(year.until)}`, 'text', 5),
      column('days', 'Days delayed by then', 'number', 2.4),
    ],
    rows: reviews
      .filter((review) => isOurs(review) && review.unpublishedAtEnd)
      .map((review) => [
        text(review.reference),
        text(review.label),
        text(review.type),
        dateOr(review.completedOn, review.completedText, 'Not dated'),
        text(reasonsOf(review).join('; ') || 'No delay is recorded'),
        number(daysDelayed(review)),
      ]),
    nil: `No review was complete and unpublished on ${formatDate(year.until)}.`,
  });

/** Delays that ended before the year did count too; null where a delay is open and nobody knows since when. */
const daysDelayed = ({ openDelays, daysDelayedAtEnd }: YearReview): number | null =>
  openDelays.length === 0 ? (daysDelayedAtEnd ?? 0) : daysDelayedAtEnd;

const reasonsOf = ({ openDelays }: YearReview): readonly string[] => [
  ...new Set(openDelays.flatMap(({ reasons }) => reasons.map(({ name }) => name))),
];

/** A report with two reasons counts under both. */
const byReason = (reviews: readonly YearReview[], year: ReportedYear): PackTable => {
  const waiting = reviews.filter((review) => isOurs(review) && review.unpublishedAtEnd);
  const reasons = [...new Set(waiting.flatMap(reasonsOf))];
  const count = (reason: string): number => waiting.filter((review) => reasonsOf(review).includes(reason)).length;
  return {
    kind: 'table',
    id: 'annual-delay-reasons',
    caption: 'Why reports were delayed',
    columns: [
      column('reason', 'Reason', 'text', 6),
      column('reviews', 'Reviews', 'number', 2),
      column('share', 'Of those complete and unpublished', 'text', 4),
    ],
    rows: reasons
      .sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1))
      .map((reason) => [text(reason), number(count(reason)), share(count(reason), waiting.length)]),
    nil: `No report was delayed on ${formatDate(year.until)}.`,
  };
};

type ClockCount = { due: number; kept: number; late: number; missed: number; relaxed: number };

/** Clocks that fell due in the year: kept, met late, or not met by its end. Relaxed ones stand apart and count as neither. */
const clocks = ({ reader, calendar }: PackSource, year: ReportedYear, reviews: readonly YearReview[]): PackTable => {
  const counts = new Map<string, ClockCount>();
  const clocksOf = reader.prepare<[string], Row<'clocks'>>(
    `select * from clocks where reviewId = ? and removed is null and stopsAt not in ('taken-down', 'website-until') order by position, id`,
  );
  for (const { id } of reviews.filter(isOurs)) {
    const events = reviewEvents(reader, id);
    for (const clock of clocksOf.all(id)) {
      const { dueOn, state } = readingOf(clock, events, year.until, calendar);
      if (dueOn === null || dueOn < year.from || latestDay(dueOn) > year.until) continue;
      const count = counts.get(clock.name) ?? { due: 0, kept: 0, late: 0, missed: 0, relaxed: 0 };
      counts.set(clock.name, count);
      if (state === 'relaxed') count.relaxed += 1;
      else {
        count.due += 1;
        if (state === 'met') count.kept += 1;
        else if (state === 'met-late') count.late += 1;
        else count.missed += 1;
      }
    }
  }
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const all = rows.reduce(
    (sum, [, { due, kept, late, missed, relaxed }]) => ({
      due: sum.due + due,
      kept: sum.kept + kept,
      late: sum.late + late,
      missed: sum.missed + missed,
      relaxed: sum.relaxed + relaxed,
    }),
    { due: 0, kept: 0, late: 0, missed: 0, relaxed: 0 },
  );
  return {
    kind: 'table',
    id: 'annual-clocks',
    caption: 'Clocks that fell due in the year',
    columns: [
      column('clock', 'Clock', 'text', 6),
      column('due', 'Fell due', 'number', 2),
      column('kept', 'Kept', 'number', 2),
      column('share', 'Kept, of those that fell due', 'text', 3.4),
      column('late', 'Met late', 'number', 2),
      column('missed', `Not met by ${formatDate(year.until)}`, 'number', 2.6),
      column('relaxed', 'Relaxed, not counted', 'number', 2.4),
    ],
    rows: (rows.length === 0 ? rows : [...rows, ['All clocks', all] as const]).map(([name, count]) => [
      text(name),
      number(count.due),
      number(count.kept),
      share(count.kept, count.due),
      number(count.late),
      number(count.missed),
      number(count.relaxed),
    ]),
    nil: 'No clock fell due in the year.',
  };
};

/** What could not be counted for want of a date is said, since it may belong to the year. */
const unclear = (reviews: readonly YearReview[]): PackBlock[] => {
  const listed = (words: string, found: readonly YearReview[]): string[] =>
    found.length === 0 ? [] : [`${words}: ${found.map(({ reference }) => reference).join(', ')}.`];
  const items = [
    ...listed(
      'Complete on a date that does not say whether it lies in the year, so not counted as completed in it',
      reviews.filter(({ completed }) => completed === 'unclear'),
    ),
    ...listed(
      'Published on a date that does not say whether it lies in the year, so not counted as published in it',
      reviews.filter(({ published }) => published === 'unclear'),
    ),
    ...listed(
      'In progress when the year ended, with no date of when it began',
      reviews.filter(({ began, inProgressAtEnd }) => inProgressAtEnd && (began === 'never' || began === 'unclear')),
    ),
  ];
  return [
    { kind: 'subheading', text: 'What the dates leave open' },
    items.length === 0
      ? { kind: 'nil', text: 'No date leaves open what is counted in the year.' }
      : { kind: 'list', items },
  ];
};
