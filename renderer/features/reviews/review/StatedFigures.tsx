import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { addRecord, editRecord } from '../../../app/use-record-edit.ts';
import {
  DateEntry,
  EditableNumber,
  NumberField,
  type SimpleColumn,
  SimpleTable,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { AddInline } from './AddInline.tsx';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { recordColumns } from './record-columns.tsx';
import { ReviewPart } from './ReviewPart.tsx';
import { problemOf } from './saving.ts';
import { problemIn, useDateField, wordsProblemIn } from './use-date-field.ts';

type Figure = ReviewDetail['statedFigures'][number];

const of = recordColumns('statedFigures', ({ statement }) => `the figure “${statement}”`);
const columns: readonly SimpleColumn<Figure>[] = [
  of.text('statement', 'As stated', { width: '30%' }),
  {
    key: 'stated',
    heading: 'Figure',
    width: '84px',
    render: (figure) => (
      <EditableNumber
        layout="bare"
        label={`Figure in “${figure.statement}”`}
        whenEmpty="None"
        value={figure.stated}
        onSave={editRecord('statedFigures', figure, 'stated')}
      />
    ),
  },
  of.text('unit', 'Of'),
  of.text('source', 'Source'),
  of.date('sourceDate', 'Dated'),
  of.text('note', 'Note'),
  of.tools(),
];

/** What papers state, beside what is computed: never corrected silently. */
export function StatedFigures({ detail: { review, statedFigures } }: { readonly detail: ReviewDetail }) {
  return (
    <ReviewPart
      part="figures"
      count={statedFigures.length}
      note="Figures as a paper states them. They stand beside what the program counts, and are never corrected by it."
    >
      <SimpleTable
        caption="Stated figures"
        hideCaption
        columns={columns}
        rows={statedFigures}
        rowKey={({ id }) => id}
        whenEmpty="No stated figure is recorded."
      />
      <AddInline label="Add a stated figure">
        {(close) => <NewFigure reviewId={review.id} position={statedFigures.length} onClose={close} />}
      </AddInline>
    </ReviewPart>
  );
}

function NewFigure({
  reviewId,
  position,
  onClose,
}: {
  readonly reviewId: string;
  readonly position: number;
  readonly onClose: () => void;
}) {
  const [statement, setStatement] = useState('');
  const [stated, setStated] = useState<number | null>(null);
  const [unit, setUnit] = useState('');
  const [source, setSource] = useState('');
  const [note, setNote] = useState('');
  const dated = useDateField();
  const onSave = async (): Promise<string | null> => {
    if (statement.trim() === '') return 'Write the figure in the paper’s own words.';
    if (source.trim() === '') return 'Say where it is stated.';
    const problem = problemIn(dated) ?? wordsProblemIn(dated);
    if (problem !== null) return problem;
    const outcome = await addRecord('statedFigures', {
      reviewId,
      statement,
      stated,
      unit,
      source,
      sourceDate: dated.value.date,
      note,
      position,
    });
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add a stated figure" saveLabel="Add the figure" onSave={onSave} onClose={onClose}>
      <TextField
        label="As stated"
        hint="In the paper’s own words: 14 of 15 actions are complete."
        value={statement}
        onChange={setStatement}
        autoFocus
      />
      <FormRow>
        <NumberField label="Figure" value={stated} onChange={setStated} optional />
        <TextField label="Of what" value={unit} onChange={setUnit} optional />
        <TextField label="Source" value={source} onChange={setSource} />
        <DateEntry label="Dated" {...dated.entry} optional />
      </FormRow>
      <TextArea label="Note" value={note} onChange={setNote} rows={2} optional />
    </InlineForm>
  );
}
