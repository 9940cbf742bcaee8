import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { AGENCY_RESPONSE_LABELS, type AgencyResponse } from '../../../../db/domain/codes.ts';
import { useBoard } from '../../../app/use-board.ts';
import { addRecord } from '../../../app/use-record-edit.ts';
import {
  ComboBox,
  DateEntry,
  Definition,
  Select,
  type SimpleColumn,
  SimpleTable,
  TextField,
} from '../../../ui/index.ts';
import { labelsToOptions } from '../labels-to-options.ts';
import { AddInline } from './AddInline.tsx';
import { FormRow, InlineForm } from './InlineForm.tsx';
import type { RecommendationRow } from './Recommendation.tsx';
import { recordColumns } from './record-columns.tsx';
import { problemOf } from './saving.ts';
import { problemIn, useDateField, wordsProblemIn } from './use-date-field.ts';

type Response = ReviewDetail['recommendations'][number]['responses'][number];

const responses = labelsToOptions(AGENCY_RESPONSE_LABELS);
const of = recordColumns('recommendationResponses', (row) => `response of ${(row as Response).agency}`);
const columns: readonly SimpleColumn<Response>[] = [
  { key: 'agency', heading: 'Agency', isRowHeading: true, width: '30%', render: ({ agency }) => agency },
  of.choice('response', 'Response', responses, { whenEmpty: 'Not answered yet' }),
  of.text('rationale', 'Rationale'),
  of.date('respondedOn', 'Answered'),
  of.tools(),
];

/** Which agencies the recommendation is addressed to, and what each answered. */
export function AgencyResponses({
  recommendation: { id, responses: rows },
}: {
  readonly recommendation: RecommendationRow;
}) {
  return (
    <Definition label="Addressed to">
      {rows.length > 0 && (
        <SimpleTable
          caption="Agency responses"
          hideCaption
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          whenEmpty=""
        />
      )}
      <AddInline label="Add an agency">
        {(close) => <NewResponse recommendationId={id} taken={rows.map(({ agencyId }) => agencyId)} onClose={close} />}
      </AddInline>
    </Definition>
  );
}

type NewResponseProps = {
  readonly recommendationId: string;
  readonly taken: readonly string[];
  readonly onClose: () => void;
};

function NewResponse({ recommendationId, taken, onClose }: NewResponseProps) {
  const { agencies } = useBoard();
  const [agencyId, setAgencyId] = useState<string | null>(null);
  const [response, setResponse] = useState<AgencyResponse | null>(null);
  const [rationale, setRationale] = useState('');
  const respondedOn = useDateField();
  const onSave = async (): Promise<string | null> => {
    if (agencyId === null) return 'Choose the agency.';
    const problem = problemIn(respondedOn) ?? wordsProblemIn(respondedOn);
    if (problem !== null) return problem;
    const outcome = await addRecord('recommendationResponses', {
      recommendationId,
      agencyId,
      response,
      rationale,
      respondedOn: respondedOn.value.date,
    });
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  const options = agencies.filter(({ id }) => !taken.includes(id)).map(({ id, name }) => ({ key: id, label: name }));
  return (
    <InlineForm label="Add an agency" saveLabel="Add the agency" onSave={onSave} onClose={onClose}>
      <FormRow>
        <ComboBox label="Agency" options={options} value={agencyId} onChange={setAgencyId} autoFocus />
        <Select
          label="Response"
          placeholder="Not answered yet"
          options={responses}
          value={response}
          onChange={(key) => setResponse(key as AgencyResponse)}
          optional
        />
        <DateEntry label="Answered" {...respondedOn.entry} optional />
      </FormRow>
      <TextField label="Rationale" value={rationale} onChange={setRationale} optional />
    </InlineForm>
  );
}
