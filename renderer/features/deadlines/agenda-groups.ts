import type { Deadline } from '../../../db/contract/deadlines.ts';
import { isOnADay } from '../../../db/domain/deadlines.ts';
import { formatDate, formatDateWithWeekday, latestDay } from '../../../db/domain/partial-date.ts';

export type AgendaGroup = {
  /** A day, a month or a year. */
  readonly key: string;
  readonly heading: string;
  readonly rows: readonly Deadline[];
};

/** Days in their order; what is not known to the day stands at the end of its month or year, as that. */
export const groupDeadlines = (rows: readonly Deadline[]): readonly AgendaGroup[] => {
  const groups = new Map<string, Deadline[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups]
    .sort(([a], [b]) => (latestDay(a) === latestDay(b) ? b.length - a.length : latestDay(a) < latestDay(b) ? -1 : 1))
    .map(([key, group]) => ({ key, heading: headingOf(key), rows: group }));
};

const keyOf = ({ date, text }: Deadline): string => {
  const known = date ?? '';
  return isOnADay(date, text) ? known : known.slice(0, 7);
};

const headingOf = (key: string): string => (key.length === 10 ? formatDateWithWeekday(key) : `In ${formatDate(key)}`);
