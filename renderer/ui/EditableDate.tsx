import { readDateEntry } from '../../db/domain/partial-date.ts';
import { type DateValue, dateInWords, howUnderstood, isSameDate } from './date-understood.ts';
import type { EditableProps } from './EditableFrame.tsx';
import { EditableLine } from './EditableLine.tsx';
import type { Save } from './in-place-edit.ts';

export type EditableDateProps = EditableProps & {
  readonly value: DateValue;
  readonly onSave: Save<DateValue>;
};

/** A date, exact or not; while it is typed the line below says how it is understood. */
export function EditableDate(props: EditableDateProps) {
  return (
    <EditableLine
      {...props}
      isSame={isSameDate}
      toDraft={dateInWords}
      fromDraft={dateFromDraft}
      inWords={dateInWords}
      understood={howUnderstood}
      placeholder="8 May 2020, or late 2019"
    />
  );
}

const dateFromDraft = (draft: string) => {
  const reading = readDateEntry(draft);
  return 'error' in reading ? reading : { value: reading };
};
