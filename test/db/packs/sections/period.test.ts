import { describe, expect, test } from 'vitest';
import { mayBeSince } from '../../../../db/packs/sections/period.ts';
import { openInMemory } from '../../../../db/store/database.ts';

describe('a date may lie in the period that begins on 20 May 2020', () => {
  test.each([
    ['on that day', '2020-05-20', true],
    ['the day before', '2020-05-19', false],
    ['known by its month only, which that day is in', '2020-05', true],
    ['known by its month only, which was over', '2020-04', false],
    ['known by a later month', '2020-06', true],
    ['known by its year only, which that day is in', '2020', true],
    ['known by its year only, which was over', '2019', false],
  ])('%s', (_, date, expected) => {
    const db = openInMemory();
    const row = db
      .prepare<[string, string], { found: number }>(`select ${mayBeSince('known')} as found from (select ? as known)`)
      .get('2020-05-20', date);
    db.close();
    expect(row?.found === 1).toBe(expected);
  });
});
