import { describe, expect, it } from 'vitest';
import { type GridPlace, placeAfterKey, rowsBetween, scrollToShow } from '../../../renderer/ui/grid-movement.ts';

const size = { rows: 40_000, columns: 7, pageRows: 20 };
const at = (row: number, column: number): GridPlace => ({ row, column });

describe('the keyboard in a grid', () => {
  it.each([
    ['goes down a row', at(4, 2), 'ArrowDown', false, at(5, 2)],
    ['goes from the header to the first row', at(-1, 2), 'ArrowDown', false, at(0, 2)],
    ['goes from the first row to the header', at(0, 2), 'ArrowUp', false, at(-1, 2)],
    ['stays in the header', at(-1, 2), 'ArrowUp', false, at(-1, 2)],
    ['stays on the last row', at(39_999, 2), 'ArrowDown', false, at(39_999, 2)],
    ['stays in the first column', at(4, 0), 'ArrowLeft', false, at(4, 0)],
    ['stays in the last column', at(4, 6), 'ArrowRight', false, at(4, 6)],
    ['goes to the first column with Home', at(4, 3), 'Home', false, at(4, 0)],
    ['goes to the last column with End', at(4, 3), 'End', false, at(4, 6)],
    ['goes to the first cell with Ctrl and Home', at(4, 3), 'Home', true, at(0, 0)],
    ['goes to the last cell with Ctrl and End', at(4, 3), 'End', true, at(39_999, 6)],
    ['goes a page down, keeping one row in sight', at(4, 3), 'PageDown', false, at(23, 3)],
    ['goes a page up to the first row, not into the header', at(4, 3), 'PageUp', false, at(0, 3)],
    ['goes a page down from the header', at(-1, 3), 'PageDown', false, at(19, 3)],
  ])('%s', (_, from, key, ctrl, to) => {
    expect(placeAfterKey(from, { key, ctrl }, size)).toEqual(to);
  });

  it('leaves other keys alone', () => {
    expect(placeAfterKey(at(4, 3), { key: 'x', ctrl: false }, size)).toBeNull();
  });

  it('stays in the header of a grid without rows', () => {
    expect(placeAfterKey(at(-1, 0), { key: 'ArrowDown', ctrl: false }, { ...size, rows: 0 })).toEqual(at(-1, 0));
  });
});

describe('a range of rows', () => {
  it('is the same in both directions', () => {
    expect(rowsBetween(3, 6)).toEqual([3, 4, 5, 6]);
    expect(rowsBetween(6, 3)).toEqual([3, 4, 5, 6]);
  });

  it('begins at the first row when it begins in the header', () => {
    expect(rowsBetween(-1, 1)).toEqual([0, 1]);
  });
});

describe('scrolling to a cell', () => {
  it.each([
    ['does not move when it is in sight', { start: 100, length: 32 }, 100],
    ['moves up just enough', { start: 40, length: 32 }, 40],
    ['moves down just enough', { start: 500, length: 32 }, 132],
    ['shows the start of a cell wider than the view', { start: 700, length: 900 }, 700],
  ])('%s', (_, span, expected) => {
    expect(scrollToShow(span, { start: 100, length: 400 })).toBe(expected);
  });
});
