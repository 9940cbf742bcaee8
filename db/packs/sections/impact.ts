/** Whether what was learnt reached people, was embedded, and worked. */
import type { CheckRow } from '../../contract/themes.ts';
import { formatDate } from '../../domain/partial-date.ts';
import { MONTHS_TO_EMBED, MONTHS_TO_VERIFY } from '../../domain/theme-routes.ts';
import { listChecks, themesWithoutCheck } from '../../service/theme-learning.ts';
import { listTasks } from '../../service/theme-tasks.ts';
import type { PackBlock, PackTable } from '../model.ts';
import { column, date, number, text } from './cells.ts';
import { impactChecks, learningProducts, themesPassedOn } from './learning.ts';
import type { PackSource, SectionWriter } from './source.ts';

const ALL = { offset: 0, limit: 1_000_000 } as const;

export const impact: SectionWriter = (source) => ({
  id: 'impact',
  heading: 'Impact and embedding',
  blocks: [
    figures(source),
    {
      kind: 'paragraph',
      text: `The tables hold what happened from ${formatDate(source.since.day)} on, with what is undated or still to be done.`,
    },
    { kind: 'subheading', text: 'Embedding and verifying' },
    themesPassedOn(source),
    { kind: 'subheading', text: 'Whether it worked' },
    impactChecks(source),
    unchecked(source),
    { kind: 'subheading', text: 'Learning issued' },
    learningProducts(source),
  ],
});

const figures = ({ reader, dataAsAt }: PackSource): PackBlock => {
  const checks = listChecks(reader, dataAsAt, {}, ALL).rows;
  const withResult = checks.filter(({ result }) => result !== null);
  const worked = (...results: readonly CheckRow['result'][]): number =>
    withResult.filter(({ result }) => results.includes(result)).length;
  const tasks = listTasks(reader, dataAsAt, {}).rows;
  return {
    kind: 'figures',
    caption: 'Since records began',
    figures: [
      {
        label: 'Impact checks with a result',
        value: withResult.length,
        outOf: checks.length,
        note: 'of checks made or planned',
      },
      {
        label: 'The change worked',
        value: worked('worked'),
        outOf: withResult.length,
        note: 'of checks with a result',
      },
      {
        label: 'The change worked in part or not at all',
        value: worked('partly-worked', 'did-not-work'),
        outOf: withResult.length,
        note: 'of checks with a result',
      },
      {
        label: 'Embedding tasks verified',
        value: tasks.filter(({ state }) => state === 'verified').length,
        outOf: tasks.length,
        note: 'of themes passed to a body, by task',
      },
      {
        label: 'Embedding tasks overdue',
        value: tasks.filter(({ daysOver }) => daysOver !== null).length,
        outOf: tasks.filter(({ state }) => state !== 'verified').length,
        note: `of those not verified: past ${MONTHS_TO_EMBED} months to embed or ${MONTHS_TO_VERIFY} more to verify`,
      },
    ],
  };
};

/** Signed off, and nobody looked whether it worked: the longest signed off first. */
const unchecked = ({ reader, dataAsAt }: PackSource): PackTable => ({
  kind: 'table',
  id: 'themes-without-check',
  caption: 'Signed off and not checked',
  columns: [
    column('theme', 'Theme', 'text', 6),
    column('actions', 'Actions signed off', 'number', 2),
    column('last', 'Last signed off', 'date', 3),
    column('planned', 'Check', 'text', 4),
  ],
  rows: themesWithoutCheck(reader, dataAsAt).map((theme) => [
    text([theme.group, theme.name].filter(Boolean).join(': ')),
    number(theme.signedOff),
    date(theme.lastSignedOffOn),
    text(plannedWords(theme)),
  ]),
  nil: 'No theme with actions signed off waits for a check of whether the change worked.',
});

const plannedWords = ({ isPlanned, plannedOn }: { readonly isPlanned: boolean; readonly plannedOn: string | null }) => {
  if (!isPlanned) return 'None planned';
  return plannedOn === null ? 'Planned, not dated' : `Planned for ${formatDate(plannedOn)}`;
};
