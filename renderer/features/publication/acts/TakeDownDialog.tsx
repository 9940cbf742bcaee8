import { useState } from 'react';
import { useBoard } from '../../../app/use-board.ts';
import { client } from '../../../client.ts';
import { DateEntry, TextField } from '../../../ui/index.ts';
import { ActDialog } from '../../actions/acts/ActDialog.tsx';
import { runSaved } from '../../actions/acts/run-act.ts';
import { useDateField } from '../../actions/acts/use-date-field.ts';
import type { PublicationActProps } from './subject.ts';

export function TakeDownDialog({ reviewId, reference, onClose }: PublicationActProps) {
  const { today } = useBoard();
  const [note, setNote] = useState('');
  const on = useDateField({ exactness: 'partial', isRequired: true, initial: today });
  const submit = () =>
    runSaved(
      () => client.publication.takeDown({ reviewId, takenDownOn: on.value.date ?? today, note }),
      `Recorded that ${reference} was taken down`,
    );
  return (
    <ActDialog
      title={`Record that ${reference} was taken down`}
      submitLabel="Record taking down"
      onClose={onClose}
      isReady={on.wrong === null}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <DateEntry label="Taken down on" {...on.entry(tried)} autoFocus />
          <TextField label="Why" optional value={note} onChange={setNote} maxLength={500} />
        </>
      )}
    </ActDialog>
  );
}
