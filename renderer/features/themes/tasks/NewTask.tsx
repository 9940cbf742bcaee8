import { useState } from 'react';
import { addRecord } from '../../../app/use-record-edit.ts';
import { useBoard } from '../../../app/use-board.ts';
import { ComboBox, DateEntry, TextArea, TextField } from '../../../ui/index.ts';
import { FormRow, InlineForm } from '../../reviews/review/InlineForm.tsx';
import { problemOf } from '../../reviews/review/saving.ts';
import { exactDay, problemIn, useDateField, wordsProblemIn } from '../../reviews/review/use-date-field.ts';
import { themeChoices } from '../theme-options.ts';

type NewTaskProps = { readonly themeId?: string; readonly onClose: () => void };

export function NewTask({ themeId: given, onClose }: NewTaskProps) {
  const { bodies, themes, today } = useBoard();
  const [themeId, setThemeId] = useState<string | null>(given ?? null);
  const [bodyId, setBodyId] = useState<string | null>(null);
  const [routedTo, setRoutedTo] = useState('');
  const [task, setTask] = useState('');
  const routedOn = useDateField(exactDay(today));
  const onSave = async (): Promise<string | null> => {
    if (themeId === null) return 'Choose the theme.';
    if (bodyId === null && routedTo.trim() === '') return 'Say to which body the theme is passed.';
    const problem = problemIn(routedOn) ?? wordsProblemIn(routedOn);
    if (problem !== null) return problem;
    const row = { themeId, bodyId, routedTo, task, routedOn: routedOn.value.date };
    const outcome = await addRecord('themeRoutes', row);
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Pass a theme to a body" saveLabel="Pass it on" onSave={onSave} onClose={onClose}>
      <FormRow>
        {given === undefined && (
          <ComboBox label="Theme" options={themeChoices(themes)} value={themeId} onChange={setThemeId} autoFocus />
        )}
        <ComboBox
          label="Body"
          options={bodies.map(({ id, name }) => ({ key: id, label: name }))}
          value={bodyId}
          onChange={setBodyId}
          autoFocus={given !== undefined}
        />
        <TextField label="Or another body, in words" value={routedTo} onChange={setRoutedTo} optional />
        <DateEntry label="Passed on" {...routedOn.entry} optional />
      </FormRow>
      <TextArea
        label="Task"
        hint="What it embeds, and how it will know that the change worked."
        value={task}
        onChange={setTask}
        rows={2}
        optional
      />
    </InlineForm>
  );
}
