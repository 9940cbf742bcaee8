import { useState } from 'react';
import {
  PUBLICATION_DECISION_LABELS,
  PUBLICATION_DECISIONS,
  type PublicationDecision,
} from '../../../../db/domain/codes.ts';
import { DraftOffer } from '../../../app/DraftOffer.tsx';
import { useBoard } from '../../../app/use-board.ts';
import { useKeptDraft } from '../../../app/use-draft.ts';
import { client } from '../../../client.ts';
import { DateEntry, RadioGroup, TextArea, TextField } from '../../../ui/index.ts';
import { ActDialog } from '../../actions/acts/ActDialog.tsx';
import { BodySelect } from '../../actions/acts/BodySelect.tsx';
import { missing } from '../../actions/acts/missing.ts';
import { runSaved } from '../../actions/acts/run-act.ts';
import { useDateField } from '../../actions/acts/use-date-field.ts';
import type { PublicationActProps } from './subject.ts';

const options = PUBLICATION_DECISIONS.map((decision) => ({
  key: decision,
  label: PUBLICATION_DECISION_LABELS[decision],
}));

/** A decision stays on record; a later one replaces it. */
export function DecideDialog({ reviewId, reference, onClose }: PublicationActProps) {
  const { today } = useBoard();
  const [decision, setDecision] = useState<PublicationDecision | null>(null);
  const [basis, setBasis] = useState('');
  const kept = useKeptDraft(`publication decision on ${reviewId}`);
  const [agreedBy, setAgreedBy] = useState('');
  const [disagreedBy, setDisagreedBy] = useState('');
  const [bodyId, setBodyId] = useState<string | null>(null);
  const date = useDateField({ exactness: 'words', initial: today });
  const needsBasis = decision === 'not-to-be-published';
  const submit = async () => {
    const outcome = await runSaved(
      () =>
        client.publication.decide({
          reviewId,
          decision: decision ?? 'full-report',
          basis,
          agreedBy,
          disagreedBy,
          bodyId,
          decidedOn: date.value.date,
          decidedText: date.value.text,
        }),
      `Recorded a publication decision on ${reference}`,
      { staysOnRecord: true },
    );
    if (outcome.ok) kept.drop();
    return outcome;
  };
  return (
    <ActDialog
      title={`Record a publication decision on ${reference}`}
      submitLabel="Record the decision"
      onClose={onClose}
      isReady={decision !== null && date.wrong === null && (!needsBasis || basis.trim() !== '')}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <p>It stays on record. A later decision replaces it, and both can be read.</p>
          <RadioGroup
            label="What is published"
            options={options}
            value={decision}
            onChange={(key) => setDecision(key as PublicationDecision)}
            error={missing(tried, decision, 'Choose what was decided.')}
          />
          <BodySelect label="Decided by" optional value={bodyId} onChange={setBodyId} />
          <DateEntry label="Date" optional {...date.entry(tried)} />
          <DraftOffer kept={kept} text={basis} onGoOn={setBasis} />
          <TextArea
            label="Basis"
            optional={!needsBasis}
            hint="Why, and under which guidance."
            rows={2}
            value={basis}
            onChange={(next) => {
              setBasis(next);
              kept.keep(next);
            }}
            error={needsBasis ? missing(tried, basis, 'Say on what basis it is not published.') : undefined}
          />
          <TextField
            label="Who agreed"
            hint="Bodies or posts."
            optional
            value={agreedBy}
            onChange={setAgreedBy}
            maxLength={500}
          />
          <TextField label="Who disagreed" optional value={disagreedBy} onChange={setDisagreedBy} maxLength={500} />
        </>
      )}
    </ActDialog>
  );
}
