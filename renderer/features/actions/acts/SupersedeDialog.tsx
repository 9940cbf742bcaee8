import { useState } from 'react';
import { client } from '../../../client.ts';
import { useBoard } from '../../../app/use-board.ts';
import { DateEntry, TextField } from '../../../ui/index.ts';
import { FindAction } from '../FindAction.tsx';
import { ActDialog } from './ActDialog.tsx';
import { missing } from './missing.ts';
import { runAct } from './run-act.ts';
import { type ActProps, subjectWords } from './subject.ts';
import { useDateField } from './use-date-field.ts';

/** Another action takes their place. Where none does, “Move state” supersedes without naming one. */
export function SupersedeDialog({ subject, onClose }: ActProps) {
  const { today } = useBoard();
  const [by, setBy] = useState<{ readonly id: string; readonly number: string } | null>(null);
  const [reason, setReason] = useState('');
  const date = useDateField({ exactness: 'partial', initial: today });
  const submit = () =>
    runAct(
      () => client.actions.supersede({ ids: [...subject.ids], byId: by?.id ?? '', date: date.value.date, reason }),
      `Superseded ${subjectWords(subject)} by action ${by?.number ?? ''}`,
    );
  return (
    <ActDialog
      title={`Supersede ${subjectWords(subject)}`}
      submitLabel="Supersede"
      onClose={onClose}
      isReady={by !== null && reason.trim() !== '' && date.wrong === null}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <FindAction
            label="By which action"
            hint="Find it by its number, text or review."
            suits={({ id, state }) => !subject.ids.includes(id) && state !== 'superseded'}
            value={by?.id ?? null}
            onChange={setBy}
            error={tried && by === null ? 'Choose the action that takes its place.' : undefined}
            autoFocus
          />
          <TextField
            label="Reason"
            value={reason}
            onChange={setReason}
            maxLength={500}
            error={missing(tried, reason, 'Say why.')}
          />
          <DateEntry label="From" optional {...date.entry(tried)} />
        </>
      )}
    </ActDialog>
  );
}
