import type { SeenReview } from '../../../db/contract/themes.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { reviewHref } from '../../app/links.ts';
import { type SimpleColumn, SimpleTable } from '../../ui/index.ts';

const dateWords = (date: string | null, text: string | null): string =>
  date === null && text === null ? 'Not known' : formatDate(date ?? '', text);

const columns: readonly SimpleColumn<SeenReview>[] = [
  {
    key: 'review',
    heading: 'Review',
    isRowHeading: true,
    render: ({ id, reference, label }) => (
      <>
        <a href={reviewHref(id)}>{reference}</a>
        {label !== '' && ` ${label}`}
      </>
    ),
  },
  { key: 'type', heading: 'Type', render: ({ type }) => type },
  { key: 'stage', heading: 'Stage', render: ({ stage }) => stage },
  {
    key: 'incident',
    heading: 'Incident',
    render: ({ incidentOn, incidentText }) => dateWords(incidentOn, incidentText),
  },
  {
    key: 'notified',
    heading: 'Notified',
    render: ({ notifiedOn, notifiedText }) => dateWords(notifiedOn, notifiedText),
  },
  { key: 'how', heading: 'What is filed', render: ({ how }) => how },
];

type SeenReviewsProps = {
  readonly caption: string;
  readonly reviews: readonly SeenReview[];
  readonly whenEmpty: string;
};

/** Reviews that have a theme, each with how it has it. */
export function SeenReviews({ caption, reviews, whenEmpty }: SeenReviewsProps) {
  return (
    <SimpleTable
      caption={caption}
      hideCaption
      columns={columns}
      rows={reviews}
      rowKey={({ id }) => id}
      whenEmpty={whenEmpty}
    />
  );
}
