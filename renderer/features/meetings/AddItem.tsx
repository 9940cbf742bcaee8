import { useState } from 'react';
import { MEETING_PURPOSE_LABELS, MEETING_PURPOSES, type MeetingPurpose } from '../../../db/domain/codes.ts';
import { addRecord } from '../../app/use-record-edit.ts';
import { Select, TextField } from '../../ui/index.ts';
import { FindReview } from '../actions/FindReview.tsx';
import { FormRow, InlineForm } from '../reviews/review/InlineForm.tsx';

type AddItemProps = { readonly meetingId: string; readonly position: number; readonly onClose: () => void };

const purposes = MEETING_PURPOSES.map((purpose) => ({ key: purpose, label: MEETING_PURPOSE_LABELS[purpose] }));

export function AddItem({ meetingId, position, onClose }: AddItemProps) {
  const [title, setTitle] = useState('');
  const [purpose, setPurpose] = useState<MeetingPurpose>('discussion');
  const [paper, setPaper] = useState('');
  const [reviewId, setReviewId] = useState<string | null>(null);
  const onSave = async (): Promise<string | null> => {
    if (title.trim() === '') return 'Give the item a title.';
    const outcome = await addRecord('meetingItems', { meetingId, title, purpose, paper, reviewId, position });
    if (!outcome.ok) return outcome.message;
    onClose();
    return null;
  };
  return (
    <InlineForm label="Add an item" saveLabel="Add the item" onSave={onSave} onClose={onClose}>
      <FormRow>
        <TextField label="Title" value={title} onChange={setTitle} maxLength={500} autoFocus />
        <Select
          label="Purpose"
          options={purposes}
          value={purpose}
          onChange={(key) => setPurpose(key as MeetingPurpose)}
        />
        <TextField label="Paper" value={paper} onChange={setPaper} maxLength={500} optional />
      </FormRow>
      <FindReview label="Review it is about" value={reviewId} onChange={setReviewId} optional />
    </InlineForm>
  );
}
