import { useState } from 'react';
import { isCivilDate } from '../../../../db/domain/partial-date.ts';
import { type DateEntryProps, type DateValue, noDate } from '../../../ui/index.ts';

/** How exact a date must be. words: as it is known, "late 2019" too; partial: a year, month or day; day: a day. */
type Exactness = 'words' | 'partial' | 'day';

type DateField = {
  readonly value: DateValue;
  /** What is wrong with the entry, or null. */
  readonly wrong: string | null;
  /** For a DateEntry; the error is shown once the form was tried. */
  readonly entry: (tried: boolean) => Pick<DateEntryProps, 'value' | 'onChange' | 'onProblem' | 'error'>;
};

type DateFieldOptions = {
  readonly exactness: Exactness;
  readonly isRequired?: boolean;
  readonly initial?: string | null;
};

export const useDateField = ({ exactness, isRequired = false, initial = null }: DateFieldOptions): DateField => {
  const [value, setValue] = useState<DateValue>(initial === null ? noDate : { date: initial, text: null });
  const [unread, setUnread] = useState<string | null>(null);
  const wrong = unread ?? problemOf(value, exactness, isRequired);
  const isTooVague = wrong !== null && (value.date !== null || value.text !== null);
  return {
    value,
    wrong,
    entry: (tried) => ({
      value,
      onChange: setValue,
      onProblem: setUnread,
      error: wrong !== null && (tried || (unread === null && isTooVague)) ? wrong : undefined,
    }),
  };
};

const problemOf = ({ date, text }: DateValue, exactness: Exactness, isRequired: boolean): string | null => {
  if (date === null && text === null) return isRequired ? 'Give a date, such as 8 May 2020.' : null;
  if (exactness === 'day' && (text !== null || date === null || !isCivilDate(date)))
    return 'Give the day, such as 8 May 2020.';
  return exactness === 'partial' && text !== null ? 'Give a date, such as 8 May 2020, May 2020 or 2020.' : null;
};
