import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import {
  AGENCY_REPORT_STATE_LABELS,
  type AgencyReportState,
  agencyReportsInShort,
  agencyReportState,
  agencyReportLateness,
} from '../../../../db/domain/agency-report.ts';
import { countOf } from '../../../../db/domain/plain-words.ts';
import { useBoard } from '../../../app/use-board.ts';
import { save } from '../../../app/use-save.ts';
import { client } from '../../../client.ts';
import { DateEntry, Pill, type SimpleColumn, SimpleTable, TextField, type Tone } from '../../../ui/index.ts';
import { AddInline } from './AddInline.tsx';
import { AgencyChoices } from './AgencyChoices.tsx';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { recordColumns } from './record-columns.tsx';
import { ReviewPart } from './ReviewPart.tsx';
import { problemOf } from './saving.ts';
import { exactDay, problemIn, useDateField, wordsProblemIn } from './use-date-field.ts';

type Report = ReviewDetail['agencyReports'][number];

const LOOKS: Readonly<Record<AgencyReportState, readonly [tone: Tone, symbol: string]>> = {
  'not-requested': ['grey', '○'],
  requested: ['grey', '●'],
  late: ['red', '▲'],
  received: ['blue', '◆'],
  returned: ['amber', '↩'],
  accepted: ['green', '✓'],
};

const of = recordColumns('agencyReports', (row) => `the report of ${(row as Report).agency}`);

const columnsAt = (today: string): readonly SimpleColumn<Report>[] => [
  { key: 'agency', heading: 'Agency', isRowHeading: true, render: ({ agency }) => agency },
  { key: 'state', heading: 'Stands', width: '18%', render: (report) => <Standing report={report} today={today} /> },
  of.date('requestedOn', 'Asked for'),
  of.date('dueOn', 'Due'),
  of.date('receivedOn', 'Received', { whenEmpty: 'Not yet' }),
  of.date('returnedOn', 'Sent back'),
  of.date('acceptedOn', 'Accepted', { whenEmpty: 'Not yet' }),
  of.text('note', 'Note'),
  of.tools(),
];

function Standing({ report, today }: { readonly report: Report; readonly today: string }) {
  const state = agencyReportState(report, today);
  const [tone, symbol] = LOOKS[state];
  const lateness = agencyReportLateness(report, today);
  return (
    <>
      <Pill tone={tone} symbol={symbol}>
        {AGENCY_REPORT_STATE_LABELS[state]}
      </Pill>
      {lateness !== '' && <span className="review-standing">{lateness}</span>}
    </>
  );
}

/** Individual management reviews and the like: each agency’s own report to the review. */
export function AgencyReports({ detail: { review, agencyReports } }: { readonly detail: ReviewDetail }) {
  const { today } = useBoard();
  const inShort = agencyReportsInShort(agencyReports, today);
  return (
    <ReviewPart
      part="agency-reports"
      count={agencyReports.length}
      note={`Each agency’s own report to the review, such as an individual management review (IMR).${inShort === '' ? '' : ` ${inShort}.`}`}
    >
      <SimpleTable
        caption="Agency reports"
        hideCaption
        columns={columnsAt(today)}
        rows={agencyReports}
        rowKey={({ id }) => id}
        whenEmpty="No agency was asked for a report yet. Ask several at once, with one due date."
      />
      <AddInline label="Ask agencies for reports">
        {(close) => (
          <AskForReports
            reviewId={review.id}
            asked={new Set(agencyReports.map(({ agencyId }) => agencyId))}
            onClose={close}
          />
        )}
      </AddInline>
    </ReviewPart>
  );
}

type AskForReportsProps = {
  readonly reviewId: string;
  readonly asked: ReadonlySet<string>;
  readonly onClose: () => void;
};

function AskForReports({ reviewId, asked, onClose }: AskForReportsProps) {
  const { today } = useBoard();
  const [agencyIds, setAgencyIds] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const requested = useDateField(exactDay(today));
  const due = useDateField();
  const onSave = async (): Promise<string | null> => {
    if (agencyIds.length === 0) return 'Choose the agencies to ask.';
    const problem = problemIn(requested, due) ?? wordsProblemIn(requested, due);
    if (problem !== null) return problem;
    const outcome = await save(
      () =>
        client.reviews.requestAgencyReports({
          id: reviewId,
          agencyIds: [...agencyIds],
          requestedOn: requested.value.date,
          dueOn: due.value.date,
          note,
        }),
      `Asked ${countOf(agencyIds.length, 'agency', 'agencies')} for a report`,
    );
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Ask agencies for reports" saveLabel="Record the request" onSave={onSave} onClose={onClose}>
      <AgencyChoices label="Agencies" chosen={agencyIds} onChange={setAgencyIds} without={asked} />
      <FormRow>
        <DateEntry label="Asked for on" {...requested.entry} optional />
        <DateEntry label="Due" {...due.entry} optional />
        <TextField label="Note" value={note} onChange={setNote} optional />
      </FormRow>
    </InlineForm>
  );
}
