import type { SaveField } from '../../../app/use-record-edit.ts';
import { Checkbox, Definition, MarkBeside, showToast } from '../../../ui/index.ts';

export type FlagFieldProps = {
  readonly label: string;
  readonly children: string;
  readonly value: number;
  readonly onSave: SaveField;
};

/** A yes or no of a record, saved as it is ticked. */
export function FlagField({ label, children, value, onSave }: FlagFieldProps) {
  return (
    <Definition label={label}>
      <FlagBox value={value} onSave={onSave}>
        {children}
      </FlagBox>
    </Definition>
  );
}

export function FlagBox({ children, value, onSave }: Omit<FlagFieldProps, 'label'>) {
  const change = async (isSet: boolean): Promise<void> => {
    const result = await onSave(isSet ? 1 : 0);
    if (!result.ok) showToast({ message: result.message, isProblem: true });
  };
  return (
    <>
      <Checkbox isSelected={value === 1} onChange={(isSet) => void change(isSet)}>
        {children}
      </Checkbox>
      <MarkBeside label={children} keptIn={onSave.keptIn} />
    </>
  );
}
