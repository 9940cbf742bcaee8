import { useState } from 'react';
import type { ResponseRow } from '../../../../db/contract/recommendations.ts';
import { AGENCY_RESPONSE_LABELS, AGENCY_RESPONSES, type AgencyResponse } from '../../../../db/domain/codes.ts';
import { client } from '../../../client.ts';
import { useBoard } from '../../../app/use-board.ts';
import { ComboBox, DateEntry, RadioGroup, TextArea } from '../../../ui/index.ts';
import { ActDialog } from '../acts/ActDialog.tsx';
import { missing } from '../acts/missing.ts';
import { runAct } from '../acts/run-act.ts';
import { useDateField } from '../acts/use-date-field.ts';
import { recommendationWords } from './recommendation-words.ts';

type AnswerDialogProps = {
  readonly recommendations: readonly { readonly id: string; readonly number: string }[];
  /** What was answered so far, where it is changed. */
  readonly answer?: ResponseRow;
  /** Agencies whose answer is recorded already. */
  readonly taken?: readonly string[];
  readonly onClose: () => void;
};

const notYet = 'not-yet';
const responses = [
  ...AGENCY_RESPONSES.map((response) => ({ key: response, label: AGENCY_RESPONSE_LABELS[response] })),
  { key: notYet, label: 'Not answered yet' },
];

/** What one agency answered to one or several recommendations. Who turns one down says why. */
export function AnswerDialog({ recommendations, answer, taken = [], onClose }: AnswerDialogProps) {
  const { agencies, today } = useBoard();
  const [agencyId, setAgencyId] = useState<string | null>(answer?.agencyId ?? null);
  const [response, setResponse] = useState<AgencyResponse | null>(answer?.response ?? 'accepted');
  const [rationale, setRationale] = useState(answer?.rationale ?? '');
  const on = useDateField({ exactness: 'partial', initial: answer?.respondedOn ?? today });
  const needsReason = response === 'rejected';
  const words = recommendationWords(recommendations);
  const agency = agencies.find(({ id }) => id === agencyId)?.name ?? '';
  const submit = () =>
    runAct(
      () =>
        client.recommendations.respond({
          ids: recommendations.map(({ id }) => id),
          agencyId: agencyId ?? '',
          response,
          rationale: rationale.trim(),
          respondedOn: response === null ? null : on.value.date,
        }),
      `Recorded the answer of ${agency} to ${words}`,
    );
  const options = agencies
    .filter(({ id }) => id === answer?.agencyId || !taken.includes(id))
    .map(({ id, name }) => ({ key: id, label: name }));
  return (
    <ActDialog
      title={answer === undefined ? `Record an agency’s answer to ${words}` : `${answer.agency} on ${words}`}
      submitLabel="Record the answer"
      onClose={onClose}
      isReady={agencyId !== null && on.wrong === null && (!needsReason || rationale.trim() !== '')}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          {answer === undefined && (
            <ComboBox
              label="Agency"
              options={options}
              value={agencyId}
              onChange={setAgencyId}
              error={missing(tried, agencyId, 'Choose the agency.')}
              width="full"
              autoFocus
            />
          )}
          <RadioGroup
            label="Answer"
            options={responses}
            value={response ?? notYet}
            onChange={(key) => setResponse(key === notYet ? null : (key as AgencyResponse))}
          />
          <TextArea
            label="Rationale"
            hint={needsReason ? 'Why the agency does not accept it.' : undefined}
            optional={!needsReason}
            rows={2}
            value={rationale}
            onChange={setRationale}
            error={needsReason ? missing(tried, rationale, 'A rejection needs its rationale.') : undefined}
          />
          {response !== null && <DateEntry label="Answered on" optional {...on.entry(tried)} />}
        </>
      )}
    </ActDialog>
  );
}
