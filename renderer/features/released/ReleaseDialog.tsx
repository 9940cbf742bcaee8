import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReleasedText } from '../../../db/contract/released-texts.ts';
import { DraftOffer } from '../../app/DraftOffer.tsx';
import { useBoard } from '../../app/use-board.ts';
import { useKeptDraft } from '../../app/use-draft.ts';
import { api, client } from '../../client.ts';
import { DateEntry, TextArea, TextField } from '../../ui/index.ts';
import { ActDialog } from '../actions/acts/ActDialog.tsx';
import { missing } from '../actions/acts/missing.ts';
import { runSaved } from '../actions/acts/run-act.ts';
import { useDateField } from '../actions/acts/use-date-field.ts';
import { useSettled } from '../packs/use-settled.ts';
import { Concerns } from './Concerns.tsx';
import { draftPlace, type ReleasedSubject } from './released-subject.ts';

type ReleaseDialogProps = {
  readonly subject: ReleasedSubject;
  readonly released: ReleasedText | null;
  /** What the record says now: the words to begin with. */
  readonly original: string;
  readonly onClose: () => void;
};

/** Words that may be printed for anyone, looked through for what could tell whose review it was. */
export function ReleaseDialog({ subject, released, original, onClose }: ReleaseDialogProps) {
  const { today } = useBoard();
  const [text, setText] = useState(released?.text ?? original);
  const [releasedBy, setReleasedBy] = useState(released?.releasedBy ?? '');
  const [acknowledged, setAcknowledged] = useState(false);
  const date = useDateField({ exactness: 'partial', initial: released === null ? today : released.releasedOn });
  const kept = useKeptDraft(draftPlace(subject));
  const { data } = useQuery({
    ...api.releasedTexts.concerns.queryOptions({ input: { of: subject.of, text: useSettled(text, 300) ?? '' } }),
    placeholderData: keepPreviousData,
  });
  const concerns = data?.concerns ?? [];
  const submit = async () => {
    const words = { text, releasedOn: date.value.date, releasedBy, acknowledged };
    const outcome = await runSaved(
      () =>
        released === null
          ? client.releasedTexts.release({ of: subject.of, ...words })
          : client.releasedTexts.edit({ id: released.id, was: released.text, ...words }),
      released === null ? `Released words on ${subject.what}` : `Changed the released words on ${subject.what}`,
    );
    if (outcome.ok) kept.drop();
    return outcome;
  };
  return (
    <ActDialog
      title={released === null ? `Release words on ${subject.what}` : `Edit the released words on ${subject.what}`}
      submitLabel={released === null ? 'Release' : 'Save'}
      onClose={onClose}
      isReady={text.trim() !== '' && date.wrong === null && (concerns.length === 0 || acknowledged)}
      onSubmit={submit}
      width="wide"
    >
      {(tried) => (
        <>
          <p>
            These words are printed in public packs as they stand here. Later edits of the record do not change them.
          </p>
          <DraftOffer kept={kept} text={text} onGoOn={setText} />
          <TextArea
            label="Words for the public"
            hint="No label, no initials, no date of an incident, no name of a person."
            rows={5}
            value={text}
            onChange={(next) => {
              setText(next);
              kept.keep(next);
            }}
            error={missing(tried, text, 'Write what the public pack may say.')}
            autoFocus
          />
          <Concerns concerns={concerns} acknowledged={acknowledged} onAcknowledge={setAcknowledged} tried={tried} />
          <div className="act-columns">
            <TextField
              label="Released by"
              hint="A post or a body."
              optional
              value={releasedBy}
              onChange={setReleasedBy}
              maxLength={500}
            />
            <DateEntry label="Released on" optional {...date.entry(tried)} />
          </div>
        </>
      )}
    </ActDialog>
  );
}
