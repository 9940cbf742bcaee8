import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { addRecord } from '../../../app/use-record-edit.ts';
import {
  Button,
  DateEntry,
  Select,
  type SimpleColumn,
  SimpleTable,
  TextField,
  useReadOnly,
} from '../../../ui/index.ts';
import { AddInline } from './AddInline.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { recordColumns } from './record-columns.tsx';
import { ReviewPart } from './ReviewPart.tsx';
import { problemOf } from './saving.ts';
import { problemIn, useDateField } from './use-date-field.ts';

type HandOverRow = ReviewDetail['handOvers'][number];

const directions = [
  { key: 'to', label: 'To another body' },
  { key: 'from', label: 'From another body' },
];
const of = recordColumns('handOvers', ({ direction, body }) => `the hand-over ${direction} ${body}`);
const columns: readonly SimpleColumn<HandOverRow>[] = [
  of.choice('direction', 'Direction', directions),
  of.text('body', 'Body'),
  of.date('deadline', 'Deadline', { textField: 'deadlineText' }),
  of.date('handedOverOn', 'Handed over', { whenEmpty: 'Not yet' }),
  of.date('acceptedOn', 'Accepted', { whenEmpty: 'Not yet' }),
  of.text('note', 'Note'),
  of.tools(),
];

/** To whom the review goes, by when, and from whom it came. */
export function HandOver({ detail }: { readonly detail: ReviewDetail }) {
  const { review, handOvers } = detail;
  const isReadOnly = useReadOnly();
  const [isOpen, setOpen] = useState(false);
  return (
    <ReviewPart
      part="hand-over"
      count={handOvers.length}
      note="Plan it with its deadline; when the day has come, hand the review over as one encrypted file."
      actions={
        !isReadOnly && (
          <Button size="small" onPress={() => setOpen(true)}>
            Hand over
          </Button>
        )
      }
    >
      <SimpleTable
        caption="Hand-overs"
        hideCaption
        columns={columns}
        rows={handOvers}
        rowKey={({ id }) => id}
        whenEmpty="The review has stayed with this board."
      />
      <AddInline label="Add a hand-over">{(close) => <NewHandOver reviewId={review.id} onClose={close} />}</AddInline>
      {isOpen && <HandOverDialog detail={detail} onClose={() => setOpen(false)} />}
    </ReviewPart>
  );
}

function NewHandOver({ reviewId, onClose }: { readonly reviewId: string; readonly onClose: () => void }) {
  const [direction, setDirection] = useState<'to' | 'from'>('to');
  const [body, setBody] = useState('');
  const deadline = useDateField();
  const onSave = async (): Promise<string | null> => {
    if (body.trim() === '') return 'Name the other body.';
    const problem = problemIn(deadline);
    if (problem !== null) return problem;
    const outcome = await addRecord('handOvers', {
      reviewId,
      direction,
      body,
      deadline: deadline.value.date,
      deadlineText: deadline.value.text,
    });
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add a hand-over" saveLabel="Add the hand-over" onSave={onSave} onClose={onClose}>
      <FormRow>
        <Select
          label="Direction"
          options={directions}
          value={direction}
          onChange={(key) => setDirection(key as 'to' | 'from')}
          autoFocus
        />
        <TextField label="Body" value={body} onChange={setBody} />
        <DateEntry
          label="Deadline"
          hint="“Before 29 September 2020” means the 28th at the latest."
          {...deadline.entry}
          optional
        />
      </FormRow>
    </InlineForm>
  );
}
