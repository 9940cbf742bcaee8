/** The yearly report's figures and record, as anyone may read them. */
import { formatDate } from '../../domain/partial-date.ts';
import { placeInYear } from '../../domain/reported-year.ts';
import { isOurs } from '../../service/year-reviews.ts';
import { yearBlock } from '../sections/annual-year.ts';
import { column, number, share, text } from '../sections/cells.ts';
import type { SectionWriter } from '../sections/source.ts';
import { withSmallNumbers } from './about.ts';
import { countTable } from './one-page.ts';
import { completeOf, type PublicRecommendation, setAsideOf } from './public-plans.ts';
import { readPublic } from './public-reading.ts';

export const annualFigures: SectionWriter = (source) => {
  const { counts, published, year } = readPublic(source);
  const ours = published.filter(isOurs);
  const inYear = ours.filter(
    ({ publishedOn, publishedText }) => placeInYear(year, publishedOn, publishedText) === 'in',
  );
  const unclear = ours.filter(
    ({ publishedOn, publishedText }) => placeInYear(year, publishedOn, publishedText) === 'unclear',
  );
  return {
    id: 'annual-figures',
    heading: 'The year in figures',
    blocks: withSmallNumbers(source, [
      yearBlock(source),
      { kind: 'paragraph', text: 'Reviews that another area leads are not counted in the year.' },
      {
        kind: 'table',
        id: 'public-year',
        caption: 'Reviews in the year',
        columns: [column('what', 'What', 'text', 6), column('public-count', 'Reviews', 'number', 2)],
        rows: [
          [text(counts.begunInYear.label), counts.cell(counts.begunInYear)],
          [text(counts.completedInYear.label), counts.cell(counts.completedInYear)],
          [text('Published in the year and published now'), number(inYear.length)],
        ],
        nil: 'No review was begun, completed or published.',
      },
      ...(unclear.length === 0
        ? []
        : [
            {
              kind: 'paragraph',
              text: `Published on a date that does not say whether it lies in the year, so not counted as published in it: ${unclear.map(({ name }) => name).join(', ')}.`,
            } as const,
          ]),
      // The section on publication says the same of that day, once is enough.
      ...(source.options.sections.includes('publication')
        ? []
        : [
            { kind: 'subheading', text: `As at ${formatDate(source.dataAsAt)}` } as const,
            countTable(counts, 'public-year-by-state', 'Reviews that are not published', 'Publication', counts.byState),
            {
              ...countTable(
                counts,
                'public-year-reasons',
                'Delayed, by reason',
                'Reason',
                counts.delayedByReason,
                null,
              ),
              nil: 'No publication is delayed.',
            },
          ]),
    ]),
  };
};

export const annualRecord: SectionWriter = (source) => {
  const { plans } = readPublic(source);
  const rows = plans.flatMap((plan) =>
    plan.recommendations.flatMap((one) => (one.words === null ? [] : [{ plan, one, words: one.words }])),
  );
  const withheld = plans.reduce((sum, { recommendations }) => sum + recommendations.length, 0) - rows.length;
  return {
    id: 'annual-record',
    heading: 'Decisions and actions on recommendations',
    blocks: [
      {
        kind: 'paragraph',
        text: 'Recommendations of published local reviews and of published reports of others, in the words that were released, with the answers of the agencies they are addressed to and how far the actions are.',
      },
      {
        kind: 'table',
        id: 'public-record',
        caption: 'Recommendations and what was done',
        columns: [
          column('public-plan', 'Plan', 'text', 4),
          column('number', 'No.', 'text', 1.5),
          column('released', 'Recommendation', 'text', 8),
          column('public-answers', 'Agencies’ answers', 'text', 4),
          column('public-complete', 'Actions complete', 'text', 3),
        ],
        rows: rows.map(({ plan, one, words }) => [
          text(plan.name),
          text(one.number),
          text(words),
          text(answerWords(one)),
          one.actions.length === 0
            ? text('No action')
            : share(completeOf(one.actions), one.actions.length - setAsideOf(one.actions)),
        ]),
        nil: 'No recommendation of a published plan is released in words.',
      },
      ...(withheld === 0
        ? []
        : [
            {
              kind: 'paragraph',
              text: `Of these plans’ recommendations, ${withheld} ${withheld === 1 ? 'is' : 'are'} not told here.`,
            } as const,
          ]),
    ],
  };
};

/** "3 accepted, 1 not answered yet". */
const answerWords = ({ answers }: PublicRecommendation): string =>
  [
    [answers.accepted, 'accepted'],
    [answers['partly-accepted'], 'partly accepted'],
    [answers.rejected, 'rejected'],
    [answers.none, 'not answered yet'],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(', ') || 'No agency named';
