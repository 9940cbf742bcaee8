import { useState } from 'react';
import type { DelayRow } from '../../../../db/contract/reviews.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { addRecord } from '../../../app/use-record-edit.ts';
import { DateEntry, TextField } from '../../../ui/index.ts';
import { AddInline } from './AddInline.tsx';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { problemOf } from './saving.ts';
import { problemIn, useDateField } from './use-date-field.ts';

/** Who was told of the delay, and when. */
export function DelayNotices({ delay }: { readonly delay: DelayRow }) {
  return (
    <>
      {delay.notices.length === 0 && <span className="ui-quiet">Nobody is recorded as told.</span>}
      <ul>
        {delay.notices.map(({ id, told, toldOn, toldText }) => (
          <li key={id} className="review-notice">
            {told}, {formatDate(toldOn, toldText) || 'date not recorded'}
            <RemoveButton table="delayNotices" id={id} what={`the note that ${told} was told`} />
          </li>
        ))}
      </ul>
      <AddInline label="Add who was told">{(close) => <NewNotice delayId={delay.id} onClose={close} />}</AddInline>
    </>
  );
}

function NewNotice({ delayId, onClose }: { readonly delayId: string; readonly onClose: () => void }) {
  const [told, setTold] = useState('');
  const on = useDateField();
  const onSave = async (): Promise<string | null> => {
    if (told.trim() === '') return 'Say who was told: a body or a post.';
    const problem = problemIn(on);
    if (problem !== null) return problem;
    const outcome = await addRecord('delayNotices', {
      publicationDelayId: delayId,
      told,
      toldOn: on.value.date,
      toldText: on.value.text,
    });
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add who was told" saveLabel="Add" onSave={onSave} onClose={onClose}>
      <FormRow>
        <TextField label="Told" hint="A body or a post." value={told} onChange={setTold} width="medium" autoFocus />
        <DateEntry label="On" {...on.entry} optional />
      </FormRow>
    </InlineForm>
  );
}
