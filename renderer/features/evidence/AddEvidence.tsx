import '../actions/actions.css';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { addRecord } from '../../app/use-record-edit.ts';
import { Button, DateEntry, TextArea, TextField } from '../../ui/index.ts';
import { AgencySelect } from '../actions/acts/AgencySelect.tsx';
import { missing } from '../actions/acts/missing.ts';
import { useDateField } from '../actions/acts/use-date-field.ts';

/** A new item of evidence; what it serves and its files are added in its panel, which opens next. */
export function AddEvidence({ onAdded }: { readonly onAdded: (evidenceId: string) => void }) {
  const [what, setWhat] = useState('');
  const [agencyId, setAgencyId] = useState<string | null>(null);
  const [fromWhom, setFromWhom] = useState('');
  const [heldAt, setHeldAt] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const date = useDateField({ exactness: 'words' });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (tried) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tried]);
  const add = async (): Promise<void> => {
    const isReady = what.trim() !== '' && date.wrong === null;
    setTried(!isReady);
    if (!isReady || isSaving) return;
    setIsSaving(true);
    const outcome = await addRecord('evidence', {
      what,
      agencyId,
      fromWhom,
      date: date.value.date,
      dateText: date.value.text,
      heldAt,
      note,
    });
    setIsSaving(false);
    if (outcome.ok) onAdded(outcome.answer.id);
    else setProblem(outcome.message);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void add();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void add();
  };
  return (
    <form ref={form} className="act-form" noValidate onSubmit={submit} onKeyDown={onKey}>
      <TextArea
        label="What it is"
        hint="For example: audit of 20 case files."
        value={what}
        onChange={setWhat}
        error={missing(tried, what, 'Say what the evidence is.')}
      />
      <AgencySelect label="Agency" optional value={agencyId} onChange={setAgencyId} />
      <TextField
        label="From whom"
        hint="A post, not a person."
        optional
        value={fromWhom}
        onChange={setFromWhom}
        maxLength={500}
      />
      <DateEntry label="Dated" optional {...date.entry(tried)} />
      <TextField label="Where it is held" optional value={heldAt} onChange={setHeldAt} maxLength={500} />
      <TextArea label="Note" optional rows={2} value={note} onChange={setNote} />
      {problem !== null && (
        <p className="ui-field-error" role="alert">
          {problem}
        </p>
      )}
      <div className="ui-row">
        <Button type="submit" kind="primary" busy={isSaving}>
          Record the evidence
        </Button>
        <span className="ui-quiet">Files and actions are added next.</span>
      </div>
    </form>
  );
}
