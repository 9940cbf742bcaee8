/** What bodies decided: approvals with their conditions, whether to hold a review, and what each meeting came to. */
import { APPROVAL_KIND_LABELS, BODY_KIND_LABELS, type BodyKind } from '../../domain/codes.ts';
import { formatDate, latestDay } from '../../domain/partial-date.ts';
import { type ApprovalRecord, approvalsWhere } from '../../service/ladder.ts';
import { LABEL } from '../../service/review-names.ts';
import type { Row } from '../../store/tables.ts';
import type { PackTable } from '../model.ts';
import { column, date, text, withoutEmpty } from './cells.ts';
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
      text(APPROVAL_KIND_LABELS[approval.kind]),
      text(approval.body),
      date(approval.date, approval.dateText),
      text(approval.minuteReference),
      text(approval.conditions.map(conditionWords).join(' ') || 'None'),
      text(approval.note),
    ]),
    nil: 'No report or plan was approved in this period, and no condition is outstanding.',
  });
};

const conditionWords = ({ text: words, dischargedOn, dischargedBy }: ApprovalRecord['conditions'][number]): string => {
  const met = [`Met ${formatDate(dischargedOn)}`, dischargedBy].filter(Boolean).join(', ');
  return `${words.replace(/\.$/, '')}: ${dischargedOn === null ? 'outstanding' : met}.`;
};

const PROCEED: Readonly<Record<string, string>> = {
  proceed: 'Hold a review',
  'do-not-proceed': 'No review',
  defer: 'Deferred',
};

export const proceedDecisions = ({ reader, since }: PackSource): PackTable =>
  withoutEmpty(['told'], {
    kind: 'table',
    id: 'proceed-decisions',
    caption: 'Decisions whether to review',
    columns: [
      column('reference', 'Reference', 'text', 3),
      column('label', 'Label', 'text', 3),
      column('decision', 'Decision', 'text', 3),
      column('date', 'Date', 'date', 3),
      column('by', 'Decided by', 'text', 4),
      column('reasons', 'Reasons', 'text', 6),
      column('told', 'Who was told', 'text', 4),
    ],
    rows: reader
      .prepare<[string], Row<'proceedDecisions'> & { reference: string; label: string }>(
        `select d.*, r.reference, ${LABEL} as label from proceedDecisions d join reviews r on r.id = d.reviewId
       where d.removed is null and r.removed is null and (d.decidedOn is null or ${mayBeSince('d.decidedOn')}) order by d.decidedOn is null, d.decidedOn, d.id`,
      )
      .all(since.day)
      .map((row) => [
        text(row.reference),
        text(row.label),
        text(PROCEED[row.decision] ?? row.decision),
        date(row.decidedOn),
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
