import { type ClockRule, readClock } from '../../db/domain/clocks.ts';
import { DIVISIONS, type Division } from '../../db/domain/codes.ts';
import { formatDateWithWeekday, isCivilDate } from '../../db/domain/partial-date.ts';
import { createWorkingCalendar } from '../../db/domain/working-days.ts';
import { type Command, text, UsageError } from './command.ts';

export const clock: Command = {
  summary: 'Says when so many working days or months from a day are up',
  usage: `clock --from D (--working-days N | --months N) [--nation ${DIVISIONS.join('|')}]`,
  options: {
    from: { type: 'string' },
    'working-days': { type: 'string' },
    months: { type: 'string' },
    nation: { type: 'string' },
  },
  takes: [0, 0],
  run: async ({ values }) => {
    const from = text(values, 'from');
    if (from === undefined || !isCivilDate(from)) throw new UsageError('--from is a day such as 2022-05-20.');
    const division = text(values, 'nation') ?? 'england-and-wales';
    if (!(DIVISIONS as readonly string[]).includes(division)) {
      throw new UsageError(`--nation is one of ${DIVISIONS.join(', ')}, not “${division}”.`);
    }
    const [workingDays, months] = [text(values, 'working-days'), text(values, 'months')];
    if ((workingDays === undefined) === (months === undefined))
      throw new UsageError('Give either --working-days N or --months N.');
    const length = Number(workingDays ?? months);
    if (!Number.isInteger(length) || length < 1 || length > 10_000)
      throw new UsageError('N is a whole number from 1 to 10000.');
    const calendar = createWorkingCalendar({ division: division as Division, closures: [] });
    const rule: ClockRule = {
      name: 'Clock',
      runsFrom: 'notified',
      stopsAt: 'completed',
      length,
      unit: workingDays === undefined ? 'months' : 'working-days',
      direction: 'after',
      dayZero: 'next-day-is-day-1',
      fixedDate: null,
      source: '',
      confirmed: true,
    };
    const events = [{ kind: 'notified', date: from, text: null }] as const;
    const reading = readClock({ rule, events, override: null, relaxation: null, today: from, calendar });
    if (reading.dueOn === null) throw new UsageError(reading.words);
    const crossed = reading.holidaysCrossed.map((day) => `${formatDateWithWeekday(day.date)} (${day.name})`);
    return {
      words: [
        formatDateWithWeekday(reading.dueOn),
        `From ${formatDateWithWeekday(from)}. ${reading.dayZeroWords}`,
        ...(workingDays === undefined ? [] : [`Not counted beside weekends: ${crossed.join('; ') || 'none'}.`]),
      ].join('\n'),
      json: {
        from,
        due: reading.dueOn,
        weekday: reading.dueWeekday,
        dayZero: reading.dayZeroWords,
        notCounted: reading.holidaysCrossed,
        table: reading.tableVersion,
      },
    };
  },
};
