/** Decisions on one matter that were recorded on laptops apart from each other: none of them counts until a person settles it. */
import { comparePartialDates, formatDate, type PartialDate } from './partial-date.ts';
import { joinWords } from './plain-words.ts';

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

export const numberWords = (count: number): string => NUMBERS[count] ?? String(count);

/** "Two decisions of 8 May 2020 wait to be settled"; empty where none waits. */
export const waitingWords = (dates: readonly (PartialDate | null)[]): string => {
  if (dates.length === 0) return '';
  const named = [...new Set(dates)].toSorted(comparePartialDates);
  const of = named.includes(null) ? '' : ` of ${joinWords(named.map((date) => formatDate(date)))}`;
  return `${numberWords(dates.length)} decisions${of} wait to be settled`;
};

/** What was decided, and whether it counts: "Adopted; waits to be settled". */
export const decidedWords = (words: string, { waits }: { readonly waits: boolean }): string =>
  waits ? `${words}; waits to be settled` : words;

/** "Adopted by the Board; two decisions of 8 May 2020 wait to be settled". */
export const alsoWaiting = (words: string, dates: readonly (PartialDate | null)[]): string => {
  const waiting = waitingWords(dates);
  if (waiting === '') return words;
  return words === '' ? waiting : `${words}; ${waiting.charAt(0).toLowerCase()}${waiting.slice(1)}`;
};
