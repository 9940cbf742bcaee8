import { formatDate } from '../../../../db/domain/partial-date.ts';
import { Button } from '../../../ui/index.ts';
import { endOf, panned, type TimeWindow, windowAround, zoomed, ZOOMS } from './time-window.ts';

export type TimeControlsProps = {
  readonly window: TimeWindow;
  readonly today: string;
  readonly onChange: (window: TimeWindow) => void;
};

/** Moves and widens what is in sight; the arrow, + and − keys do the same on the rows. */
export function TimeControls({ window, today, onChange }: TimeControlsProps) {
  return (
    <div className="timeline-controls" role="group" aria-label="Time in sight">
      <Button size="small" onPress={() => onChange(panned(window, -4))}>
        Earlier
      </Button>
      <Button size="small" onPress={() => onChange(windowAround(today, window.years))}>
        Today
      </Button>
      <Button size="small" onPress={() => onChange(panned(window, 4))}>
        Later
      </Button>
      <div className="timeline-zoom" role="group" aria-label="Zoom">
        {ZOOMS.map((years) => (
          <button
            key={years}
            type="button"
            aria-pressed={years === window.years}
            onClick={() => onChange(zoomed(window, years))}
          >
            {years === 1 ? '1 year' : `${years} years`}
          </button>
        ))}
      </div>
      <p className="ui-quiet" role="status">
        {formatDate(window.from.slice(0, 7))} to {formatDate(endOf(window).slice(0, 7))}
      </p>
    </div>
  );
}
