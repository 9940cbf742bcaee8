import { useEffect, useRef, useState } from 'react';
import { useBoard } from '../../../app/use-board.ts';
import { save } from '../../../app/use-save.ts';
import { client } from '../../../client.ts';
import { ComboBox, DateEntry, noDate, TextArea, TextField } from '../../../ui/index.ts';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { problemOf } from './saving.ts';
import { problemIn, useDateField } from './use-date-field.ts';

type NewActionProps = {
  readonly reviewId: string | null;
  readonly recommendationId: string | null;
  /** The next free number: it moves on by itself after each action that is added. */
  readonly number: string;
  readonly onClose: () => void;
};

/** Adds one action after another by keyboard: Ctrl+Enter adds, the form empties for the next, Escape ends. */
export function NewAction({ reviewId, recommendationId, number: suggested, onClose }: NewActionProps) {
  const { agencies } = useBoard();
  const [written, setWritten] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [leadAgencyId, setLeadAgencyId] = useState<string | null>(null);
  const [added, setAdded] = useState(0);
  const target = useDateField();
  const area = useRef<HTMLTextAreaElement>(null);
  const number = written ?? suggested;
  useEffect(() => area.current?.focus(), [added]);
  const onSave = async (): Promise<string | null> => {
    if (text.trim() === '') return 'Write what is to be done.';
    const problem = problemIn(target);
    if (problem !== null) return problem;
    const { date: targetDate, text: targetText } = target.value;
    const outcome = await save(
      () => client.actions.add({ number, text, recommendationId, reviewId, leadAgencyId, targetDate, targetText }),
      `Added action ${number}`,
    );
    if (outcome.ok) {
      setWritten(null);
      setText('');
      target.entry.onChange(noDate);
      setAdded((count) => count + 1);
    }
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add an action" saveLabel="Add the action" onSave={onSave} onClose={onClose}>
      <TextArea
        label="Action"
        hint="Ctrl+Enter adds it and makes room for the next."
        value={text}
        onChange={setText}
        rows={2}
        inputRef={area}
      />
      <FormRow>
        <TextField label="Number" value={number} onChange={setWritten} width="short" />
        <ComboBox
          label="Lead agency"
          options={agencies.map(({ id, name }) => ({ key: id, label: name }))}
          value={leadAgencyId}
          onChange={setLeadAgencyId}
          optional
        />
        <DateEntry label="Target date" {...target.entry} optional />
      </FormRow>
    </InlineForm>
  );
}
