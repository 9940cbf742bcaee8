import { useState } from 'react';
import type { LearningProductKind } from '../../../../db/domain/codes.ts';
import { addRecord } from '../../../app/use-record-edit.ts';
import { useBoard } from '../../../app/use-board.ts';
import { Checkbox, ComboBox, DateEntry, NumberField, Select, TextField } from '../../../ui/index.ts';
import { FindReview } from '../../actions/FindReview.tsx';
import { FormRow, InlineForm } from '../../reviews/review/InlineForm.tsx';
import { problemOf } from '../../reviews/review/saving.ts';
import { problemIn, useDateField } from '../../reviews/review/use-date-field.ts';
import { themeChoices } from '../theme-options.ts';
import { productKinds } from './ProductTable.tsx';

type NewProductProps = { readonly themeId?: string; readonly onClose: () => void };

export function NewProduct({ themeId: given, onClose }: NewProductProps) {
  const { themes } = useBoard();
  const [kind, setKind] = useState<LearningProductKind>('briefing');
  const [title, setTitle] = useState('');
  const [audience, setAudience] = useState('');
  const [reach, setReach] = useState<number | null>(null);
  const [isInterim, setInterim] = useState(false);
  const [themeId, setThemeId] = useState<string | null>(given ?? null);
  const [reviewId, setReviewId] = useState<string | null>(null);
  const issued = useDateField();
  const onSave = async (): Promise<string | null> => {
    if (title.trim() === '') return 'Give it a title.';
    const problem = problemIn(issued);
    if (problem !== null) return problem;
    const { date: issuedOn, text: issuedText } = issued.value;
    const interim = isInterim ? 1 : 0;
    const row = { kind, title, audience, reach, interim, themeId, reviewId, issuedOn, issuedText } as const;
    const outcome = await addRecord('learningProducts', row);
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add a learning product" saveLabel="Add" onSave={onSave} onClose={onClose}>
      <FormRow>
        <TextField label="Title" value={title} onChange={setTitle} autoFocus />
        <Select
          label="Kind"
          options={productKinds}
          value={kind}
          onChange={(key) => setKind(key as LearningProductKind)}
        />
        <TextField label="For whom" value={audience} onChange={setAudience} optional />
        <DateEntry label="Issued" {...issued.entry} optional />
      </FormRow>
      <FormRow>
        <NumberField label="People reached" value={reach} onChange={setReach} min={0} optional />
        <ComboBox label="Theme" options={themeChoices(themes)} value={themeId} onChange={setThemeId} optional />
        <FindReview label="Review" value={reviewId} onChange={setReviewId} optional />
      </FormRow>
      <Checkbox isSelected={isInterim} onChange={setInterim}>
        Interim, before the report is published
      </Checkbox>
    </InlineForm>
  );
}
