import { PUBLICATION_DECISION_LABELS, type PublicationDecision } from '../../domain/codes.ts';
import { formatDate } from '../../domain/partial-date.ts';
import type { RegisterRow } from '../../contract/publication.ts';
import { delaysByReason, registerRows } from '../../service/publication.ts';
import { type Delay, readPublications } from '../../service/publication-readings.ts';
import { publicationStatements } from '../../service/statements.ts';
import type { PackBlock, PackCell, PackTable } from '../model.ts';
import { column, date, dateOr, number, text, withoutEmpty } from './cells.ts';
import { delayDaysByReason } from './charts.ts';
import type { PackSource, SectionWriter } from './source.ts';

export const publication: SectionWriter = (source) => {
  const { reader, dataAsAt } = source;
  const rows = registerRows(reader, dataAsAt);
  const publications = readPublications(reader, dataAsAt);
  const recordOf = (row: RegisterRow) => publications.get(row.reviewId)?.record;
  const inState = (...states: readonly RegisterRow['state'][]): readonly RegisterRow[] =>
    rows.filter((row) => states.includes(row.state));
  const due = rows.filter(
    ({ state, completeUnpublished }) => state === 'planned' || (state === 'not-yet-decided' && completeUnpublished),
  );
  return {
    id: 'publication',
    heading: 'Publication register',
    blocks: [
      { kind: 'list', items: publicationStatements(reader, dataAsAt) },
      ...delayed(source, inState('delayed')),
      {
        kind: 'paragraph',
        text: 'A report may have several delays. By reason, it counts under each; days are calendar days.',
      },
      ...delayDaysByReason(source),
      reasons(source),
      { kind: 'subheading', text: 'Due' },
      withoutEmpty(['label', 'audience'], {
        kind: 'table',
        id: 'publication-planned',
        caption: 'Reports due for publication',
        columns: [
          ...NAMED,
          column('planned', 'Planned for', 'date', 3),
          column('words', 'Where it stands', 'text', 6),
          column('audience', 'For whom', 'text', 4),
        ],
        rows: due.map((row) => [
          ...named(row),
          dateOr(row.plannedOn, row.plannedText, 'No date set'),
          text(row.words),
          text(recordOf(row)?.audience ?? ''),
        ]),
        nil: 'No report is due to be published, and none waits for that decision.',
      }),
      { kind: 'subheading', text: 'Published' },
      withoutEmpty(['label', 'audience', 'place', 'until'], {
        kind: 'table',
        id: 'publication-published',
        caption: 'Reports that are published now',
        columns: [
          ...NAMED,
          column('on', 'Published', 'date', 3),
          column('place', 'Where', 'text', 4),
          column('audience', 'For whom', 'text', 4),
          column('until', 'Available until', 'date', 3),
        ],
        rows: inState('published').map((row) => [
          ...named(row),
          date(row.publishedOn, recordOf(row)?.publishedText ?? null),
          text(row.place),
          text(recordOf(row)?.audience ?? ''),
          date(row.availableUntil),
        ]),
        nil: 'No report is published at present.',
      }),
      leaving(rows.filter((row) => row.leavingSite)),
      { kind: 'subheading', text: 'Not to be published' },
      notPublished(source, inState('not-to-be-published')),
    ],
  };
};

const NAMED = [
  column('reference', 'Reference', 'text', 3),
  column('label', 'Label', 'text', 3),
  column('type', 'Type', 'text', 2),
];
const named = (row: RegisterRow) => [text(row.reference), text(row.label), text(row.typeShortName)];

const delayed = ({ reader, dataAsAt }: PackSource, rows: readonly RegisterRow[]): PackBlock[] => {
  const publications = readPublications(reader, dataAsAt);
  return [
    { kind: 'subheading', text: 'Delayed' },
    withoutEmpty(['label'], {
      kind: 'table',
      id: 'publication-delayed',
      caption: 'Publication delays still open',
      columns: [
        column('reference', 'Reference', 'text', 3),
        column('label', 'Label', 'text', 3),
        column('reason', 'Reason', 'text', 4),
        column('since', 'Since', 'date', 3),
        column('days', 'Days', 'number', 2),
        column('ends', 'Expected to end with', 'text', 4),
        column('review', 'Next review', 'date', 3),
        column('told', 'Who was told', 'text', 4),
        column('interim', 'Interim learning', 'text', 4),
      ],
      rows: rows.flatMap((row) => {
        const publication = publications.get(row.reviewId);
        return (publication?.delays ?? []).flatMap((delay, at) => {
          const reading = publication?.reading.delays[at];
          if (reading === undefined || !reading.open) return [];
          return [
            [
              text(row.reference),
              text(row.label),
              text(
                [delay.reasons.map((reason) => reason.name).join('; '), delay.explanation].filter(Boolean).join(': '),
              ),
              dateOr(delay.since, delay.sinceText, 'Not known'),
              number(reading.days),
              text(delay.expectedEndEvent || 'Not recorded'),
              dateOr(delay.nextReviewOn, null, 'None set'),
              text(delay.notices.map(noticeWords).join('; ') || 'Nobody on record'),
              text(delay.interimLearning || 'None on record'),
            ],
          ];
        });
      }),
      nil: 'No publication is delayed.',
    }),
  ];
};

/** "National Panel, 8 June 2026". */
const noticeWords = ({ told, toldOn, toldText }: Delay['notices'][number]): string =>
  [told, formatDate(toldOn, toldText)].filter(Boolean).join(', ');

const reasons = ({ reader, dataAsAt }: PackSource): PackTable => ({
  kind: 'table',
  id: 'publication-delays-by-reason',
  caption: 'Delays by reason',
  columns: [
    column('reason', 'Reason', 'text', 6),
    column('reviews', 'Reviews', 'number', 2),
    column('total', 'Days in all', 'number', 2),
    column('longest', 'Longest', 'number', 2),
  ],
  rows: delaysByReason(reader, dataAsAt).map((row) => [
    text(row.reason),
    number(row.reviews),
    daysInAll(row),
    number(row.longestDays),
  ]),
  nil: 'There is no delay to count.',
});

/** "34 and 1 not known": a delay that nobody knows the first day of is not a delay of no days. */
const daysInAll = ({ totalDays, undated }: ReturnType<typeof delaysByReason>[number]): PackCell =>
  totalDays === null || undated === 0
    ? number(totalDays)
    : { kind: 'number', value: totalDays, text: `${totalDays} and ${undated} not known` };

const leaving = (rows: readonly RegisterRow[]): PackTable =>
  withoutEmpty(['label'], {
    kind: 'table',
    id: 'publication-leaving',
    caption: 'Leaving the site in 90 days',
    columns: [...NAMED, column('until', 'Available until', 'date', 3)],
    rows: rows.map((row) => [...named(row), date(row.availableUntil)]),
    nil: 'No report leaves the website within 90 days.',
  });

const notPublished = ({ reader, dataAsAt }: PackSource, rows: readonly RegisterRow[]): PackTable => {
  const publications = readPublications(reader, dataAsAt);
  return withoutEmpty(['label', 'agreed', 'disagreed'], {
    kind: 'table',
    id: 'publication-not-published',
    caption: 'Reports not to be published',
    columns: [
      ...NAMED,
      column('decided', 'Decided', 'date', 3),
      column('basis', 'Basis', 'text', 6),
      column('agreed', 'Who agreed', 'text', 3),
      column('disagreed', 'Who disagreed', 'text', 3),
    ],
    rows: rows.map((row) => {
      const decision = publications.get(row.reviewId)?.decisions.findLast(({ waits }) => !waits);
      return [
        ...named(row),
        date(decision?.decidedOn ?? null, decision?.decidedText ?? null),
        text(
          decision?.basis ||
            (decision === undefined ? '' : PUBLICATION_DECISION_LABELS[decision.decision as PublicationDecision]),
        ),
        text(decision?.agreedBy ?? ''),
        text(decision?.disagreedBy ?? ''),
      ];
    }),
    nil: 'No report is withheld from publication.',
  });
};
