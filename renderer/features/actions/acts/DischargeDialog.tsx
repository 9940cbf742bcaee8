import { useState } from 'react';
import type { ActionDetail } from '../../../../db/contract/actions.ts';
import { client } from '../../../client.ts';
import { useBoard } from '../../../app/use-board.ts';
import { DateEntry, TextField } from '../../../ui/index.ts';
import { ActDialog } from './ActDialog.tsx';
import { runSaved } from './run-act.ts';
import { useDateField } from './use-date-field.ts';

type Condition = ActionDetail['approvals'][number]['conditions'][number];

export function DischargeDialog({
  condition,
  onClose,
}: {
  readonly condition: Condition;
  readonly onClose: () => void;
}) {
  const { today } = useBoard();
  const [by, setBy] = useState('');
  const on = useDateField({ exactness: 'partial', isRequired: true, initial: today });
  const submit = () =>
    runSaved(
      () =>
        client.approvals.dischargeCondition({
          conditionId: condition.id,
          dischargedOn: on.value.date ?? today,
          dischargedBy: by,
        }),
      'Discharged a condition',
    );
  return (
    <ActDialog
      title="Discharge this condition"
      submitLabel="Discharge the condition"
      onClose={onClose}
      isReady={on.wrong === null}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <p>{condition.text}</p>
          <DateEntry label="Met on" {...on.entry(tried)} autoFocus />
          <TextField
            label="Found met by"
            hint="A body or a post."
            optional
            value={by}
            onChange={setBy}
            maxLength={500}
          />
        </>
      )}
    </ActDialog>
  );
}
