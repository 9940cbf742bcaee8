import type { ClockReadingRow, ReviewDetail } from '../../../../db/contract/reviews.ts';
import { addRecord, dateOf, editDate } from '../../../app/use-record-edit.ts';
import { type DateValue, EditableDate, noDate, type Save } from '../../../ui/index.ts';

type ClockForecastFieldProps = {
  readonly reading: ClockReadingRow;
  readonly milestones: ReviewDetail['milestones'];
};

/** When the event that stops the clock is expected: the forecast of that event, which is made by writing it here. */
export function ClockForecastField({ reading, milestones }: ClockForecastFieldProps) {
  const { stopsAt, clock } = reading;
  const event = milestones.find(({ kind, date, dateText }) => kind === stopsAt && date === null && dateText === null);
  const add: Save<DateValue> = ({ date, text }) =>
    addRecord('milestones', { reviewId: clock.reviewId, kind: stopsAt, forecast: date, forecastText: text });
  return (
    <EditableDate
      label="Forecast"
      whenEmpty="None given"
      value={event === undefined ? noDate : dateOf('milestones', event, 'forecast', 'forecastText')}
      onSave={event === undefined ? add : editDate('milestones', event, 'forecast', 'forecastText')}
    />
  );
}
