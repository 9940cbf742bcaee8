import { addMonths, type CivilDate, daysBetween, isCivilDate } from '../../../../db/domain/partial-date.ts';
import { MONTHS } from '../../../../db/domain/date-words.ts';

export const ZOOMS = [1, 3, 10] as const;
export type Zoom = (typeof ZOOMS)[number];

/** The stretch of time in sight: whole years from the first of a month. */
export type TimeWindow = { readonly from: CivilDate; readonly years: Zoom };

/** Two thirds of it past, so that what is due next is in sight too. */
export const windowAround = (today: CivilDate, years: Zoom): TimeWindow => ({
  from: startOfMonth(addMonths(today, -8 * years)),
  years,
});

/** As an address carries it; around today where it carries nothing that can be read. */
export const windowFrom = (
  search: { readonly from?: string; readonly years?: string },
  today: CivilDate,
): TimeWindow => {
  const years = ZOOMS.find((zoom) => String(zoom) === search.years) ?? 3;
  return search.from !== undefined && isCivilDate(search.from)
    ? { from: startOfMonth(search.from), years }
    : windowAround(today, years);
};

/** A twelfth of the window earlier (-1) or later (1), times `steps`. */
export const panned = ({ from, years }: TimeWindow, steps: number): TimeWindow => ({
  from: addMonths(from, steps * years),
  years,
});

/** Keeps the middle where it is. */
export const zoomed = ({ from, years }: TimeWindow, to: Zoom): TimeWindow => ({
  from: addMonths(from, (years - to) * 6),
  years: to,
});

export const endOf = ({ from, years }: TimeWindow): CivilDate => addMonths(from, years * 12);

/** Where a day lies, in pixels from the window's start; outside it below 0 or beyond the width. */
export const scaleOf = (window: TimeWindow, width: number): ((day: CivilDate) => number) => {
  const perDay = width / daysBetween(window.from, endOf(window));
  return (day) => daysBetween(window.from, day) * perDay;
};

export type Tick = { readonly day: CivilDate; readonly label: string; readonly isYear: boolean };

/** Months for one year, quarters for three, years for ten. */
export const ticksOf = (window: TimeWindow): readonly Tick[] => {
  const every = { 1: 1, 3: 3, 10: 12 }[window.years];
  const end = endOf(window);
  const ticks: Tick[] = [];
  for (let day = firstTick(window.from, every); day < end; day = addMonths(day, every)) ticks.push(tickAt(day));
  return ticks;
};

const firstTick = (from: CivilDate, every: number): CivilDate => {
  const month = Number(from.slice(5, 7)) - 1;
  return addMonths(from, (every - (month % every)) % every);
};

const tickAt = (day: CivilDate): Tick => {
  const month = Number(day.slice(5, 7)) - 1;
  return { day, label: month === 0 ? day.slice(0, 4) : (MONTHS[month] ?? '').slice(0, 3), isYear: month === 0 };
};

const startOfMonth = (day: CivilDate): CivilDate => `${day.slice(0, 7)}-01`;
