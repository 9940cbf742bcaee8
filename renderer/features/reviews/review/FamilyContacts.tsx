import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { FAMILY_CONTACT_KIND_LABELS, type FamilyContactKind } from '../../../../db/domain/codes.ts';
import { addRecord } from '../../../app/use-record-edit.ts';
import { DateEntry, Select, type SimpleColumn, SimpleTable, TextArea, TextField } from '../../../ui/index.ts';
import { labelsToOptions } from '../labels-to-options.ts';
import { AddInline } from './AddInline.tsx';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { recordColumns } from './record-columns.tsx';
import { ReviewPart } from './ReviewPart.tsx';
import { problemOf } from './saving.ts';
import { problemIn, useDateField } from './use-date-field.ts';

type Contact = ReviewDetail['familyContacts'][number];

const kinds = labelsToOptions(FAMILY_CONTACT_KIND_LABELS);
const of = recordColumns(
  'familyContacts',
  ({ kind, who }) => `the contact “${FAMILY_CONTACT_KIND_LABELS[kind].toLowerCase()}”${who === '' ? '' : `, ${who}`}`,
);
const columns: readonly SimpleColumn<Contact>[] = [
  of.date('date', 'Date', { textField: 'dateText', whenEmpty: 'Not known' }),
  of.choice('kind', 'What', kinds, { width: '20%' }),
  of.text('who', 'With (relation)'),
  of.text('byPost', 'By (post)'),
  of.text('note', 'Note'),
  of.tools(),
];

/** How the family was told, heard and shown the report. Each is known by relation only. */
export function FamilyContacts({ detail: { review, familyContacts } }: { readonly detail: ReviewDetail }) {
  return (
    <ReviewPart
      part="family"
      count={familyContacts.length}
      note="Say who it was by relation, such as “mother” or “grandparents”: never a name."
    >
      <SimpleTable
        caption="Contacts with the family"
        hideCaption
        columns={columns}
        rows={familyContacts}
        rowKey={({ id }) => id}
        whenEmpty="No contact is recorded. Where the family is not approached, record that too, with the reason."
      />
      <AddInline label="Add a contact">{(close) => <NewContact reviewId={review.id} onClose={close} />}</AddInline>
    </ReviewPart>
  );
}

function NewContact({ reviewId, onClose }: { readonly reviewId: string; readonly onClose: () => void }) {
  const [kind, setKind] = useState<FamilyContactKind>('told-of-review');
  const [who, setWho] = useState('');
  const [byPost, setByPost] = useState('');
  const [note, setNote] = useState('');
  const date = useDateField();
  const onSave = async (): Promise<string | null> => {
    const problem = problemIn(date);
    if (problem !== null) return problem;
    if (kind === 'not-approached' && note.trim() === '') return 'Say in the note why the family was not approached.';
    const { date: on, text: dateText } = date.value;
    const outcome = await addRecord('familyContacts', { reviewId, kind, who, byPost, note, date: on, dateText });
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add a contact" saveLabel="Add the contact" onSave={onSave} onClose={onClose}>
      <FormRow>
        <Select
          label="What"
          options={kinds}
          value={kind}
          onChange={(key) => setKind(key as FamilyContactKind)}
          autoFocus
        />
        <TextField label="With" hint="Their relation, never a name." value={who} onChange={setWho} optional />
        <TextField label="By" hint="A post." value={byPost} onChange={setByPost} optional />
        <DateEntry label="Date" {...date.entry} optional />
      </FormRow>
      <TextArea label="Note" value={note} onChange={setNote} rows={2} optional={kind !== 'not-approached'} />
    </InlineForm>
  );
}
