import { type FormEvent, useState } from 'react';
import { Button, TextField } from '../../../ui/index.ts';

type AddLineProps = {
  readonly label: string;
  readonly onAdd: (text: string) => Promise<{ readonly ok: true } | { readonly ok: false; readonly message: string }>;
};

/** One line that adds an entry: type, Enter; ready for the next. */
export function AddLine({ label, onAdd }: AddLineProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() === '') return;
    const outcome = await onAdd(text.trim());
    setProblem(outcome.ok ? undefined : outcome.message);
    if (outcome.ok) setText('');
  };
  return (
    <form className="action-add-line" onSubmit={(event) => void add(event)}>
      <TextField
        label={label}
        hideLabel
        placeholder={label}
        value={text}
        onChange={setText}
        error={problem}
        maxLength={500}
      />
      <Button size="small" type="submit" isDisabled={text.trim() === ''}>
        Add
      </Button>
    </form>
  );
}
