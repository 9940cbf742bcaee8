import { useState } from 'react';
import { RECOMMENDATION_SCOPE_LABELS, type RecommendationScope } from '../../../../db/domain/codes.ts';
import { addRecord } from '../../../app/use-record-edit.ts';
import { Select, TextArea, TextField } from '../../../ui/index.ts';
import { labelsToOptions } from '../labels-to-options.ts';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { problemOf } from './saving.ts';

const scopes = labelsToOptions(RECOMMENDATION_SCOPE_LABELS);

type NewRecommendationProps = {
  readonly reviewId: string;
  readonly number: string;
  readonly position: number;
  readonly onClose: () => void;
};

export function NewRecommendation({ reviewId, number: suggested, position, onClose }: NewRecommendationProps) {
  const [number, setNumber] = useState(suggested);
  const [text, setText] = useState('');
  const [scope, setScope] = useState<RecommendationScope>('local');
  const onSave = async (): Promise<string | null> => {
    if (text.trim() === '') return 'Write what is recommended.';
    const outcome = await addRecord('recommendations', { reviewId, number, text, scope, position });
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add a recommendation" saveLabel="Add the recommendation" onSave={onSave} onClose={onClose}>
      <TextArea label="Recommendation" hint="Ctrl+Enter adds it." value={text} onChange={setText} rows={2} autoFocus />
      <FormRow>
        <TextField label="Number" value={number} onChange={setNumber} width="short" />
        <Select label="Scope" options={scopes} value={scope} onChange={(key) => setScope(key as RecommendationScope)} />
      </FormRow>
    </InlineForm>
  );
}
