import { useState } from 'react';
import { TextField, type TextFieldProps } from './TextField.tsx';
import { type NumberLimits, readWholeNumber } from './whole-number.ts';

export type NumberFieldProps = Omit<
  TextFieldProps,
  'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'type' | 'inputMode'
> &
  NumberLimits & {
    readonly value: number | null;
    /** Called with each whole number within the limits, and with null for an empty field. */
    readonly onChange: (value: number | null) => void;
  };

/**
 * A whole number typed in figures. Not React Aria's number field: its announcer sets innerHTML, which Trusted Types refuse,
 * and a stray scroll or arrow key must not change a figure that a meeting will read.
 */
export function NumberField({ value, onChange, min, max, error, width = 'short', ...rest }: NumberFieldProps) {
  const [typed, setTyped] = useState(() => String(value ?? ''));
  const [left, setLeft] = useState(false);
  const reading = readWholeNumber(typed, { min, max });
  const shown = 'value' in reading && reading.value !== value ? String(value ?? '') : typed;
  const change = (next: string): void => {
    setTyped(next);
    setLeft(false);
    const nextReading = readWholeNumber(next, { min, max });
    if ('value' in nextReading) onChange(nextReading.value);
  };
  return (
    <TextField
      {...rest}
      width={width}
      inputMode="numeric"
      value={shown}
      onChange={change}
      onBlur={() => setLeft(true)}
      error={error ?? (left && 'error' in reading ? reading.error : undefined)}
    />
  );
}
