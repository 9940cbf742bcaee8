import type { ActionRow } from '../../../../db/contract/actions.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { countOf } from '../../../../db/domain/plain-words.ts';

const finished: ReadonlySet<string> = new Set(['signed-off', 'embedded']);

/** "3 recommendations, 11 actions: 4 of 11 signed off, 2 overdue." */
export const planWords = (recommendations: number, actions: readonly ActionRow[]): string => {
  const made = `${countOf(recommendations, 'recommendation', 'recommendations')}, ${countOf(actions.length, 'action', 'actions')}`;
  if (actions.length === 0) return `${made}.`;
  const signedOff = actions.filter(({ state }) => finished.has(state)).length;
  const overdue = actions.filter(({ daysLate }) => (daysLate ?? 0) > 0).length;
  return `${made}: ${signedOff} of ${actions.length} signed off, ${overdue} overdue.`;
};

/** The target, lateness first: "12 days late, was due 8 May 2020". */
export const targetWords = ({ targetDate, targetText, daysLate, timesMoved }: ActionRow): string => {
  const target = formatDate(targetDate, targetText);
  if (target === '') return 'No target date';
  const moved = timesMoved === 0 ? '' : `, moved ${timesMoved === 1 ? 'once' : `${timesMoved} times`}`;
  if (daysLate !== null && daysLate > 0) return `${countOf(daysLate, 'day', 'days')} late, was due ${target}${moved}`;
  return `${target}${moved}`;
};

/** One more than the highest whole number in use: "4". */
export const nextRecommendationNumber = (used: readonly string[]): string => String(highest(used) + 1);

/** "4.3" after "4.2", "A2" after "A1". */
export const nextActionNumber = (start: string, used: readonly string[]): string =>
  `${start}${highest(used.map((number) => (number.startsWith(start) ? number.slice(start.length) : ''))) + 1}`;

const highest = (numbers: readonly string[]): number =>
  numbers.reduce((most, number) => Math.max(most, Number.parseInt(number, 10) || 0), 0);
