import { formatDate } from '../../../db/domain/partial-date.ts';
import { Button, IconButton } from '../../ui/index.ts';
import type { DeadlineView } from './deadline-search.ts';
import { type Month, monthOf, monthsFrom } from './month-days.ts';

type MonthControlsProps = {
  readonly view: DeadlineView;
  /** None in the agenda that begins today. */
  readonly month: Month | null;
  readonly today: string;
  readonly onChange: (month: Month | null) => void;
};

export function MonthControls({ view, month, today, onChange }: MonthControlsProps) {
  const shown = month ?? monthOf(today);
  const isNow = month === null || (view === 'month' && month === monthOf(today));
  return (
    <div className="deadline-controls">
      <IconButton icon="chevron-left" label="Previous month" onPress={() => onChange(monthsFrom(shown, -1))} />
      <Button size="small" isDisabled={isNow} onPress={() => onChange(null)}>
        Today
      </Button>
      <IconButton icon="chevron-right" label="Next month" onPress={() => onChange(monthsFrom(shown, 1))} />
      <strong className="deadline-month" aria-live="polite">
        {month === null ? 'From today on' : formatDate(month)}
      </strong>
    </div>
  );
}
