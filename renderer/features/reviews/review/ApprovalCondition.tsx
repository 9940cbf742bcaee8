import { useState } from 'react';
import type { ApprovalRow } from '../../../../db/contract/reviews.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { useBoard } from '../../../app/use-board.ts';
import { save } from '../../../app/use-save.ts';
import { client } from '../../../client.ts';
import { DateEntry, TextField } from '../../../ui/index.ts';
import { AddInline } from './AddInline.tsx';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { problemOf } from './saving.ts';
import { exactDay, problemIn, useDateField, wordsProblemIn } from './use-date-field.ts';

type Condition = ApprovalRow['conditions'][number];

type ApprovalConditionProps = { readonly condition: Condition; readonly isRevoked: boolean };

/** Open until it is discharged; then by whom and when. Of a revoked approval nothing is left to discharge. */
export function ApprovalCondition({ condition, isRevoked }: ApprovalConditionProps) {
  const { text, dischargedOn, dischargedBy } = condition;
  return (
    <li>
      <span aria-hidden="true">{dischargedOn === null ? '○ ' : '✓ '}</span>
      {dischargedOn === null ? 'Open condition: ' : 'Discharged: '}
      {text}
      {dischargedOn !== null && (
        <span className="ui-quiet">
          {' '}
          · {formatDate(dischargedOn)}
          {dischargedBy !== '' && `, ${dischargedBy}`}
        </span>
      )}
      {dischargedOn === null && !isRevoked && (
        <AddInline label="Discharge this condition" icon="check">
          {(close) => <Discharge conditionId={condition.id} onClose={close} />}
        </AddInline>
      )}
    </li>
  );
}

function Discharge({ conditionId, onClose }: { readonly conditionId: string; readonly onClose: () => void }) {
  const { today } = useBoard();
  const on = useDateField(exactDay(today));
  const [dischargedBy, setDischargedBy] = useState('');
  const onSave = async (): Promise<string | null> => {
    const problem = problemIn(on) ?? wordsProblemIn(on);
    if (problem !== null) return problem;
    const dischargedOn = on.value.date;
    if (dischargedOn === null) return 'Say when it was discharged.';
    const outcome = await save(
      () => client.approvals.dischargeCondition({ conditionId, dischargedOn, dischargedBy }),
      'Discharged a condition',
    );
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Discharge this condition" saveLabel="Discharge it" onSave={onSave} onClose={onClose}>
      <FormRow>
        <DateEntry label="Discharged on" {...on.entry} autoFocus />
        <TextField
          label="By"
          hint="A body or a post."
          value={dischargedBy}
          onChange={setDischargedBy}
          width="medium"
          optional
        />
      </FormRow>
    </InlineForm>
  );
}
