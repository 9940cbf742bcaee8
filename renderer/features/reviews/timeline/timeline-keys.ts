import { panned, type TimeWindow, windowAround, zoomed, ZOOMS } from './time-window.ts';

const pageRows = 8;

/** The row a key leads to; null for a key that does not move between rows. */
export const placeAfterRowKey = (key: string, row: number, total: number): number | null => {
  const moves: Readonly<Record<string, number>> = {
    ArrowUp: row - 1,
    ArrowDown: row + 1,
    PageUp: row - pageRows,
    PageDown: row + pageRows,
    Home: 0,
    End: total - 1,
  };
  const next = moves[key];
  return next === undefined ? null : Math.max(0, Math.min(next, total - 1));
};

/** What is in sight after a key; null for a key that does not change it. */
export const windowAfterKey = (key: string, window: TimeWindow, today: string): TimeWindow | null => {
  const zoom = ZOOMS.indexOf(window.years);
  switch (key) {
    case 'ArrowLeft':
      return panned(window, -1);
    case 'ArrowRight':
      return panned(window, 1);
    case '+':
    case '=':
      return zoomed(window, ZOOMS[zoom - 1] ?? window.years);
    case '-':
      return zoomed(window, ZOOMS[zoom + 1] ?? window.years);
    case 't':
      return windowAround(today, window.years);
    default:
      return null;
  }
};
