import { useState } from 'react';
import { addRecord } from '../../../app/use-record-edit.ts';
import { useBoard } from '../../../app/use-board.ts';
import { ComboBox, DateEntry, TextField } from '../../../ui/index.ts';
import { FindAction } from '../../actions/FindAction.tsx';
import { FindReview } from '../../actions/FindReview.tsx';
import { FormRow, InlineForm } from '../../reviews/review/InlineForm.tsx';
import { problemOf } from '../../reviews/review/saving.ts';
import { problemIn, useDateField, wordsProblemIn } from '../../reviews/review/use-date-field.ts';
import { themeChoices } from '../theme-options.ts';

type NewCheckProps = { readonly themeId?: string; readonly onClose: () => void };

export function NewCheck({ themeId: given, onClose }: NewCheckProps) {
  const { themes } = useBoard();
  const [question, setQuestion] = useState('');
  const [method, setMethod] = useState('');
  const [themeId, setThemeId] = useState<string | null>(given ?? null);
  const [reviewId, setReviewId] = useState<string | null>(null);
  const [actionId, setActionId] = useState<string | null>(null);
  const planned = useDateField();
  const onSave = async (): Promise<string | null> => {
    if (question.trim() === '') return 'Write the question the check answers.';
    const problem = problemIn(planned) ?? wordsProblemIn(planned);
    if (problem !== null) return problem;
    const row = { question, method, themeId, reviewId, actionId, plannedOn: planned.value.date };
    const outcome = await addRecord('impactChecks', row);
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Plan an impact check" saveLabel="Plan the check" onSave={onSave} onClose={onClose}>
      <TextField
        label="Question"
        hint="Do practitioners now ask about other adults in the home?"
        value={question}
        onChange={setQuestion}
        autoFocus
      />
      <FormRow>
        <TextField label="How" value={method} onChange={setMethod} optional />
        <DateEntry label="Planned for" {...planned.entry} optional />
        <ComboBox label="Theme" options={themeChoices(themes)} value={themeId} onChange={setThemeId} optional />
      </FormRow>
      <FormRow>
        <FindReview label="Review" value={reviewId} onChange={setReviewId} optional />
        <FindAction
          label="Action"
          within={reviewId === null ? {} : { reviewId: [reviewId] }}
          value={actionId}
          onChange={(action) => setActionId(action?.id ?? null)}
          optional
        />
      </FormRow>
    </InlineForm>
  );
}
