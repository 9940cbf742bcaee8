import { useState } from 'react';
import { client } from '../../../client.ts';
import { useBoard } from '../../../app/use-board.ts';
import { DateEntry, TextField } from '../../../ui/index.ts';
import { ActDialog } from './ActDialog.tsx';
import { runAct } from './run-act.ts';
import { type ActProps, subjectWords } from './subject.ts';
import { useDateField } from './use-date-field.ts';

export function RequestUpdateDialog({ subject, onClose }: ActProps) {
  const { today } = useBoard();
  const [note, setNote] = useState('');
  const asked = useDateField({ exactness: 'day', isRequired: true, initial: today });
  const due = useDateField({ exactness: 'day' });
  const submit = () =>
    runAct(
      () =>
        client.actions.requestUpdates({
          ids: [...subject.ids],
          requestedOn: asked.value.date ?? today,
          dueOn: due.value.date,
          note,
        }),
      `Recorded a request for an update on ${subjectWords(subject)}`,
    );
  return (
    <ActDialog
      title={`Request an update on ${subjectWords(subject)}`}
      submitLabel="Record the request"
      onClose={onClose}
      isReady={asked.wrong === null && due.wrong === null}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <p>This records that the lead agency was asked. Nothing is sent from here.</p>
          <DateEntry label="Asked on" {...asked.entry(tried)} autoFocus />
          <DateEntry label="Answer wanted by" optional {...due.entry(tried)} />
          <TextField
            label="Note"
            hint="For example: letter to all leads."
            optional
            value={note}
            onChange={setNote}
            maxLength={500}
          />
        </>
      )}
    </ActDialog>
  );
}
