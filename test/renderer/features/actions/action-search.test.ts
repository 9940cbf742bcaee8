import { describe, expect, test } from 'vitest';
import {
  isFiltered,
  noActionFilter,
  searchToActionFilter,
  searchToSort,
  sortToSearch,
} from '../../../../renderer/features/actions/list/action-search.ts';

describe('the address of the actions list', () => {
  test('a figure’s link becomes the filter of the list behind it', () => {
    expect(searchToActionFilter({ agencyId: 'a,b', overdue: 'true', find: 'audit', action: 'open panel' })).toEqual({
      agencyId: ['a', 'b'],
      overdue: true,
      find: 'audit',
      state: undefined,
    });
  });

  test('a state that there is not is left out', () => {
    expect(searchToActionFilter({ state: 'in-progress,half-done' }).state).toEqual(['in-progress']);
  });

  test('taking all filters off leaves sort and open panel alone', () => {
    const search = { find: 'audit', rag: 'overdue', sort: '-moved', action: 'x', ...noActionFilter };
    expect(isFiltered(search)).toBe(false);
    expect(search.sort).toBe('-moved');
    expect(search.action).toBe('x');
  });

  test.each([
    ['nothing asked', {}, { by: 'target', descending: false }],
    ['downwards', { sort: '-lastUpdate' }, { by: 'lastUpdate', descending: true }],
    ['a column that cannot be sorted by', { sort: 'toString' }, { by: 'target', descending: false }],
  ] as const)('sort: %s', (_, search, expected) => {
    expect(searchToSort(search)).toEqual(expected);
  });

  test('a sort chosen in the header reads back as itself', () => {
    expect(searchToSort(sortToSearch({ key: 'rag', direction: 'descending' }))).toEqual({
      by: 'rag',
      descending: true,
    });
  });
});
