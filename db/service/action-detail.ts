import type { ActionDetail } from '../contract/actions.ts';
import { actionOddities } from '../domain/action-oddities.ts';
import { ACTION_MOVER_LABELS, mayMove, movesFrom, needsReason } from '../domain/action-states.ts';
import { ACTION_STATE_LABELS, type ActionState } from '../domain/codes.ts';
import { formatDate } from '../domain/partial-date.ts';
import { rateSchedule } from '../domain/rag.ts';
import { Failure } from '../store/failure.ts';
import type { Row } from '../store/tables.ts';
import { reviewBegan } from './action-changes.ts';
import { readEvidenceOf } from './action-evidence.ts';
import { actionsWhere } from './action-list.ts';
import type { Reader } from './context.ts';
import { approvalsWhere, ladderSteps, ladderWords, readLadderOf } from './ladder.ts';
import { LABEL } from './review-names.ts';
import { boardScheme } from './rag.ts';
import { listChecks } from './theme-learning.ts';

type EarlierTarget = Pick<Row<'earlierTargets'>, 'id' | 'targetDate' | 'targetText' | 'movedOn' | 'reason'> & {
  readonly body: string | null;
  readonly date: string | null;
  readonly dateText: string | null;
};

/** One action with its whole story. Fails with not-found. */
export const readAction = (reader: Reader, today: string, id: string): ActionDetail => {
  const many = <T>(sql: string): T[] => reader.prepare<[string], T>(sql).all(id);
  const stored = reader.prepare<[string], Row<'actions'>>('select * from actions where id = ?').get(id);
  const row = actionsWhere(reader, today, 'a.id = @id', { id })[0];
  if (stored === undefined || row === undefined) throw new Failure('not-found', { what: 'action', id });
  const approvals = approvalsWhere(reader, 'p.actionId = ?', id);
  const state = stored.state as ActionState;
  const rated = rateSchedule({
    state,
    targetDay: row.targetDay,
    timesMoved: row.timesMoved,
    lastUpdateOn: row.lastUpdateOn,
    lastRequestedOn: row.lastRequestedOn,
    hasEvidence: row.evidenceCount > 0,
    today,
    dueSoonDays: boardScheme(reader).dueSoonDays,
  });
  const one = <T>(sql: string): T | null => many<T>(sql)[0] ?? null;
  const milestones = many<Row<'actionMilestones'>>(
    'select * from actionMilestones where actionId = ? and removed is null order by position, targetDate, id',
  );
  const measures = many<Row<'measures'>>('select * from measures where actionId = ? and removed is null order by id');
  const evidence = readEvidenceOf(reader, id);
  const updates = many<Row<'progressUpdates'>>(
    `select u.*, g.name as agency from progressUpdates u left join agencies g on g.id = u.agencyId
     where u.actionId = ? and u.removed is null order by u.date desc, u.id desc`,
  );
  const moves = many<{ toState: ActionState; date: string | null }>(
    `select v.id, v.fromState, v.toState, v.date, b.name as body, v.reason from actionStateMoves v left join bodies b on b.id = v.bodyId
     where v.actionId = ? and v.removed is null order by v.id desc`,
  );
  const detail = {
    action: {
      ...row,
      successMeasure: stored.successMeasure,
      ragAssertedOn: stored.ragAssertedOn,
      ragConfirmedOn: stored.ragConfirmedOn,
      removed: stored.removed,
    },
    recommendation: one(
      'select c.id, c.number, c.text from recommendations c join actions a on a.recommendationId = c.id where a.id = ?',
    ),
    review: one(
      `select r.id, r.reference, ${LABEL} as label, t.name as type from actions a join reviews r on r.id = a.reviewId
       join reviewTypes t on t.id = r.reviewTypeId where a.id = ?`,
    ),
    externalReport: one(
      `select x.id, x.reference, x.title from actions a join recommendations c on c.id = a.recommendationId
       join externalReports x on x.id = c.externalReportId where a.id = ?`,
    ),
    meeting: one(
      `select m.id, b.name as body, m.date, m.dateText from actions a left join recommendations c on c.id = a.recommendationId
       join meetings m on m.id = coalesce(a.meetingId, c.meetingId) join bodies b on b.id = m.bodyId where a.id = ?`,
    ),
    supersededBy: one(
      'select s.id, s.number, s.text from actions a join actions s on s.id = a.supersededById where a.id = ? and s.removed is null',
    ),
    supersedes: many(
      'select id, number, text from actions where supersededById = ? and removed is null order by position, id',
    ),
    oddities: [
      ...actionOddities({
        today,
        reviewBegan: reviewBegan(reader, row.reviewId),
        target: row.targetDate,
        state,
        stateSince: row.stateSince,
        milestones,
        measures,
        evidence,
        updates,
        moves: moves.toReversed(),
      }),
    ],
    words: rated.words,
    jointLeads: many(
      `select j.*, g.name as agency from actionJointLeads j join agencies g on g.id = j.agencyId
       where j.actionId = ? and j.removed is null order by g.name, j.id`,
    ),
    earlierTargets: many<EarlierTarget>(
      `select t.id, t.targetDate, t.targetText, t.movedOn, t.reason, b.name as body, m.date, m.dateText
       from earlierTargets t left join meetings m on m.id = t.targetMeetingId left join bodies b on b.id = m.bodyId
       where t.actionId = ? and t.removed is null order by t.movedOn desc, t.id desc`,
    ).map(({ body, date, dateText, ...target }) => ({
      ...target,
      meeting: body === null ? null : [body, formatDate(date, dateText)].filter(Boolean).join(', '),
    })),
    milestones,
    measures,
    evidence,
    updates,
    requests: many(
      `select q.id, q.requestedOn, q.dueOn, q.note, g.name as agency from updateRequests q left join agencies g on g.id = q.agencyId
       where q.actionId = ? and q.removed is null order by q.requestedOn desc, q.id desc`,
    ),
    moves,
    approvals: approvals.map((approval) => ({ ...approval, conditions: [...approval.conditions] })),
    impactChecks: listChecks(reader, today, { actionId: id }, { offset: 0, limit: 100 }).rows,
    agendaItems: agendaItemsOf(reader, id),
    ladder: ladderWords('action', readLadderOf(ladderSteps(reader, 'action'), 'action', approvals)),
    themes: many(
      `select h.id, h.themeId, t.name from actionThemes h join themes t on t.id = h.themeId
       where h.actionId = ? and h.removed is null order by t.position, h.id`,
    ),
    mayMoveTo: movesFrom(state).map((to) => {
      const move = mayMove(state, to);
      return {
        state: to,
        label: ACTION_STATE_LABELS[to],
        by: move.allowed ? ACTION_MOVER_LABELS[move.by] : '',
        needsReason: needsReason(state, to),
      };
    }),
  };
  return detail as unknown as ActionDetail;
};

type StoredItem = ActionDetail['agendaItems'][number]['meeting'] & {
  readonly itemId: string;
  readonly itemTitle: string;
  readonly decisions: string;
};

/** Items about the action, and decisions that name it. */
const agendaItemsOf = (reader: Reader, actionId: string): ActionDetail['agendaItems'] =>
  reader
    .prepare<[{ actionId: string }], StoredItem>(
      `select i.id as itemId, i.title as itemTitle, m.id, b.name as body, m.title, m.date, m.dateText, m.state, m.provisional,
         (select json_group_array(d.text) from (select d.text from decisions d
            where d.removed is null and (d.meetingItemId = i.id or d.actionId = @actionId and d.meetingId = m.id) order by d.position, d.id) d) as decisions
       from meetingItems i join meetings m on m.id = i.meetingId join bodies b on b.id = m.bodyId
       where i.removed is null and m.removed is null and (i.actionId = @actionId
         or i.id in (select meetingItemId from decisions where actionId = @actionId and removed is null))
       order by m.date is null desc, m.date desc, i.id`,
    )
    .all({ actionId })
    .map(({ itemId, itemTitle, decisions, ...meeting }) => ({
      id: itemId,
      title: itemTitle,
      meeting,
      decisions: JSON.parse(decisions) as string[],
    }));
