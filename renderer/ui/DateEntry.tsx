import { type Ref, useState } from 'react';
import { Input, TextField as AriaTextField } from 'react-aria-components';
import { readDateEntry } from '../../db/domain/partial-date.ts';
import { type DateValue, dateInWords, howUnderstood, isSameDate } from './date-understood.ts';
import type { FieldWords } from './field-words.ts';
import { FieldLabel } from './FieldLabel.tsx';

export type DateEntryProps = FieldWords & {
  readonly value: DateValue;
  /** Called with each entry that can be read; not with one that is refused. */
  readonly onChange: (value: DateValue) => void;
  /** Hears every entry, with the reason when it is refused. */
  readonly onProblem?: (problem: string | null) => void;
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
};

/**
 * A date as people type it, exact or not. Below it stands how it was understood; a refusal is shown once the field is left,
 * because half a date is not a mistake.
 */
export function DateEntry(props: DateEntryProps) {
  const { label, hint, error, optional, hideLabel, value, onChange, onProblem, inputRef, ...rest } = props;
  const [typed, setTyped] = useState(() => dateInWords(value));
  const [left, setLeft] = useState(false);
  const reading = readDateEntry(typed);
  const refused = 'error' in reading;
  const stale = !refused && !isSameDate(reading, value);
  const shown = stale ? dateInWords(value) : typed;
  const change = (next: string): void => {
    setTyped(next);
    const nextReading = readDateEntry(next);
    onProblem?.('error' in nextReading ? nextReading.error : null);
    if (!('error' in nextReading)) {
      setLeft(false);
      onChange(nextReading);
    }
  };
  const problem = error ?? (refused && left ? reading.error : undefined);
  return (
    <AriaTextField
      {...rest}
      value={shown}
      onChange={change}
      onBlur={() => setLeft(true)}
      autoComplete="off"
      spellCheck="false"
      className="ui-field ui-field-medium"
      isInvalid={Boolean(problem)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} hint={hint} error={problem} optional={optional} hideLabel={hideLabel} />
      <Input ref={inputRef} className="ui-input" placeholder={dateExample} />
      <p className="ui-field-below" role="status">
        {howUnderstood(shown)}
      </p>
    </AriaTextField>
  );
}

const dateExample = '8 May 2020, or late 2019';
