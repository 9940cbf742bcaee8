import { useState } from 'react';
import type { MeetingItem, MeetingRow } from '../../../db/contract/meetings.ts';
import { client } from '../../client.ts';
import { Select, TextField } from '../../ui/index.ts';
import { ActDialog } from '../actions/acts/ActDialog.tsx';
import { missing } from '../actions/acts/missing.ts';
import { runSaved } from '../actions/acts/run-act.ts';
import { useLaterMeetings } from './later-meetings.ts';

type DeferItemDialogProps = {
  readonly item: MeetingItem;
  readonly meeting: MeetingRow;
  readonly onClose: () => void;
};

const inWords = 'words';

export function DeferItemDialog({ item, meeting, onClose }: DeferItemDialogProps) {
  const later = useLaterMeetings(meeting);
  const [to, setTo] = useState<string>(later[0]?.key ?? inWords);
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const submit = () =>
    runSaved(
      () =>
        client.meetings.deferItem({
          itemId: item.id,
          toMeetingId: to === inWords ? null : to,
          text: to === inWords ? text : null,
          reason,
        }),
      `Deferred “${item.title}”`,
    );
  return (
    <ActDialog
      title="Defer this item"
      submitLabel="Defer the item"
      onClose={onClose}
      isReady={to !== inWords || text.trim() !== ''}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <p>“{item.title}” stays on this agenda, marked as deferred, and stands on the agenda of the other meeting.</p>
          <Select
            label="To"
            options={[...later, { key: inWords, label: 'A meeting without a date yet' }]}
            value={to}
            onChange={setTo}
            width="full"
          />
          {to === inWords && (
            <TextField
              label="To when, in words"
              hint="For example “to an extraordinary meeting, date to be confirmed”."
              value={text}
              onChange={setText}
              maxLength={500}
              error={missing(tried, text, 'Say to when it is deferred.')}
            />
          )}
          <TextField label="Reason" value={reason} onChange={setReason} maxLength={500} optional />
        </>
      )}
    </ActDialog>
  );
}
