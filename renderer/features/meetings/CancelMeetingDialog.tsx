import { useState } from 'react';
import type { MeetingDetail } from '../../../db/contract/meetings.ts';
import { client } from '../../client.ts';
import { Select, TextField } from '../../ui/index.ts';
import { ActDialog } from '../actions/acts/ActDialog.tsx';
import { missing } from '../actions/acts/missing.ts';
import { runSaved } from '../actions/acts/run-act.ts';
import { useLaterMeetings } from './later-meetings.ts';

type CancelMeetingDialogProps = { readonly detail: MeetingDetail; readonly onClose: () => void };

const nowhere = 'nowhere';

export function CancelMeetingDialog({ detail: { meeting, body, items }, onClose }: CancelMeetingDialogProps) {
  const later = useLaterMeetings(meeting);
  const [carryTo, setCarryTo] = useState<string>(later[0]?.key ?? nowhere);
  const [reason, setReason] = useState('');
  const submit = () =>
    runSaved(
      () => client.meetings.cancel({ id: meeting.id, reason, carryTo: carryTo === nowhere ? null : carryTo }),
      `Cancelled the meeting of ${body.name}`,
    );
  return (
    <ActDialog
      title="Cancel this meeting"
      submitLabel="Cancel the meeting"
      onClose={onClose}
      isReady={reason.trim() !== ''}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <TextField
            label="Reason"
            value={reason}
            onChange={setReason}
            maxLength={500}
            error={missing(tried, reason, 'Say why. It is kept with the meeting.')}
            autoFocus
          />
          {items.length > 0 && (
            <Select
              label="Carry its open items to"
              hint="Items with a decision stay where they are."
              options={[...later, { key: nowhere, label: 'No meeting: they stay here' }]}
              value={carryTo}
              onChange={setCarryTo}
              width="full"
            />
          )}
        </>
      )}
    </ActDialog>
  );
}
