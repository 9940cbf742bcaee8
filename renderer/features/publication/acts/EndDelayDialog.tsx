import { useState } from 'react';
import type { DelayRow } from '../../../../db/contract/reviews.ts';
import { useBoard } from '../../../app/use-board.ts';
import { client } from '../../../client.ts';
import { DateEntry, TextField } from '../../../ui/index.ts';
import { ActDialog } from '../../actions/acts/ActDialog.tsx';
import { missing } from '../../actions/acts/missing.ts';
import { runSaved } from '../../actions/acts/run-act.ts';
import { useDateField } from '../../actions/acts/use-date-field.ts';

type EndDelayDialogProps = { readonly delay: DelayRow; readonly onClose: () => void };

export function EndDelayDialog({ delay, onClose }: EndDelayDialogProps) {
  const { today } = useBoard();
  const [endedBy, setEndedBy] = useState(delay.expectedEndEvent);
  const on = useDateField({ exactness: 'partial', isRequired: true, initial: today });
  const submit = () =>
    runSaved(
      () => client.publication.endDelay({ delayId: delay.id, endedOn: on.value.date ?? today, endedBy }),
      'Ended a publication delay',
    );
  return (
    <ActDialog
      title="End this delay"
      submitLabel="End the delay"
      onClose={onClose}
      isReady={endedBy.trim() !== '' && on.wrong === null}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <p>{delay.reasons.map(({ name }) => name).join('; ')}. Its days stay counted and on record.</p>
          <TextField
            label="Ended by"
            hint="The event, for example: verdict in the trial."
            value={endedBy}
            onChange={setEndedBy}
            maxLength={500}
            error={missing(tried, endedBy, 'Say which event ended it.')}
            autoFocus
          />
          <DateEntry label="Ended on" {...on.entry(tried)} />
        </>
      )}
    </ActDialog>
  );
}
