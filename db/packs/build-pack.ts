import type { OverviewData } from '../contract/overview.ts';
import type { PackOptions, PackSectionId, WithheldItem } from '../contract/packs.ts';
import { addMonths } from '../domain/partial-date.ts';
import { withThe } from '../domain/plain-words.ts';
import type { WorkingCalendar } from '../domain/working-days.ts';
import type { Reader } from '../service/context.ts';
import { readOverview } from '../service/overview.ts';
import { boardScheme } from '../service/rag.ts';
import { endOfPack } from '../service/pack-clock.ts';
import { Failure } from '../store/failure.ts';
import { endOfDay, type LogEnd } from '../store/log-end.ts';
import { asPart, atOneGo } from '../store/steps.ts';
import type { Row } from '../store/tables.ts';
import type { Pack, PackSection } from './model.ts';
import { refuseIdentifyingWords } from './public/never-printed.ts';
import { refuseNoLongerPublic } from './public/no-longer-public.ts';
import { readPublic } from './public/public-reading.ts';
import { PUBLIC_SECTIONS } from './public/public-sections.ts';
import { withheldFrom } from './public/withheld.ts';
import { actionPlans } from './sections/actions.ts';
import { exceptions } from './sections/exceptions.ts';
import { signOff } from './sections/sign-off.ts';
import { cover } from './sections/cover.ts';
import { themes } from './sections/themes.ts';
import { impact } from './sections/impact.ts';
import { elsewhere } from './sections/elsewhere.ts';
import { decided } from './sections/decided.ts';
import { appendix } from './sections/appendix.ts';
import { changesBetweenInSteps } from './since/changes-between.ts';
import type { SinceChanges } from './since/model.ts';
import type { EarlierBoards, Moment } from './since/moment.ts';
import { sinceLast } from './sections/since-last.ts';
import { actionLog } from './sections/action-log.ts';
import { reviewBriefing } from './sections/review-briefing.ts';
import { agency } from './sections/agency.ts';
import { annualFigures } from './sections/annual-figures.ts';
import { annualRecord } from './sections/annual-record.ts';
import { annualImprovements } from './sections/annual-improvements.ts';

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
  themes,
  impact,
  elsewhere,
  decisions: decided,
  appendix,
  'since-last': sinceLast,
  'action-log': actionLog,
  'review-briefing': reviewBriefing,
  agency,
  'annual-figures': annualFigures,
  'annual-record': annualRecord,
  'annual-improvements': annualImprovements,
};

/** A pack, and what it leaves out because of its audience. */
export type BuiltPack = { readonly pack: Pack; readonly withheld: readonly WithheldItem[] };

export type PackBoards = Pick<PackSource, 'reader' | 'now'> & {
  /** Where issued packs are looked up: the board as it is now, since a pack on a past day may be issued later. */
  readonly register: Reader;
  /** The board at an earlier moment; whoever hands it in closes what it opened. */
  readonly earlier: Pick<EarlierBoards, 'at' | 'replayInSteps'>;
};

export type BuildStep = { readonly done: number; readonly of: number };

/** The pack of one board on one day, section by section: pure reading, so the same board, day and options give the same pack. */
export const buildPackInSteps = function* (
  { reader, now, register, earlier }: PackBoards,
  calendar: WorkingCalendar,
  options: PackOptions,
  dataAsAt: string,
): Generator<BuildStep, BuiltPack> {
  const board = reader.prepare<[], PackSource['board']>('select name, nation from boards limit 1').get();
  const scheme = boardScheme(reader);
  const { end, ...since } =
    options.since === null
      ? lastMeeting(reader, options.body, dataAsAt)
      : sinceChosen(register, options.since, dataAsAt);
  let overview: OverviewData | undefined;
  let changes: SinceChanges | undefined;
  const changesInSteps = function* (): Generator<BuildStep, SinceChanges> {
    yield* asPart(earlier.replayInSteps(end), 0, 2);
    const then = earlier.at({ end, day: since.day });
    const today: Moment = { reader, day: dataAsAt, calendar };
    return yield* asPart(changesBetweenInSteps(then, today, since.day, source.overview().counts), 1, 2);
  };
  const source: PackSource = {
    reader,
    dataAsAt,
    now,
    since,
    overview: () => (overview ??= readOverview(reader, dataAsAt, calendar)),
    changes: () => (changes ??= atOneGo(changesInSteps())),
    calendar,
    scheme,
    board: board ?? { name: '', nation: '' },
    options,
  };
  const isPublic = options.audience === 'public';
  if (isPublic) {
    refuseNoLongerPublic(source);
    refuseIdentifyingWords(options, source.board.name, readPublic(source).words);
  }
  const writers = isPublic ? PUBLIC_SECTIONS : SECTIONS;
  const sections: PackSection[] = [];
  for (const [done, id] of options.sections.entries()) {
    yield { done, of: options.sections.length };
    if (!isPublic && TELLS_CHANGES.has(id)) changes ??= yield* asPart(changesInSteps(), done, options.sections.length);
    const section = writers[id]?.(source);
    if (section !== undefined) sections.push(section);
  }
  if (!isPublic && isOwedDiscrepancies(options.sections)) sections.push(...discrepancies(source));
  const pack: Pack = {
    title: options.title,
    body: options.body,
    board: source.board.name,
    meetingDate: options.meetingDate,
    audience: options.audience,
    purpose: options.purpose,
    marking: options.marking,
    dataAsAt,
    ragKey: isPublic ? NO_RATINGS : ratingsOf(scheme),
    sections,
  };
  return { pack, withheld: isPublic ? withheldFrom(source, sections) : [] };
};

/** Their writers ask for what changed, which is then at hand. */
const TELLS_CHANGES: ReadonlySet<PackSectionId> = new Set(['one-page', 'since-last']);

/** A public pack rates nothing, and the words of a scheme are the board's own. */
const NO_RATINGS: Pack['ragKey'] = { scheme: '', levels: [] };

const ratingsOf = (scheme: PackSource['scheme']): Pack['ragKey'] => ({
  scheme: scheme.name,
  levels: scheme.levels.map(({ code, label, symbol, tone, rule }) => ({ code, label, symbol, tone, rule })),
});

/** When the period began, and what of the change log lies before it. */
type PeriodStart = PackSource['since'] & { readonly end: LogEnd };

const afterDay = (day: string, words: string): PeriodStart => ({ day, words, end: endOfDay(day) });

/** Sections that count nothing of the board as a whole: on one review, one agency, or the open actions alone. */
const NARROW: ReadonlySet<PackSectionId> = new Set(['cover', 'action-log', 'review-briefing', 'agency']);

/** Without an appendix, a pack that counts for the board still says where a paper's figure differs from the register's. */
const isOwedDiscrepancies = (sections: readonly PackSectionId[]): boolean =>
  !sections.includes('appendix') && sections.some((id) => !NARROW.has(id));

const discrepancies = (source: PackSource): Pack['sections'] => {
  const stated = statedFigures(source);
  return stated.rows.length === 0 ? [] : [{ id: 'stated-figures', heading: 'Figures as stated', blocks: [stated] }];
};

/** The body's last meeting that was held, else three months back. */
const lastMeeting = (reader: Reader, body: string, dataAsAt: string): PeriodStart => {
  const last = reader
    .prepare<[string, string], { date: string | null }>(
      `select max(m.date) as date from meetings m join bodies b on b.id = m.bodyId
       where b.name = ? and m.state = 'held' and m.removed is null and m.date < ? and length(m.date) = 10`,
    )
    .get(body, dataAsAt);
  if (last?.date) return afterDay(last.date, `since the last meeting of ${withThe(body)}`);
  return afterDay(addMonths(dataAsAt, -3), 'the last three months');
};

const sinceChosen = (register: Reader, since: NonNullable<PackOptions['since']>, dataAsAt: string): PeriodStart => {
  const problem = (words: string): never => {
    throw new Failure('bad-input', { problem: words, field: 'since' });
  };
  if (since.kind === 'day')
    return since.day <= dataAsAt
      ? afterDay(since.day, 'the day chosen')
      : problem('What changed cannot begin after the day of the pack.');
  const pack = register
    .prepare<[string], Pick<Row<'packs'>, 'id' | 'title' | 'dataAsAt' | 'logClock' | 'logVector'>>(
      'select id, title, dataAsAt, logClock, logVector from packs where id = ? and removed is null',
    )
    .get(since.packId);
  if (pack === undefined) return problem('The earlier pack is not in the register.');
  if (pack.dataAsAt > dataAsAt) return problem('What changed cannot begin after the day of the pack.');
  return { day: pack.dataAsAt, words: `since the pack “${pack.title}”`, end: endOfPack(register, pack) };
};
