import { useState } from 'react';
import { type DateValue, noDate } from '../../../ui/index.ts';

export type DateField = {
  readonly value: DateValue;
  /** Why what is typed cannot be read; a form with such a date must not be saved. */
  readonly problem: string | null;
  /** For DateEntry: `<DateEntry label="Since" {...since.entry} />`. */
  readonly entry: {
    readonly value: DateValue;
    readonly onChange: (value: DateValue) => void;
    readonly onProblem: (problem: string | null) => void;
  };
};

export const useDateField = (initial: DateValue = noDate): DateField => {
  const [value, onChange] = useState(initial);
  const [problem, onProblem] = useState<string | null>(null);
  return { value, problem, entry: { value, onChange, onProblem } };
};

export const exactDay = (date: string): DateValue => ({ date, text: null });

export const problemIn = (...fields: readonly DateField[]): string | null =>
  fields.find(({ problem }) => problem !== null)?.problem ?? null;

/** For columns that hold a date without words beside it. */
export const wordsProblemIn = (...fields: readonly DateField[]): string | null =>
  fields.some(({ value }) => value.text !== null)
    ? 'Type each date as a day, a month or a year, for example 8 May 2020. Words cannot be kept here.'
    : null;
