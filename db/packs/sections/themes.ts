/** What the learning is about: how often each theme was seen, where it came back, and in which years. */
import type { ThemeNode } from '../../contract/themes.ts';
import { RECURRENCE_MARK_LABELS } from '../../domain/theme-recurrence.ts';
import { TREND_EVENT_LABELS } from '../../domain/theme-trend.ts';
import type { Reader } from '../../service/context.ts';
import { readThemeTree } from '../../service/theme-tree.ts';
import { readThemeTrend } from '../../service/theme-trend.ts';
import type { PackBlock, PackTable } from '../model.ts';
import { column, number, share, text, withoutEmpty } from './cells.ts';
import { themeRecurrence } from './charts.ts';
import type { PackSource, SectionWriter } from './source.ts';

/** The years that the trend names; those before stand in one column. */
const YEARS_NAMED = 5;

export const themes: SectionWriter = (source) => {
  const { reader, dataAsAt } = source;
  const tree = readThemeTree(reader, dataAsAt).themes;
  const seen = inGroups(tree);
  return {
    id: 'themes',
    heading: 'Themes',
    blocks: [
      {
        kind: 'paragraph',
        text: 'A review counts under a theme when the review, one of its recommendations or one of its actions is filed there, and once however often it is. A group counts all that is filed under its themes, each record once.',
      },
      groupCounts(
        reader,
        tree.filter(({ depth }) => depth === 0),
      ),
      ...themeRecurrence(seen.map(({ theme }) => theme)),
      themeCounts(seen),
      { kind: 'subheading', text: 'What recurs' },
      {
        kind: 'paragraph',
        text: 'A theme recurs after sign-off when it was seen in an incident that happened after actions on it had been signed off. Where the date of the incident is not known, the notification stands for it.',
      },
      recurrence(seen),
      { kind: 'subheading', text: 'Year by year' },
      ...trend(source),
    ],
  };
};

type InGroup = { readonly theme: ThemeNode; readonly group: string };

const isFiled = ({ figures: { reviews, recommendations, actions } }: ThemeNode): boolean =>
  reviews + recommendations + actions > 0;

/** Every theme that something is filed under, the most reviews first, each with the group that it belongs to. */
const inGroups = (tree: readonly ThemeNode[]): readonly InGroup[] => {
  let group = '';
  return tree
    .flatMap((theme) => {
      if (theme.depth === 0) group = theme.name;
      const standsAlone = theme.depth === 0 && !tree.some(({ parentThemeId }) => parentThemeId === theme.id);
      return isFiled(theme) && (theme.depth > 0 || standsAlone) ? [{ theme, group: standsAlone ? '' : group }] : [];
    })
    .toSorted((a, b) => b.theme.figures.reviews - a.theme.figures.reviews);
};

const COUNTED = [
  column('reviews', 'Reviews', 'number', 2),
  column('recommendations', 'Recommendations', 'number', 2.5),
  column('actions', 'Actions', 'number', 2),
  column('open', 'Open actions', 'number', 2),
  column('overdue', 'Overdue actions', 'number', 2),
] as const;

const counts = ({ figures }: ThemeNode) => [
  number(figures.reviews),
  number(figures.recommendations),
  number(figures.actions),
  number(figures.openActions),
  number(figures.overdueActions),
];

const groupCounts = (reader: Reader, groups: readonly ThemeNode[]): PackTable => {
  const reviews =
    reader.prepare<[], { n: number }>('select count(*) as n from reviews where removed is null').get()?.n ?? 0;
  return {
    kind: 'table',
    id: 'theme-groups',
    caption: 'Groups of themes',
    columns: [column('group', 'Group', 'text', 5), ...COUNTED, column('share', 'Share of all reviews', 'text', 4)],
    rows: groups
      .filter(isFiled)
      .map((theme) => [text(theme.name), ...counts(theme), share(theme.figures.reviews, reviews)]),
    nil: 'No review, recommendation or action is filed under a theme.',
  };
};

const themeCounts = (seen: readonly InGroup[]): PackTable =>
  withoutEmpty(['group'], {
    kind: 'table',
    id: 'theme-counts',
    caption: 'Themes, seen most often first',
    columns: [
      column('theme', 'Theme', 'text', 5),
      column('group', 'Group', 'text', 4),
      ...COUNTED,
      column('last', 'Last seen in', 'text', 2),
    ],
    rows: seen.map(({ theme, group }) => [
      text(theme.name),
      text(group),
      ...counts(theme),
      text(theme.figures.lastSeenYear === null ? 'not known' : String(theme.figures.lastSeenYear)),
    ]),
    nil: 'No theme has been seen in a review, a recommendation or an action.',
  });

const recurrence = (seen: readonly InGroup[]): PackTable => {
  const recurring = seen.filter(
    ({
      theme: {
        recurrence: { mark },
      },
    }) => mark === 'recurs' || mark === 'after-sign-off',
  );
  const isAfter = ({ theme }: InGroup): number => Number(theme.recurrence.mark === 'after-sign-off');
  return {
    kind: 'table',
    id: 'theme-recurrence',
    caption: 'Themes seen in more than one review or after sign-off',
    columns: [
      column('theme', 'Theme', 'text', 4),
      column('mark', 'Recurrence', 'text', 3),
      column('reviews', 'Reviews', 'number', 2),
      column('seen', 'Where it was seen', 'text', 6),
      column('after', 'After its actions were signed off', 'text', 8),
    ],
    rows: recurring
      .toSorted((a, b) => isAfter(b) - isAfter(a))
      .map(({ theme }) => [
        text(theme.name),
        text(RECURRENCE_MARK_LABELS[theme.recurrence.mark]),
        number(theme.figures.reviews),
        text(theme.recurrence.words),
        text(theme.recurrence.afterSignOff.map(({ words }) => words).join(' ') || 'No'),
      ]),
    nil: 'No theme was seen in more than one review, and none came back after its actions were signed off.',
  };
};

const trend = ({ reader }: PackSource): readonly PackBlock[] => {
  const { years, rows, words } = readThemeTrend(reader, null, 'incident');
  const named = years.slice(-YEARS_NAMED);
  const earlier = years.length - named.length;
  const hasUndated = rows.some(({ withoutYear }) => withoutYear > 0);
  const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);
  const table: PackTable = {
    kind: 'table',
    id: 'theme-trend',
    caption: `Reviews by theme and year (${TREND_EVENT_LABELS.incident.toLowerCase()})`,
    columns: [
      column('theme', 'Theme', 'text', 6),
      ...(earlier > 0 ? [column('earlier', `Before ${named[0]}`, 'number', 2)] : []),
      ...named.map((year) => column(`y${year}`, String(year), 'number', 1.5)),
      ...(hasUndated ? [column('undated', 'Year not known', 'number', 2)] : []),
      column('total', 'Total', 'number', 1.5),
    ],
    rows: rows
      .filter(({ total }) => total > 0)
      .map((row) => [
        text(row.name),
        ...(earlier > 0 ? [number(sum(row.counts.slice(0, earlier)))] : []),
        ...row.counts.slice(earlier).map(number),
        ...(hasUndated ? [number(row.withoutYear)] : []),
        number(row.total),
      ]),
    nil: 'No review has a theme, so there is no trend to show.',
  };
  return words === null ? [table] : [{ kind: 'paragraph', text: `Any theme: ${words}.` }, table];
};
