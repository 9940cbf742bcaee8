import '../actions/actions.css';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { addRecord } from '../../app/use-record-edit.ts';
import { Button, DateEntry, NumberField, Select, TextArea, TextField } from '../../ui/index.ts';
import { missing } from '../actions/acts/missing.ts';
import { useDateField } from '../actions/acts/use-date-field.ts';
import { REPORT_KINDS, type ReportKind } from './answered-words.ts';

/** A report of somebody else; its recommendations are added on its page, which opens next. */
export function AddReport({ onAdded }: { readonly onAdded: (reportId: string) => void }) {
  const [reference, setReference] = useState('');
  const [title, setTitle] = useState('');
  const [issuedBy, setIssuedBy] = useState('');
  const [kind, setKind] = useState<ReportKind>('national-report');
  const [count, setCount] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const published = useDateField({ exactness: 'partial' });
  const received = useDateField({ exactness: 'partial' });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (tried) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tried]);
  const add = async (): Promise<void> => {
    const isReady =
      reference.trim() !== '' && title.trim() !== '' && published.wrong === null && received.wrong === null;
    setTried(!isReady);
    if (!isReady || isSaving) return;
    setIsSaving(true);
    const outcome = await addRecord('externalReports', {
      reference,
      title,
      issuedBy,
      kind,
      publishedOn: published.value.date,
      receivedOn: received.value.date,
      recommendationCount: count,
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
      <TextField
        label="Reference"
        hint="As the board’s papers call it, for example National report 2026."
        value={reference}
        onChange={setReference}
        maxLength={500}
        error={missing(tried, reference, 'Give it a reference.')}
      />
      <TextField
        label="Title"
        width="full"
        value={title}
        onChange={setTitle}
        maxLength={500}
        error={missing(tried, title, 'Write its title.')}
      />
      <TextField label="Issued by" optional width="full" value={issuedBy} onChange={setIssuedBy} maxLength={500} />
      <Select label="Kind" options={REPORT_KINDS} value={kind} onChange={(key) => setKind(key as ReportKind)} />
      <DateEntry label="Published" optional {...published.entry(tried)} />
      <DateEntry label="Received by the board" optional {...received.entry(tried)} />
      <NumberField
        label="How many recommendations it says it has"
        hint="Kept as stated, beside the count of those that are added here."
        optional
        value={count}
        onChange={setCount}
      />
      <TextArea label="Note" optional rows={2} value={note} onChange={setNote} />
      {problem !== null && (
        <p className="ui-field-error" role="alert">
          {problem}
        </p>
      )}
      <div className="ui-row">
        <Button type="submit" kind="primary" busy={isSaving}>
          Add the report
        </Button>
      </div>
    </form>
  );
}
