import { expect, it } from 'vitest';
import { howUnderstood } from '../../../renderer/ui/date-understood.ts';

it.each([
  ['8/5/2020', 'Understood as 8 May 2020'],
  ['may 2020', 'Understood as May 2020'],
  ['late 2019', 'Kept as written: late 2019, counted as 2019'],
  ['when the trial ends', 'Kept as written: when the trial ends'],
  ['', null],
  ['31/2/2020', null],
])('says of “%s” that it is %s', (typed, words) => {
  expect(howUnderstood(typed)).toBe(words);
});
