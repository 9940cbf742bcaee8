import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { useBoard } from '../../../app/use-board.ts';
import { addRecord, dateOf, editDate, editRecord } from '../../../app/use-record-edit.ts';
import {
  DateEntry,
  DefinitionList,
  EditableDate,
  EditableLongText,
  EditableSelect,
  EditableText,
  Select,
  TextArea,
} from '../../../ui/index.ts';
import { AddInline } from './AddInline.tsx';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { ReviewPart } from './ReviewPart.tsx';
import { RowTools } from './RowTools.tsx';
import { problemOf } from './saving.ts';
import { problemIn, useDateField, wordsProblemIn } from './use-date-field.ts';

/** What the board itself answers to the report; often published with it. */
export function BoardResponses({ detail: { review, boardResponses } }: { readonly detail: ReviewDetail }) {
  return (
    <ReviewPart
      part="response"
      count={boardResponses.length}
      note="What the board answers to the report, often published beside it."
    >
      {boardResponses.length === 0 && <p className="ui-table-empty">The board has not responded yet.</p>}
      {boardResponses.map((response) => (
        <Response key={response.id} response={response} />
      ))}
      <AddInline label="Add a response">{(close) => <NewResponse reviewId={review.id} onClose={close} />}</AddInline>
    </ReviewPart>
  );
}

function Response({ response }: { readonly response: ReviewDetail['boardResponses'][number] }) {
  const { bodies } = useBoard();
  return (
    <div className="review-response">
      <DefinitionList>
        <EditableLongText
          label="Response"
          value={response.text}
          onSave={editRecord('boardResponses', response, 'text')}
          draftKey={`boardResponses/${response.id}/text`}
        />
        <EditableSelect
          label="Of"
          options={bodies.map(({ id, name }) => ({ key: id, label: name }))}
          value={response.bodyId}
          onSave={editRecord('boardResponses', response, 'bodyId')}
        />
        <EditableDate
          label="Agreed on"
          value={dateOf('boardResponses', response, 'agreedOn')}
          onSave={editDate('boardResponses', response, 'agreedOn')}
        />
        <EditableDate
          label="Published on"
          value={dateOf('boardResponses', response, 'publishedOn')}
          onSave={editDate('boardResponses', response, 'publishedOn')}
        />
        <EditableText label="Note" value={response.note} onSave={editRecord('boardResponses', response, 'note')} />
      </DefinitionList>
      <RowTools table="boardResponses" id={response.id} what="the board’s response" />
    </div>
  );
}

function NewResponse({ reviewId, onClose }: { readonly reviewId: string; readonly onClose: () => void }) {
  const { bodies } = useBoard();
  const [text, setText] = useState('');
  const [bodyId, setBodyId] = useState<string | null>(null);
  const agreed = useDateField();
  const onSave = async (): Promise<string | null> => {
    if (text.trim() === '') return 'Write what the board answers.';
    const problem = problemIn(agreed) ?? wordsProblemIn(agreed);
    if (problem !== null) return problem;
    const outcome = await addRecord('boardResponses', { reviewId, text, bodyId, agreedOn: agreed.value.date });
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add a response" saveLabel="Add the response" onSave={onSave} onClose={onClose}>
      <TextArea label="Response" value={text} onChange={setText} rows={4} autoFocus />
      <FormRow>
        <Select
          label="Of"
          options={bodies.map(({ id, name }) => ({ key: id, label: name }))}
          value={bodyId}
          onChange={setBodyId}
          optional
        />
        <DateEntry label="Agreed on" {...agreed.entry} optional />
      </FormRow>
    </InlineForm>
  );
}
