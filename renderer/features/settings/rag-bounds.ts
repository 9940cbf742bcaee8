import type { BoardData } from '../../../db/contract/board.ts';

export type Bounds = Pick<
  BoardData['ragSchemes'][number]['levels'][number],
  'lower' | 'lowerInclusive' | 'upper' | 'upperInclusive'
>;

/** "more than 5 and up to and including 15"; which end belongs to the level is always said. Null when it computes nothing. */
export const boundsInWords = ({ lower, lowerInclusive, upper, upperInclusive }: Bounds): string | null => {
  const from = lower === null ? null : `${lowerInclusive === 1 ? 'from' : 'more than'} ${lower}`;
  const to = upper === null ? null : upperInclusive === 1 ? `up to and including ${upper}` : `less than ${upper}`;
  return from === null && to === null ? null : [from, to].filter(Boolean).join(' and ');
};

const NUMBER = String.raw`(-?\d+(?:\.\d+)?)`;
const FROM = new RegExp(`^(from|more than) ${NUMBER}$`);
const TO = new RegExp(`^(up to and including|less than) ${NUMBER}$`);

/** Reads what `boundsInWords` writes; empty words bound nothing. Null for anything else, or an end that comes before its start. */
export const wordsToBounds = (words: string): Bounds | null => {
  const parts = words
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ')
    .split(/ and (?=up to|less than)/)
    .filter((part) => part !== '');
  let read: Bounds = { lower: null, lowerInclusive: 0, upper: null, upperInclusive: 0 };
  for (const part of parts) {
    const [from, to] = [FROM.exec(part), TO.exec(part)];
    if (from !== null && read.lower === null && read.upper === null) {
      read = { ...read, lower: Number(from[2]), lowerInclusive: from[1] === 'from' ? 1 : 0 };
    } else if (to !== null && read.upper === null) {
      read = { ...read, upper: Number(to[2]), upperInclusive: to[1] === 'less than' ? 0 : 1 };
    } else return null;
  }
  const { lower, upper, lowerInclusive, upperInclusive } = read;
  const isEmpty =
    lower !== null && upper !== null && (lower > upper || (lower === upper && lowerInclusive + upperInclusive < 2));
  return isEmpty ? null : read;
};

/** What is wrong between the levels: a figure that none has, or that two have. Levels without bounds compute nothing. */
export const boundsProblems = (levels: readonly (Bounds & { readonly label: string })[]): readonly string[] => {
  const ranges = levels
    .filter(({ lower, upper }) => lower !== null || upper !== null)
    .toSorted((a, b) => (a.lower ?? -Infinity) - (b.lower ?? -Infinity));
  const problems: string[] = [];
  for (const [index, range] of ranges.entries()) {
    const next = ranges[index + 1];
    if (next === undefined) {
      if (range.upper !== null) problems.push(`No level has figures above ${range.upper}.`);
      break;
    }
    const [end, start] = [range.upper ?? Infinity, next.lower ?? -Infinity];
    const both = range.upperInclusive + next.lowerInclusive;
    if (end > start || (end === start && both === 2)) problems.push(`${range.label} and ${next.label} overlap.`);
    else if (end < start) problems.push(`No level has figures between ${end} and ${start}.`);
    else if (both === 0) problems.push(`No level has exactly ${end}.`);
  }
  const first = ranges[0];
  if (first !== undefined && first.lower !== null) problems.push(`No level has figures below ${first.lower}.`);
  return problems;
};
