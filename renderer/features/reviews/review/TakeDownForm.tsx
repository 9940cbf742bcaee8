import { useState } from 'react';
import { useBoard } from '../../../app/use-board.ts';
import { save } from '../../../app/use-save.ts';
import { client } from '../../../client.ts';
import { DateEntry, TextField } from '../../../ui/index.ts';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { problemOf } from './saving.ts';
import { exactDay, problemIn, useDateField, wordsProblemIn } from './use-date-field.ts';

export function TakeDownForm({ reviewId, onClose }: { readonly reviewId: string; readonly onClose: () => void }) {
  const { today } = useBoard();
  const takenDown = useDateField(exactDay(today));
  const [note, setNote] = useState('');
  const onSave = async (): Promise<string | null> => {
    const problem = problemIn(takenDown) ?? wordsProblemIn(takenDown);
    if (problem !== null) return problem;
    const takenDownOn = takenDown.value.date;
    if (takenDownOn === null) return 'Say when it was taken down.';
    const outcome = await save(
      () => client.publication.takeDown({ reviewId, takenDownOn, note }),
      'Recorded that the report was taken down',
    );
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm
      label="Take the report down"
      saveLabel="Record that it was taken down"
      onSave={onSave}
      onClose={onClose}
    >
      <FormRow>
        <DateEntry label="Taken down on" {...takenDown.entry} autoFocus />
        <TextField label="Why" value={note} onChange={setNote} width="medium" optional />
      </FormRow>
    </InlineForm>
  );
}
