import { useState } from 'react';
import { client } from '../../../client.ts';
import { RadioGroup, TextField } from '../../../ui/index.ts';
import { ActDialog } from '../acts/ActDialog.tsx';
import { runAct } from '../acts/run-act.ts';
import { recommendationWords } from './recommendation-words.ts';

type InPlaceDialogProps = {
  readonly recommendations: readonly { readonly id: string; readonly number: string }[];
  readonly onClose: () => void;
};

const choices = [
  { key: 'yes', label: 'It was in place when the recommendation was received' },
  { key: 'no', label: 'It was not' },
] as const;

type Choice = (typeof choices)[number]['key'];

export function InPlaceDialog({ recommendations, onClose }: InPlaceDialogProps) {
  const [choice, setChoice] = useState<Choice>('yes');
  const [note, setNote] = useState('');
  const words = recommendationWords(recommendations);
  const submit = () =>
    runAct(
      () =>
        client.recommendations.markInPlace({
          ids: recommendations.map(({ id }) => id),
          alreadyInPlace: choice === 'yes' ? 1 : 0,
          note,
        }),
      `Marked ${words} as ${choice === 'yes' ? 'already' : 'not'} in place`,
    );
  return (
    <ActDialog title={`Mark ${words}`} submitLabel="Mark" onClose={onClose} isReady onSubmit={submit}>
      {() => (
        <>
          <RadioGroup
            label="What is recommended"
            options={choices}
            value={choice}
            onChange={(key) => setChoice(key as Choice)}
          />
          {choice === 'yes' && (
            <TextField
              label="What was in place"
              hint="Where it can be seen: a policy, a pathway, a contract."
              optional
              value={note}
              onChange={setNote}
              maxLength={500}
            />
          )}
        </>
      )}
    </ActDialog>
  );
}
