import { useState } from 'react';
import { client } from '../../../client.ts';
import { DateEntry, TextArea, TextField } from '../../../ui/index.ts';
import { ActDialog } from './ActDialog.tsx';
import { AgencySelect } from './AgencySelect.tsx';
import { missing } from './missing.ts';
import { runAct } from './run-act.ts';
import { type ActProps, subjectWords } from './subject.ts';
import { useDateField } from './use-date-field.ts';

/** One item of evidence that serves all of them. */
export function AddEvidenceDialog({ subject, onClose }: ActProps) {
  const [what, setWhat] = useState('');
  const [agencyId, setAgencyId] = useState<string | null>(null);
  const [fromWhom, setFromWhom] = useState('');
  const [heldAt, setHeldAt] = useState('');
  const date = useDateField({ exactness: 'words' });
  const submit = () =>
    runAct(
      () =>
        client.actions.addEvidence({
          ids: [...subject.ids],
          what,
          agencyId,
          fromWhom,
          date: date.value.date,
          dateText: date.value.text,
          heldAt,
        }),
      `Added evidence to ${subjectWords(subject)}`,
    );
  return (
    <ActDialog
      title={`Add evidence to ${subjectWords(subject)}`}
      submitLabel="Add the evidence"
      onClose={onClose}
      isReady={what.trim() !== '' && date.wrong === null}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <TextArea
            label="What it is"
            hint={subject.ids.length > 1 ? 'One item, linked to all of them.' : 'For example: audit of 20 case files.'}
            value={what}
            onChange={setWhat}
            error={missing(tried, what, 'Say what the evidence is.')}
            autoFocus
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
        </>
      )}
    </ActDialog>
  );
}
