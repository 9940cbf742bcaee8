import { describe, expect, it } from 'vitest';
import {
  readRecurrence,
  recurredWords,
  type SeenIn,
  seenWords,
  type SignedOffAction,
} from '../../../db/domain/theme-recurrence.ts';

const seen = (reference: string, on: string | null, by: SeenIn['by'] = 'incident'): SeenIn => ({
  reviewId: reference,
  reference,
  on,
  by: on === null ? null : by,
});

const signedOff = (number: string, origin: string, on: string | null): SignedOffAction => ({
  actionId: `${origin} ${number}`,
  number,
  origin,
  reviewId: origin,
  on,
});

describe('recurrence of a theme', () => {
  it.each([
    ['a theme that no review has', [], [], 'not-seen'],
    ['one review', [seen('SCR 2014/01', '2013')], [], 'once'],
    ['two reviews', [seen('SCR 2014/01', '2013'), seen('LCSPR 2025/02', '2025-01')], [], 'recurs'],
    [
      'an incident after the sign-off',
      [seen('SCR 2014/01', '2013'), seen('LCSPR 2025/02', '2025-01-31')],
      [signedOff('1.2', 'SCR 2014/01', '2016-05-08')],
      'after-sign-off',
    ],
    [
      'an incident before the sign-off, however late its review',
      [seen('SCR 2014/01', '2013'), seen('LCSPR 2017/01', '2016-05-07')],
      [signedOff('1.2', 'SCR 2014/01', '2016-05-08')],
      'recurs',
    ],
    [
      'an incident on the day of the sign-off',
      [seen('LCSPR 2017/01', '2016-05-08')],
      [signedOff('1.2', 'SCR 2014/01', '2016-05-08')],
      'once',
    ],
    [
      'an incident in the year of the sign-off, which may have been before it',
      [seen('LCSPR 2017/01', '2016')],
      [signedOff('1.2', 'SCR 2014/01', '2016-05-08')],
      'once',
    ],
    [
      'a sign-off in some month of the year before',
      [seen('LCSPR 2017/01', '2016')],
      [signedOff('1.2', 'SCR 2014/01', '2015')],
      'after-sign-off',
    ],
    [
      'actions of the review itself',
      [seen('SCR 2014/01', '2018')],
      [signedOff('1.2', 'SCR 2014/01', '2016-05-08')],
      'once',
    ],
    [
      'a sign-off on a day that nobody knows',
      [seen('LCSPR 2025/02', '2025')],
      [signedOff('1.2', 'SCR 2014/01', null)],
      'once',
    ],
    ['a review without any date', [seen('LR 2020/01', null)], [signedOff('1.2', 'SCR 2014/01', '2016')], 'once'],
  ] as const)('%s', (_, reviews, actions, mark) => {
    expect(readRecurrence(reviews, actions).mark).toBe(mark);
  });

  it('names the reviews latest first, and says how many more there are', () => {
    const reviews = ['2009', '2014', '2019-03', '2021-05-03', '2025'].map((on) => seen(`SCR ${on.slice(0, 4)}`, on));
    const { seenIn } = readRecurrence([...reviews, seen('LR undated', null)], []);
    expect(seenWords(seenIn)).toBe('Seen in SCR 2025, SCR 2021, SCR 2019, SCR 2014 and 2 more.');
    expect(seenWords(seenIn.slice(0, 2))).toBe('Seen in SCR 2025 and SCR 2021.');
    expect(seenWords([])).toBe('Not seen in a review yet.');
  });

  it('says which review came after which sign-off, with both dates', () => {
    const [one] = readRecurrence(
      [seen('LCSPR 2025/02', '2025-05-03')],
      [signedOff('1.2', 'SCR 2014/01', '2016-05-08')],
    ).afterSignOff;
    expect(one && recurredWords(one)).toBe(
      'LCSPR 2025/02 (incident 3 May 2025) came after action 1.2 of SCR 2014/01 was signed off on 8 May 2016.',
    );
    const [several] = readRecurrence(
      [seen('LCSPR 2025/02', '2025', 'notified')],
      [signedOff('1.2', 'SCR 2014/01', '2016-05'), signedOff('3', 'SCR 2018/02', '2020')],
    ).afterSignOff;
    expect(several && recurredWords(several)).toBe(
      'LCSPR 2025/02 (notified 2025) came after 2 actions for it were signed off, the last in 2020 (action 3 of SCR 2018/02).',
    );
  });
});
