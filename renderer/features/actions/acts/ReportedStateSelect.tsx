import { ACTION_STATE_LABELS, type ActionState } from '../../../../db/domain/codes.ts';
import { Select } from '../../../ui/index.ts';

type ReportedStateSelectProps = {
  readonly value: ActionState | null;
  readonly onChange: (state: ActionState | null) => void;
};

const notGiven = 'not-given';
/** What a lead agency can say of its own action; the rest is for others to decide. */
const reportable: readonly ActionState[] = ['not-started', 'in-progress', 'reported-complete'];
const options = [
  { key: notGiven, label: 'Not given' },
  ...reportable.map((state) => ({ key: state, label: ACTION_STATE_LABELS[state] })),
];

/** What the agency says of the state. It moves nothing by itself. */
export function ReportedStateSelect({ value, onChange }: ReportedStateSelectProps) {
  return (
    <Select
      label="State as the agency sees it"
      optional
      options={options}
      value={value ?? notGiven}
      onChange={(key) => onChange(key === notGiven ? null : (key as ActionState))}
      width="full"
    />
  );
}
