/** What is late, oldest first: whoever has waited longest stands at the top. */
import { ACTION_STATE_LABELS } from '../../domain/codes.ts';
import { actionsWhere } from '../../service/action-list.ts';
import { lateThings } from '../../service/overview.ts';
import { OPEN } from '../../service/rag.ts';
import { silentAgencies } from '../../service/silent-agencies.ts';
import type { PackTable } from '../model.ts';
import { planAndNumber } from './action-words.ts';
import { column, date, number, rag, target, text } from './cells.ts';
import type { PackSource, SectionWriter } from './source.ts';

export const exceptions: SectionWriter = (source) => ({
  id: 'exceptions',
  heading: 'Exceptions',
  blocks: [lateReviews(source), overdueActions(source), noUpdates(source)],
});

const lateReviews = ({ reader, dataAsAt, calendar }: PackSource): PackTable => ({
  kind: 'table',
  id: 'late-reviews',
  caption: 'Reviews late, oldest first',
  columns: [
    column('subject', 'Review', 'text', 4),
    column('late', 'What is late', 'text', 7),
    column('why', 'Why', 'text', 5),
    column('days', 'Calendar days late', 'number', 2),
  ],
  rows: lateThings(reader, dataAsAt, calendar)
    .filter(({ kind }) => kind !== 'action')
    .map((thing) => [text(thing.subject), text(thing.words), text(thing.why), number(thing.daysLate)]),
  nil: 'No clock, publication, hand-over or agency report is late.',
});

const overdueActions = ({ reader, dataAsAt, scheme }: PackSource): PackTable => ({
  kind: 'table',
  id: 'overdue-actions',
  caption: 'Overdue actions, oldest first',
  columns: [
    column('action-of', 'Plan and number', 'text', 4),
    column('action', 'Action', 'text', 7),
    column('agency', 'Lead agency', 'text', 4),
    column('target', 'Target', 'date', 3),
    column('late', 'Days late', 'number', 2),
    column('state', 'State', 'text', 3),
    column('rag', 'RAG', 'rag', 3.6),
    column('update', 'Last update', 'date', 3),
  ],
  rows: actionsWhere(reader, dataAsAt, `${OPEN} and a.targetDay < @today`)
    .toSorted((a, b) => (b.daysLate ?? 0) - (a.daysLate ?? 0))
    .map((row) => [
      text(planAndNumber(row)),
      text(row.text),
      text(row.leadAgency ?? 'No lead agency'),
      target(row),
      number(row.daysLate),
      text(ACTION_STATE_LABELS[row.state]),
      rag(row.rag, scheme.levels),
      date(row.lastUpdateOn),
    ]),
  nil: 'No action is overdue.',
});

/** An agency is silent since the oldest request that it has not answered: asking again does not set that back. */
const noUpdates = ({ reader, dataAsAt }: PackSource): PackTable => {
  const silentSince = new Map(silentAgencies(reader, dataAsAt).map((agency) => [agency.agencyId, agency]));
  const silent = Map.groupBy(
    actionsWhere(reader, dataAsAt, OPEN).filter((row) => row.noUpdate),
    (row) => row.leadAgencyId ?? '',
  );
  const agencies = [...silent].map(([agencyId, rows]) => ({
    name: rows[0]?.leadAgency ?? 'No lead agency',
    actions: rows.length,
    since: silentSince.get(agencyId)?.silentSince ?? null,
    days: silentSince.get(agencyId)?.daysSilent ?? null,
    asked:
      rows
        .flatMap((row) => row.lastRequestedOn ?? [])
        .toSorted()
        .at(-1) ?? null,
  }));
  return {
    kind: 'table',
    id: 'no-update',
    caption: 'No update received, silent longest first',
    columns: [
      column('agency', 'Agency', 'text', 6),
      column('actions', 'Actions', 'number', 2),
      column('since', 'Silent since', 'date', 3),
      column('days', 'Calendar days', 'number', 2),
      column('asked', 'Last asked', 'date', 3),
    ],
    rows: agencies
      .toSorted((a, b) => (b.days ?? -1) - (a.days ?? -1) || b.actions - a.actions || (a.name < b.name ? -1 : 1))
      .map((agency) => [
        text(agency.name),
        number(agency.actions),
        date(agency.since),
        number(agency.days),
        date(agency.asked),
      ]),
    nil: 'No update that was asked for is outstanding.',
  };
};
