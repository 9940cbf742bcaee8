import { useState } from 'react';
import { client } from '../../../client.ts';
import { useBoard } from '../../../app/use-board.ts';
import { DateEntry, RadioGroup, TextField } from '../../../ui/index.ts';
import { ActDialog } from './ActDialog.tsx';
import { missing } from './missing.ts';
import { runAct } from './run-act.ts';
import { type ActProps, subjectWords } from './subject.ts';
import { useDateField } from './use-date-field.ts';

const states = [
  { key: 'in-progress', label: 'In progress' },
  { key: 'not-started', label: 'Not started', note: 'For what was set aside: superseded, rejected or another area’s' },
] as const;

type State = (typeof states)[number]['key'];

/** Takes up again what was complete or set aside; what was agreed stays on record. */
export function ReopenDialog({ subject, onClose }: ActProps) {
  const { today } = useBoard();
  const [to, setTo] = useState<State>('in-progress');
  const [reason, setReason] = useState('');
  const date = useDateField({ exactness: 'partial', initial: today });
  const submit = () =>
    runAct(
      () => client.actions.reopen({ ids: [...subject.ids], to, date: date.value.date, reason }),
      `Reopened ${subjectWords(subject)}`,
    );
  return (
    <ActDialog
      title={`Reopen ${subjectWords(subject)}`}
      submitLabel="Reopen"
      onClose={onClose}
      isReady={reason.trim() !== '' && date.wrong === null}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <p>Approvals stay on record. Where one no longer holds, revoke it with its reason in the action’s panel.</p>
          <TextField
            label="Reason"
            value={reason}
            onChange={setReason}
            maxLength={500}
            error={missing(tried, reason, 'Say why it is reopened.')}
            autoFocus
          />
          <RadioGroup label="It becomes" options={states} value={to} onChange={(key) => setTo(key as State)} />
          <DateEntry label="From" optional {...date.entry(tried)} />
        </>
      )}
    </ActDialog>
  );
}
