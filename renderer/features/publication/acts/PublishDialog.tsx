import { useState } from 'react';
import { isShortOfYear } from '../../../../db/domain/publication.ts';
import { useBoard } from '../../../app/use-board.ts';
import { client } from '../../../client.ts';
import { Checkbox, DateEntry, TextField } from '../../../ui/index.ts';
import { ActDialog } from '../../actions/acts/ActDialog.tsx';
import { missing } from '../../actions/acts/missing.ts';
import { runSaved } from '../../actions/acts/run-act.ts';
import { useDateField } from '../../actions/acts/use-date-field.ts';
import { ShortOfYear } from './ShortOfYear.tsx';
import type { PublicationActProps } from './subject.ts';

type PublishDialogProps = PublicationActProps & { readonly hasOpenDelays: boolean };

export function PublishDialog({ reviewId, reference, onClose, hasOpenDelays }: PublishDialogProps) {
  const { today } = useBoard();
  const [place, setPlace] = useState('');
  const [endDelays, setEndDelays] = useState(true);
  const on = useDateField({ exactness: 'words', isRequired: true, initial: today });
  const until = useDateField({ exactness: 'partial' });
  const isDated = on.wrong === null && on.value.date !== null;
  const isShort = isShortOfYear({
    publishedOn: on.value.date,
    availableUntil: until.wrong === null ? until.value.date : null,
    takenDownOn: null,
  });
  const submit = () =>
    runSaved(
      () =>
        client.publication.publish({
          reviewId,
          publishedOn: on.value.date ?? today,
          publishedText: on.value.text,
          place,
          availableUntil: until.value.date,
          endDelays,
        }),
      `Recorded the publication of ${reference}`,
    );
  return (
    <ActDialog
      title={`Record the publication of ${reference}`}
      submitLabel="Record the publication"
      onClose={onClose}
      isReady={isDated && place.trim() !== '' && until.wrong === null}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <DateEntry
            label="Published on"
            {...on.entry(tried)}
            error={on.entry(tried).error ?? (tried && !isDated ? 'Give at least the year.' : undefined)}
          />
          <TextField
            label="Where"
            hint="The website or repository."
            value={place}
            onChange={setPlace}
            maxLength={500}
            error={missing(tried, place, 'Say where it was published.')}
            autoFocus
          />
          <DateEntry
            label="On the website until"
            hint="One year after publication, unless another date is given."
            optional
            {...until.entry(tried)}
          />
          {isShort && <ShortOfYear />}
          {hasOpenDelays && (
            <Checkbox isSelected={endDelays} onChange={setEndDelays}>
              End the delays that are still open
            </Checkbox>
          )}
        </>
      )}
    </ActDialog>
  );
}
