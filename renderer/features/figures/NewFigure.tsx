import { useState } from 'react';
import { addRecord, noneKey } from '../../app/use-record-edit.ts';
import { DateEntry, NumberField, Select, TextArea, TextField } from '../../ui/index.ts';
import { FormRow, InlineForm } from '../reviews/review/InlineForm.tsx';
import { problemOf } from '../reviews/review/saving.ts';
import { problemIn, useDateField, wordsProblemIn } from '../reviews/review/use-date-field.ts';
import { measureOptions } from './figure-columns.tsx';

type NewFigureProps = {
  /** Null for a figure about the board as a whole. */
  readonly reviewId: string | null;
  readonly position: number;
  readonly onClose: () => void;
};

/** A figure in the paper's own words, where it stands, and what it is to be compared with. */
export function NewFigure({ reviewId, position, onClose }: NewFigureProps) {
  const [statement, setStatement] = useState('');
  const [stated, setStated] = useState<number | null>(null);
  const [unit, setUnit] = useState('');
  const [measure, setMeasure] = useState<string | null>(noneKey);
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
      measure: measure === noneKey ? null : measure,
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
        <Select
          label="Beside"
          options={measureOptions(reviewId === null ? 'board' : 'review')}
          value={measure}
          onChange={setMeasure}
        />
      </FormRow>
      <FormRow>
        <TextField label="Source" value={source} onChange={setSource} />
        <DateEntry label="Dated" {...dated.entry} optional />
      </FormRow>
      <TextArea label="Note" value={note} onChange={setNote} rows={2} optional />
    </InlineForm>
  );
}
