import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { addRecord } from '../../../app/use-record-edit.ts';
import { DateEntry, Select, type SimpleColumn, SimpleTable, TextArea, TextField } from '../../../ui/index.ts';
import { AddInline } from './AddInline.tsx';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { recordColumns } from './record-columns.tsx';
import { ReviewPart } from './ReviewPart.tsx';
import { problemOf } from './saving.ts';
import { problemIn, useDateField, wordsProblemIn } from './use-date-field.ts';

type Decision = ReviewDetail['proceedDecisions'][number];
type Choice = Decision['decision'];

const labels: Readonly<Record<Choice, string>> = {
  proceed: 'Proceed',
  'do-not-proceed': 'Do not proceed',
  defer: 'Defer',
};
const choices = Object.entries(labels).map(([key, label]) => ({ key, label }));
const of = recordColumns('proceedDecisions', ({ decision }) => `the decision “${labels[decision].toLowerCase()}”`);
const columns: readonly SimpleColumn<Decision>[] = [
  of.choice('decision', 'Decision', choices),
  of.date('decidedOn', 'Decided'),
  of.text('decidedBy', 'By'),
  of.text('reasons', 'Reasons'),
  of.text('told', 'Told'),
  of.date('toldOn', 'Told on'),
  of.tools(),
];

/** Whether to review, decided by whom, with the reasons, and who was told: of a decision either way. */
export function ProceedDecisions({ detail: { review, proceedDecisions } }: { readonly detail: ReviewDetail }) {
  return (
    <ReviewPart part="proceed" count={proceedDecisions.length}>
      <SimpleTable
        caption="Decisions to proceed"
        hideCaption
        columns={columns}
        rows={proceedDecisions}
        rowKey={({ id }) => id}
        whenEmpty="No decision is recorded."
      />
      <AddInline label="Add a decision">{(close) => <NewDecision reviewId={review.id} onClose={close} />}</AddInline>
    </ReviewPart>
  );
}

function NewDecision({ reviewId, onClose }: { readonly reviewId: string; readonly onClose: () => void }) {
  const [decision, setDecision] = useState<Choice>('proceed');
  const [decidedBy, setDecidedBy] = useState('');
  const [reasons, setReasons] = useState('');
  const [told, setTold] = useState('');
  const decided = useDateField();
  const toldOn = useDateField();
  const onSave = async (): Promise<string | null> => {
    const problem = problemIn(decided, toldOn) ?? wordsProblemIn(decided, toldOn);
    if (problem !== null) return problem;
    const outcome = await addRecord('proceedDecisions', {
      reviewId,
      decision,
      decidedOn: decided.value.date,
      decidedBy,
      reasons,
      told,
      toldOn: toldOn.value.date,
    });
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add a decision" saveLabel="Add the decision" onSave={onSave} onClose={onClose}>
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
      <TextArea label="Reasons" value={reasons} onChange={setReasons} rows={2} optional />
      <FormRow>
        <TextField label="Told" hint="For example the national Panel." value={told} onChange={setTold} optional />
        <DateEntry label="Told on" {...toldOn.entry} optional />
      </FormRow>
    </InlineForm>
  );
}
