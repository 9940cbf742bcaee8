import type { DelayRow } from '../../../../db/contract/reviews.ts';
import { useBoard } from '../../../app/use-board.ts';
import { save } from '../../../app/use-save.ts';
import { client } from '../../../client.ts';
import { DateAndReasonDialog } from './DateAndReasonDialog.tsx';
import { problemOf } from './saving.ts';

export function EndDelayDialog({ delay, onClose }: { readonly delay: DelayRow; readonly onClose: () => void }) {
  const { today } = useBoard();
  return (
    <DateAndReasonDialog
      title="End this delay"
      dateLabel="Ended on"
      wants="date"
      date={today}
      reasonLabel="What ended it"
      reasonHint="The event, for example: verdict in the trial."
      reason={delay.expectedEndEvent}
      confirmLabel="End this delay"
      onConfirm={async (endedOn, endedBy) =>
        problemOf(
          await save(
            () => client.publication.endDelay({ delayId: delay.id, endedOn: endedOn ?? '', endedBy }),
            'Ended a publication delay',
          ),
        )
      }
      onClose={onClose}
    >
      <p>Other delays of this review go on until their own event.</p>
    </DateAndReasonDialog>
  );
}
