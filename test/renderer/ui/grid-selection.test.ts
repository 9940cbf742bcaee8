import { describe, expect, it } from 'vitest';
import { allLoaded, howManySelected, toggled, withRange } from '../../../renderer/ui/grid-selection.ts';

const loadedBelow = (limit: number) => (index: number) => (index < limit ? `row ${index}` : undefined);

describe('selecting rows', () => {
  it('toggles one row without changing the selection it was given', () => {
    const before = new Set(['row 1']);
    expect([...toggled(before, 'row 2')]).toEqual(['row 1', 'row 2']);
    expect([...toggled(before, 'row 1')]).toEqual([]);
    expect([...before]).toEqual(['row 1']);
  });

  it('keeps what was selected before the range, and lets the range shrink again', () => {
    const before = new Set(['row 9']);
    expect([...withRange(before, 1, 3, loadedBelow(20))]).toEqual(['row 9', 'row 1', 'row 2', 'row 3']);
    expect([...withRange(before, 1, 2, loadedBelow(20))]).toEqual(['row 9', 'row 1', 'row 2']);
  });

  it('leaves out rows that are not loaded', () => {
    expect([...withRange(new Set(), 1, 5, loadedBelow(3))]).toEqual(['row 1', 'row 2']);
    expect(allLoaded(40_000, loadedBelow(2)).size).toBe(2);
  });

  it('says whether none, some or all are selected', () => {
    expect(howManySelected(0, 5)).toBe('none');
    expect(howManySelected(4, 5)).toBe('some');
    expect(howManySelected(5, 5)).toBe('all');
  });
});
