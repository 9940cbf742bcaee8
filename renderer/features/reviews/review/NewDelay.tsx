import { useState } from 'react';
import { save } from '../../../app/use-save.ts';
import { client } from '../../../client.ts';
import { DateEntry, TextArea, TextField } from '../../../ui/index.ts';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { ReasonChoices } from './ReasonChoices.tsx';
import { problemOf } from './saving.ts';
import { problemIn, useDateField, wordsProblemIn } from './use-date-field.ts';

export function NewDelay({ reviewId, onClose }: { readonly reviewId: string; readonly onClose: () => void }) {
  const [reasons, setReasons] = useState<readonly string[]>([]);
  const [explanation, setExplanation] = useState('');
  const [expectedEndEvent, setExpectedEndEvent] = useState('');
  const [interimLearning, setInterimLearning] = useState('');
  const [told, setTold] = useState('');
  const since = useDateField();
  const expected = useDateField();
  const nextReview = useDateField();
  const toldOn = useDateField();
  const onSave = async (): Promise<string | null> => {
    if (reasons.length === 0) return 'Choose at least one reason.';
    const problem = problemIn(since, expected, nextReview, toldOn) ?? wordsProblemIn(expected, nextReview, toldOn);
    if (problem !== null) return problem;
    const outcome = await save(
      () =>
        client.publication.addDelay({
          reviewId,
          delayReasonIds: [...reasons],
          since: since.value.date,
          sinceText: since.value.text,
          explanation,
          expectedEndEvent,
          expectedEndOn: expected.value.date,
          nextReviewOn: nextReview.value.date,
          interimLearning,
          told,
          toldOn: toldOn.value.date,
        }),
      'Added a publication delay',
    );
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add a delay" saveLabel="Add the delay" onSave={onSave} onClose={onClose}>
      <ReasonChoices chosen={reasons} onChange={setReasons} />
      <FormRow>
        <DateEntry label="Since" {...since.entry} optional />
        <TextField
          label="Will end with"
          hint="For example the verdict in the trial."
          value={expectedEndEvent}
          onChange={setExpectedEndEvent}
          optional
        />
        <DateEntry label="Expected" {...expected.entry} optional />
      </FormRow>
      <FormRow>
        <DateEntry label="Next review of the delay" {...nextReview.entry} optional />
        <TextField label="Told" hint="A body or a post." value={told} onChange={setTold} optional />
        <DateEntry label="Told on" {...toldOn.entry} optional />
      </FormRow>
      <TextField
        label="Interim learning"
        hint="What was issued meanwhile, if anything."
        value={interimLearning}
        onChange={setInterimLearning}
        optional
      />
      <TextArea label="Explanation" value={explanation} onChange={setExplanation} rows={2} optional />
    </InlineForm>
  );
}
