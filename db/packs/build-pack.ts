import type { PackOptions, PackSectionId } from '../contract/packs.ts';
import { addMonths } from '../domain/partial-date.ts';
import type { WorkingCalendar } from '../domain/working-days.ts';
import type { Reader } from '../service/context.ts';
import { boardScheme } from '../service/rag.ts';
import type { Pack } from './model.ts';
import { actionPlans, exceptions, signOff } from './sections/actions.ts';
import { cover } from './sections/cover.ts';
import { onePage } from './sections/one-page.ts';
import { publication } from './sections/publication.ts';
import { clocks, liveReviews } from './sections/reviews.ts';
import type { PackSource, SectionWriter } from './sections/source.ts';
import { statedFigures } from './sections/stated-figures.ts';

const SECTIONS: Readonly<Record<PackSectionId, SectionWriter>> = {
  cover,
  'one-page': onePage,
  'live-reviews': liveReviews,
  clocks,
  publication,
  'action-plans': actionPlans,
  exceptions,
  'sign-off': signOff,
};

/** The pack of one board on one day: pure reading, so the same board, day and options give the same pack. */
export const buildPack = (reader: Reader, calendar: WorkingCalendar, options: PackOptions, dataAsAt: string): Pack => {
  const board = reader.prepare<[], PackSource['board']>('select name, nation from boards limit 1').get();
  const scheme = boardScheme(reader);
  const source: PackSource = {
    reader,
    dataAsAt,
    since: periodStart(reader, options.body, dataAsAt),
    calendar,
    scheme,
    board: board ?? { name: '', nation: '' },
    options,
  };
  const sections = options.sections.map((id) => SECTIONS[id](source));
  const stated = statedFigures(source);
  if (stated.rows.length > 0) sections.push({ id: 'stated-figures', heading: 'Figures as stated', blocks: [stated] });
  return {
    title: options.title,
    body: options.body,
    board: source.board.name,
    meetingDate: options.meetingDate,
    purpose: options.purpose,
    marking: options.marking,
    dataAsAt,
    ragKey: {
      scheme: scheme.name,
      levels: scheme.levels.map(({ code, label, symbol, tone, rule }) => ({ code, label, symbol, tone, rule })),
    },
    sections,
  };
};

/** The body's last meeting that was held, else three months back. */
const periodStart = (reader: Reader, body: string, dataAsAt: string): PackSource['since'] => {
  const last = reader
    .prepare<[string, string], { date: string | null }>(
      `select max(m.date) as date from meetings m join bodies b on b.id = m.bodyId
       where b.name = ? and m.state = 'held' and m.removed is null and m.date < ? and length(m.date) = 10`,
    )
    .get(body, dataAsAt);
  if (last?.date) return { day: last.date, words: `since the last meeting of ${body}` };
  return { day: addMonths(dataAsAt, -3), words: 'the last three months' };
};
