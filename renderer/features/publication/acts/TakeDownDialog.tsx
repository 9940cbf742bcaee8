import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { isShortOfYear } from '../../../../db/domain/publication.ts';
import { useBoard } from '../../../app/use-board.ts';
import { client } from '../../../client.ts';
import { DateEntry, TextField } from '../../../ui/index.ts';
import { ActDialog } from '../../actions/acts/ActDialog.tsx';
import { runSaved } from '../../actions/acts/run-act.ts';
import { useDateField } from '../../actions/acts/use-date-field.ts';
import { ShortOfYear } from './ShortOfYear.tsx';
import type { PublicationActProps } from './subject.ts';

type TakeDownDialogProps = PublicationActProps & { readonly record: ReviewDetail['publication']['record'] };

export function TakeDownDialog({ reviewId, reference, onClose, record }: TakeDownDialogProps) {
  const { today } = useBoard();
  const [note, setNote] = useState('');
  const on = useDateField({ exactness: 'partial', isRequired: true, initial: today });
  const isShort = isShortOfYear({
    publishedOn: record?.publishedOn ?? null,
    availableUntil: null,
    takenDownOn: on.wrong === null ? on.value.date : null,
  });
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
          {isShort && <ShortOfYear />}
          <TextField label="Why" optional value={note} onChange={setNote} maxLength={500} />
        </>
      )}
    </ActDialog>
  );
}
