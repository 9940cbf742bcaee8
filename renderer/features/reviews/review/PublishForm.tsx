import { useState } from 'react';
import { useBoard } from '../../../app/use-board.ts';
import { save } from '../../../app/use-save.ts';
import { client } from '../../../client.ts';
import { Checkbox, DateEntry, TextField } from '../../../ui/index.ts';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { problemOf } from './saving.ts';
import { exactDay, problemIn, useDateField, wordsProblemIn } from './use-date-field.ts';

type PublishFormProps = { readonly reviewId: string; readonly hasOpenDelays: boolean; readonly onClose: () => void };

export function PublishForm({ reviewId, hasOpenDelays, onClose }: PublishFormProps) {
  const { today } = useBoard();
  const published = useDateField(exactDay(today));
  const until = useDateField();
  const [place, setPlace] = useState('');
  const [endDelays, setEndDelays] = useState(true);
  const onSave = async (): Promise<string | null> => {
    const problem = problemIn(published, until) ?? wordsProblemIn(until);
    if (problem !== null) return problem;
    const { date: publishedOn, text: publishedText } = published.value;
    if (publishedOn === null) return 'Say when it was published, at least the year.';
    if (place.trim() === '') return 'Say where it can be read, for example the partnership’s website.';
    const outcome = await save(
      () =>
        client.publication.publish({
          reviewId,
          publishedOn,
          publishedText,
          place,
          availableUntil: until.value.date,
          endDelays,
        }),
      'Recorded publication',
    );
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Record publication" saveLabel="Record publication" onSave={onSave} onClose={onClose}>
      <FormRow>
        <DateEntry label="Published on" {...published.entry} autoFocus />
        <TextField label="Where" value={place} onChange={setPlace} width="medium" />
        <DateEntry label="Stays available until" hint="One year, if left empty." {...until.entry} optional />
      </FormRow>
      {hasOpenDelays && (
        <Checkbox isSelected={endDelays} onChange={setEndDelays}>
          End the delays that are still open
        </Checkbox>
      )}
    </InlineForm>
  );
}
