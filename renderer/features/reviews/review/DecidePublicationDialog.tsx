import { useState } from 'react';
import { PUBLICATION_DECISION_LABELS, type PublicationDecision } from '../../../../db/domain/codes.ts';
import { useBoard } from '../../../app/use-board.ts';
import { client } from '../../../client.ts';
import { Button, DateEntry, Dialog, RadioGroup, Select, TextArea, TextField } from '../../../ui/index.ts';
import { labelsToOptions } from '../labels-to-options.ts';
import { FormRow } from './InlineForm.tsx';
import { saveForGood } from './saving.ts';
import { useDateField } from './use-date-field.ts';

const choices = labelsToOptions(PUBLICATION_DECISION_LABELS);

/** A decision of a body: it stays on record, and a later one replaces it. */
export function DecidePublicationDialog({
  reviewId,
  onClose,
}: {
  readonly reviewId: string;
  readonly onClose: () => void;
}) {
  const { bodies } = useBoard();
  const [decision, setDecision] = useState<PublicationDecision | null>(null);
  const [basis, setBasis] = useState('');
  const [agreedBy, setAgreedBy] = useState('');
  const [disagreedBy, setDisagreedBy] = useState('');
  const [bodyId, setBodyId] = useState<string | null>(null);
  const decided = useDateField();
  const [problem, setProblem] = useState<string | null>(null);
  const record = async (): Promise<void> => {
    if (decision === null) return setProblem('Choose what was decided.');
    if (decided.problem !== null) return setProblem(decided.problem);
    const { date: decidedOn, text: decidedText } = decided.value;
    const outcome = await saveForGood(
      () =>
        client.publication.decide({ reviewId, decision, basis, agreedBy, disagreedBy, bodyId, decidedOn, decidedText }),
      'Recorded a publication decision',
    );
    if (outcome.ok) onClose();
    else setProblem(outcome.message);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title="Record a publication decision"
      footer={
        <>
          <Button kind="primary" onPress={() => void record()}>
            Record the decision
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </>
      }
    >
      <p className="ui-quiet">
        This stays on record and cannot be undone. When it changes, record the new decision: the latest stands.
      </p>
      <RadioGroup
        label="Decision"
        options={choices}
        value={decision}
        onChange={(key) => setDecision(key as PublicationDecision)}
        error={decision === null && problem !== null ? problem : undefined}
      />
      <FormRow>
        <Select
          label="Decided by"
          options={bodies.map(({ id, name }) => ({ key: id, label: name }))}
          value={bodyId}
          onChange={setBodyId}
          optional
        />
        <DateEntry label="Decided on" {...decided.entry} optional />
      </FormRow>
      <TextArea
        label="Basis"
        hint="Why, for example the welfare of a surviving child."
        value={basis}
        onChange={setBasis}
        rows={2}
        optional
      />
      <FormRow>
        <TextField label="Who agreed" value={agreedBy} onChange={setAgreedBy} optional />
        <TextField label="Who disagreed" value={disagreedBy} onChange={setDisagreedBy} optional />
      </FormRow>
      {decision !== null && problem !== null && (
        <p className="ui-field-error" role="alert">
          {problem}
        </p>
      )}
    </Dialog>
  );
}
