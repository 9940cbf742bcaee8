import type { EditableProps } from './EditableFrame.tsx';
import { EditableLine } from './EditableLine.tsx';
import type { Save } from './in-place-edit.ts';
import { type NumberLimits, readWholeNumber } from './whole-number.ts';

export type EditableNumberProps = EditableProps &
  NumberLimits & {
    readonly value: number | null;
    readonly onSave: Save<number | null>;
    /** After the figure: "working days". */
    readonly unit?: string;
  };

export function EditableNumber({ min, max, unit, ...props }: EditableNumberProps) {
  const inWords = (value: number | null): string => {
    if (value === null) return '';
    const figure = value.toLocaleString('en-GB');
    return unit ? `${figure} ${unit}` : figure;
  };
  return (
    <EditableLine
      {...props}
      inputMode="numeric"
      isSame={Object.is}
      toDraft={(value) => String(value ?? '')}
      fromDraft={(draft) => readWholeNumber(draft, { min, max })}
      inWords={inWords}
    />
  );
}
