import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { EVALUATION_STATUS_LABELS, type EvaluationStatus } from '../../../../db/domain/codes.ts';
import { evaluationStory } from '../../../../db/domain/evaluation-story.ts';
import { addRecord } from '../../../app/use-record-edit.ts';
import { DateEntry, Select, type SimpleColumn, SimpleTable, TextField } from '../../../ui/index.ts';
import { labelsToOptions } from '../labels-to-options.ts';
import { AddInline } from './AddInline.tsx';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { recordColumns } from './record-columns.tsx';
import { ReviewPart } from './ReviewPart.tsx';
import { problemOf } from './saving.ts';
import { problemIn, useDateField } from './use-date-field.ts';

type Evaluation = ReviewDetail['evaluations'][number];

const statuses = labelsToOptions(EVALUATION_STATUS_LABELS);
const of = recordColumns(
  'evaluations',
  ({ evaluator, grade }) => `the evaluation by ${evaluator}${grade && `, ${grade}`}`,
);
const columns: readonly SimpleColumn<Evaluation>[] = [
  of.date('date', 'Date', { textField: 'dateText', whenEmpty: 'Not known' }),
  of.text('evaluator', 'By'),
  of.text('grade', 'Grade', { whenEmpty: 'Not graded' }),
  of.choice('status', 'Status', statuses),
  of.text('regimeNote', 'Under'),
  of.text('note', 'Note'),
  of.tools(),
];

/** A history and not a field: a grade can be provisional, contested, reconsidered and changed. */
export function Evaluations({ detail: { review, milestones, evaluations } }: { readonly detail: ReviewDetail }) {
  const story = evaluationStory(milestones, evaluations);
  return (
    <ReviewPart
      part="evaluations"
      count={evaluations.length}
      note="From its submission on, every grade the review was given, in order: provisional, contested, appealed, reconsidered, regraded."
    >
      {story.length > 0 && (
        <ol className="review-story" aria-label="What became of the report">
          {story.map(({ key, on, words, note }) => (
            <li key={key}>
              <span className="review-story-on">{on}</span>
              <span>
                {words}
                {note !== '' && <span className="ui-quiet"> · {note}</span>}
              </span>
            </li>
          ))}
        </ol>
      )}
      <SimpleTable
        caption="Evaluations"
        hideCaption
        columns={columns}
        rows={evaluations}
        rowKey={({ id }) => id}
        whenEmpty="No evaluation is recorded."
      />
      <AddInline label="Add an evaluation">
        {(close) => <NewEvaluation reviewId={review.id} onClose={close} />}
      </AddInline>
    </ReviewPart>
  );
}

function NewEvaluation({ reviewId, onClose }: { readonly reviewId: string; readonly onClose: () => void }) {
  const [evaluator, setEvaluator] = useState('Ofsted');
  const [grade, setGrade] = useState('');
  const [status, setStatus] = useState<EvaluationStatus>('provisional');
  const date = useDateField();
  const onSave = async (): Promise<string | null> => {
    if (evaluator.trim() === '') return 'Say who evaluated the review.';
    const problem = problemIn(date);
    if (problem !== null) return problem;
    const outcome = await addRecord('evaluations', {
      reviewId,
      evaluator,
      grade,
      status,
      date: date.value.date,
      dateText: date.value.text,
    });
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add an evaluation" saveLabel="Add the evaluation" onSave={onSave} onClose={onClose}>
      <FormRow>
        <TextField label="By" value={evaluator} onChange={setEvaluator} autoFocus />
        <TextField label="Grade" hint="In the evaluator’s own words." value={grade} onChange={setGrade} optional />
        <Select
          label="Status"
          options={statuses}
          value={status}
          onChange={(key) => setStatus(key as EvaluationStatus)}
        />
        <DateEntry label="Date" {...date.entry} optional />
      </FormRow>
    </InlineForm>
  );
}
