/** What happens to reviews outside their ordinary course: graded, handed over, complete and still followed. */
import { REVIEW_BEGINNINGS } from '../../domain/review-beginnings.ts';
import {
  EVALUATION_GRADE_LABELS,
  EVALUATION_STATUS_LABELS,
  type EvaluationGrade,
  type EvaluationStatus,
} from '../../domain/codes.ts';
import { allReviews } from '../../service/review-list.ts';
import { LABEL } from '../../service/review-names.ts';
import type { Row } from '../../store/tables.ts';
import type { PackTable } from '../model.ts';
import { column, date, dateOr, number, text, withoutEmpty } from './cells.ts';
import { eventDate, milestonesOf } from './milestones.ts';
import { mayBeSince } from './period.ts';
import type { ReviewName } from './review-names.ts';
import type { PackSource } from './source.ts';

type OfReview = { readonly reference: string; readonly label: string };

export const completeReviews = (source: PackSource, names: ReadonlyMap<string, ReviewName>): PackTable => ({
  kind: 'table',
  id: 'complete-reviews',
  caption: 'Complete, not yet closed',
  columns: [
    column('reference', 'Reference', 'text', 3),
    column('label', 'Label and subject', 'text', 5),
    column('type', 'Type', 'text', 4),
    column('began', 'Began', 'date', 3),
    column('completed', 'Completed', 'date', 3),
    column('actions', 'Open actions', 'number', 2),
  ],
  rows: allReviews(source.reader, source.dataAsAt, { stageKind: ['complete'] }).map((row) => {
    const milestones = milestonesOf(source, row.id);
    return [
      text(row.reference),
      text(names.get(row.id)?.subject ?? row.label),
      text(names.get(row.id)?.type ?? row.reviewType),
      eventDate(milestones, REVIEW_BEGINNINGS),
      eventDate(milestones, ['completed']),
      number(row.openActions),
    ];
  }),
  nil: 'No review is complete and still open.',
});

/** Every judgement in turn, so that a grade that was contested or changed is told with its history. */
export const evaluations = ({ reader, since }: PackSource): PackTable =>
  withoutEmpty(['label', 'note'], {
    kind: 'table',
    id: 'evaluations',
    caption: 'Evaluations, each in turn',
    columns: [
      column('reference', 'Reference', 'text', 3),
      column('label', 'Label', 'text', 2),
      column('evaluator', 'Evaluated by', 'text', 3),
      column('grade', 'Grade', 'text', 3),
      column('status', 'Standing', 'text', 3),
      column('when', 'When', 'date', 3),
      column('note', 'Regime and note', 'text', 7),
    ],
    rows: reader
      .prepare<[string], Row<'evaluations'> & OfReview>(
        `select e.*, r.reference, ${LABEL} as label from evaluations e join reviews r on r.id = e.reviewId join stages g on g.id = r.stageId
       where e.removed is null and r.removed is null and (g.kind <> 'closed' or ${mayBeSince('e.date')})
       order by r.reference, e.date is null desc, e.date, e.id`,
      )
      .all(since.day)
      .map((row) => [
        text(row.reference),
        text(row.label),
        text(row.evaluator),
        text(EVALUATION_GRADE_LABELS[row.grade as EvaluationGrade] ?? (row.grade || 'No grade')),
        text(EVALUATION_STATUS_LABELS[row.status as EvaluationStatus]),
        date(row.date, row.dateText),
        text([row.regimeNote, row.note].filter(Boolean).join(' ')),
      ]),
    nil: 'No open review has an evaluation.',
  });

export const handOvers = ({ reader, since }: PackSource): PackTable =>
  withoutEmpty(['label', 'note'], {
    kind: 'table',
    id: 'hand-overs',
    caption: 'Hand-overs due and made',
    columns: [
      column('reference', 'Reference', 'text', 3),
      column('label', 'Label', 'text', 2),
      column('body', 'To or from', 'text', 5),
      column('deadline', 'Deadline', 'date', 3),
      column('done', 'Handed over', 'date', 3),
      column('accepted', 'Accepted', 'date', 3),
      column('note', 'Note', 'text', 5),
    ],
    rows: reader
      .prepare<[string], Row<'handOvers'> & OfReview>(
        `select h.*, r.reference, ${LABEL} as label from handOvers h join reviews r on r.id = h.reviewId
       where h.removed is null and r.removed is null and (h.handedOverOn is null or ${mayBeSince('h.handedOverOn')})
       order by h.deadline is null, h.deadline, r.reference, h.id`,
      )
      .all(since.day)
      .map((row) => [
        text(row.reference),
        text(row.label),
        text(`${row.direction === 'to' ? 'To' : 'From'} ${row.body}`),
        date(row.deadline, row.deadlineText),
        dateOr(row.handedOverOn, null, 'Not yet'),
        dateOr(row.acceptedOn, null, 'Not yet'),
        text(row.note),
      ]),
    nil: 'No review is to be handed over, and none was in this period.',
  });
