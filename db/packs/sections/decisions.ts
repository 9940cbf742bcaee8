/** What bodies decided outside a meeting's minutes: approvals with their conditions, and whether to hold a review. */
import {
  ACTION_STATE_LABELS,
  type ActionState,
  APPROVAL_KIND_LABELS,
  type ApprovalKind,
  BODY_KIND_LABELS,
  type BodyKind,
} from '../../domain/codes.ts';
import { formatDate, latestDay } from '../../domain/partial-date.ts';
import { proceedWords } from '../../domain/proceed-words.ts';
import { decidedWords } from '../../domain/waiting-decisions.ts';
import { type ApprovalRecord, approvalsWhere } from '../../service/ladder.ts';
import { LABEL } from '../../service/review-names.ts';
import type { Row } from '../../store/tables.ts';
import { countsSql, waitsSql } from '../../store/waiting-decisions.ts';
import type { PackTable } from '../model.ts';
import { column, date, dateOr, number, text, withoutEmpty } from './cells.ts';
import { mayBeSince } from './period.ts';
import type { PackSource } from './source.ts';

/** Approvals of reports and plans since the period began, and older ones that a condition still hangs on. */
export const approvalsGiven = ({ reader, since }: PackSource): PackTable => {
  const references = new Map(
    reader
      .prepare<[], { id: string; reference: string }>(
        'select id, reference from reviews union all select id, reference from externalReports',
      )
      .all()
      .map(({ id, reference }) => [id, reference]),
  );
  const isOpen = ({ conditions }: ApprovalRecord): boolean =>
    conditions.some(({ dischargedOn }) => dischargedOn === null);
  const shown = approvalsWhere(reader, 'p.revokedOn is null and p.appliesTo <> ?', 'action').filter(
    (approval) => approval.date === null || latestDay(approval.date) >= since.day || isOpen(approval),
  );
  return withoutEmpty(['minute', 'note'], {
    kind: 'table',
    id: 'approvals-given',
    caption: 'Approvals and their conditions',
    columns: [
      column('what', 'What', 'text', 4),
      column('decision', 'Decision', 'text', 3),
      column('body', 'Body', 'text', 4),
      column('date', 'Date', 'date', 3),
      column('minute', 'Minute', 'text', 2),
      column('conditions', 'Conditions', 'text', 6),
      column('note', 'Note', 'text', 4),
    ],
    rows: shown.map((approval) => [
      text(
        `${approval.appliesTo === 'report' ? 'Report' : 'Action plan'}, ${references.get(approval.reviewId ?? approval.externalReportId ?? '') ?? ''}`,
      ),
      text(decidedWords(APPROVAL_KIND_LABELS[approval.kind], approval)),
      text(approval.body),
      date(approval.date, approval.dateText),
      text(approval.minuteReference),
      text(approval.conditions.map(conditionWords).join(' ') || 'None'),
      text(approval.note),
    ]),
    nil: 'No report or plan was approved in this period, and no condition is outstanding.',
  });
};

export const conditionWords = ({
  text: words,
  dischargedOn,
  dischargedBy,
}: ApprovalRecord['conditions'][number]): string => {
  const met = [`Met ${formatDate(dischargedOn)}`, dischargedBy].filter(Boolean).join(', ');
  return `${words.replace(/\.$/, '')}: ${dischargedOn === null ? 'outstanding' : met}.`;
};

type OnActions = {
  readonly what: ApprovalKind | ActionState;
  readonly body: string | null;
  readonly date: string | null;
  readonly dateText: string | null;
  readonly minute: string;
  readonly actions: number;
};

/**
 * What was decided about actions, told together where one body decided the same on one day: a sign-off is often of fifty at
 * once. A move to a state that a body decides on counts, and so does an approval that moved nothing.
 */
const ON_ACTIONS = `select v.toState as what, v.bodyId, v.date, null as dateText, v.actionId,
    coalesce((select p.minuteReference from approvals p where p.actionId = v.actionId and p.kind = v.toState and ${countsSql('p')}
      and p.date is v.date and p.bodyId is v.bodyId order by p.id limit 1), '') as minute
  from actionStateMoves v where v.removed is null and v.toState in ('evidence-accepted', 'signed-off', 'embedded', 'rejected')
  union all select p.kind, p.bodyId, p.date, p.dateText, p.actionId, p.minuteReference from approvals p
  where ${countsSql('p')} and p.revokedOn is null and p.appliesTo = 'action' and not exists (select 1 from actionStateMoves v
    where v.actionId = p.actionId and v.removed is null and v.toState = p.kind and v.date is p.date and v.bodyId is p.bodyId)`;

export const decisionsOnActions = ({ reader, dataAsAt, since }: PackSource): PackTable =>
  withoutEmpty(['minute'], {
    kind: 'table',
    id: 'decisions-on-actions',
    caption: 'Decisions on actions',
    columns: [
      column('decision', 'Decision', 'text', 4),
      column('body', 'Body', 'text', 5),
      column('date', 'Date', 'date', 3),
      column('minute', 'Minute', 'text', 3),
      column('actions', 'Actions', 'number', 2),
    ],
    rows: reader
      .prepare<[{ since: string; until: string }], OnActions>(
        `select d.what, b.name as body, d.date, d.dateText, d.minute, count(distinct d.actionId) as actions
         from (${ON_ACTIONS}) d join actions a on a.id = d.actionId left join bodies b on b.id = d.bodyId
         where a.removed is null and (d.date is null or (${mayBeSince('d.date', '@since')} and d.date <= @until))
         group by d.what, d.bodyId, d.date, d.dateText, d.minute order by d.date is null, d.date, b.position, b.name, d.what, d.minute`,
      )
      .all({ since: since.day, until: dataAsAt })
      .map((row) => [
        text({ ...ACTION_STATE_LABELS, ...APPROVAL_KIND_LABELS }[row.what]),
        text(row.body ?? 'Body not recorded'),
        date(row.date, row.dateText),
        text(row.minute),
        number(row.actions),
      ]),
    nil: 'No action was signed off, and no evidence accepted, in this period.',
  });

export const proceedDecisions = ({ reader, since }: PackSource): PackTable =>
  withoutEmpty(['told'], {
    kind: 'table',
    id: 'proceed-decisions',
    caption: 'Decisions whether to review',
    columns: [
      column('subject', 'Review', 'text', 3.4),
      column('decision', 'Decision', 'text', 3),
      column('date', 'Date', 'date', 3.6),
      column('by', 'Decided by', 'text', 4),
      column('reasons', 'Reasons', 'text', 6),
      column('told', 'Who was told', 'text', 4),
    ],
    rows: reader
      .prepare<[string], Row<'proceedDecisions'> & { reference: string; label: string; waits: number }>(
        `select d.*, ${waitsSql('d')} as waits, r.reference, ${LABEL} as label from proceedDecisions d join reviews r on r.id = d.reviewId
       where d.removed is null and r.removed is null and (d.decidedOn is null or ${mayBeSince('d.decidedOn')}) order by d.decidedOn is null, d.decidedOn, d.id`,
      )
      .all(since.day)
      .map((row) => [
        text([row.reference, row.label].filter(Boolean).join(', ')),
        text(decidedWords(proceedWords(row.decision), { waits: row.waits === 1 })),
        dateOr(row.decidedOn, null, 'Not dated'),
        text(row.decidedBy),
        text(row.reasons),
        text([row.told, formatDate(row.toldOn)].filter(Boolean).join(', ')),
      ]),
    nil: 'No decision whether to hold a review was taken in this period.',
  });

/** Who meets, how often and for what: what the calendar and the ladder rest on. */
export const bodies = ({ reader }: PackSource): PackTable =>
  withoutEmpty(['meets', 'task'], {
    kind: 'table',
    id: 'bodies',
    caption: 'Bodies, their dates and tasks',
    columns: [
      column('body', 'Body', 'text', 5),
      column('kind', 'Kind', 'text', 3),
      column('meets', 'Meets', 'text', 5),
      column('task', 'Task', 'text', 8),
    ],
    rows: reader
      .prepare<[], Row<'bodies'>>(
        `select * from bodies where removed is null and (calendarRule <> '' or note <> '') order by position, name, id`,
      )
      .all()
      .map((row) => [
        text(row.name),
        text(BODY_KIND_LABELS[row.kind as BodyKind]),
        text(row.calendarRule),
        text(row.note),
      ]),
    nil: 'When bodies meet and what they are for is not recorded.',
  });
