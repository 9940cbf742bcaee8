import { useState } from 'react';
import { addRecord } from '../../app/use-record-edit.ts';
import { TextArea, TextField } from '../../ui/index.ts';
import { InlineForm } from '../reviews/review/InlineForm.tsx';

type AddDecisionProps = {
  readonly meetingId: string;
  readonly itemId: string | null;
  readonly position: number;
  readonly onClose: () => void;
};

export function AddDecision({ meetingId, itemId, position, onClose }: AddDecisionProps) {
  const [text, setText] = useState('');
  const [minuteReference, setMinuteReference] = useState('');
  const onSave = async (): Promise<string | null> => {
    if (text.trim() === '') return 'Write what was decided.';
    const row = { meetingId, meetingItemId: itemId, text, minuteReference, position };
    const outcome = await addRecord('decisions', row);
    if (!outcome.ok) return outcome.message;
    onClose();
    return null;
  };
  return (
    <InlineForm label="Add a decision" saveLabel="Add the decision" onSave={onSave} onClose={onClose}>
      <TextArea label="Decision" value={text} onChange={setText} rows={2} autoFocus />
      <TextField
        label="Minute reference"
        value={minuteReference}
        onChange={setMinuteReference}
        width="short"
        optional
      />
    </InlineForm>
  );
}
