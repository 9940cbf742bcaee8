import { describe, expect, it } from 'vitest';
import { daysToLookAt } from '../../../renderer/app/days-to-look-at.ts';

const meeting = (date: string | null, state = 'held') => ({ date, bodyName: 'Executive', state });

describe('earlier days that are worth a look', () => {
  it('are the last meetings, the end of last month, of the financial year, and a year ago', () => {
    const meetings = [
      meeting('2026-12-01', 'planned'),
      meeting('2026-11-10'),
      meeting('2026-10-13', 'cancelled'),
      meeting('2026-09'),
      meeting(null),
      meeting('2026-08-11'),
      meeting('2026-06-09'),
      meeting('2026-05-12'),
    ];
    expect(daysToLookAt({ today: '2026-11-23', firstDay: '2020-01-01', meetings }).map(({ day }) => day)).toEqual([
      '2026-11-10',
      '2026-08-11',
      '2026-06-09',
      '2026-10-31',
      '2026-03-31',
      '2025-11-23',
    ]);
  });

  it('end with last year in January, and on 31 March mean the year before', () => {
    const days = (today: string) => daysToLookAt({ today, firstDay: '2020-01-01', meetings: [] }).map(({ day }) => day);
    expect(days('2026-01-15')).toEqual(['2025-12-31', '2025-03-31', '2025-01-15']);
    expect(days('2026-03-31')).toEqual(['2026-02-28', '2025-03-31']);
  });

  it('are none before the board was begun', () => {
    expect(daysToLookAt({ today: '2026-11-23', firstDay: '2026-11-20', meetings: [] })).toEqual([]);
  });
});
