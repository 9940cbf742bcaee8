import { type FormEvent, type ReactNode, useState } from 'react';
import { Button, useReadOnly } from '../../ui/index.ts';
import type { SaveOutcome } from '../../app/use-save.ts';

type AddLineProps = {
  /** A verb first: "Add the agency". */
  readonly addLabel: string;
  /** What is wrong with the entry, or null. */
  readonly problem: () => string | null;
  readonly onAdd: () => Promise<SaveOutcome<unknown>>;
  /** Empties the fields for the next one. */
  readonly onAdded: () => void;
  /** The fields. */
  readonly children: ReactNode;
};

/** Fields and a button in one line, to add a row to the table above. What was typed stays until it is added. */
export function AddLine({ addLabel, problem, onAdd, onAdded, children }: AddLineProps) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const isReadOnly = useReadOnly();
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = problem();
    setRefusal(found);
    if (found !== null || busy) return;
    setBusy(true);
    const outcome = await onAdd();
    setBusy(false);
    if (outcome.ok) onAdded();
    else setRefusal(outcome.message);
  };
  if (isReadOnly) return null;
  return (
    <form className="add-line" noValidate onSubmit={(event) => void add(event)}>
      {children}
      <Button type="submit" icon="add" busy={busy}>
        {addLabel}
      </Button>
      {refusal !== null && (
        <p className="add-line-problem" role="alert">
          {refusal}
        </p>
      )}
    </form>
  );
}
