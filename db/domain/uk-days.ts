/**
 * The civil days of a board are days in the United Kingdom, whatever zone a laptop is set to: one instant belongs to the same day
 * on every laptop, so an earlier day of the board and a pack made again are the same wherever they are made.
 */
import type { CivilDate } from './civil-days.ts';

/** Swedish writes a date and a time as 2026-11-22 23:59:59. */
const clockOnTheWall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The day of an instant in milliseconds UTC. */
export const ukDayOf = (instant: number): CivilDate => clockOnTheWall.format(instant).slice(0, 10);

/** The last millisecond of the day. The clocks go back and forward after midnight UTC: until then the day has one offset. */
export const endOfUkDay = (day: CivilDate): number => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const midnight = Date.UTC(year, month - 1, date + 1);
  const offset = Date.parse(`${clockOnTheWall.format(midnight).replace(' ', 'T')}Z`) - midnight;
  return midnight - offset - 1;
};
