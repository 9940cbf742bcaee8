import { useState } from 'react';
import type { MeetingDetail } from '../../../db/contract/meetings.ts';
import { client } from '../../client.ts';
import { Checkbox, DateEntry, TextField } from '../../ui/index.ts';
import { ActDialog } from '../actions/acts/ActDialog.tsx';
import { missing } from '../actions/acts/missing.ts';
import { runSaved } from '../actions/acts/run-act.ts';
import { useDateField } from '../actions/acts/use-date-field.ts';
import { dateWords } from './meeting-words.ts';

type MoveMeetingDialogProps = { readonly detail: MeetingDetail; readonly onClose: () => void };

export function MoveMeetingDialog({ detail: { meeting, body }, onClose }: MoveMeetingDialogProps) {
  const date = useDateField({ exactness: 'words', isRequired: true });
  const [isProvisional, setProvisional] = useState(meeting.provisional === 1);
  const [reason, setReason] = useState('');
  const submit = () =>
    runSaved(
      () =>
        client.meetings.move({
          id: meeting.id,
          date: date.value.date,
          dateText: date.value.text,
          provisional: isProvisional,
          reason,
        }),
      `Moved the meeting of ${body.name}`,
    );
  return (
    <ActDialog
      title="Move this meeting"
      submitLabel="Move the meeting"
      onClose={onClose}
      isReady={date.wrong === null && reason.trim() !== ''}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <p>
            It stands at {dateWords(meeting)}. Its papers fall due anew
            {body.paperDeadlineDays === null ? '' : `, ${body.paperDeadlineDays} working days before`}, and actions that
            are due at the meeting move with it.
          </p>
          <DateEntry label="New date" {...date.entry(tried)} autoFocus />
          <Checkbox isSelected={isProvisional} onChange={setProvisional}>
            Provisional
          </Checkbox>
          <TextField
            label="Reason"
            value={reason}
            onChange={setReason}
            maxLength={500}
            error={missing(tried, reason, 'Say why. It is kept with the meeting.')}
          />
        </>
      )}
    </ActDialog>
  );
}
