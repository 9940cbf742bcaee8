import { daysBetween, formatDate } from '../domain/partial-date.ts';
import type { Room } from './draw.ts';
import type { Drawing, Shape } from './drawing.ts';
import { drawKey } from './key.ts';
import { figure, fitted, textWidth } from './label-text.ts';
import type { TimelineChart } from './model.ts';
import { patternsOf } from './patterns.ts';

const SPELL_HEIGHT = 9;
const SPELL_STEP = 12;
const GAP = 5;
const MOST_HEIGHT = 560;

type Lane = TimelineChart['lanes'][number];
type Place = { readonly row: number; readonly start: number; readonly end: number };
type PlacedSpell = Place & { readonly series: string };
type PlacedMark = Place & { readonly symbol: string };

export const drawTimeline = (chart: TimelineChart, { width, size }: Room): Drawing => {
  const line = Math.round(size * 1.25);
  const key = drawKey(chart.series, chart.markKinds, { width, size });
  const labelWidth = Math.min(
    Math.max(...chart.lanes.map(({ label }) => textWidth(label, size)), size * 3) + 2,
    width * 0.42,
  );
  const plot = { x: labelWidth + GAP * 2, right: width - GAP };
  const days = Math.max(daysBetween(chart.from, chart.until), 1);
  const place = (day: string): number => {
    const share = Math.min(Math.max(daysBetween(chart.from, day) / days, 0), 1);
    return plot.x + share * (plot.right - plot.x);
  };
  const patterns = patternsOf(chart.series);
  const tones = new Map(chart.series.map(({ code, tone }) => [code, tone]));
  const top = key.height + line * 2;
  const lanes: Shape[] = [];
  let y = top;
  let drawn = 0;
  for (const lane of chart.lanes) {
    const { spells, marks } = placedIn(lane, chart.until, size, place);
    const rows = Math.max(1, ...[...spells, ...marks].map(({ row }) => row + 1));
    const height = Math.max(rows * SPELL_STEP, line) + GAP;
    if (drawn > 0 && y + height > MOST_HEIGHT) break;
    const middle = y + height / 2;
    const middleOf = (row: number): number => middle + (row + 0.5 - rows / 2) * SPELL_STEP;
    const label = fitted(lane.label, labelWidth, size, 1)[0] ?? '';
    lanes.push({ kind: 'words', at: { x: labelWidth, y: middle }, text: label, anchor: 'end', size, bold: false });
    for (const { series, row, start, end } of spells) {
      lanes.push({
        kind: 'area',
        x: start,
        y: middleOf(row) - SPELL_HEIGHT / 2,
        width: Math.max(end - start, 2),
        height: SPELL_HEIGHT,
        tone: tones.get(series) ?? 'grey',
        pattern: patterns.get(series) ?? 'solid',
      });
    }
    for (const { symbol, row, start, end } of marks) {
      const at = { x: (start + end) / 2, y: middleOf(row) };
      lanes.push({ kind: 'words', at, text: symbol, anchor: 'middle', size, bold: true });
    }
    y += height;
    drawn += 1;
    lanes.push({ kind: 'line', from: { x: 0, y }, to: { x: plot.right, y }, use: 'grid' });
  }
  const foot = y;
  const shapes: Shape[] = [...key.shapes, ...ticks(chart, place, { top, foot, line, size, plot }), ...lanes];
  const left = chart.lanes.length - drawn;
  if (left === 0) return { width, height: Math.ceil(foot + 2), shapes };
  const text = `And ${figure(left)} more: see the table.`;
  shapes.push({ kind: 'words', at: { x: plot.x, y: foot + line * 0.8 }, text, anchor: 'start', size, bold: false });
  return { width, height: Math.ceil(foot + line * 1.5), shapes };
};

/** What overlaps stands below one another, marks last. A spell that has not ended runs to the edge. */
const placedIn = (
  { spells, marks }: Lane,
  until: string,
  size: number,
  place: (day: string) => number,
): { readonly spells: readonly PlacedSpell[]; readonly marks: readonly PlacedMark[] } => {
  const ends: number[] = [];
  const placed = (start: number, end: number): Place => {
    const free = ends.findIndex((taken) => taken <= start);
    const row = free === -1 ? ends.length : free;
    ends[row] = end + 1;
    return { row, start, end };
  };
  const half = size / 2;
  const [first, last] = [place('0000-01-01'), place('9999-12-31')];
  return {
    spells: inOrder(spells, ({ from }) => from).map(({ series, from, until: ended }) => ({
      series,
      ...placed(place(from), Math.max(place(ended ?? until), place(from))),
    })),
    marks: inOrder(marks, ({ on }) => on).map(({ symbol, on }) => {
      const x = Math.min(Math.max(place(on), first + half), last - half);
      return { symbol, ...placed(x - half, x + half) };
    }),
  };
};

const inOrder = <T>(all: readonly T[], dayOf: (one: T) => string): readonly T[] =>
  [...all].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));

type Axis = {
  readonly top: number;
  readonly foot: number;
  readonly line: number;
  readonly size: number;
  readonly plot: { readonly x: number; readonly right: number };
};

/** The first days of years, or of months where the time is short, as far as their names fit; and the day of the figures. */
const ticks = (
  { from, until, today }: TimelineChart,
  place: (day: string) => number,
  { top, foot, line, size, plot }: Axis,
): readonly Shape[] => {
  const marked =
    today !== null && today >= from && today <= until ? { x: place(today), text: formatDate(today) } : null;
  const shapes: Shape[] = [];
  let free = plot.x - size;
  for (const { day, name } of namedDays(from, until)) {
    const x = place(day);
    const half = textWidth(name, size) / 2;
    if (x - half < free + 8 || x + half > plot.right + GAP) continue;
    shapes.push({ kind: 'line', from: { x, y: top - 4 }, to: { x, y: foot }, use: 'grid' });
    const crossed = marked !== null && Math.abs(marked.x - x) < half + 4;
    const at = { x, y: top - line / 2 - 4 };
    if (!crossed) shapes.push({ kind: 'words', at, text: name, anchor: 'middle', size, bold: false });
    free = x + half;
  }
  if (marked === null) return shapes;
  const half = textWidth(marked.text, size, true) / 2;
  const at = { x: Math.min(Math.max(marked.x, plot.x + half), plot.right + GAP - half), y: top - line * 1.5 - 2 };
  return [
    ...shapes,
    { kind: 'line', from: { x: marked.x, y: top - line - 4 }, to: { x: marked.x, y: foot }, use: 'today' },
    { kind: 'words', at, text: marked.text, anchor: 'middle', size, bold: true },
  ];
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Up to this many months, every third is named; after that the years are. */
const SHORT_TIME = 30;

const namedDays = (from: string, until: string): readonly { readonly day: string; readonly name: string }[] => {
  const first = Number(from.slice(0, 4));
  const last = Number(until.slice(0, 4));
  const days = Array.from({ length: Math.min(last - first + 1, 200) }, (_, index) => first + index).flatMap((year) =>
    (last - first) * 12 > SHORT_TIME
      ? [{ day: `${year}-01-01`, name: String(year) }]
      : [0, 3, 6, 9].map((month) => ({
          day: `${year}-${String(month + 1).padStart(2, '0')}-01`,
          name: `${MONTHS[month]} ${year}`,
        })),
  );
  return days.filter(({ day }) => day >= from && day <= until);
};
