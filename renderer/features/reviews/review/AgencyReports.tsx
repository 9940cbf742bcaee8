import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { useBoard } from '../../../app/use-board.ts';
import { addRecord } from '../../../app/use-record-edit.ts';
import { ComboBox, DateEntry, type SimpleColumn, SimpleTable } from '../../../ui/index.ts';
import { AddInline } from './AddInline.tsx';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { recordColumns } from './record-columns.tsx';
import { ReviewPart } from './ReviewPart.tsx';
import { problemOf } from './saving.ts';
import { problemIn, useDateField, wordsProblemIn } from './use-date-field.ts';

type Report = ReviewDetail['agencyReports'][number];

const of = recordColumns('agencyReports', (row) => `the report of ${(row as Report).agency}`);
const columns: readonly SimpleColumn<Report>[] = [
  { key: 'agency', heading: 'Agency', isRowHeading: true, render: ({ agency }) => agency },
  of.date('requestedOn', 'Asked for', { width: '14%' }),
  of.date('dueOn', 'Due', { width: '14%' }),
  of.date('receivedOn', 'Received', { width: '14%', whenEmpty: 'Not yet' }),
  of.date('returnedOn', 'Sent back', { width: '14%' }),
  of.date('acceptedOn', 'Accepted', { width: '14%', whenEmpty: 'Not yet' }),
  of.text('note', 'Note'),
  of.tools(),
];

/** Individual management reviews and the like: each agency’s own report to the review. */
export function AgencyReports({ detail: { review, agencyReports } }: { readonly detail: ReviewDetail }) {
  return (
    <ReviewPart
      part="agency-reports"
      count={agencyReports.length}
      note="Each agency’s own report to the review, such as an individual management review (IMR)."
    >
      <SimpleTable
        caption="Agency reports"
        hideCaption
        columns={columns}
        rows={agencyReports}
        rowKey={({ id }) => id}
        whenEmpty="No agency report is recorded yet."
      />
      <AddInline label="Add an agency report">
        {(close) => <NewAgencyReport reviewId={review.id} onClose={close} />}
      </AddInline>
    </ReviewPart>
  );
}

function NewAgencyReport({ reviewId, onClose }: { readonly reviewId: string; readonly onClose: () => void }) {
  const { agencies } = useBoard();
  const [agencyId, setAgencyId] = useState<string | null>(null);
  const requested = useDateField();
  const due = useDateField();
  const received = useDateField();
  const onSave = async (): Promise<string | null> => {
    if (agencyId === null) return 'Choose the agency. Agencies are kept in Settings.';
    const problem = problemIn(requested, due, received) ?? wordsProblemIn(requested, due, received);
    if (problem !== null) return problem;
    const outcome = await addRecord('agencyReports', {
      reviewId,
      agencyId,
      requestedOn: requested.value.date,
      dueOn: due.value.date,
      receivedOn: received.value.date,
    });
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add an agency report" saveLabel="Add the report" onSave={onSave} onClose={onClose}>
      <FormRow>
        <ComboBox
          label="Agency"
          options={agencies.map(({ id, name }) => ({ key: id, label: name }))}
          value={agencyId}
          onChange={setAgencyId}
          autoFocus
        />
        <DateEntry label="Asked for" {...requested.entry} optional />
        <DateEntry label="Due" {...due.entry} optional />
        <DateEntry label="Received" {...received.entry} optional />
      </FormRow>
    </InlineForm>
  );
}
