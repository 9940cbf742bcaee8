import { barsInWords, linesInWords, spanInWords } from '../../charts/alt-words.ts';
import type { BarChart, Chart, ChartSeries, LineChart, TimelineChart } from '../../charts/model.ts';
import { chartTable } from '../../charts/table.ts';
import type { OverviewData } from '../../contract/overview.ts';
import type { ReviewRow, TimelineRow } from '../../contract/reviews.ts';
import type { ThemeNode } from '../../contract/themes.ts';
import { addDays, daysBetween, formatDate } from '../../domain/partial-date.ts';
import { countOf, withThe } from '../../domain/plain-words.ts';
import { RECURRENCE_MARK_LABELS } from '../../domain/theme-recurrence.ts';
import { sumOf, tallyActions } from '../../service/action-tally.ts';
import { subjectOf } from '../../service/overview.ts';
import { readIssuedFigures } from '../../service/pack-register-reading.ts';
import { delaysByReason } from '../../service/publication.ts';
import { timelineOf } from '../../service/review-list.ts';
import type { PackBlock, PackTable } from '../model.ts';
import { column, number, text } from './cells.ts';
import type { PackSource } from './source.ts';

/**
 * The pictures of board packs. A section that prints the same figures in a table of its own has the picture above that table;
 * otherwise the picture brings its table (`withTable`). Nothing to draw: no picture, the table's nil sentence says so.
 */
const picture = (chart: Chart): PackBlock => ({ kind: 'chart', chart });

const withTable = (chart: Chart): readonly PackBlock[] => [picture(chart), tableOf(chart)];

const tableOf = (chart: Chart): PackTable => {
  const { headings, rows } = chartTable(chart);
  const isWords = headings.map((_, at) => rows.every((row) => typeof row[at] === 'string'));
  return {
    kind: 'table',
    id: `${chart.id}-figures`,
    caption: `${chart.title}: the same in a table`,
    columns: headings.map((heading, at) =>
      column(`column-${at}`, heading, isWords[at] ? 'text' : 'number', at === 0 ? 5 : isWords[at] ? 4 : 2),
    ),
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? text(cell) : number(cell)))),
    nil: 'There is nothing to show.',
  };
};

const bars = (chart: Omit<BarChart, 'kind' | 'alt'>): BarChart => ({ kind: 'bars', ...chart, alt: barsInWords(chart) });

const counted = (label: string): readonly ChartSeries[] => [{ code: 'count', label, tone: 'accent', symbol: null }];

/** Stands above the table of reviews by type and stage, whose last row has these figures. */
export const reviewsByStage = (types: OverviewData['reviewsByTypeAndStage']): readonly PackBlock[] => {
  const stages = (types[0]?.stages ?? []).map(({ kind, label }) => ({
    label,
    values: [types.reduce((sum, type) => sum + (type.stages.find((stage) => stage.kind === kind)?.count ?? 0), 0)],
  }));
  const used = stages.filter(({ values }) => values[0] !== 0);
  if (used.length === 0) return [];
  return [
    picture(
      bars({
        id: 'reviews-by-stage',
        title: 'Reviews by stage',
        categoryHeading: 'Stage',
        unit: 'reviews',
        series: counted('Reviews'),
        bars: used,
      }),
    ),
  ];
};

/** Open actions of each lead agency by the level that is shown, with the table. */
export const ratingsByAgency = ({ reader, dataAsAt, scheme }: PackSource): readonly PackBlock[] => {
  const tally = tallyActions(reader, dataAsAt).filter(({ open }) => open > 0);
  if (tally.length === 0) return [];
  const levels: readonly ChartSeries[] = [
    ...scheme.levels.map(({ code, label, tone, symbol }) => ({ code, label, tone, symbol })),
    { code: NOT_RATED, label: 'Not rated', tone: 'grey', symbol: '–' },
  ];
  const codeOf = (level: string | null): string =>
    levels.some(({ code }) => code === level) ? (level ?? NOT_RATED) : NOT_RATED;
  const series = levels.filter(({ code }) => tally.some(({ level }) => codeOf(level) === code));
  const agencies = [...new Set(tally.map(({ agency }) => agency))].map((agency) => {
    const rows = tally.filter((row) => row.agency === agency);
    return {
      label: agency ?? 'No lead agency',
      values: series.map(({ code }) =>
        sumOf(
          rows.filter(({ level }) => codeOf(level) === code),
          'open',
        ),
      ),
    };
  });
  return withTable(
    bars({
      id: 'ratings-by-agency',
      title: 'Open actions by lead agency and rating',
      categoryHeading: 'Lead agency',
      unit: 'open actions',
      series,
      bars: agencies.toSorted((a, b) => totalOf(b) - totalOf(a)),
    }),
  );
};

const NOT_RATED = 'not-rated';

const totalOf = ({ values }: BarChart['bars'][number]): number => values.reduce((sum, value) => sum + value, 0);

/** Stands above the table of delays by reason, which has these days. */
export const delayDaysByReason = ({ reader, dataAsAt }: PackSource): readonly PackBlock[] => {
  const reasons = delaysByReason(reader, dataAsAt).flatMap(({ reason, totalDays }) =>
    totalDays === null || totalDays === 0 ? [] : [{ reason, totalDays }],
  );
  if (reasons.length === 0) return [];
  return [
    picture(
      bars({
        id: 'delay-days-by-reason',
        title: 'Days of delay so far, by reason',
        categoryHeading: 'Reason',
        unit: 'days',
        series: counted('Days'),
        bars: reasons
          .map(({ reason, totalDays }) => ({ label: reason, values: [totalDays] }))
          .toSorted((a, b) => totalOf(b) - totalOf(a)),
      }),
    ),
  ];
};

const RECURRENCE: readonly (ChartSeries & { readonly code: keyof typeof RECURRENCE_MARK_LABELS })[] = [
  { code: 'after-sign-off', label: RECURRENCE_MARK_LABELS['after-sign-off'], tone: 'red', symbol: '▲' },
  { code: 'recurs', label: RECURRENCE_MARK_LABELS.recurs, tone: 'amber', symbol: '◆' },
  { code: 'once', label: RECURRENCE_MARK_LABELS.once, tone: 'grey', symbol: '●' },
];

/** Stands above the table of themes, which has these counts. */
export const themeRecurrence = (themes: readonly ThemeNode[]): readonly PackBlock[] => {
  const seen = themes.filter(({ figures }) => figures.reviews > 0);
  if (seen.length === 0) return [];
  const series = RECURRENCE.filter(({ code }) => seen.some(({ recurrence }) => recurrence.mark === code));
  return [
    picture(
      bars({
        id: 'themes-seen',
        title: 'Reviews in which each theme was seen',
        categoryHeading: 'Theme',
        unit: 'reviews',
        series,
        bars: seen
          .map(({ name, figures, recurrence }) => ({
            label: name,
            values: series.map(({ code }) => (code === recurrence.mark ? figures.reviews : 0)),
          }))
          .toSorted((a, b) => totalOf(b) - totalOf(a)),
      }),
    ),
  ];
};

const WAITING: readonly string[] = ['not-yet-decided', 'planned', 'delayed'];
const LANES = 24;
const YEARS_BACK = 6;
const DAYS_AHEAD = 400;

/** Reviews whose report is neither published nor withheld for good: what is running, what is late, what waits. */
export const reviewTimeline = (source: PackSource, rows: readonly ReviewRow[]): readonly PackBlock[] => {
  const { reader, dataAsAt } = source;
  const waiting = rows.filter(({ publication }) => WAITING.includes(publication));
  const chosen = waiting.slice(0, LANES);
  const due = new Map(chosen.map(({ id, nextDueOn, nextClock }) => [id, { on: nextDueOn, clock: nextClock ?? '' }]));
  const earliest = addDays(dataAsAt, -Math.round(YEARS_BACK * 365.25));
  const latest = addDays(dataAsAt, DAYS_AHEAD);
  const lanes = timelineOf(
    reader,
    dataAsAt,
    chosen.map(({ id }) => id),
  )
    .filter(({ from }) => from !== null && from <= dataAsAt)
    .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
    .map((row) => laneOf(row, due.get(row.id) ?? { on: null, clock: '' }, dataAsAt));
  if (lanes.length === 0) return [];
  const days = lanes.flatMap(({ spells, marks }) => [...spells.map(({ from }) => from), ...marks.map(({ on }) => on)]);
  const from = days.reduce((first, day) => (day < first ? day : first), addDays(dataAsAt, -90));
  const until = days.reduce((last, day) => (day > last ? day : last), addDays(dataAsAt, 60));
  const span = { from: from < earliest ? earliest : from, until: until > latest ? latest : until };
  const chart: Omit<TimelineChart, 'alt'> = {
    kind: 'timeline',
    id: 'review-timeline',
    title: 'Reviews that wait to be finished or published',
    laneHeading: 'Review',
    ...span,
    today: dataAsAt,
    series: SPELLS,
    markKinds: [{ symbol: NEXT_DUE, label: 'Next due' }],
    lanes,
  };
  return [
    ...withTable({ ...chart, alt: timelineInWords(chart) }),
    ...(waiting.length > LANES
      ? [
          {
            kind: 'paragraph' as const,
            text: `The picture shows the ${LANES} of ${waiting.length} that are due first.`,
          },
        ]
      : []),
  ];
};

const NEXT_DUE = '◆';

const SPELLS: readonly ChartSeries[] = [
  { code: 'running', label: 'Under way', tone: 'grey', symbol: null },
  { code: 'late', label: 'Past a due date', tone: 'red', symbol: null },
  { code: 'delayed', label: 'Publication delayed', tone: 'amber', symbol: null },
];

type Lane = TimelineChart['lanes'][number];
type Spell = Lane['spells'][number];

const laneOf = (row: TimelineRow, due: { readonly on: string | null; readonly clock: string }, today: string): Lane => {
  const from = row.from ?? today;
  const completed = row.events.find(({ kind, on }) => kind === 'completed' && on <= today) ?? null;
  const late = row.clocks.filter((clock) => clock.late);
  const running: Spell = {
    series: 'running',
    from,
    until: completed?.on ?? today,
    words: runningWords(row, from, completed),
  };
  const delays = row.delays
    .filter(({ from: since }) => since <= today)
    .map(({ from: since, until, reason }): Spell => {
      const days = `${formatDate(since)} to ${until === null ? 'today' : formatDate(until)}`;
      return {
        series: 'delayed',
        from: since,
        until: until ?? today,
        words: reason === '' ? days : `${days} (${reason})`,
      };
    });
  return {
    label: subjectOf(row),
    spells: [running, ...lateSpell(late, today), ...delays],
    marks:
      due.on === null || due.on < today
        ? []
        : [{ on: due.on, symbol: NEXT_DUE, words: [formatDate(due.on), due.clock].filter(Boolean).join(', ') }],
  };
};

/** Dates as they were recorded: the picture has to draw a day, the words need not invent one. */
const runningWords = (
  { events }: TimelineRow,
  from: string,
  completed: TimelineRow['events'][number] | null,
): string => {
  const first = events.find(({ on }) => on === from);
  const began = first?.text ?? formatDate(from);
  if (completed === null) return `since ${began}`;
  if (completed.on === from) return `completed ${completed.text}, beginning not known`;
  return completed.imprecise ? `since ${began}, completed ${completed.text}` : `${began} to ${completed.text}`;
};

/** One spell for all clocks of a review, from the first that was missed; the table names each. */
const lateSpell = (late: TimelineRow['clocks'], today: string): readonly Spell[] => {
  const [first] = late.toSorted((a, b) => (a.due < b.due ? -1 : 1));
  if (first === undefined) return [];
  const until = late.reduce((last, { stopped }) => ((stopped ?? today) > last ? (stopped ?? today) : last), first.due);
  const words = late.map(
    ({ name, due, stopped }) =>
      `${name}: ${countOf(daysBetween(due, stopped ?? today), 'day', 'days')} after ${formatDate(due)}`,
  );
  return [{ series: 'late', from: first.due, until, words: words.join('; ') }];
};

const timelineInWords = ({ lanes, from, until, today }: Omit<TimelineChart, 'alt'>): string => {
  const having = (code: string): string => {
    const labels = lanes.filter(({ spells }) => spells.some(({ series }) => series === code)).map(({ label }) => label);
    return labels.length === 0
      ? 'none'
      : `${labels.length} (${labels.slice(0, 8).join(', ')}${labels.length > 8 ? ' …' : ''})`;
  };
  return `${countOf(lanes.length, 'review', 'reviews')} over time, ${spanInWords(from, until)}${today === null ? '' : `, with ${formatDate(today)} marked`}. Past a due date: ${having('late')}. Publication delayed: ${having('delayed')}.`;
};

const PACKS_BACK = 8;

const TRAVEL: readonly (ChartSeries & { readonly code: keyof OverviewData['counts'] })[] = [
  { code: 'liveReviews', label: 'Live reviews', tone: 'accent', symbol: null },
  { code: 'completeUnpublished', label: 'Complete, not published', tone: 'amber', symbol: null },
  { code: 'breachedClocks', label: 'Clocks past their due date', tone: 'red', symbol: null },
  { code: 'openActions', label: 'Open actions', tone: 'accent', symbol: null },
  { code: 'overdueActions', label: 'Open actions overdue', tone: 'red', symbol: null },
];

/** How the headline figures went over the packs that were issued to the same body, this one last. */
export const directionOfTravel = ({ reader, dataAsAt, overview, options }: PackSource): readonly PackBlock[] => {
  const issued = reader
    .prepare<[string, string], { dataAsAt: string; figures: string }>(
      `select dataAsAt, figures from packs where body = ? and dataAsAt < ? and audience = 'board' and removed is null order by dataAsAt, issuedAt`,
    )
    .all(options.body, dataAsAt);
  const byDay = [...new Map(issued.map((pack) => [pack.dataAsAt, pack.figures]))].slice(1 - PACKS_BACK);
  const heading: PackBlock = { kind: 'subheading', text: 'Direction of travel' };
  if (byDay.length === 0) {
    return [
      heading,
      { kind: 'nil', text: `No earlier pack for ${withThe(options.body)} is in the register to compare with.` },
    ];
  }
  const points: readonly { readonly day: string; readonly figures: Partial<Record<string, number>> }[] = [
    ...byDay.map(([day, figures]) => ({ day, figures: readIssuedFigures(figures) })),
    { day: dataAsAt, figures: overview().counts },
  ];
  const chart: Omit<LineChart, 'alt'> = {
    kind: 'lines',
    id: 'direction-of-travel',
    title: `Direction of travel over ${countOf(points.length, 'pack', 'packs')}`,
    categoryHeading: 'Data as at',
    unit: 'counts',
    series: TRAVEL,
    points: points.map(({ day, figures }) => ({
      label: formatDate(day),
      values: TRAVEL.map(({ code }) => figures[code] ?? null),
    })),
  };
  return [heading, ...withTable({ ...chart, alt: linesInWords(chart) })];
};
