import { useQuery } from '@tanstack/react-query';
import type { ClockReadingRow } from '../../../../db/contract/reviews.ts';
import { EVENT_PHRASES } from '../../../../db/domain/event-words.ts';
import { daysBetween, isCivilDate } from '../../../../db/domain/partial-date.ts';
import { countOf } from '../../../../db/domain/plain-words.ts';
import { api } from '../../../client.ts';
import { Button, DateEntry } from '../../../ui/index.ts';
import { useDateField } from './use-date-field.ts';

/** What the clock would say if its event were on another day. Nothing is saved. */
export function ClockWhatIf({ reading, onClose }: { readonly reading: ClockReadingRow; readonly onClose: () => void }) {
  const day = useDateField();
  const eventOn =
    day.value.text === null && day.value.date !== null && isCivilDate(day.value.date) ? day.value.date : null;
  const answer = useQuery({
    ...api.reviews.whatIf.queryOptions({ input: { clockId: reading.id, eventOn: eventOn ?? '' } }),
    enabled: eventOn !== null,
  });
  return (
    <div className="review-form" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <DateEntry
        label={`If ${EVENT_PHRASES[reading.runsFrom]} were on`}
        hint="Nothing is changed by this."
        {...day.entry}
        autoFocus
      />
      <p role="status">
        {eventOn !== null &&
          answer.data !== undefined &&
          `${answer.data.words}.${comparedWords(reading.dueOn, answer.data.dueOn)}`}
      </p>
      <div className="ui-row">
        <Button size="small" onPress={onClose}>
          Put this away
        </Button>
      </div>
    </div>
  );
}

/** How far the answer is from the due date that stands. */
const comparedWords = (dueNow: string | null, dueThen: string | null): string => {
  if (dueNow === null || dueThen === null) return '';
  const days = daysBetween(dueNow, dueThen);
  if (days === 0) return ' That is the due date it has now.';
  return ` That is ${countOf(Math.abs(days), 'day', 'days')} ${days > 0 ? 'later' : 'earlier'} than it is due now.`;
};
