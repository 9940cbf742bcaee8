import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Deadline } from '../../db/contract/deadlines.ts';
import { DEADLINE_KIND_LABELS, deadlineDateWords, isOnADay } from '../../db/domain/deadlines.ts';
import { formatDate, isCivilDate } from '../../db/domain/partial-date.ts';
import { countOf } from '../../db/domain/plain-words.ts';
import { todayOf } from '../../db/service/context.ts';
import { deadlineCalendar, listDeadlines } from '../../db/service/deadlines.ts';
import { withFailures } from '../../db/store/failure.ts';
import { writeFileDurably } from '../../db/store/files.ts';
import { type Command, text, UsageError, type Values } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';

export const deadlines: Command = {
  summary: 'Lists what is late and what is due, or writes it for a calendar',
  usage: 'deadlines FOLDER [--from D] [--until D] [--ics FILE]',
  options: { from: { type: 'string' }, until: { type: 'string' }, ics: { type: 'string' } },
  takes: [1, 1],
  run: async ({ positionals, values, say }) => {
    const span = { from: dayOf(values, 'from'), until: dayOf(values, 'until') };
    if (span.from !== undefined && span.until !== undefined && span.until < span.from)
      throw new UsageError('--until is before --from.');
    const ics = text(values, 'ics');
    return withBoard(folderOf(positionals[0]), ({ store }) => {
      const today = todayOf(store);
      const all = { offset: 0, limit: ALL };
      // Without a first day: all that is late, then what is due from today on.
      const late = span.from === undefined ? listDeadlines(store, today, { ...span, which: 'late', ...all }).rows : [];
      const from = span.from ?? today;
      const due = listDeadlines(store, today, { ...span, from, which: 'dated', ...all }).rows;
      const written = ics === undefined ? null : deadlineCalendar(store, today, { ...span, from });
      const file = ics === undefined ? null : path.resolve(ics);
      if (file !== null && written !== null) {
        withFailures(() => mkdirSync(path.dirname(file), { recursive: true }));
        withFailures(() => writeFileDurably(file, new TextEncoder().encode(written.text)));
        say(`${file}: ${countOf(written.entries, 'entry', 'entries')}, with references only.`);
        if (written.leftOut > 0)
          say(`${countOf(written.leftOut, 'date is', 'dates are')} not known to the day and left out.`);
      }
      return {
        words: [...sayList('Late', late), ...sayList(`From ${formatDate(from)}`, due)].join('\n'),
        json: {
          today,
          from,
          until: span.until ?? null,
          late,
          due,
          ics: written && { file, entries: written.entries, leftOut: written.leftOut },
        },
      };
    });
  },
};

/** More than any board has. */
const ALL = 10_000_000;

const dayOf = (values: Values, name: string): string | undefined => {
  const day = text(values, name);
  if (day !== undefined && !isCivilDate(day))
    throw new UsageError(`--${name} is a day such as 2026-12-01, not “${day}”.`);
  return day;
};

const sayList = (heading: string, rows: readonly Deadline[]): readonly string[] =>
  rows.length === 0 ? [`${heading}: nothing.`] : [`${heading}:`, ...rows.map(sayOne)];

const sayOne = ({ kind, date, text: written, daysLate, subject, words }: Deadline): string => {
  const when = isOnADay(date, written) ? formatDate(date) : deadlineDateWords(date, written);
  const late = daysLate === null ? '' : ` (${countOf(daysLate, 'day', 'days')} late)`;
  return `  ${when}${late}  ${DEADLINE_KIND_LABELS[kind]}: ${[words, subject].filter(Boolean).join(' · ')}`;
};
