import type { SaveField } from '../../../app/use-record-edit.ts';
import { Checkbox, MarkBeside, showToast } from '../../../ui/index.ts';

type FlagBoxProps = {
  readonly children: string;
  readonly value: number;
  readonly onSave: SaveField;
  readonly isReadOnly?: boolean;
};

/** A yes or no, saved as it is ticked. */
export function FlagBox({ children, value, onSave, isReadOnly }: FlagBoxProps) {
  const change = async (isSet: boolean): Promise<void> => {
    const result = await onSave(isSet ? 1 : 0);
    if (!result.ok) showToast({ message: result.message, isProblem: true });
  };
  return (
    <>
      <Checkbox isSelected={value === 1} onChange={(isSet) => void change(isSet)} isDisabled={isReadOnly}>
        {children}
      </Checkbox>
      <MarkBeside label={children} keptIn={onSave.keptIn} />
    </>
  );
}
