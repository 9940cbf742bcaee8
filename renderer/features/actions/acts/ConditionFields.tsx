import { Button, IconButton, TextField } from '../../../ui/index.ts';

type ConditionFieldsProps = {
  readonly conditions: readonly string[];
  readonly onChange: (conditions: readonly string[]) => void;
};

/** What a body asked for when it agreed: each is discharged on its own later. */
export function ConditionFields({ conditions, onChange }: ConditionFieldsProps) {
  return (
    <div className="act-conditions">
      {conditions.map((text, at) => (
        <div key={at} className="act-condition">
          <TextField
            label={`Condition ${at + 1}`}
            value={text}
            onChange={(next) => onChange(conditions.with(at, next))}
            maxLength={500}
            autoFocus
          />
          <IconButton
            icon="close"
            label={`Leave out condition ${at + 1}`}
            onPress={() => onChange(conditions.toSpliced(at, 1))}
          />
        </div>
      ))}
      <Button size="small" kind="quiet" icon="add" onPress={() => onChange([...conditions, ''])}>
        Add a condition
      </Button>
    </div>
  );
}
