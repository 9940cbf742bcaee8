import { useRef, useState } from 'react';
import type { HandOverPreview } from '../../../db/contract/hand-overs.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { countOf } from '../../../db/domain/plain-words.ts';
import { errorToFailure, errorToLine } from '../../app/failure-words.ts';
import { goTo } from '../../app/go-to.ts';
import { client } from '../../client.ts';
import { shell } from '../../shell/index.ts';
import { Button, Dialog, Notice, PassphraseField, TextField } from '../../ui/index.ts';
import { bytesToBase64 } from '../chasing/base64.ts';
import { saveForGood } from './review/saving.ts';

const LARGEST = 100 * 1024 * 1024;

type File = { readonly name: string; readonly base64: string };

/** Takes a review in that another board handed over: choose the file, give its passphrase, look at what it holds, receive it. */
export function ReceiveReviewDialog({ onClose }: { readonly onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [preview, setPreview] = useState<HandOverPreview | null>(null);
  const [reference, setReference] = useState('');
  const [problem, setProblem] = useState<{ readonly field: string; readonly words: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const problemAt = (field: string): string | undefined => (problem?.field === field ? problem.words : undefined);
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem({ field: String(errorToFailure(error)?.details.field ?? ''), words: errorToLine(error) });
    }
    setBusy(false);
  };
  const choose = () =>
    attempt(async () => {
      const opened = await shell.openFile({ extensions: ['handover'], maxBytes: LARGEST });
      if (opened.outcome === 'cancelled') return;
      if (opened.outcome === 'failed') return setProblem({ field: '', words: opened.message });
      setFile({ name: opened.name, base64: bytesToBase64(opened.bytes) });
      setPreview(null);
    });
  const look = () =>
    attempt(async () => {
      if (file === null) return setProblem({ field: '', words: 'Choose the file first.' });
      if (passphrase === '') return setProblem({ field: 'passphrase', words: 'Give the passphrase of the file.' });
      const found = await client.handOvers.read({ base64: file.base64, passphrase });
      setPreview(found);
      setReference(found.reference);
    });
  const receive = () =>
    attempt(async () => {
      if (file === null || preview === null) return;
      let id = '';
      const outcome = await saveForGood(async () => {
        const answer = await client.handOvers.receive({ base64: file.base64, passphrase, reference });
        id = answer.id;
        return answer;
      }, `Received ${reference}`);
      if (!outcome.ok)
        return setProblem({ field: String(outcome.failure?.details.field ?? ''), words: outcome.message });
      onClose();
      goTo(`/reviews/${id}`);
    });
  const mayReceive = preview !== null && preview.refused === null;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title="Receive a review"
      footer={
        <>
          {mayReceive ? (
            <Button kind="primary" busy={busy} onPress={() => void receive()}>
              Receive this review
            </Button>
          ) : (
            <Button kind="primary" busy={busy} onPress={() => form.current?.requestSubmit()}>
              Look at the file
            </Button>
          )}
          <Button onPress={onClose}>Cancel</Button>
        </>
      }
    >
      {preview === null ? (
        <form
          ref={form}
          className="receive-form"
          onSubmit={(event) => {
            event.preventDefault();
            void look();
          }}
        >
          <p>
            A review that another board handed over, as the file it sent you. Nothing is written until you have seen
            what it holds.
          </p>
          <div className="ui-row">
            <Button onPress={() => void choose()}>{file === null ? 'Choose the file' : 'Choose another file'}</Button>
            <span className="ui-quiet">{file?.name ?? 'It ends in .handover'}</span>
          </div>
          <PassphraseField
            label="Passphrase of the file"
            hint="It came apart from the file."
            value={passphrase}
            onChange={setPassphrase}
            error={problemAt('passphrase')}
          />
        </form>
      ) : (
        <Preview preview={preview} />
      )}
      {mayReceive && (
        <TextField
          label="Reference here"
          hint={preview.isReferenceTaken ? 'Another review here has that reference: give this one another.' : undefined}
          value={reference}
          onChange={setReference}
          error={problemAt('reference')}
        />
      )}
      {problem !== null && problem.field !== 'passphrase' && problem.field !== 'reference' && (
        <p className="ui-field-error" role="alert">
          {problem.words}
        </p>
      )}
    </Dialog>
  );
}

function Preview({ preview }: { readonly preview: HandOverPreview }) {
  const { labels, type, title, fromBoard, handedOverOn, deadline, stage, counts, matches, refused } = preview;
  const made = matches.filter(({ here }) => here === null);
  return (
    <>
      {refused !== null && (
        <Notice kind="warning" title={refused}>
          Nothing was received.
        </Notice>
      )}
      <p>
        <strong>{labels[0] ?? title ?? preview.reference}</strong>, {preview.reference}, {type}, at “{stage}”.
      </p>
      <p>
        From {fromBoard}, handed over on {formatDate(handedOverOn)} to {preview.to}
        {deadline !== null && `, deadline ${formatDate(deadline)}`}.
      </p>
      <ul className="receive-counts">
        <li>{countOf(counts.recommendations, 'recommendation', 'recommendations')}</li>
        <li>{countOf(counts.actions, 'action', 'actions')}</li>
        <li>{countOf(counts.attachments, 'attached file', 'attached files')}</li>
        <li>{countOf(counts.records, 'record', 'records')} in all</li>
        <li>{countOf(counts.history, 'change', 'changes')} in its history</li>
      </ul>
      <p>
        {countOf(matches.length - made.length, 'name of theirs is', 'names of theirs are')} known here.{' '}
        {made.length > 0 && `${countOf(made.length, 'is', 'are')} not and will be added:`}
      </p>
      {made.length > 0 && (
        <ul className="receive-made">
          {made.map(({ what, name }) => (
            <li key={`${what} ${name}`}>
              {what}: {name}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
