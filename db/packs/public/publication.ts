import type { PackBlock } from '../model.ts';
import { column, date, text, withoutEmpty } from '../sections/cells.ts';
import type { SectionWriter } from '../sections/source.ts';
import { withSmallNumbers } from './about.ts';
import { countTable } from './one-page.ts';
import { type PublishedReview, readPublic } from './public-reading.ts';

export const publication: SectionWriter = (source) => {
  const { published, counts } = readPublic(source);
  return {
    id: 'publication',
    heading: 'Publication',
    blocks: withSmallNumbers(source, [
      withoutEmpty(['place'], {
        kind: 'table',
        id: 'public-published',
        caption: 'Reviews that are published now',
        columns: [
          column('public-review', 'Review', 'text', 4),
          column('type', 'Type', 'text', 5),
          column('on', 'Published', 'date', 3),
          column('place', 'Where', 'text', 5),
        ],
        rows: published.map(({ name, typeName, publishedOn, publishedText, place }) => [
          text(name),
          text(typeName),
          date(publishedOn, publishedText),
          text(place),
        ]),
        nil: 'No review is published at present.',
      }),
      ...published.flatMap(inReleasedWords),
      { kind: 'subheading', text: 'Where publication stands' },
      countTable(counts, 'public-by-state', 'Reviews that are not published', 'Publication', counts.byState),
      { kind: 'subheading', text: 'Why publication is delayed' },
      { kind: 'paragraph', text: 'A report may be delayed for several reasons, and counts under each.' },
      {
        ...countTable(counts, 'public-delay-reasons', 'Delayed, by reason', 'Reason', counts.delayedByReason, null),
        nil: 'No publication is delayed.',
      },
    ]),
  };
};

const inReleasedWords = ({ name, words }: PublishedReview): PackBlock[] =>
  words === null
    ? []
    : [
        { kind: 'subheading', text: name },
        ...words
          .split(/\n\s*\n/)
          .map((paragraph) => paragraph.trim())
          .filter(Boolean)
          .map((paragraph) => ({ kind: 'paragraph', text: paragraph }) as const),
      ];
