import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { DraftOffer } from '../../../app/DraftOffer.tsx';
import { useBoard } from '../../../app/use-board.ts';
import { useKeptDraft } from '../../../app/use-draft.ts';
import { addRecord, dateOf, editDate, editRecord } from '../../../app/use-record-edit.ts';
import { useDraft } from '../../../state/drafts.ts';
import { DateEntry, EditableDate, EditableLongText, TextArea } from '../../../ui/index.ts';
import { AddInline } from './AddInline.tsx';
import { InlineForm } from './InlineForm.tsx';
import { ReviewPart } from './ReviewPart.tsx';
import { RowTools } from './RowTools.tsx';
import { problemOf } from './saving.ts';
import { exactDay, problemIn, useDateField } from './use-date-field.ts';

type Note = ReviewDetail['notes'][number];

/** Newest first; a long text keeps its paragraphs. */
export function Notes({ detail: { review, notes } }: { readonly detail: ReviewDetail }) {
  return (
    <ReviewPart part="notes" count={notes.length}>
      <AddInline label="Add a note">{(close) => <NewNote reviewId={review.id} onClose={close} />}</AddInline>
      {notes.length === 0 && <p className="ui-quiet">No note yet.</p>}
      <ul className="review-records">
        {notes.map((note) => (
          <NoteRecord key={note.id} note={note} />
        ))}
      </ul>
    </ReviewPart>
  );
}

function NoteRecord({ note }: { readonly note: Note }) {
  const of = formatDate(note.date, note.dateText) || 'no date';
  return (
    <li className="review-record">
      <div className="review-record-head">
        <EditableDate
          layout="bare"
          label="Date of the note"
          whenEmpty="No date"
          value={dateOf('notes', note, 'date', 'dateText')}
          onSave={editDate('notes', note, 'date', 'dateText')}
        />
        <RowTools table="notes" id={note.id} what={`the note of ${of}`} />
      </div>
      <EditableLongText
        layout="bare"
        label={`Note of ${of}`}
        value={note.text}
        onSave={editRecord('notes', note, 'text')}
        draftKey={`notes/${note.id}/text`}
      />
    </li>
  );
}

function NewNote({ reviewId, onClose }: { readonly reviewId: string; readonly onClose: () => void }) {
  const { today } = useBoard();
  const [{ text }, change, forget] = useDraft(`note on ${reviewId}`, { text: '' });
  const kept = useKeptDraft(`note on ${reviewId}`);
  const date = useDateField(exactDay(today));
  const onSave = async (): Promise<string | null> => {
    if (text.trim() === '') return 'Write the note.';
    const problem = problemIn(date);
    if (problem !== null) return problem;
    const outcome = await addRecord('notes', { reviewId, text, date: date.value.date, dateText: date.value.text });
    if (outcome.ok) {
      forget();
      kept.drop();
      onClose();
    }
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add a note" saveLabel="Add the note" onSave={onSave} onClose={onClose}>
      <DraftOffer kept={kept} text={text} onGoOn={(next) => change({ text: next })} />
      <TextArea
        label="Note"
        hint="Never a real name. Ctrl+Enter adds it."
        value={text}
        onChange={(next) => {
          change({ text: next });
          kept.keep(next);
        }}
        rows={4}
        autoFocus
      />
      <DateEntry label="Date" {...date.entry} optional />
    </InlineForm>
  );
}
