import type { ActionRow } from '../../contract/actions.ts';
import { isAwaitingSignOff, isComplete, isOpen, isSetAside } from '../../domain/action-states.ts';
import { actionsWhere } from '../../service/action-list.ts';
import type { SchemeLevel } from '../../service/rag.ts';
import type { PackColumn, PackTable } from '../model.ts';
import { column, number, share, text } from './cells.ts';
import { ratingsByAgency } from './charts.ts';
import { meetingActions } from './meeting-actions.ts';
import type { SectionWriter } from './source.ts';

/** Counts of one plan or one agency. Actions set aside (superseded, rejected, another area's) are in the total and nowhere else. */
type Tally = {
  readonly total: number;
  readonly setAside: number;
  readonly complete: number;
  readonly onTrack: number;
  readonly atRisk: number;
  readonly overdue: number;
  readonly noUpdate: number;
  readonly awaiting: number;
  readonly moved: number;
};

/**
 * Green is on track, amber and red are at risk, whatever the levels of the board's scheme are called. What is overdue has a column of its
 * own, so that red for that alone is not counted twice.
 */
const tally = (rows: readonly ActionRow[], today: string, levels: readonly SchemeLevel[]): Tally => {
  const toneOf = (row: ActionRow): string | undefined => levels.find((level) => level.code === row.rag)?.tone;
  const count = (holds: (row: ActionRow) => boolean): number => rows.filter(holds).length;
  const isOverdue = (row: ActionRow): boolean => isOpen(row.state) && row.targetDay !== null && row.targetDay < today;
  return {
    total: rows.length,
    setAside: count((row) => isSetAside(row.state)),
    complete: count((row) => isComplete(row.state)),
    onTrack: count((row) => isOpen(row.state) && toneOf(row) === 'green'),
    atRisk: count(
      (row) => isOpen(row.state) && (toneOf(row) === 'amber' || (toneOf(row) === 'red' && !isOverdue(row))),
    ),
    overdue: count(isOverdue),
    noUpdate: count((row) => isOpen(row.state) && row.noUpdate),
    awaiting: count((row) => isAwaitingSignOff(row.state)),
    moved: count((row) => row.timesMoved > 0),
  };
};

const TALLY_COLUMNS: readonly PackColumn[] = [
  column('total', 'Total', 'number', 2),
  column('complete', 'Complete', 'number', 2),
  column('share', 'Complete, of those not set aside', 'text', 4),
  column('on-track', 'On track', 'number', 2),
  column('at-risk', 'At risk', 'number', 2),
  column('overdue', 'Overdue', 'number', 2),
  column('no-update', 'No update', 'number', 2),
  column('awaiting', 'Awaiting sign-off', 'number', 2),
  column('moved', 'Dates moved', 'number', 2),
];

const tallyCells = (counts: Tally) => [
  number(counts.total),
  number(counts.complete),
  share(counts.complete, counts.total - counts.setAside),
  number(counts.onTrack),
  number(counts.atRisk),
  number(counts.overdue),
  number(counts.noUpdate),
  number(counts.awaiting),
  number(counts.moved),
];

export const actionPlans: SectionWriter = (source) => {
  const { reader, dataAsAt, scheme } = source;
  const rows = actionsWhere(reader, dataAsAt, '1');
  const tableOf = (
    words: Pick<PackTable, 'id' | 'caption' | 'nil'>,
    first: string,
    groupOf: (row: ActionRow) => string,
  ): PackTable => ({
    kind: 'table',
    ...words,
    columns: [column('name', first, 'text', 5), ...TALLY_COLUMNS],
    rows: [...Map.groupBy(rows, groupOf)]
      .map(([name, group]) => ({ name, counts: tally(group, dataAsAt, scheme.levels) }))
      .sort((a, b) => b.counts.overdue - a.counts.overdue || (a.name < b.name ? -1 : 1))
      .map(({ name, counts }) => [text(name), ...tallyCells(counts)]),
  });
  const all = tally(rows, dataAsAt, scheme.levels);
  return {
    id: 'action-plans',
    heading: 'Action plans',
    blocks: [
      {
        kind: 'figures',
        caption: 'All action plans',
        figures: [
          {
            label: 'Complete (signed off or embedded)',
            value: all.complete,
            outOf: all.total - all.setAside,
            note: 'of actions not set aside',
          },
          {
            label: 'Overdue',
            value: all.overdue,
            outOf: all.total - all.setAside - all.complete,
            note: 'of open actions',
          },
          {
            label: 'No update received',
            value: all.noUpdate,
            outOf: all.total - all.setAside - all.complete,
            note: 'of open actions',
          },
          {
            label: 'Awaiting sign-off',
            value: all.awaiting,
            outOf: all.total - all.setAside - all.complete,
            note: 'of open actions',
          },
          {
            label: 'Set aside',
            value: all.setAside,
            outOf: all.total,
            note: 'superseded, rejected or outside our oversight',
          },
        ],
      },
      { kind: 'subheading', text: 'By review' },
      tableOf(
        {
          id: 'actions-by-review',
          caption: 'Plans by review or report',
          nil: 'No action plan is on the register.',
        },
        'Plan',
        (row) => row.origin || 'No plan',
      ),
      { kind: 'subheading', text: 'By agency' },
      ...ratingsByAgency(source),
      tableOf(
        {
          id: 'actions-by-agency',
          caption: 'Action plans by lead agency',
          nil: 'No agency leads an action.',
        },
        'Agency',
        (row) => row.leadAgency ?? 'No lead agency',
      ),
      {
        kind: 'paragraph',
        text: '“On track” is green by the board’s RAG scheme, “at risk” amber, or red without being overdue. An overdue action can also await sign-off or an update, so columns may overlap.',
      },
      { kind: 'subheading', text: 'From meetings' },
      meetingActions(source),
      ...(source.options.sections.includes('appendix') ? [] : [{ kind: 'rag-key' as const }]),
    ],
  };
};
