import type { ClockReadingRow } from '../../../../db/contract/reviews.ts';
import { DateAndReasonDialog } from './DateAndReasonDialog.tsx';
import { editFields, problemOf } from './saving.ts';

export function ClockRelaxDialog({
  reading,
  onClose,
}: {
  readonly reading: ClockReadingRow;
  readonly onClose: () => void;
}) {
  const { clock, name } = reading;
  return (
    <DateAndReasonDialog
      title={`Relax: ${name}`}
      dateLabel="Relaxed until"
      isDateOptional
      wants="day"
      date={clock.relaxedUntil}
      reason={clock.relaxationReason}
      reasonHint="For example the national relaxation of 30 March 2020."
      confirmLabel="Relax this clock"
      onConfirm={async (date, reason) =>
        problemOf(
          await editFields('clocks', clock, { relaxedUntil: date, relaxationReason: reason }, `Relaxed ${name}`),
        )
      }
      onClose={onClose}
    >
      <p>
        The clock goes on counting, but running over is not counted as late. Leave the date empty when no end was set.
      </p>
    </DateAndReasonDialog>
  );
}
