/** What the board did not lead alone: reviews of other areas, joint reviews, and the reports of others that it answers. */
import type { ReviewRow } from '../../contract/reviews.ts';
import { REVIEW_BEGINNINGS } from '../../domain/review-beginnings.ts';
import { reviewStatement } from '../../domain/statements.ts';
import { allReviews } from '../../service/review-list.ts';
import type { PackTable } from '../model.ts';
import { column, number, text, withoutEmpty } from './cells.ts';
import { externalReports } from './external-reports.ts';
import { eventDate, milestonesOf } from './milestones.ts';
import { readReviewNames, type ReviewName } from './review-names.ts';
import type { PackSource, SectionWriter } from './source.ts';

export const elsewhere: SectionWriter = (source) => {
  const { reader, dataAsAt } = source;
  const names = readReviewNames(source);
  const ledElsewhere = allReviews(reader, dataAsAt, { live: true, lead: ['led-elsewhere'] });
  return {
    id: 'elsewhere',
    heading: 'Led elsewhere, and national learning',
    blocks: [
      { kind: 'subheading', text: 'Led by another area' },
      ...(ledElsewhere.length === 0
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: reviewStatement({ kind: 'outside-area', count: ledElsewhere.length }),
            },
          ]),
      reviewsLed(source, names, ledElsewhere, {
        id: 'reviews-led-elsewhere',
        caption: 'Live reviews led elsewhere',
        nil: 'The board is not involved in any review outside its area.',
      }),
      { kind: 'subheading', text: 'Led jointly' },
      reviewsLed(source, names, allReviews(reader, dataAsAt, { stageKind: [...NOT_CLOSED], lead: ['joint'] }), {
        id: 'reviews-led-jointly',
        caption: 'Reviews led jointly, not closed',
        nil: 'No review that is not closed is led jointly with another body.',
      }),
      { kind: 'subheading', text: 'National reports and reports of others' },
      ...externalReports(source),
    ],
  };
};

const NOT_CLOSED = ['referral', 'deciding', 'in-progress', 'report-agreed', 'complete'] as const;

const reviewsLed = (
  source: PackSource,
  names: ReadonlyMap<string, ReviewName>,
  reviews: readonly ReviewRow[],
  words: Pick<PackTable, 'id' | 'caption' | 'nil'>,
): PackTable => {
  const others = source.reader.prepare<[string], { name: string }>(
    `select distinct coalesce(b.name, p.name) as name from reviewBodies p left join bodies b on b.id = p.bodyId
     where p.reviewId = ? and p.removed is null order by name`,
  );
  return withoutEmpty(['bodies', 'began'], {
    kind: 'table',
    ...words,
    columns: [
      column('reference', 'Reference', 'text', 3),
      column('label', 'Label and subject', 'text', 5),
      column('type', 'Type', 'text', 6),
      column('bodies', 'Bodies that take part', 'text', 4),
      column('stage', 'Stage', 'text', 3),
      column('began', 'Began', 'date', 3),
      column('actions', 'Our open actions', 'number', 2),
    ],
    rows: reviews.map((row) => [
      text(row.reference),
      text(names.get(row.id)?.subject ?? row.label),
      text(names.get(row.id)?.type ?? row.reviewType),
      text(
        others
          .all(row.id)
          .map(({ name }) => name)
          .join('; '),
      ),
      text(row.stage),
      eventDate(milestonesOf(source, row.id), REVIEW_BEGINNINGS),
      number(row.openActions),
    ]),
  });
};
