import { useState } from 'react';
import type { DelayRow } from '../../../../db/contract/reviews.ts';
import { save } from '../../../app/use-save.ts';
import { client } from '../../../client.ts';
import { Button, Tag } from '../../../ui/index.ts';
import { InlineForm } from './InlineForm.tsx';
import { ReasonChoices } from './ReasonChoices.tsx';
import { problemOf } from './saving.ts';

/** The delay's reasons as words; all of them are chosen again together. */
export function DelayReasons({ delay }: { readonly delay: DelayRow }) {
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  if (chosen === null)
    return (
      <div className="ui-row">
        {delay.reasons.map(({ id, name }) => (
          <Tag key={id}>{name}</Tag>
        ))}
        <Button kind="quiet" size="small" onPress={() => setChosen(delay.reasons.map(({ id }) => id))}>
          Change the reasons
        </Button>
      </div>
    );
  const onSave = async (): Promise<string | null> => {
    if (chosen.length === 0) return 'Choose at least one reason.';
    const outcome = await save(
      () => client.publication.setDelayReasons({ delayId: delay.id, delayReasonIds: [...chosen] }),
      'Changed the reasons of a delay',
    );
    if (outcome.ok) setChosen(null);
    return problemOf(outcome);
  };
  return (
    <InlineForm
      label="Reasons of the delay"
      saveLabel="Save the reasons"
      onSave={onSave}
      onClose={() => setChosen(null)}
    >
      <ReasonChoices chosen={chosen} onChange={setChosen} />
    </InlineForm>
  );
}
