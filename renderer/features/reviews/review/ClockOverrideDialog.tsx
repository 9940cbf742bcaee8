import type { ClockReadingRow } from '../../../../db/contract/reviews.ts';
import { formatDateWithWeekday } from '../../../../db/domain/partial-date.ts';
import { DateAndReasonDialog } from './DateAndReasonDialog.tsx';
import { editFields, problemOf } from './saving.ts';

export function ClockOverrideDialog({
  reading,
  onClose,
}: {
  readonly reading: ClockReadingRow;
  readonly onClose: () => void;
}) {
  const { clock, name, computedDueOn, rule } = reading;
  const computed = computedDueOn === null ? 'gives no due date yet' : `gives ${formatDateWithWeekday(computedDueOn)}`;
  return (
    <DateAndReasonDialog
      title={`Set the due date: ${name}`}
      dateLabel="Due on"
      wants="day"
      date={clock.overrideDueOn ?? computedDueOn}
      reason={clock.overrideReason}
      confirmLabel="Set the due date"
      onConfirm={async (date, reason) =>
        problemOf(
          await editFields(
            'clocks',
            clock,
            { overrideDueOn: date, overrideReason: reason },
            `Set the due date of ${name}`,
          ),
        )
      }
      onClose={onClose}
    >
      <p>
        The rule ({rule}) {computed}. Both dates and the reason are shown wherever the clock is.
      </p>
    </DateAndReasonDialog>
  );
}
