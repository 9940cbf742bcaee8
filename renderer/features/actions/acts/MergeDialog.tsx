import { useState } from 'react';
import { client } from '../../../client.ts';
import { useBoard } from '../../../app/use-board.ts';
import { DateEntry, RadioGroup, TextArea, TextField } from '../../../ui/index.ts';
import { ActDialog } from './ActDialog.tsx';
import { missing } from './missing.ts';
import { runSaved } from './run-act.ts';
import { type ActProps, subjectWords } from './subject.ts';
import { useDateField } from './use-date-field.ts';

const anotherAction = 'new';
/** More than this to choose from is a list that nobody reads. */
const mostOffered = 12;

/** Makes one action of several; the others are superseded by it, and what they had to show goes with them. */
export function MergeDialog({ subject, onClose }: ActProps) {
  const { today } = useBoard();
  const [intoId, setIntoId] = useState<string>(subject.rows[0]?.id ?? anotherAction);
  const [number, setNumber] = useState('');
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const date = useDateField({ exactness: 'partial', initial: today });
  const isNew = intoId === anotherAction;
  const isEnough = subject.ids.length > 1;
  const isReady =
    isEnough && reason.trim() !== '' && date.wrong === null && (!isNew || (number.trim() !== '' && text.trim() !== ''));
  const submit = () =>
    runSaved(
      () =>
        client.actions.merge({
          ids: [...subject.ids],
          intoId: isNew ? null : intoId,
          number,
          text,
          date: date.value.date,
          reason,
        }),
      `Merged ${subjectWords(subject)}`,
    );
  const options = [
    ...subject.rows.slice(0, mostOffered).map(({ id, number: itsNumber, text: note, origin }) => ({
      key: id,
      label: `${itsNumber} · ${origin}`,
      note,
    })),
    { key: anotherAction, label: 'A new action' },
  ];
  return (
    <ActDialog
      title={`Merge ${subjectWords(subject)}`}
      submitLabel="Merge the actions"
      onClose={onClose}
      isReady={isReady}
      onSubmit={submit}
      width="wide"
    >
      {(tried) => (
        <>
          <p>
            The others become superseded. Their evidence, themes and lead agencies are taken on by the one that stays;
            their updates stay where they were made.
          </p>
          {!isEnough && <p className="ui-field-error">Choose at least two actions.</p>}
          <RadioGroup label="What stays" options={options} value={intoId} onChange={setIntoId} />
          {isNew && (
            <>
              <TextField
                label="Number"
                width="short"
                value={number}
                onChange={setNumber}
                maxLength={500}
                error={missing(tried, number, 'Give it a number.')}
              />
              <TextArea
                label="Action"
                value={text}
                onChange={setText}
                error={missing(tried, text, 'Write what will be done.')}
              />
            </>
          )}
          <div className="act-columns">
            <TextField
              label="Reason"
              hint="Kept with each that is superseded."
              value={reason}
              onChange={setReason}
              maxLength={500}
              error={missing(tried, reason, 'Say why they are merged.')}
            />
            <DateEntry label="From" optional {...date.entry(tried)} />
          </div>
        </>
      )}
    </ActDialog>
  );
}
