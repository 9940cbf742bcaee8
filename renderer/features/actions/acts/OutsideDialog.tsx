import { useState } from 'react';
import { client } from '../../../client.ts';
import { useBoard } from '../../../app/use-board.ts';
import { DateEntry, TextField } from '../../../ui/index.ts';
import { ActDialog } from './ActDialog.tsx';
import { AgencySelect } from './AgencySelect.tsx';
import { missing } from './missing.ts';
import { runAct } from './run-act.ts';
import { type ActProps, subjectWords } from './subject.ts';
import { useDateField } from './use-date-field.ts';

/** Another area's action: kept in sight, but not counted, chased or signed off here. */
export function OutsideDialog({ subject, onClose }: ActProps) {
  const { today } = useBoard();
  const [agencyId, setAgencyId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const date = useDateField({ exactness: 'partial', initial: today });
  const submit = () =>
    runAct(
      () =>
        client.actions.setOutside({
          ids: [...subject.ids],
          ...(agencyId === null ? {} : { leadAgencyId: agencyId }),
          date: date.value.date,
          reason,
        }),
      `Marked ${subjectWords(subject)} as outside our oversight`,
    );
  return (
    <ActDialog
      title={`Mark ${subjectWords(subject)} as another area’s`}
      submitLabel="Mark as outside our oversight"
      onClose={onClose}
      isReady={reason.trim() !== '' && date.wrong === null}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <p>It stays in the plan and its story is kept. It is no longer counted, chased or signed off here.</p>
          <TextField
            label="Reason"
            hint="Whose action it is, and who said so."
            value={reason}
            onChange={setReason}
            maxLength={500}
            error={missing(tried, reason, 'Say whose action it is.')}
            autoFocus
          />
          <AgencySelect
            label="Whose it is"
            optional
            placeholder="The lead agency stays"
            value={agencyId}
            onChange={setAgencyId}
          />
          <DateEntry label="From" optional {...date.entry(tried)} />
        </>
      )}
    </ActDialog>
  );
}
