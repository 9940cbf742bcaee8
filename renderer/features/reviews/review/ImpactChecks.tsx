import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { addRecord } from '../../../app/use-record-edit.ts';
import { DateEntry, type SimpleColumn, SimpleTable, TextField } from '../../../ui/index.ts';
import { AddInline } from './AddInline.tsx';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { recordColumns } from './record-columns.tsx';
import { problemOf } from './saving.ts';
import { problemIn, useDateField, wordsProblemIn } from './use-date-field.ts';

type Check = ReviewDetail['impactChecks'][number];

const results = [
  { key: 'worked', label: 'Worked' },
  { key: 'partly-worked', label: 'Partly worked' },
  { key: 'did-not-work', label: 'Did not work' },
  { key: 'too-early-to-say', label: 'Too early to say' },
];
const of = recordColumns('impactChecks', ({ question }) => `the check “${question}”`);
const columns: readonly SimpleColumn<Check>[] = [
  of.text('question', 'Question', { width: '24%' }),
  of.text('method', 'How'),
  of.date('plannedOn', 'Planned'),
  of.date('checkedOn', 'Checked', { whenEmpty: 'Not yet' }),
  of.choice('result', 'Result', results, { whenEmpty: 'Not yet' }),
  of.text('finding', 'Finding'),
  of.tools(),
];

export function ImpactChecks({ reviewId, checks }: { readonly reviewId: string; readonly checks: readonly Check[] }) {
  return (
    <>
      <SimpleTable
        caption="Impact checks"
        hideCaption
        columns={columns}
        rows={checks}
        rowKey={({ id }) => id}
        whenEmpty="No check is planned yet."
      />
      <AddInline label="Add an impact check">{(close) => <NewCheck reviewId={reviewId} onClose={close} />}</AddInline>
    </>
  );
}

function NewCheck({ reviewId, onClose }: { readonly reviewId: string; readonly onClose: () => void }) {
  const [question, setQuestion] = useState('');
  const [method, setMethod] = useState('');
  const planned = useDateField();
  const onSave = async (): Promise<string | null> => {
    if (question.trim() === '') return 'Write the question the check answers.';
    const problem = problemIn(planned) ?? wordsProblemIn(planned);
    if (problem !== null) return problem;
    const outcome = await addRecord('impactChecks', { reviewId, question, method, plannedOn: planned.value.date });
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add an impact check" saveLabel="Add the check" onSave={onSave} onClose={onClose}>
      <TextField
        label="Question"
        hint="Do practitioners now ask about other adults in the home?"
        value={question}
        onChange={setQuestion}
        autoFocus
      />
      <FormRow>
        <TextField label="How" hint="For example an audit of 20 cases." value={method} onChange={setMethod} optional />
        <DateEntry label="Planned for" {...planned.entry} optional />
      </FormRow>
    </InlineForm>
  );
}
