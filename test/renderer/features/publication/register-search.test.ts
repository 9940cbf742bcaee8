import { describe, expect, test } from 'vitest';
import type { RegisterRow } from '../../../../db/contract/publication.ts';
import {
  searchToRegisterFilter,
  searchToSort,
  sortRegister,
} from '../../../../renderer/features/publication/register-search.ts';

const row = (reference: string, daysDelayed: number | null): RegisterRow => ({ reference, daysDelayed }) as RegisterRow;
const references = (rows: readonly RegisterRow[]): readonly string[] => rows.map(({ reference }) => reference);

describe('the address of the publication register', () => {
  test('a figure’s link becomes the filter of the list behind it', () => {
    expect(searchToRegisterFilter({ state: 'delayed,lost', reviewOverdue: 'true', review: 'open panel' })).toEqual({
      state: ['delayed'],
      reviewOverdue: true,
    });
  });

  test('what has been delayed longest comes first by itself', () => {
    const rows = [row('A', 12), row('B', null), row('C', 170)];
    expect(references(sortRegister(rows, searchToSort({})))).toEqual(['C', 'A', 'B']);
  });

  test('what has no value comes last in either direction', () => {
    const rows = [row('B', null), row('C', 170), row('A', 12)];
    expect(references(sortRegister(rows, searchToSort({ sort: 'daysDelayed' })))).toEqual(['A', 'C', 'B']);
  });
});
