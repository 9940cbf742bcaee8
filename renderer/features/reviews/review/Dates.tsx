import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { EVENT_KIND_LABELS, type EventKind } from '../../../../db/domain/codes.ts';
import { addRecord } from '../../../app/use-record-edit.ts';
import { ComboBox, DateEntry, type SimpleColumn, SimpleTable } from '../../../ui/index.ts';
import { labelsToOptions } from '../labels-to-options.ts';
import { AddInline } from './AddInline.tsx';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { recordColumns } from './record-columns.tsx';
import { ReviewPart } from './ReviewPart.tsx';
import { problemOf } from './saving.ts';
import { problemIn, useDateField } from './use-date-field.ts';

type Milestone = ReviewDetail['milestones'][number];

const kinds = labelsToOptions(EVENT_KIND_LABELS);
const of = recordColumns('milestones', ({ kind }) => `the event ${EVENT_KIND_LABELS[kind].toLowerCase()}`);
const columns: readonly SimpleColumn<Milestone>[] = [
  { key: 'event', heading: 'Event', isRowHeading: true, width: '28%', render: ({ kind }) => EVENT_KIND_LABELS[kind] },
  of.date('date', 'Happened', { textField: 'dateText', whenEmpty: 'Not yet', width: '20%' }),
  of.date('forecast', 'Forecast', { textField: 'forecastText', width: '20%' }),
  of.text('note', 'Note'),
  of.tools(),
];

/** The events that clocks run from and stop at, each as exactly as it is known. */
export function Dates({ detail: { review, milestones } }: { readonly detail: ReviewDetail }) {
  return (
    <ReviewPart
      part="dates"
      count={milestones.length}
      note="Clocks run from these and stop at these. A date may be a month, a year or words such as late 2019."
    >
      <SimpleTable
        caption="Dated events"
        hideCaption
        columns={columns}
        rows={milestones}
        rowKey={({ id }) => id}
        whenEmpty="No event is recorded yet."
      />
      <AddInline label="Add a dated event">{(close) => <NewEvent reviewId={review.id} onClose={close} />}</AddInline>
    </ReviewPart>
  );
}

function NewEvent({ reviewId, onClose }: { readonly reviewId: string; readonly onClose: () => void }) {
  const [kind, setKind] = useState<EventKind | null>(null);
  const date = useDateField();
  const forecast = useDateField();
  const onSave = async (): Promise<string | null> => {
    if (kind === null) return 'Choose the event.';
    const problem = problemIn(date, forecast);
    if (problem !== null) return problem;
    const outcome = await addRecord('milestones', {
      reviewId,
      kind,
      date: date.value.date,
      dateText: date.value.text,
      forecast: forecast.value.date,
      forecastText: forecast.value.text,
    });
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add a dated event" saveLabel="Add the event" onSave={onSave} onClose={onClose}>
      <FormRow>
        <ComboBox
          label="Event"
          options={kinds}
          value={kind}
          onChange={(key) => setKind(key as EventKind | null)}
          autoFocus
        />
        <DateEntry label="Happened" {...date.entry} optional />
        <DateEntry label="Forecast" {...forecast.entry} optional />
      </FormRow>
    </InlineForm>
  );
}
