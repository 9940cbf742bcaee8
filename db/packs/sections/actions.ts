import type { ActionRow } from '../../contract/actions.ts';
import { APPROVAL_KIND_LABELS, ACTION_STATE_LABELS, type ApprovalKind } from '../../domain/codes.ts';
import { isAwaitingSignOff, isComplete, isOpen, isSetAside } from '../../domain/action-states.ts';
import { formatDate } from '../../domain/partial-date.ts';
import { countOf } from '../../domain/plain-words.ts';
import { actionsWhere } from '../../service/action-list.ts';
import { awaitedOfActions, awaitedPlans, outstandingSteps } from '../../service/outstanding.ts';
import { lateThings } from '../../service/overview.ts';
import { OPEN, type SchemeLevel } from '../../service/rag.ts';
import type { PackColumn, PackTable } from '../model.ts';
import { column, date, number, rag, share, target, text } from './cells.ts';
import { approvalsGiven, bodies, proceedDecisions } from './decisions.ts';
import { externalReports } from './external-reports.ts';
import { learning } from './learning.ts';
import { meetingActions } from './meeting-actions.ts';
import { meetings } from './meetings.ts';
import type { PackSource, SectionWriter } from './source.ts';

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

/** Green is on track and amber at risk, whatever the levels of the board's scheme are called. */
const tally = (rows: readonly ActionRow[], today: string, levels: readonly SchemeLevel[]): Tally => {
  const toneOf = (row: ActionRow): string | undefined => levels.find((level) => level.code === row.rag)?.tone;
  const count = (holds: (row: ActionRow) => boolean): number => rows.filter(holds).length;
  const isOverdue = (row: ActionRow): boolean => isOpen(row.state) && row.targetDay !== null && row.targetDay < today;
  return {
    total: rows.length,
    setAside: count((row) => isSetAside(row.state)),
    complete: count((row) => isComplete(row.state)),
    onTrack: count((row) => isOpen(row.state) && toneOf(row) === 'green'),
    atRisk: count((row) => isOpen(row.state) && toneOf(row) === 'amber'),
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

const groupBy = <K>(rows: readonly ActionRow[], key: (row: ActionRow) => K): ReadonlyMap<K, readonly ActionRow[]> => {
  const groups = new Map<K, ActionRow[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
};

export const actionPlans: SectionWriter = (source) => {
  const { reader, dataAsAt, scheme } = source;
  const rows = actionsWhere(reader, dataAsAt, '1');
  const byPlan = groupBy(rows, (row) => row.origin || 'No plan');
  const byAgency = groupBy(rows, (row) => row.leadAgency ?? 'No lead agency');
  const tableOf = (
    id: string,
    caption: string,
    first: string,
    groups: ReadonlyMap<string, readonly ActionRow[]>,
  ): PackTable => ({
    kind: 'table',
    id,
    caption,
    columns: [column('name', first, 'text', 5), ...TALLY_COLUMNS],
    rows: [...groups]
      .map(([name, group]) => ({ name, counts: tally(group, dataAsAt, scheme.levels) }))
      .sort((a, b) => b.counts.overdue - a.counts.overdue || (a.name < b.name ? -1 : 1))
      .map(({ name, counts }) => [text(name), ...tallyCells(counts)]),
    nil: 'No action plan is on the register.',
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
      {
        kind: 'paragraph',
        text: '“On track” and “at risk” follow the board’s RAG scheme; an overdue action can also be awaiting sign-off or without an update, so the columns need not add up to the total.',
      },
      { kind: 'subheading', text: 'By review' },
      tableOf('actions-by-review', 'Plans by review or report', 'Plan', byPlan),
      { kind: 'subheading', text: 'By agency' },
      tableOf('actions-by-agency', 'Action plans by lead agency', 'Agency', byAgency),
      { kind: 'subheading', text: 'From outside the reviews' },
      externalReports(source),
      meetingActions(source),
      ...learning(source),
      { kind: 'rag-key' },
    ],
  };
};

export const exceptions: SectionWriter = (source) => {
  const { reader, dataAsAt, calendar, scheme } = source;
  const late = lateThings(reader, dataAsAt, calendar).filter((thing) => thing.kind !== 'action');
  const overdue = actionsWhere(reader, dataAsAt, `${OPEN} and a.targetDay < @today`).sort((a, b) =>
    (a.targetDay ?? '') < (b.targetDay ?? '') ? -1 : 1,
  );
  return {
    id: 'exceptions',
    heading: 'Exceptions',
    blocks: [
      {
        kind: 'table',
        id: 'late-reviews',
        caption: 'Reviews late, oldest first',
        columns: [
          column('subject', 'Review', 'text', 4),
          column('late', 'What is late', 'text', 7),
          column('why', 'Why', 'text', 5),
          column('days', 'Calendar days late', 'number', 2),
        ],
        rows: late.map((thing) => [text(thing.subject), text(thing.words), text(thing.why), number(thing.daysLate)]),
        nil: 'No clock, publication, hand-over or agency report is late.',
      },
      {
        kind: 'table',
        id: 'overdue-actions',
        caption: 'Overdue actions, oldest first',
        columns: [
          column('plan', 'Plan', 'text', 3),
          column('number', 'No.', 'text', 1.5),
          column('action', 'Action', 'text', 7),
          column('agency', 'Lead agency', 'text', 4),
          column('target', 'Target', 'date', 3),
          column('late', 'Days late', 'number', 2),
          column('state', 'State', 'text', 3),
          column('rag', 'RAG', 'rag', 3),
          column('update', 'Last update', 'date', 3),
        ],
        rows: overdue.map((row) => [
          text(row.origin || 'No plan'),
          text(row.number),
          text(row.text),
          text(row.leadAgency ?? 'No lead agency'),
          target(row),
          number(row.daysLate),
          text(ACTION_STATE_LABELS[row.state]),
          rag(row.rag, scheme.levels),
          date(row.lastUpdateOn),
        ]),
        nil: 'No action is overdue.',
      },
      noUpdates(source),
      { kind: 'rag-key' },
    ],
  };
};

const noUpdates = ({ reader, dataAsAt }: PackSource): PackTable => {
  const silent = actionsWhere(reader, dataAsAt, OPEN).filter((row) => row.noUpdate);
  const groups = [...groupBy(silent, (row) => row.leadAgency ?? 'No lead agency')].sort(
    (a, b) => b[1].length - a[1].length,
  );
  return {
    kind: 'table',
    id: 'no-update',
    caption: 'No update received, by agency',
    columns: [
      column('agency', 'Agency', 'text', 6),
      column('actions', 'Actions', 'number', 2),
      column('asked', 'Last asked', 'date', 3),
    ],
    rows: groups.map(([agency, rows]) => [
      text(agency),
      number(rows.length),
      date(
        rows
          .map((row) => row.lastRequestedOn ?? '')
          .sort()
          .at(-1) ?? null,
      ),
    ]),
    nil: 'Every update that was asked for has come.',
  };
};

export const signOff: SectionWriter = (source) => {
  const { reader, dataAsAt, scheme } = source;
  const waiting = actionsWhere(reader, dataAsAt, `a.state in ('reported-complete', 'evidence-accepted')`);
  const awaited = new Map<string, string[]>();
  for (const { actionId, step } of awaitedOfActions(reader)) {
    awaited.set(actionId, [...(awaited.get(actionId) ?? []), step.bodyName]);
  }
  const evidence = reader.prepare<[string], { what: string; date: string | null; dateText: string | null }>(
    `select e.what, e.date, e.dateText from evidenceLinks l join evidence e on e.id = l.evidenceId
     where l.actionId = ? and l.removed is null and e.removed is null order by e.date, e.id`,
  );
  return {
    id: 'sign-off',
    heading: 'Items for sign-off',
    blocks: [
      {
        kind: 'table',
        id: 'sign-off-reports-and-plans',
        caption: 'Reports and plans for sign-off',
        columns: [
          column('reference', 'Reference', 'text', 3),
          column('label', 'Label or title', 'text', 4),
          column('what', 'What', 'text', 2),
          column('body', 'Body', 'text', 4),
          column('asked', 'Asked for', 'text', 3),
          column('words', 'Where it stands', 'text', 6),
        ],
        rows: [
          ...outstandingSteps(reader),
          ...awaitedPlans(reader).map((plan) => ({ ...plan, label: plan.title, appliesTo: 'plan' })),
        ].map((item) => [
          text(item.reference),
          text(item.label),
          text(item.appliesTo === 'report' ? 'Report' : 'Action plan'),
          text(item.step.bodyName),
          text(APPROVAL_KIND_LABELS[item.step.kind as ApprovalKind]),
          text(item.words),
        ]),
        nil: 'No report or action plan waits for a body.',
      },
      {
        kind: 'table',
        id: 'sign-off-actions',
        caption: 'Actions awaiting sign-off',
        columns: [
          column('plan', 'Plan', 'text', 3),
          column('number', 'No.', 'text', 1.5),
          column('action', 'Action', 'text', 7),
          column('agency', 'Lead agency', 'text', 4),
          column('state', 'State', 'text', 3),
          column('since', 'Since', 'date', 3),
          column('body', 'Awaits', 'text', 4),
          column('evidence', 'Evidence', 'text', 6),
          column('rag', 'RAG', 'rag', 3),
        ],
        rows: waiting.map((row) => [
          text(row.origin || 'No plan'),
          text(row.number),
          text(row.text),
          text(row.leadAgency ?? 'No lead agency'),
          text(ACTION_STATE_LABELS[row.state]),
          date(row.stateSince),
          text(awaited.get(row.id)?.join(', ') ?? ''),
          text(
            evidence
              .all(row.id)
              .map((item) => [item.what, formatDate(item.date, item.dateText)].filter(Boolean).join(', '))
              .join('; ') ||
              `No evidence recorded${row.evidenceCount === 0 ? '' : ` (${countOf(row.evidenceCount, 'item', 'items')})`}`,
          ),
          rag(row.rag, scheme.levels),
        ]),
        nil: 'No action awaits sign-off.',
      },
      { kind: 'rag-key' },
      { kind: 'subheading', text: 'Decisions and meetings' },
      {
        kind: 'paragraph',
        text: `From ${formatDate(source.since.day)} on, with what is undated, still to come or has a condition outstanding.`,
      },
      approvalsGiven(source),
      proceedDecisions(source),
      meetings(source),
      bodies(source),
    ],
  };
};
