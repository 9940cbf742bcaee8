import './earlier-day.css';
import { formatDate } from '../../db/domain/partial-date.ts';
import { askForDay } from '../state/looking-back.ts';
import { Button, Icon } from '../ui/index.ts';
import { goBackToToday } from './look-back.ts';

/** Across the top of every place while an earlier day is looked at: which day, that nothing can be changed, and the way back. */
export function EarlierDayBanner({ day }: { readonly day: string }) {
  return (
    <section className="app-earlier-day" aria-label="An earlier day is shown">
      <Icon name="history" />
      <p role="status">
        <strong>The board as it was on {formatDate(day)}</strong>
        <span>, at the end of the day. Late and overdue are counted to that day. Nothing can be changed here.</span>
      </p>
      <div className="app-earlier-day-tools">
        <Button size="small" kind="primary" onPress={() => void goBackToToday()}>
          Back to today
        </Button>
        <Button size="small" onPress={askForDay}>
          Another day
        </Button>
      </div>
    </section>
  );
}
