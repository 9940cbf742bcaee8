import { useState } from 'react';
import { useBoard } from '../../../app/use-board.ts';
import { client } from '../../../client.ts';
import { DateEntry, TextArea, TextField } from '../../../ui/index.ts';
import { ActDialog } from '../../actions/acts/ActDialog.tsx';
import { runSaved } from '../../actions/acts/run-act.ts';
import { useDateField } from '../../actions/acts/use-date-field.ts';
import { DelayReasonChoices } from './DelayReasonChoices.tsx';
import type { PublicationActProps } from './subject.ts';

/** What delays publication: one or several reasons, the event that will end it, and who knows. */
export function DelayDialog({ reviewId, reference, onClose }: PublicationActProps) {
  const { today } = useBoard();
  const [reasonIds, setReasonIds] = useState<readonly string[]>([]);
  const [explanation, setExplanation] = useState('');
  const [expectedEndEvent, setExpectedEndEvent] = useState('');
  const [interimLearning, setInterimLearning] = useState('');
  const [told, setTold] = useState('');
  const since = useDateField({ exactness: 'words', isRequired: true, initial: today });
  const expected = useDateField({ exactness: 'partial' });
  const nextReview = useDateField({ exactness: 'partial' });
  const toldOn = useDateField({ exactness: 'partial' });
  const areDatesRight = [since, expected, nextReview, toldOn].every(({ wrong }) => wrong === null);
  const submit = () =>
    runSaved(
      () =>
        client.publication.addDelay({
          reviewId,
          delayReasonIds: [...reasonIds],
          since: since.value.date,
          sinceText: since.value.text,
          explanation,
          expectedEndEvent,
          expectedEndOn: expected.value.date,
          nextReviewOn: nextReview.value.date,
          interimLearning,
          told,
          toldOn: toldOn.value.date,
        }),
      `Added a publication delay to ${reference}`,
    );
  return (
    <ActDialog
      title={`Add a delay to the publication of ${reference}`}
      submitLabel="Add the delay"
      onClose={onClose}
      isReady={reasonIds.length > 0 && areDatesRight}
      onSubmit={submit}
      width="wide"
    >
      {(tried) => (
        <>
          <DelayReasonChoices
            chosen={reasonIds}
            onChange={setReasonIds}
            error={tried && reasonIds.length === 0 ? 'Choose at least one reason.' : undefined}
          />
          <div className="act-columns">
            <DateEntry label="Since" {...since.entry(tried)} />
            <DateEntry label="Next review of the delay" optional {...nextReview.entry(tried)} />
            <TextField
              label="Event that will end it"
              hint="For example: verdict in the trial."
              optional
              value={expectedEndEvent}
              onChange={setExpectedEndEvent}
              maxLength={500}
            />
            <DateEntry
              label="Expected"
              hint="When that event is thought to come."
              optional
              {...expected.entry(tried)}
            />
            <TextField label="Who was told" optional value={told} onChange={setTold} maxLength={500} />
            <DateEntry label="Told on" optional {...toldOn.entry(tried)} />
          </div>
          <TextField
            label="Interim learning"
            hint="What was issued meanwhile, for example a briefing."
            optional
            value={interimLearning}
            onChange={setInterimLearning}
            maxLength={500}
          />
          <TextArea label="Explanation" optional rows={2} value={explanation} onChange={setExplanation} />
        </>
      )}
    </ActDialog>
  );
}
