import { useRef, useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { useBoard } from '../../../app/use-board.ts';
import { errorToLine } from '../../../app/failure-words.ts';
import { client } from '../../../client.ts';
import { shell } from '../../../shell/index.ts';
import { Button, ComboBox, DateEntry, Dialog, Notice, TextArea } from '../../../ui/index.ts';
import { ActDialog } from '../../actions/acts/ActDialog.tsx';
import { missing } from '../../actions/acts/missing.ts';
import type { ActOutcome } from '../../actions/acts/run-act.ts';
import { useDateField } from '../../actions/acts/use-date-field.ts';
import { base64ToBytes } from '../../chasing/base64.ts';
import { NewPassphrase, newPassphraseProblems, noPassphrase } from '../../welcome/NewPassphrase.tsx';
import { saveForGood } from './saving.ts';

type HandOverDialogProps = { readonly detail: ReviewDetail; readonly onClose: () => void };
type File = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };
type Step = { readonly at: 'form' } | { readonly at: 'not saved'; readonly file: File; readonly words: string };

/** Writes the file for the successor body and marks the review as handed over; of one that is, only writes the file again. */
export function HandOverDialog({ detail, onClose }: HandOverDialogProps) {
  const { review, handOvers, handedOver } = detail;
  const { bodies, today } = useBoard();
  const planned = handOvers.find(({ direction, handedOverOn }) => direction === 'to' && handedOverOn === null);
  const [body, setBody] = useState({ id: planned?.bodyId ?? null, name: planned?.body ?? '' });
  const [note, setNote] = useState('');
  const [entry, setEntry] = useState(noPassphrase);
  const [step, setStep] = useState<Step>({ at: 'form' });
  const mayClose = useRef(true);
  const on = useDateField({ exactness: 'day', isRequired: true, initial: today });
  const deadline = useDateField({ exactness: 'partial', initial: planned?.deadline ?? null });
  const isAgain = handedOver !== null;
  const toBody = handedOver?.body ?? (bodies.find(({ id }) => id === body.id)?.name || body.name).trim();
  const problems = newPassphraseProblems(entry);
  const isReady = toBody !== '' && on.wrong === null && deadline.wrong === null && Object.keys(problems).length === 0;

  const keep = async (file: File): Promise<void> => {
    const saved = await shell.saveFile({ suggestedName: file.name, bytes: file.bytes });
    if (saved.outcome === 'saved') return onClose();
    mayClose.current = false;
    const words = saved.outcome === 'failed' ? saved.message : 'The file was not saved yet.';
    setStep({ at: 'not saved', file, words });
  };
  const submit = async (): Promise<ActOutcome> => {
    let file: File | null = null;
    const outcome = await saveForGood(
      async () => {
        const answer = await client.handOvers.exportFile({
          reviewId: review.id,
          toBody,
          toBodyId: body.id,
          handedOverOn: on.value.date ?? today,
          ...(deadline.value.date === null ? {} : { deadline: deadline.value.date }),
          note,
          passphrase: entry.passphrase,
        });
        file = { name: answer.file.name, bytes: base64ToBytes(answer.file.base64) };
        return answer;
      },
      isAgain ? `Wrote the file of ${review.reference} again` : `Handed ${review.reference} over to ${toBody}`,
    );
    if (!outcome.ok) return { ok: false, message: outcome.message };
    if (file === null) return { ok: false, message: 'The file was not written.' };
    try {
      await keep(file);
    } catch (error) {
      mayClose.current = false;
      setStep({ at: 'not saved', file, words: errorToLine(error) });
    }
    // Stays open while the file has no place yet.
    return { ok: true, changed: 1, refused: [] };
  };

  if (step.at === 'not saved')
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title="The file is not saved yet"
        footer={
          <>
            <Button kind="primary" onPress={() => void keep(step.file)}>
              Save the file
            </Button>
            <Button onPress={onClose}>Later</Button>
          </>
        }
      >
        <p>
          {step.words} {review.reference} is handed over on this board. The file can be written again at any time, from
          the top of its page.
        </p>
      </Dialog>
    );
  return (
    <ActDialog
      title={isAgain ? `Write the file of ${review.reference} again` : `Hand ${review.reference} over`}
      submitLabel={isAgain ? 'Write the file' : 'Hand it over and write the file'}
      width="wide"
      onClose={() => mayClose.current && onClose()}
      isReady={isReady}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <p>
            The review goes with everything that belongs to it and its history, in one encrypted file that the other
            board opens with “Receive a review”.
          </p>
          {!isAgain && (
            <Notice kind="warning">
              From then on it is read-only here. It cannot be undone, but taken back with a reason.
            </Notice>
          )}
          {!isAgain && (
            <>
              <ComboBox
                label="To"
                hint="The successor body. Any name will do."
                options={bodies.map(({ id, name }) => ({ key: id, label: name }))}
                value={body.id}
                onChange={(id) => setBody({ id, name: '' })}
                onNewWords={(name) => setBody({ id: null, name })}
                placeholder={body.name}
                error={missing(tried, toBody, 'Name the body it goes to.')}
                width="full"
                autoFocus
              />
              <DateEntry label="Handed over on" {...on.entry(tried)} />
              <DateEntry
                label="Deadline"
                hint="“Before 29 September 2020” means the 28th at the latest."
                optional
                {...deadline.entry(tried)}
              />
              <TextArea label="Note" rows={2} optional value={note} onChange={setNote} />
            </>
          )}
          <NewPassphrase
            label="Passphrase of the file"
            value={entry}
            onChange={setEntry}
            problems={tried ? problems : {}}
          />
          <p className="ui-quiet">
            Tell the other body the passphrase another way than the file, for example by telephone.
          </p>
        </>
      )}
    </ActDialog>
  );
}
