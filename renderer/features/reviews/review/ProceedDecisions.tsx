import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { PROCEED_LABELS } from '../../../../db/domain/proceed-words.ts';
import { waitingWords } from '../../../../db/domain/waiting-decisions.ts';
import { useBoard } from '../../../app/use-board.ts';
import { save } from '../../../app/use-save.ts';
import { WaitingMark } from '../../../app/WaitingMark.tsx';
import { client } from '../../../client.ts';
import { Checkbox, DateEntry, Select, type SimpleColumn, SimpleTable, TextArea, TextField } from '../../../ui/index.ts';
import { AddInline } from './AddInline.tsx';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { recordColumns } from './record-columns.tsx';
import { ReviewPart } from './ReviewPart.tsx';
import { problemOf } from './saving.ts';
import { problemIn, useDateField, wordsProblemIn } from './use-date-field.ts';

type Decision = ReviewDetail['proceedDecisions'][number];
type Choice = Decision['decision'];

const choices = Object.entries(PROCEED_LABELS).map(([key, label]) => ({ key, label }));
const of = recordColumns(
  'proceedDecisions',
  ({ decision }) => `the decision “${PROCEED_LABELS[decision].toLowerCase()}”`,
);
const decided = of.choice('decision', 'Decision', choices);
const columns: readonly SimpleColumn<Decision>[] = [
  {
    ...decided,
    render: (row) => (
      <>
        {decided.render(row)}
        <WaitingMark table="proceedDecisions" rowId={row.id} what={PROCEED_LABELS[row.decision]} />
      </>
    ),
  },
  of.date('decidedOn', 'Decided'),
  of.text('decidedBy', 'By'),
  of.text('reasons', 'Reasons'),
  of.text('told', 'Told'),
  of.date('toldOn', 'Told on'),
  of.tools(),
];

/** Whether to review, decided by whom, with the reasons, and who was told: of a decision either way. */
export function ProceedDecisions({ detail: { review, proceedDecisions } }: { readonly detail: ReviewDetail }) {
  const waiting = proceedDecisions.filter(({ waits }) => waits);
  return (
    <ReviewPart
      part="proceed"
      count={proceedDecisions.length}
      note="Of a decision either way: by whom, why, and who was told and when. The clock for telling others stops on that day."
    >
      <SimpleTable
        caption="Decisions to proceed"
        hideCaption
        columns={columns}
        rows={proceedDecisions}
        rowKey={({ id }) => id}
        whenEmpty="No decision is recorded."
      />
      {waiting.length > 0 && <p>{waitingWords(waiting.map(({ decidedOn }) => decidedOn))}.</p>}
      <AddInline label="Record the decision">{(close) => <NewDecision review={review} onClose={close} />}</AddInline>
    </ReviewPart>
  );
}

type NewDecisionProps = { readonly review: ReviewDetail['review']; readonly onClose: () => void };

function NewDecision({ review, onClose }: NewDecisionProps) {
  const { reviewTypes } = useBoard();
  const [decision, setDecision] = useState<Choice>('proceed');
  const [decidedBy, setDecidedBy] = useState('');
  const [reasons, setReasons] = useState('');
  const [told, setTold] = useState('');
  const [move, setMove] = useState(true);
  const decided = useDateField();
  const toldOn = useDateField();
  const stages = reviewTypes.find(({ id }) => id === review.reviewTypeId)?.stages ?? [];
  const next = stageAfter(decision, stages, review.stageId);
  const onSave = async (): Promise<string | null> => {
    const problem = problemIn(decided, toldOn) ?? wordsProblemIn(decided, toldOn);
    if (problem !== null) return problem;
    if (decision === 'do-not-proceed' && reasons.trim() === '')
      return 'Give the reasons. A decision not to review has to be explained, also years later.';
    const outcome = await save(
      () =>
        client.reviews.decideProceed({
          id: review.id,
          decision,
          decidedOn: decided.value.date,
          decidedBy,
          reasons,
          told,
          toldOn: toldOn.value.date,
          move: move && next !== undefined,
        }),
      `Recorded the decision “${PROCEED_LABELS[decision].toLowerCase()}”`,
    );
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Record the decision" saveLabel="Record the decision" onSave={onSave} onClose={onClose}>
      <FormRow>
        <Select
          label="Decision"
          options={choices}
          value={decision}
          onChange={(key) => setDecision(key as Choice)}
          autoFocus
        />
        <DateEntry label="Decided on" {...decided.entry} optional />
        <TextField label="By" hint="A body or a post." value={decidedBy} onChange={setDecidedBy} optional />
      </FormRow>
      <TextArea
        label="Reasons"
        value={reasons}
        onChange={setReasons}
        rows={2}
        optional={decision !== 'do-not-proceed'}
      />
      <FormRow>
        <TextField label="Told" hint="For example the national Panel." value={told} onChange={setTold} optional />
        <DateEntry label="Told on" {...toldOn.entry} optional />
      </FormRow>
      {next !== undefined && (
        <Checkbox isSelected={move} onChange={setMove}>
          {`Move the review to “${next.name}” as well`}
        </Checkbox>
      )}
    </InlineForm>
  );
}

type StageOf = { readonly id: string; readonly name: string; readonly kind: string; readonly position: number };

/** Where the decision leads, as the data process moves it; undefined where the review stays. */
const stageAfter = (decision: Choice, stages: readonly StageOf[], stageId: string): StageOf | undefined => {
  const now = stages.find(({ id }) => id === stageId);
  const isDeciding = now?.kind === 'referral' || now?.kind === 'deciding';
  if (decision === 'defer' || (decision === 'proceed' && !isDeciding)) return undefined;
  const kind = decision === 'proceed' ? 'in-progress' : 'not-proceeding';
  const next = stages.find((stage) => stage.kind === kind);
  return next?.id === stageId ? undefined : next;
};
